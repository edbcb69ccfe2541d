"""The table of families: one Tab stop, Enter opens, the header sorts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

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
from casedesk.ui.widgets.pips_table import ROW_HIGH, PipsTable

HEADER_HEIGHT = 36
_WIDTHS = {
    COL_FAMILY: 132,
    COL_KEYWORKER: 132,
    COL_STATUS: 116,
    COL_PROGRAMME: 152,
    COL_VISIT: 132,
    COL_REVIEW: 120,
    COL_CONSENT: 140,
}
_DROPPED_FIRST = (COL_KEYWORKER, COL_VISIT, COL_STATUS, COL_REVIEW, COL_CONSENT)
FOUND_WIDTH = 268
"""The first column while searching: it says what was found under the name."""


class FamiliesTable(PipsTable):
    """Shows a `FamiliesModel`.

    Signals:
        opened(row): Enter, Space or a click on a family.
        sort_asked(column): a heading that sorts was pressed; `column` is a name of the list.
    """

    sort_asked = Signal(str)

    def __init__(self, theme: Theme, model: FamiliesModel, parent: QWidget | None = None) -> None:
        header = SortedHeader(theme, COL_PIPS)
        super().__init__(
            theme, model, header, pips_column=COL_PIPS, row_role=ROW_ROLE, parent=parent
        )
        self._finding = False
        self.setItemDelegate(FamilyCells(theme, self))
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._on_section_clicked)
        # Only now: taking the header over turns the indicator off.
        header.setSortIndicatorShown(True)
        header.setSortIndicator(COL_FAMILY, Qt.SortOrder.AscendingOrder)
        self.place()

    def show_found(self, *, finding: bool) -> None:
        """Room under the name for what was found, or none."""
        if finding != self._finding:
            self._finding = finding
            self.place()

    def height_of(self, rows: int) -> int:
        """How high it is with so many rows and no more."""
        return self._theme.px(HEADER_HEIGHT) + rows * self._theme.px(ROW_HIGH) + 1

    def show_sort(self, column: str, *, descending: bool) -> None:
        """Which column the list is sorted by."""
        way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        for section, name in SORT_OF.items():
            if name == column:
                self._header.setSortIndicator(section, way)

    def _on_section_clicked(self, section: int) -> None:
        if section in SORT_OF:
            self.sort_asked.emit(SORT_OF[section])

    def open_chosen(self) -> None:
        """What Enter does: opens the family that the mark is on."""
        self.row_opened.emit(self.currentIndex())

    def place(self) -> None:
        """Override PipsTable::place: while searching, what was found has more room."""
        self._header.setFixedHeight(self._theme.px(HEADER_HEIGHT))
        widths, dropped = _WIDTHS, _DROPPED_FIRST
        if self._finding:
            widths = {**_WIDTHS, COL_FAMILY: FOUND_WIDTH}
            dropped = (COL_CONSENT, *_DROPPED_FIRST[:-1])
        self.share_out(widths, dropped, (COL_FAMILY, COL_CONSENT, COL_PROGRAMME))
