"""The table of families: one Tab stop, Enter opens, the header sorts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from casedesk.domain.views.families_list import FamilyListRow
from casedesk.ui.screens.families.cells import FamilyCells
from casedesk.ui.screens.families.model import (
    COL_CONSENT,
    COL_FAMILY,
    COL_KEYWORKER,
    COL_PIPS,
    COL_PROGRAMME,
    COL_REVIEW,
    COL_STATUS,
    COL_VISIT,
    ROW_ROLE,
    SORT_OF,
    FamiliesModel,
)
from casedesk.ui.screens.families.sorted_header import SortedHeader
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.criterion_pips import CELL
from casedesk.ui.widgets.pips_delegate import PipsDelegate

ROW_HEIGHT = 44
_WIDTHS = {
    COL_FAMILY: 132,
    COL_KEYWORKER: 132,
    COL_STATUS: 108,
    COL_PROGRAMME: 152,
    COL_VISIT: 132,
    COL_REVIEW: 120,
    COL_CONSENT: 140,
}
_DROPPED_FIRST = (COL_KEYWORKER, COL_VISIT, COL_STATUS, COL_REVIEW, COL_CONSENT)


class FamiliesTable(QTableView):
    """Shows a `FamiliesModel`.

    Signals:
        opened(row): Enter or a click on a family.
        sort_asked(column): a heading that sorts was pressed; `column` is a name of the list.
    """

    opened = Signal(object)
    sort_asked = Signal(str)

    def __init__(self, theme: Theme, model: FamiliesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pips = 6
        self.setModel(model)
        self.setAccessibleName("Families")
        self.setItemDelegate(FamilyCells(theme, self))
        self.setItemDelegateForColumn(COL_PIPS, PipsDelegate(theme, self))
        header = SortedHeader(theme, COL_PIPS, parent=self)
        header.setSectionsClickable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.sectionClicked.connect(self._on_section_clicked)
        self._header = header
        self.setHorizontalHeader(header)
        # Only now: taking the header over turns the indicator off.
        header.setSortIndicatorShown(True)
        header.setSortIndicator(COL_FAMILY, Qt.SortOrder.AscendingOrder)
        self.verticalHeader().hide()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._on_activated)
        self.clicked.connect(self._on_activated)
        theme.changed.connect(self._place)
        self._place()

    def set_headings(self, shorts: list[str]) -> None:
        """The short names of the programme's criteria."""
        self._pips = len(shorts)
        self._header.set_names(shorts)
        self._place()

    def show_sort(self, column: str, *, descending: bool) -> None:
        """Which column the list is sorted by."""
        way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        for section, name in SORT_OF.items():
            if name == column:
                self._header.setSortIndicator(section, way)

    def _on_section_clicked(self, section: int) -> None:
        if section in SORT_OF:
            self.sort_asked.emit(SORT_OF[section])

    def _on_activated(self, index: QModelIndex) -> None:
        row: FamilyListRow | None = index.data(ROW_ROLE)
        if row is not None:
            self.opened.emit(row)

    def _place(self) -> None:
        """Widths from the text size; narrow, columns give way one after the other."""
        px = self._theme.px
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        self._header.setFixedHeight(px(36))
        widths = {column: px(width) for column, width in _WIDTHS.items()}
        widths[COL_PIPS] = px(CELL) * self._pips + px(8)
        room = self.viewport().width()
        shown = dict(widths)
        for column in _DROPPED_FIRST:
            if sum(shown.values()) > room:
                del shown[column]
        spare = max(0, room - sum(shown.values()))
        stretched = [
            column for column in (COL_FAMILY, COL_CONSENT, COL_PROGRAMME) if column in shown
        ]
        for column, width in widths.items():
            self.setColumnHidden(column, column not in shown)
            extra = spare // len(stretched) if column in stretched else 0
            self.setColumnWidth(column, width + extra)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent: Enter opens, whatever the platform calls activation."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_activated(self.currentIndex())
            return
        super().keyPressEvent(event)
