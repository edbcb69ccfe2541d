"""What the pips mean, under the list."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.glyphs import paint_glyph
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.states import CRITERION_STATES

_WORDS = {
    "met": "Met",
    "confirmed": "Met, confirmed by keyworker",
    "improved": "Improved and sustained",
    "not_met": "Not met",
    "not_known": "Not known",
}
_SIZE = 16


class _Sign(QWidget):
    def __init__(self, theme: Theme, state: str) -> None:
        super().__init__()
        self._theme = theme
        self._look = CRITERION_STATES[state]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_SIZE), self._theme.px(_SIZE))

    def paintEvent(self, event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        paint_glyph(QPainter(self), rect, self._look.glyph, self._theme, self._look.tone)


class Legend(QWidget):
    """The signs with their words, and when a family is eligible."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for state, words in _WORDS.items():
            row.addWidget(_Sign(theme, state))
            row.addWidget(Label(words, "small", "ink2"))
            row.addSpacing(10)
        row.addStretch(1)
        self._eligible = Label("", "small", "ink3")
        row.addWidget(self._eligible)

    def set_min_criteria(self, count: int) -> None:
        """How many criteria make a family eligible."""
        number = {1: "one is", 2: "two or more are", 3: "three or more are"}
        words = number.get(count, f"{count} or more are")
        self._eligible.setText(f"A family is eligible when {words} met.")
