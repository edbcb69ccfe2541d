"""Small pictures of the pages of a report, to jump by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from casedesk.ui.screens.report.rendering import shrunk
from casedesk.ui.theme.theme import Theme

THUMBNAIL = 92
TALL = 131
"""The height of a page of A4 so wide."""
WIDTH = 124
AROUND = 6
_Index = QModelIndex | QPersistentModelIndex


class Thumbnails(QListWidget):
    """One small picture a page. Signal: `chosen(number)`, from 0."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Pages of the report")
        self.setProperty("strip", "true")
        self.setItemDelegate(_Pictures(theme, self))
        self.setFixedWidth(WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentRowChanged.connect(self.chosen)

    def set_pages(self, pages: Sequence[QImage]) -> None:
        """Other pages."""
        self.blockSignals(True)
        self.clear()
        for number, picture in enumerate(shrunk(pages, THUMBNAIL * 2), start=1):
            item = QListWidgetItem(str(number))
            item.setData(Qt.ItemDataRole.DecorationRole, QPixmap.fromImage(picture))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"Page {number}")
            self.addItem(item)
        self.setCurrentRow(0)
        self.blockSignals(False)


class _Pictures(QStyledItemDelegate):
    """A page with its number under it; the one that is read has a frame."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Override QStyledItemDelegate::sizeHint."""
        return QSize(THUMBNAIL, TALL + 2 * AROUND + self._theme.line_height("capb") + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Override QStyledItemDelegate::paint."""
        theme = self._theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left = option.rect.left() + (option.rect.width() - THUMBNAIL) / 2
        page = QRectF(left, option.rect.top() + AROUND, THUMBNAIL, TALL)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QPixmap) and not picture.isNull():
            page.setHeight(THUMBNAIL * picture.height() / picture.width())
            painter.drawPixmap(page, picture, QRectF(picture.rect()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if chosen else "line"), 2 if chosen else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        gap = 3.0 if chosen else 0.5
        painter.drawRoundedRect(page.adjusted(-gap, -gap, gap, gap), 4, 4)
        painter.setFont(theme.font("capb"))
        painter.setPen(theme.colour("accentTx" if chosen else "ink2"))
        words = QRectF(
            option.rect.left(), page.bottom() + 4, option.rect.width(), theme.line_height("capb")
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, str(index.data() or ""))
        painter.restore()
