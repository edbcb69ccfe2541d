"""Pips in a table: one column, one painting, words for screen readers and tooltips."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip

from casedesk.ui.widgets.criterion_pips import CELL, Pip, paint_pips, pip_at
from casedesk.ui.widgets.painted_item import Index, PaintedItem

PIPS_ROLE = Qt.ItemDataRole.UserRole + 40
"""The model answers it with a sequence of `Pip`; `AccessibleTextRole` with `spoken_pips`."""


class PipsDelegate(PaintedItem):
    """Paints the pips of a cell (`PIPS_ROLE`) and names the one under the pointer."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.paint_ground(painter, option, index)
        paint_pips(painter, option.rect, _pips(index), self._theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(CELL) * len(_pips(index)), self._theme.px(44))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        pip = pip_at(option.rect, _pips(index), self._theme, event.pos())
        QToolTip.showText(event.globalPos(), pip.spoken if pip else "", view)
        return True


def _pips(index: Index) -> tuple[Pip, ...]:
    model: QAbstractItemModel | None = index.model()
    return tuple(model.data(index, PIPS_ROLE) or ()) if model is not None else ()
