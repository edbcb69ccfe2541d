"""Everything that needs attention, in one list: one Tab stop, Enter does what its words say."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from casedesk.domain.views.today import GROUPS, Attention, AttentionItem
from casedesk.ui.screens.today.attention_looks import look_of
from casedesk.ui.theme.theme import Theme

ITEM_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_STYLES = (("capb", "ink3"), ("smallb", ""), ("sub", "ink"), ("small", "ink2"))
_PAD, _SIGN, _GAP = 12, 20, 12


class AttentionModel(QAbstractListModel):
    """The items in their order."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._items: tuple[AttentionItem, ...] = ()

    @property
    def items(self) -> tuple[AttentionItem, ...]:
        """What is shown."""
        return self._items

    def set_items(self, items: tuple[AttentionItem, ...]) -> None:
        """Show others."""
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override QAbstractItemModel::data."""
        row = index.row()
        if not 0 <= row < len(self._items):
            return None
        item = self._items[row]
        if role == ITEM_ROLE:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{GROUPS[item.group]}. {item.spoken}. {item.do}"
        return item.title if role == Qt.ItemDataRole.ToolTipRole else None


class _Lines(QStyledItemDelegate):
    """Paints the group, what it is, the thing itself, and the family with the day."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Override QStyledItemDelegate::paint."""
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        item: AttentionItem | None = index.data(ITEM_ROLE)
        if item is None:
            return
        theme, look = self._theme, look_of(item)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = theme.px(_SIGN)
        left = option.rect.left() + _PAD
        top = option.rect.top() + 8
        theme.paint_icon(painter, QRectF(left, top, size, size), look.glyph, f"{look.tone}Tx")
        words = QRect(left + size + _GAP, top, 0, 0)
        words.setRight(option.rect.right() - _PAD)
        lines = (GROUPS[item.group], item.label, item.title, item.detail)
        for text, (style_name, ink) in zip(lines, _STYLES, strict=True):
            font = theme.font(style_name)
            height = theme.line_height(style_name)
            words.setTop(top)
            words.setHeight(height)
            painter.setFont(font)
            painter.setPen(theme.colour(ink or f"{look.tone}Tx"))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
            top += height
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Override QStyledItemDelegate::sizeHint."""
        return QSize(200, sum(self._theme.line_height(name) for name, _ in _STYLES) + 16)


class AttentionList(QListView):
    """Signals: chosen(item): Enter or a click."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bare", "true")
        self.setAccessibleName("All that needs attention")
        self._model = AttentionModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Lines(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_chosen)
        theme.changed.connect(self.doItemsLayout)

    def show_attention(self, attention: Attention) -> None:
        """Show all of it, from the top; what is shown already stays as it is."""
        if attention.items == self._model.items:
            return
        self._model.set_items(attention.items)
        self.setCurrentIndex(self._model.index(0))

    def _on_chosen(self, index: QModelIndex) -> None:
        item: AttentionItem | None = index.data(ITEM_ROLE)
        if item is not None:
            self.chosen.emit(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_chosen(self.currentIndex())
            return
        super().keyPressEvent(event)
