"""Everything that needs attention, in one list: one Tab stop, Enter does what its words say."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from casedesk.domain.views.today import GROUPS, Attention, AttentionItem
from casedesk.ui.screens.today.attention_looks import look_of
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.item_list import ItemList
from casedesk.ui.widgets.painted_item import Index, PaintedItem
from casedesk.ui.widgets.rows_model import ROW_ROLE, RowsModel

_STYLES = (("capb", "ink3"), ("smallb", ""), ("sub", "ink"), ("small", "ink2"))
_PAD, _SIGN, _GAP = 12, 20, 12


class AttentionModel(RowsModel[AttentionItem]):
    """The items in their order."""

    def spoken_of(self, row: AttentionItem) -> str:
        """The group, the thing, and what Enter does."""
        return f"{GROUPS[row.group]}. {row.spoken}. {row.do}"

    def tip_of(self, row: AttentionItem) -> str:
        """The thing, uncut."""
        return row.title


class _Lines(PaintedItem):
    """Paints the group, what it is, the thing itself, and the family with the day."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::paint."""
        self.paint_ground(painter, option, index)
        item: AttentionItem | None = index.data(ROW_ROLE)
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
            height = theme.line_height(style_name)
            words.setTop(top)
            words.setHeight(height)
            self.say(painter, words, text, style_name, ink or f"{look.tone}Tx")
            top += height
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override QStyledItemDelegate::sizeHint."""
        return QSize(200, sum(self._theme.line_height(name) for name, _ in _STYLES) + 16)


class AttentionList(ItemList):
    """Signals: chosen(item): Enter or a click."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        model = AttentionModel()
        super().__init__(theme, model, "All that needs attention", bare=True, parent=parent)
        model.setParent(self)
        self._model = model
        self.paint_with(_Lines(theme, self))
        self.clicked.connect(self._on_chosen)
        self.row_entered.connect(self._on_chosen)

    def show_attention(self, attention: Attention) -> None:
        """Show all of it, from the top; what is shown already stays as it is."""
        if attention.items == self._model.rows:
            return
        self._model.show_rows(attention.items)
        self.setCurrentIndex(self._model.index(0))

    def _on_chosen(self, index: QModelIndex) -> None:
        item: AttentionItem | None = index.data(ROW_ROLE)
        if item is not None:
            self.chosen.emit(item)
