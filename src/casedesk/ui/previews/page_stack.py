"""Pages one under the other, as wide as there is room, larger or smaller when asked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

GAP = 16
STEPS = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0)


class PageStack(QScrollArea):
    """`zoom` is 1.0 where a page fits the width; never drawn larger than three times that."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages: list[QImage] = []
        self.labels: list[QLabel] = []
        self.zoom = 1.0
        self.setAccessibleName(name)
        self.setAccessibleDescription("Scroll with the arrows")
        self.setWidgetResizable(True)
        self._inside = QWidget()
        self._inside.setProperty("gutter", "true")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(GAP, GAP, GAP, GAP)
        self._column.setSpacing(GAP)
        self._column.addStretch(1)
        self.setWidget(self._inside)

    def show_pages(self, pages: Sequence[QImage], of: int) -> None:
        """Other pages, from the top; `of` is how many there are in all."""
        for label in self.labels:
            label.hide()
            label.deleteLater()
        self.pages, self.labels = [], []
        self.zoom = 1.0
        self.add_pages(pages, of)
        self.verticalScrollBar().setValue(0)

    def add_pages(self, pages: Sequence[QImage], of: int) -> None:
        """More pages after those there are."""
        for page in pages:
            label = QLabel()
            number = len(self.labels) + 1
            label.setAccessibleName(f"Page {number} of {of}" if of > 1 else "The picture")
            self._column.insertWidget(number - 1, label, 0, Qt.AlignmentFlag.AlignHCenter)
            self.pages.append(page)
            self.labels.append(label)
        self._draw()

    def add_after(self, widget: QWidget) -> None:
        """Something after the last page."""
        self._column.insertWidget(
            self._column.count() - 1, widget, 0, Qt.AlignmentFlag.AlignHCenter
        )

    def step_zoom(self, way: int) -> None:
        """Larger (1) or smaller (-1)."""
        steps = [one for one in STEPS if (one > self.zoom if way > 0 else one < self.zoom)]
        if steps:
            self.zoom = min(steps) if way > 0 else max(steps)
            self._draw()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        room = max(120, self.viewport().width() - 2 * GAP)
        for label, page in zip(self.labels, self.pages, strict=True):
            fits = min(room, round(page.width() / ratio)) if page.width() < room else room
            width = max(40, round(fits * self.zoom))
            smooth = Qt.TransformationMode.SmoothTransformation
            shown = page.scaledToWidth(round(width * ratio), smooth)
            shown.setDevicePixelRatio(ratio)
            label.setPixmap(QPixmap.fromImage(shown))
            label.setFixedSize(width, max(1, round(shown.height() / ratio)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._draw()
