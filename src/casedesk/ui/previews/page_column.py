"""Drawn pages one under the other, in a place that scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from casedesk.ui.widgets.scroll_area import ScrollArea

GAP = 16


class PageColumn(ScrollArea):
    """What is made of it overrides `draw`, and says how large the pages are."""

    zoom = 1.0

    def __init__(self, name: str, description: str, parent: QWidget | None = None) -> None:
        """`name` and `description` are said aloud."""
        super().__init__(parent)
        self.pages: list[QImage] = []
        self.labels: list[QLabel] = []
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setWidgetResizable(True)
        self._inside = QWidget()
        self._inside.setProperty("gutter", "true")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(GAP, GAP, GAP, GAP)
        self._column.setSpacing(GAP)
        self._column.addStretch(1)
        self.setWidget(self._inside)

    def draw(self) -> None:
        """Draws each page as large as it is to be, with `draw_page`."""

    def draw_page(self, label: QLabel, page: QImage, width: int) -> None:
        """Draw a page `width` px wide, as sharp as the screen is."""
        ratio = self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        shown = page.scaledToWidth(round(width * ratio), smooth)
        shown.setDevicePixelRatio(ratio)
        label.setPixmap(QPixmap.fromImage(shown))
        label.setFixedSize(width, max(1, round(shown.height() / ratio)))

    def take_pages(self) -> None:
        """None any more."""
        for label in self.labels:
            label.hide()
            label.deleteLater()
        self.pages, self.labels = [], []

    def put_pages(self, pages: Sequence[QImage], of: int, alone: str) -> None:
        """More pages after those there are, `of` so many; a single one is called `alone`."""
        for page in pages:
            label = QLabel()
            number = len(self.labels) + 1
            label.setAccessibleName(f"Page {number} of {of}" if of > 1 else alone)
            self._column.insertWidget(number - 1, label, 0, Qt.AlignmentFlag.AlignHCenter)
            self.pages.append(page)
            self.labels.append(label)
        self.draw()


def next_step(steps: Sequence[float], now: float, way: int) -> float | None:
    """The next larger (1) or smaller (-1) of `steps`; None where there is none."""
    if way > 0:
        return min((one for one in steps if one > now + 0.01), default=None)
    return max((one for one in steps if one < now - 0.01), default=None)
