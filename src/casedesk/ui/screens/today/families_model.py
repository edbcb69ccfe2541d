"""The first families of the list as the small table of Today shows them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from casedesk.domain.views.families_list import FamilyListPage, FamilyListRow
from casedesk.ui.widgets.criterion_pips import Pip, spoken_pips
from casedesk.ui.widgets.pips_delegate import PIPS_ROLE

COL_FAMILY, COL_PIPS, COL_PROGRAMME, COL_VISIT, COL_REVIEW = range(5)
HEADERS = ("Family", "", "Programme", "Last visit", "Next review")
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class TodayFamilies(QAbstractTableModel):
    """One page of the list, without more to come."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._page: FamilyListPage | None = None
        self._year = ""

    def set_page(self, page: FamilyListPage, year: int) -> None:
        """Show other families; the year that needs no saying is `year`."""
        self.beginResetModel()
        self._page = page
        self._year = f" {year}"
        self.endResetModel()

    def row_at(self, number: int) -> FamilyListRow | None:
        """The family in a row."""
        rows = self._page.rows if self._page is not None else ()
        return rows[number] if 0 <= number < len(rows) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        """Override QAbstractItemModel::rowCount."""
        if self._page is None or (parent is not None and parent.isValid()):
            return 0
        return len(self._page.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent is not None and parent.isValid() else len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Override QAbstractItemModel::headerData."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(HEADERS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADERS[section]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return HEADERS[section] or "Criteria"
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override QAbstractItemModel::data."""
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == PIPS_ROLE:
            return self._pips(row) if index.column() == COL_PIPS else ()
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(row, index.column()).removesuffix(self._year)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.column())
        return None

    def _pips(self, row: FamilyListRow) -> tuple[Pip, ...]:
        titles = self._page.titles if self._page is not None else {}
        return tuple(
            Pip(one.short, titles.get(one.criterion, one.short), one.state) for one in row.pips
        )

    def _spoken(self, row: FamilyListRow, column: int) -> str:
        if column == COL_FAMILY:
            return f"{row.name}, {row.ref}"
        if column == COL_PIPS:
            return spoken_pips(self._pips(row))
        return f"{HEADERS[column]}: {_words(row, column)}" if column in _SAID else ""


_SAID = (COL_PROGRAMME, COL_VISIT, COL_REVIEW)


def _words(row: FamilyListRow, column: int) -> str:
    if column == COL_FAMILY:
        return row.name
    if column == COL_PROGRAMME:
        return row.eligible_words
    if column == COL_VISIT:
        return row.visit_words
    return row.review_words if column == COL_REVIEW else ""
