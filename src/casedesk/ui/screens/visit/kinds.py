"""Which kinds of information are in the visit's note: folded away, because it may wait."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.label import Paragraph
from casedesk.ui.widgets.tick_list import TickList

FOLD = "Kinds of information"
_WHY = "A report shares a kind only where consent covers it. You can set this later in the note."


class InformationKinds(QWidget):
    """`choices` are (id, words). The button says how many are ticked.

    Signals:
        changed(): one was ticked or unticked.
    """

    changed = Signal()

    def __init__(
        self, theme: Theme, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.fold = Button(theme, FOLD, kind="quiet", icon="chevron-down", tall=32)
        self.fold.setCheckable(True)
        self.ticks = TickList(choices, about="Information", columns=3)
        self._why = Paragraph(theme, _WHY, "small", "ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._why)
        column.addWidget(self.ticks)
        self.setFocusProxy(self.fold)
        self.fold.toggled.connect(self._show_ticks)
        self.ticks.changed.connect(self._on_ticked)
        self._show_ticks(False)
        self._count()

    def value(self) -> tuple[str, ...]:
        """The ids that are ticked."""
        return self.ticks.value()

    def set_value(self, kinds: Iterable[str]) -> None:
        """As a draft has them."""
        self.ticks.set_value(kinds)

    def _show_ticks(self, shown: bool) -> None:
        self.ticks.setVisible(shown)
        self._why.setVisible(shown)
        self.fold.set_icon("chevron-up" if shown else "chevron-down")

    def _on_ticked(self) -> None:
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        count = len(self.value())
        self.fold.setText(f"{FOLD}: {count or 'none set'}")
