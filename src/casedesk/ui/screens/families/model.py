"""The families as a table: as many rows as match, each read when it is first looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from casedesk.domain.views.families_list import FamilyListPage, FamilyListRow
from casedesk.ui.widgets.criterion_pips import Pip, spoken_pips
from casedesk.ui.widgets.pips_delegate import PIPS_ROLE

PAGE = 40
(
    COL_FAMILY,
    COL_KEYWORKER,
    COL_STATUS,
    COL_PIPS,
    COL_PROGRAMME,
    COL_VISIT,
    COL_REVIEW,
    COL_CONSENT,
) = range(8)
_HEADERS = (
    "Family", "Keyworker", "Status", "", "Programme", "Last visit", "Next review", "Consent",
)  # fmt: skip
SORT_OF: Mapping[int, str] = {
    COL_FAMILY: "name",
    COL_KEYWORKER: "keyworker",
    COL_STATUS: "status",
    COL_PROGRAMME: "programme",
    COL_VISIT: "last_visit",
    COL_REVIEW: "next_review",
}
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `FamilyListRow`, or None while it is being read."""

_Index = QModelIndex | QPersistentModelIndex


class FamiliesModel(QAbstractTableModel):
    """The answer to one question of the list.

    Signals:
        wanted(offset): a row of this page was looked at and is not there yet.
    """

    wanted = Signal(int)

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._rows: dict[int, FamilyListRow] = {}
        self._asked: set[int] = set()
        self._titles: Mapping[str, str] = {}

    def set_page(self, page: FamilyListPage) -> None:
        """Another question's answer, of which the first page is there."""
        self.beginResetModel()
        self._count = page.matching
        self._rows = dict(enumerate(page.rows))
        self._asked = {0}
        self._titles = page.titles
        self.endResetModel()

    def add_rows(self, offset: int, rows: Sequence[FamilyListRow]) -> None:
        """Rows of the same answer that were read later."""
        self._rows.update(enumerate(rows, start=offset))
        if rows:
            last = min(offset + len(rows), self._count) - 1
            self.dataChanged.emit(self.index(offset, 0), self.index(last, len(_HEADERS) - 1))

    def row_at(self, index: _Index) -> FamilyListRow | None:
        """The family of a row, None while it is being read."""
        return self._rows.get(index.row()) if index.isValid() else None

    def pips_of(self, row: FamilyListRow) -> tuple[Pip, ...]:
        """A family's pips as the delegate paints them."""
        return tuple(
            Pip(pip.short, self._titles.get(pip.criterion, pip.short), pip.state)
            for pip in row.pips
        )

    def _look_up(self, number: int) -> FamilyListRow | None:
        row = self._rows.get(number)
        if row is None:
            offset = number - number % PAGE
            if offset not in self._asked:
                self._asked.add(offset)
                self.wanted.emit(offset)
        return row

    def rowCount(self, parent: _Index | None = None) -> int:
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent is not None and parent.isValid() else self._count

    def columnCount(self, parent: _Index | None = None) -> int:
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent is not None and parent.isValid() else len(_HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Override QAbstractItemModel::headerData."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _HEADERS[section]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _HEADERS[section] or "Criteria"
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override QAbstractItemModel::data."""
        if not index.isValid():
            return None
        row = self._look_up(index.row())
        if role == ROW_ROLE:
            return row
        if role == PIPS_ROLE:
            return self.pips_of(row) if row and index.column() == COL_PIPS else ()
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if row is None else self._words(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "Being read" if row is None else self._spoken(row, index.column())
        return None

    def _words(self, row: FamilyListRow, column: int) -> str:
        return (
            row.name,
            row.keyworker or "",
            row.status_words,
            "",
            row.eligible_words,
            row.visit_words,
            row.review_words,
            row.consent.words,
        )[column]

    def _spoken(self, row: FamilyListRow, column: int) -> str:
        if column == COL_FAMILY:
            return f"{row.name}, {row.second}"
        if column == COL_PIPS:
            return spoken_pips(self.pips_of(row))
        return f"{_HEADERS[column]}: {self._words(row, column) or 'not recorded'}"
