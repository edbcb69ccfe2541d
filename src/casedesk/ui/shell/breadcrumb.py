"""Where the worker is: the pages before, as links, and the title of this one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label

Crumb = tuple[str, str, dict[str, Any]]
"""Words, page, and the arguments for it."""


class Breadcrumb(QWidget):
    """Where it is tight, the pages furthest back give way first: the rail leads there too.

    Words that still do not fit end in … and stand whole in the tooltip.

    Signals:
        chosen(page, args): back to a page before this one.
    """

    chosen = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = ""
        self._links: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._here = Label("", "sub", "ink", self)
        self._row.addWidget(self._here, 1)

    def show_place(self, title: str, crumbs: Sequence[Crumb]) -> None:
        """Shows another place."""
        self.title = title
        for widget in self._links:
            self._row.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._links = []
        for words, page, args in crumbs:
            link = Button(self._theme, words, kind="link", tall=32, parent=self)
            link.setAccessibleName(f"Back to {words}")
            link.clicked.connect(partial(self.chosen.emit, page, args))
            arrow = IconLabel(self._theme, "chevron-right", 14, "ink3", self)
            for widget in (link, arrow):
                self._row.insertWidget(self._row.count() - 1, widget)
                self._links.append(widget)
        self._here.setToolTip(title)
        self._here.setAccessibleName(f"You are here: {title}")
        self._elide()

    def _elide(self) -> None:
        self._here.ensurePolished()
        metrics = self._here.fontMetrics()
        wanted = metrics.horizontalAdvance(self.title) + 2
        widths = [widget.sizeHint().width() + self._row.spacing() for widget in self._links]
        dropped = 0
        while dropped + 2 < len(widths) and sum(widths[dropped:]) + wanted > self.width():
            dropped += 2  # A link and the arrow behind it.
        for place, widget in enumerate(self._links):
            widget.setVisible(place >= dropped)
        room = self.width() - sum(widths[dropped:])
        words = metrics.elidedText(self.title, Qt.TextElideMode.ElideRight, max(40, room))
        self._here.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._elide()
