"""The page of a tab: it scrolls down, never sideways, and ends where the header does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from casedesk.ui.widgets.scroll_area import ScrollArea

MARGIN = 24
_LEAST = 8


class ScrollingPage(ScrollArea):
    """Put parts into `body`; `page` is the widget they stand on."""

    def __init__(self, *, top: int, bottom: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ends = (top, bottom)
        self.page = QWidget()
        self.body = QVBoxLayout(self.page)
        self.body.setContentsMargins(MARGIN, top, MARGIN, bottom)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self.page)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)

    def to_top(self) -> None:
        """Back to the first line."""
        self.verticalScrollBar().setValue(0)

    def _on_range(self, low: int, high: int) -> None:
        """The scroll bar stands in the margin, so that the page stays as wide as it was."""
        bar = self.verticalScrollBar().sizeHint().width() if high > low else 0
        top, bottom = self._ends
        self.body.setContentsMargins(MARGIN, top, max(_LEAST, MARGIN - bar), bottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent: the page is never wider than what is seen of it."""
        self.page.setMaximumWidth(self.viewport().width())
        super().resizeEvent(event)
