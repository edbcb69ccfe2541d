"""The small table of families: one Tab stop, Enter opens, as high as its rows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from casedesk.domain.views.families_list import FamilyListRow
from casedesk.ui.screens.today.families_model import (
    COL_FAMILY,
    COL_PIPS,
    COL_PROGRAMME,
    COL_REVIEW,
    COL_VISIT,
    ROW_ROLE,
    TodayFamilies,
)
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.criterion_pips import CELL
from casedesk.ui.widgets.glyphs import paint_glyph
from casedesk.ui.widgets.pips_delegate import PipsDelegate
from casedesk.ui.widgets.pips_header import PipsHeader
from casedesk.ui.widgets.state_badge import badge_size, paint_badge
from casedesk.ui.widgets.states import ELIGIBLE, LATE, NOT_YET, StateLook

ROW_HEIGHT = 44
HEADER_HEIGHT = 32
PAD = 12
_WIDTHS = {COL_FAMILY: 112, COL_PROGRAMME: 132, COL_VISIT: 112, COL_REVIEW: 120}
_DROPPED_FIRST = (COL_VISIT, COL_REVIEW, COL_PROGRAMME)
_Index = QModelIndex | QPersistentModelIndex


class _Cells(QStyledItemDelegate):
    """Paints every column but the pips."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Override QStyledItemDelegate::paint."""
        self.initStyleOption(option, index)
        words, option.text = option.text, ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        row: FamilyListRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(PAD, 0, -4, 0)
        if index.column() == COL_FAMILY:
            upper, lower = self._theme.line_height("sub"), self._theme.line_height("cap")
            top = rect.top() + (rect.height() - upper - lower) // 2
            name = QRect(rect.left(), top, rect.width(), upper)
            self._say(painter, name, row.name, "sub", "ink")
            self._say(painter, name.translated(0, upper), row.ref, "cap", "ink3")
        else:
            self._cell(painter, rect, words, *_look_of(row, index.column(), words))
        painter.restore()

    def _cell(
        self, painter: QPainter, rect: QRect, words: str, look: StateLook | None, badge: bool
    ) -> None:
        theme, ink = self._theme, "ink"
        if look is not None and badge:
            size = badge_size(theme, look, large=False)
            top = rect.center().y() - size.height() / 2
            place = QRectF(rect.left(), top, min(size.width(), rect.width()), size.height())
            paint_badge(painter, place, look, theme, large=False)
            return
        if look is not None:
            side = theme.px(16)
            glyph = QRectF(rect.left(), rect.center().y() - side / 2 + 0.5, side, side)
            paint_glyph(painter, glyph, look.glyph, theme, look.tone)
            rect = rect.adjusted(side + 6, 0, 0, 0)
            ink = f"{look.tone}Tx"
        self._say(painter, rect, words, "body", ink)

    def _say(self, painter: QPainter, rect: QRect, words: str, style: str, ink: str) -> None:
        font = self._theme.font(style)
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class TodayFamiliesTable(QTableView):
    """Signals: opened(row): Enter or a click on a family."""

    opened = Signal(object)

    def __init__(self, theme: Theme, model: TodayFamilies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pips = 6
        self.setModel(model)
        self.setProperty("bare", "true")
        self.setAccessibleName("Families")
        self.setItemDelegate(_Cells(theme, self))
        self.setItemDelegateForColumn(COL_PIPS, PipsDelegate(theme, self))
        header = PipsHeader(theme, COL_PIPS, parent=self)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        self._header = header
        self.setHorizontalHeader(header)
        self.verticalHeader().hide()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_activated)
        model.modelReset.connect(self._place)
        theme.changed.connect(self._place)
        self._place()

    def set_headings(self, shorts: list[str]) -> None:
        """The short names of the programme's criteria."""
        self._pips = len(shorts)
        self._header.set_names(shorts)
        self._place()

    def _on_activated(self, index: QModelIndex) -> None:
        row: FamilyListRow | None = index.data(ROW_ROLE)
        if row is not None:
            self.opened.emit(row)

    def _place(self) -> None:
        """Widths from the text size; narrow, columns give way one after the other."""
        px = self._theme.px
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        self._header.setFixedHeight(px(HEADER_HEIGHT))
        widths = {column: px(width) for column, width in _WIDTHS.items()}
        widths[COL_PIPS] = px(CELL) * self._pips + px(8)
        shown = dict(widths)
        room = self.viewport().width()
        for column in _DROPPED_FIRST:
            if sum(shown.values()) > room:
                del shown[column]
        spare = max(0, room - sum(shown.values()))
        sharing = [one for one in (COL_FAMILY, COL_PROGRAMME, COL_REVIEW) if one in shown]
        for column, width in widths.items():
            self.setColumnHidden(column, column not in shown)
            extra = spare // len(sharing) if column in sharing else 0
            self.setColumnWidth(column, width + extra)
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Override QWidget::sizeHint: all of its rows."""
        model = self.model()
        rows = model.rowCount() if model is not None else 0
        return QSize(600, self._theme.px(HEADER_HEIGHT) + rows * self._theme.px(ROW_HEIGHT) + 2)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint."""
        return QSize(280, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent: Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_activated(self.currentIndex())
            return
        super().keyPressEvent(event)


def _look_of(row: FamilyListRow, column: int, words: str) -> tuple[StateLook | None, bool]:
    """The glyph and tone of a cell, and whether it is a badge."""
    if column == COL_PROGRAMME:
        look = ELIGIBLE if row.eligible else NOT_YET
        return StateLook(look.glyph, words, look.tone), False
    if column == COL_VISIT and row.visit_late:
        return StateLook("clock", words, "warn"), False
    if column == COL_REVIEW and row.review_late:
        return StateLook(LATE.glyph, words, LATE.tone), True
    return None, False
