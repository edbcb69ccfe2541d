"""The table of what was shared lately: one Tab stop, two lines a row, Enter opens the entry."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from casedesk.domain.views.reports_page import DONE, SharedLately
from casedesk.ui.screens.reports.model import (
    COL_FAMILY,
    COL_HOW,
    COL_SHARED,
    COL_STATE,
    COL_WHEN,
    LINE_ROLE,
    SECOND_ROLE,
    SharedModel,
    state_of,
)
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.bare_table import BareTable
from casedesk.ui.widgets.painted_cell import PaintedCell
from casedesk.ui.widgets.painted_item import Index

ROW_HIGH, HEAD_HIGH = 44, 32
LEAST_ROWS = 4
PAD, PAD_RIGHT = 12, 4
WIDTHS = {COL_WHEN: 120, COL_FAMILY: 160, COL_SHARED: 240, COL_HOW: 160, COL_STATE: 136}
SHARES = {COL_FAMILY: 1, COL_SHARED: 2, COL_HOW: 1}
"""How the room that is left over is shared."""


class _Cells(PaintedCell):
    """Paints the two lines of a cell, and the state as shape, word and colour."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::paint."""
        words = self.paint_ground(painter, option, index)
        line: SharedLately | None = index.data(LINE_ROLE)
        rect = option.rect.adjusted(PAD, 0, -PAD_RIGHT, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line is None:
            self.paint_waiting(painter, rect)
        elif index.column() == COL_STATE:
            self._paint_state(painter, rect, line)
        else:
            self._paint_words(painter, rect, index, words)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index, words: str) -> None:
        upper, lower = self._theme.line_height("body"), self._theme.line_height("cap")
        second = str(index.data(SECOND_ROLE) or "")
        high = upper + lower if second else upper
        first = QRect(rect.left(), rect.top() + (rect.height() - high) // 2, rect.width(), upper)
        style = "sub" if index.column() == COL_FAMILY else "body"
        self.say(painter, first, words, style, "ink")
        below = QRect(rect.left(), first.top() + upper, rect.width(), lower)
        self.say(painter, below, second, "cap", "ink3")

    def _paint_state(self, painter: QPainter, rect: QRect, line: SharedLately) -> None:
        look = state_of(line)
        if line.state == DONE:
            self.say_state(painter, rect, look)
        else:
            self.badge(painter, rect, look)


class SharedTable(BareTable):
    """Signals: opened(line): Enter, Space or a click on an entry."""

    opened = Signal(object)

    def __init__(self, theme: Theme, model: SharedModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent=parent)
        self._theme = theme
        self.setAccessibleName("What was shared lately")
        self.setItemDelegate(_Cells(theme, self))
        self.setMouseTracking(True)
        self.row_opened.connect(self._open)
        theme.changed.connect(self._place)
        self._place()

    def _open(self, index: QModelIndex) -> None:
        line: SharedLately | None = index.data(LINE_ROLE)
        if line is not None:
            self.opened.emit(line)

    def _place(self) -> None:
        """Widths from the text size; narrow, who did it gives way (it is in the entry)."""
        px = self._theme.px
        self.verticalHeader().setDefaultSectionSize(px(ROW_HIGH))
        self.horizontalHeader().setFixedHeight(px(HEAD_HIGH))
        self.setMinimumHeight(self.minimumSizeHint().height())
        widths = {column: px(width) for column, width in WIDTHS.items()}
        room = self.viewport().width()
        is_narrow = sum(widths.values()) > room
        self.setColumnHidden(COL_HOW, is_narrow)
        if is_narrow:
            del widths[COL_HOW]
        spare = room - sum(widths.values())
        shares = {column: part for column, part in SHARES.items() if column in widths}
        for column, width in widths.items():
            extra = spare * shares.get(column, 0) // sum(shares.values())
            self.setColumnWidth(column, max(width + extra, px(64)))

    def sizeHint(self) -> QSize:
        """Override QWidget::sizeHint: it takes what is left over, and scrolls."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint: its head and some rows."""
        px = self._theme.px
        return QSize(280, px(HEAD_HIGH) + LEAST_ROWS * px(ROW_HIGH) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._place()
