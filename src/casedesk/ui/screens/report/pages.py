"""The real pages of the report, one under the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QWidget

from casedesk.ui.previews.page_column import GAP, PageColumn, next_step

WIDE = 0.0
"""The zoom that fits the width."""
STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0)
SCREEN_DOTS = 96.0


class PageView(PageColumn):
    """The pages one under the other. Signal: `page_shown(number)`, from 0, while scrolling."""

    page_shown = Signal(int)

    def __init__(self, dots: float, parent: QWidget | None = None) -> None:
        about = "The pages as they will be printed; scroll with the arrows"
        super().__init__("The report", about, parent)
        self._dots = dots
        self.zoom = WIDE
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def set_pages(self, pages: Sequence[QImage]) -> None:
        """Other pages, from the top."""
        self.take_pages()
        self.put_pages(pages, len(pages), "Page 1 of 1")
        self.verticalScrollBar().setValue(0)

    def show_page(self, number: int) -> None:
        """Scroll to a page."""
        if 0 <= number < len(self.labels):
            self.verticalScrollBar().setValue(self.labels[number].y() - GAP)

    def step_zoom(self, way: int) -> None:
        """Larger (1) or smaller (-1)."""
        step = next_step(STEPS, self.zoom or self._fitting(), way)
        if step is not None:
            self.zoom = step
            self.draw()

    def fit_width(self) -> None:
        """As wide as there is room."""
        self.zoom = WIDE
        self.draw()

    def _fitting(self) -> float:
        if not self.pages:
            return 1.0
        room = self.viewport().width() - 2 * GAP - 8
        return max(0.3, min(1.25, room / (self.pages[0].width() * SCREEN_DOTS / self._dots)))

    def draw(self) -> None:
        """Override PageColumn::draw: as large as they are printed, times the zoom."""
        scale = (self.zoom or self._fitting()) * SCREEN_DOTS / self._dots
        for label, page in zip(self.labels, self.pages, strict=True):
            self.draw_page(label, page, round(page.width() * scale))

    def _on_scrolled(self, value: int) -> None:
        middle = value + self.viewport().height() // 3
        for number, label in enumerate(self.labels):
            if label.y() + label.height() >= middle:
                self.page_shown.emit(number)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        if self.zoom == WIDE:
            self.draw()
