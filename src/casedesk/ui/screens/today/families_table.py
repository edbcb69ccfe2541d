"""The small table of families: one Tab stop, Enter opens, as high as its rows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QStyleOptionViewItem, QWidget

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
from casedesk.ui.widgets.painted_cell import PaintedCell
from casedesk.ui.widgets.painted_item import Index
from casedesk.ui.widgets.pips_header import PipsHeader
from casedesk.ui.widgets.pips_table import ROW_HIGH, PipsTable
from casedesk.ui.widgets.states import LATE, StateLook

HEADER_HEIGHT = 32
PAD = 15
_WIDTHS = {COL_FAMILY: 112, COL_PROGRAMME: 118, COL_VISIT: 126, COL_REVIEW: 122}
_DROPPED_FIRST = (COL_VISIT, COL_REVIEW, COL_PROGRAMME)


class _Cells(PaintedCell):
    """Paints every column but the pips."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::paint."""
        words = self.paint_ground(painter, option, index)
        row: FamilyListRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(PAD, 0, -4, 0)
        if index.column() == COL_FAMILY:
            name, _ = self.halves(rect, "sub", "cap")
            self.say(painter, name, row.name, "sub", "ink")
            self.say(painter, name.translated(0, name.height()), row.ref, "cap", "ink3")
        elif index.column() == COL_VISIT and row.visit_late:
            self.say_state(painter, rect, StateLook("clock", words, "warn"))
        elif index.column() == COL_REVIEW and row.review_late:
            self.badge(painter, rect, StateLook(LATE.glyph, words, LATE.tone))
        else:
            style = "med" if index.column() == COL_PROGRAMME else "body"
            self.say(painter, rect, words, style, "ink")
        painter.restore()


class TodayFamiliesTable(PipsTable):
    """The first families of the list."""

    def __init__(self, theme: Theme, model: TodayFamilies, parent: QWidget | None = None) -> None:
        header = PipsHeader(theme, COL_PIPS)
        super().__init__(
            theme, model, header, pips_column=COL_PIPS, row_role=ROW_ROLE, parent=parent
        )
        self.setItemDelegate(_Cells(theme, self))
        header.setSectionsClickable(False)
        header.setProperty("inset", PAD)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        model.modelReset.connect(self.place)
        self.place()

    def place(self) -> None:
        """Override PipsTable::place: as high as its rows."""
        self._header.setFixedHeight(self._theme.px(HEADER_HEIGHT))
        self.share_out(_WIDTHS, _DROPPED_FIRST, (COL_FAMILY, COL_PROGRAMME, COL_REVIEW))
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Override QWidget::sizeHint: all of its rows."""
        model = self.model()
        rows = model.rowCount() if model is not None else 0
        return QSize(600, self._theme.px(HEADER_HEIGHT) + rows * self._theme.px(ROW_HIGH) + 2)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint."""
        return QSize(280, self.sizeHint().height())
