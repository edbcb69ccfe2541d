"""A card: a white sheet on the canvas, with a title, actions and what it holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.count_badge import CountBadge
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label


class Hairline(QFrame):
    """A line one px thin; it carries no meaning."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("hairline", "true")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


_ACTION_HIGH = 32


class Card(QFrame):
    """Put content into `body`; `add_action` puts a quiet button at the right of the title."""

    def __init__(
        self,
        theme: Theme,
        title: str = "",
        *,
        count: int | None = None,
        padding: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._theme = theme
        self._padding = padding
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(padding - 1, padding - 5, padding - 1, padding - 1)
        outer.setSpacing(8)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._title = Label(title, "heading")
        self._count = CountBadge(theme, count or 0)
        self._head.addWidget(self._title)
        self._head.addWidget(self._count)
        self._head.addStretch(1)
        outer.addLayout(self._head)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        outer.addLayout(self.body, 1)
        self.set_title(title)
        self.set_count(count)

    def set_title(self, title: str) -> None:
        """The heading; the card is called so aloud. Empty shows no heading."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_count(self, count: int | None) -> None:
        """How many things it holds, beside the title; None shows nothing."""
        self._count.setVisible(count is not None)
        if count is not None:
            self._count.set_count(count)

    def warn_with(self, icon: str) -> None:
        """The card as something to take care of: tinted, with an icon before its title."""
        self.setProperty("card", "warn")
        self._head.insertWidget(0, IconLabel(self._theme, icon, 18, "warnTx"))
        self._title.set_ink("warn")

    def add_action(self, widget: QWidget) -> None:
        """A widget at the right of the title, which stays where it is without one."""
        side = self._padding - 1
        self._outer.setContentsMargins(side, self._padding - 12, side, side)
        # Hidden, it leaves the title where it is.
        self._head.addStrut(self._theme.px(_ACTION_HIGH))
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
