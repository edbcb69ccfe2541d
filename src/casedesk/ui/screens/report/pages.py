"""The pages of the report: thumbnails to jump by, and the real pages to read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from casedesk.ui.screens.report.rendering import shrunk

THUMBNAIL = 84
GAP = 16
WIDE = 0.0
"""The zoom that fits the width."""
STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0)
SCREEN_DOTS = 96.0


class Thumbnails(QListWidget):
    """One small picture a page. Signal: `chosen(number)`, from 0."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Pages of the report")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setIconSize(QSize(THUMBNAIL, round(THUMBNAIL * 1.42)))
        self.setFixedWidth(124)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(6)
        self.currentRowChanged.connect(self.chosen)

    def set_pages(self, pages: Sequence[QImage]) -> None:
        """Other pages."""
        self.blockSignals(True)
        self.clear()
        for number, picture in enumerate(shrunk(pages, THUMBNAIL * 2), start=1):
            item = QListWidgetItem(QIcon(QPixmap.fromImage(picture)), str(number))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"Page {number}")
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.addItem(item)
        self.setCurrentRow(0)
        self.blockSignals(False)


class PageView(QScrollArea):
    """The pages one under the other. Signal: `page_shown(number)`, from 0, while scrolling."""

    page_shown = Signal(int)

    def __init__(self, dots: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots = dots
        self._pages: list[QImage] = []
        self._labels: list[QLabel] = []
        self.zoom = WIDE
        self.setAccessibleName("The report")
        self.setAccessibleDescription("The pages as they will be printed; scroll with the arrows")
        self.setWidgetResizable(True)
        self._inside = QWidget()
        self._inside.setProperty("gutter", "true")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(GAP, GAP, GAP, GAP)
        self._column.setSpacing(GAP)
        self._column.addStretch(1)
        self.setWidget(self._inside)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def set_pages(self, pages: Sequence[QImage]) -> None:
        """Other pages, from the top."""
        for label in self._labels:
            label.deleteLater()
        self._pages = list(pages)
        self._labels = []
        for number, _ in enumerate(self._pages, start=1):
            label = QLabel()
            label.setAccessibleName(f"Page {number} of {len(self._pages)}")
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.insertWidget(number - 1, label, 0, Qt.AlignmentFlag.AlignHCenter)
            self._labels.append(label)
        self._draw()
        self.verticalScrollBar().setValue(0)

    def show_page(self, number: int) -> None:
        """Scroll to a page."""
        if 0 <= number < len(self._labels):
            self.verticalScrollBar().setValue(self._labels[number].y() - GAP)

    def step_zoom(self, way: int) -> None:
        """Larger (1) or smaller (-1)."""
        now = self.zoom or self._fitting()
        steps = [step for step in STEPS if (step > now + 0.01 if way > 0 else step < now - 0.01)]
        if steps:
            self.zoom = min(steps) if way > 0 else max(steps)
            self._draw()

    def fit_width(self) -> None:
        """As wide as there is room."""
        self.zoom = WIDE
        self._draw()

    def _fitting(self) -> float:
        if not self._pages:
            return 1.0
        room = self.viewport().width() - 2 * GAP - 8
        return max(0.3, min(1.25, room / (self._pages[0].width() * SCREEN_DOTS / self._dots)))

    def _draw(self) -> None:
        scale = (self.zoom or self._fitting()) * SCREEN_DOTS / self._dots
        ratio = self.devicePixelRatioF()
        for label, page in zip(self._labels, self._pages, strict=True):
            width = round(page.width() * scale)
            picture = page.scaledToWidth(
                round(width * ratio), Qt.TransformationMode.SmoothTransformation
            )
            picture.setDevicePixelRatio(ratio)
            label.setPixmap(QPixmap.fromImage(picture))
            label.setFixedSize(width, round(picture.height() / ratio))

    def _on_scrolled(self, value: int) -> None:
        middle = value + self.viewport().height() // 3
        for number, label in enumerate(self._labels):
            if label.y() + label.height() >= middle:
                self.page_shown.emit(number)
                return

    def resizeEvent(self, event: object) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        if self.zoom == WIDE:
            self._draw()
