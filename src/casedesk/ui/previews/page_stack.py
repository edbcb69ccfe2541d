"""Pages one under the other, as wide as there is room, larger or smaller when asked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QWidget

from casedesk.ui.previews.page_column import GAP, PageColumn, next_step

STEPS = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0)


class PageStack(PageColumn):
    """`zoom` is 1.0 where a page fits the width; never drawn larger than three times that."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "Scroll with the arrows", parent)
        self.zoom = 1.0

    def show_pages(self, pages: Sequence[QImage], of: int) -> None:
        """Other pages, from the top; `of` is how many there are in all."""
        self.take_pages()
        self.zoom = 1.0
        self.add_pages(pages, of)
        self.verticalScrollBar().setValue(0)

    def add_pages(self, pages: Sequence[QImage], of: int) -> None:
        """More pages after those there are."""
        self.put_pages(pages, of, "The picture")

    def add_after(self, widget: QWidget) -> None:
        """Something after the last page."""
        self._column.insertWidget(
            self._column.count() - 1, widget, 0, Qt.AlignmentFlag.AlignHCenter
        )

    def step_zoom(self, way: int) -> None:
        """Larger (1) or smaller (-1)."""
        step = next_step(STEPS, self.zoom, way)
        if step is not None:
            self.zoom = step
            self.draw()

    def draw(self) -> None:
        """Override PageColumn::draw: no wider than there is room, where it is not enlarged."""
        ratio = self.devicePixelRatioF()
        room = max(120, self.viewport().width() - 2 * GAP)
        for label, page in zip(self.labels, self.pages, strict=True):
            fits = min(room, round(page.width() / ratio)) if page.width() < room else room
            self.draw_page(label, page, max(40, round(fits * self.zoom)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self.draw()
