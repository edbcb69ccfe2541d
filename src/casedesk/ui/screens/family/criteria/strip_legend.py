"""What the months of a strip mean, in one line above the cards."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.timeline_strip import paint_month

_WORDS = {"met": "Met", "improved": "Improved", "not_met": "Not met", "not_known": "Not known"}
_WIDE, _HIGH = 10, 16


class _Month(QWidget):
    def __init__(self, theme: Theme, state: str) -> None:
        super().__init__()
        self._theme = theme
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDE), self._theme.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        paint_month(QPainter(self), rect, self._state, self._theme)


class StripLegend(QWidget):
    """The four signs with their words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Label("When it was met, last 24 months:", "small", "ink2"))
        for state, words in _WORDS.items():
            row.addSpacing(4)
            row.addWidget(_Month(theme, state))
            row.addWidget(Label(words, "small", "ink2"))
        row.addStretch(1)
