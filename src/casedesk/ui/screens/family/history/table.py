"""The entries as a table: one Tab stop, it scrolls and asks for more, Enter opens one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from casedesk.domain.views.history import HistoryLine
from casedesk.ui.screens.family.history.model import (
    COL_FROM_TO,
    COL_WHAT,
    COL_WHEN,
    COL_WHO,
    LINE_ROLE,
    HistoryModel,
)
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.bare_table import BareTable

_ROW = 36
_WHEN, _WHO = 168, 144
_BOTH_FROM = 560
"""At 100% text: so much room beside the day before the worker's name is shown too."""


class HistoryTable(BareTable):
    """Signals: opened(line): Enter or a click; more_asked(): the end is near."""

    opened = Signal(object)
    more_asked = Signal()

    def __init__(self, theme: Theme, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent=parent)
        self._theme = theme
        self.setAccessibleName("History of this family")
        self.row_opened.connect(self._open)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._near_end)
        bar.rangeChanged.connect(self._near_end)
        theme.changed.connect(self._fit)
        self._fit()

    def _open(self, index: QModelIndex) -> None:
        line: HistoryLine | None = index.data(LINE_ROLE) if index.isValid() else None
        if line is not None:
            self.opened.emit(line)

    def _near_end(self) -> None:
        bar = self.verticalScrollBar()
        if bar.value() >= bar.maximum() - self.viewport().height():
            self.more_asked.emit()

    def _fit(self) -> None:
        px = self._theme.px
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        self.horizontalHeader().setFixedHeight(px(_ROW))
        room = self.viewport().width() - px(_WHEN)
        has_who = room >= px(_WHO + _BOTH_FROM)
        self.setColumnHidden(COL_WHO, not has_who)
        spare = max(0, room - (px(_WHO) if has_who else 0))
        self.setColumnWidth(COL_WHEN, px(_WHEN))
        self.setColumnWidth(COL_WHO, px(_WHO))
        self.setColumnWidth(COL_WHAT, spare * 9 // 20)
        self.setColumnWidth(COL_FROM_TO, spare - spare * 9 // 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._fit()
