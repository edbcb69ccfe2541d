"""What was shared lately as a table: as many rows as there are, each read when looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from casedesk.domain.dates import long_date, short_date
from casedesk.domain.views.reports_page import (
    DONE,
    FAILED,
    PENDING,
    SharedLately,
    SharedLatelyPage,
)
from casedesk.services.reports_page import PAGE
from casedesk.ui.widgets.states import StateLook

COL_WHEN, COL_FAMILY, COL_SHARED, COL_HOW, COL_STATE = range(5)
HEADERS = ("When", "Family", "Shared with, and for what", "How, and by whom", "State")
STATES = {
    DONE: StateLook("circle-check", "Done", "good"),
    PENDING: StateLook("circle-dashed", "Not finished", "warn"),
    FAILED: StateLook("circle-x", "Failed", "bad"),
}
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `SharedLately`, or None while it is being read."""
SECOND_ROLE = Qt.ItemDataRole.UserRole + 2
"""The words of the second line of a cell."""

_Index = QModelIndex | QPersistentModelIndex


class SharedModel(QAbstractTableModel):
    """Signals: wanted(offset): a row of this page was looked at and is not there yet."""

    wanted = Signal(int)

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._lines: dict[int, SharedLately] = {}
        self._asked: set[int] = set()

    def set_page(self, page: SharedLatelyPage) -> None:
        """Another log, of which the first page is there."""
        self.beginResetModel()
        self._count = page.total
        self._lines = dict(enumerate(page.lines))
        self._asked = {0}
        self.endResetModel()

    def add_lines(self, offset: int, lines: Sequence[SharedLately]) -> None:
        """Lines of the same log that were read later."""
        self._lines.update(enumerate(lines, start=offset))
        if lines:
            last = min(offset + len(lines), self._count) - 1
            self.dataChanged.emit(self.index(offset, 0), self.index(last, len(HEADERS) - 1))

    def row_of(self, entry_id: str) -> int:
        """The row of an entry that was read, the first one for any other."""
        return next((row for row, line in self._lines.items() if line.id == entry_id), 0)

    def _look_up(self, row: int) -> SharedLately | None:
        line = self._lines.get(row)
        offset = row - row % PAGE
        if line is None and 0 <= row < self._count and offset not in self._asked:
            self._asked.add(offset)
            self.wanted.emit(offset)
        return line

    def rowCount(self, parent: _Index | None = None) -> int:
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent is not None and parent.isValid() else self._count

    def columnCount(self, parent: _Index | None = None) -> int:
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent is not None and parent.isValid() else len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Override QAbstractItemModel::headerData."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADERS[section] if 0 <= section < len(HEADERS) else None
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override QAbstractItemModel::data."""
        if not index.isValid():
            return None
        line, column = self._look_up(index.row()), index.column()
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if line is None else _cell(line, column)[0]
        if role == SECOND_ROLE:
            return "" if line is None else _cell(line, column)[1]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # The arrows move by whole rows, and stay in the first column.
            return "Being read" if line is None else _spoken(line, column)
        if role == Qt.ItemDataRole.ToolTipRole and line is not None:
            return "\n".join(part for part in _cell(line, column) if part)
        return None


def state_of(line: SharedLately) -> StateLook:
    """How the state of an entry is shown."""
    return STATES.get(line.state, STATES[PENDING])


def _cell(line: SharedLately, column: int) -> tuple[str, str]:
    """The two lines of a cell."""
    if column == COL_WHEN:
        at = line.at.astimezone()
        return short_date(at.date()), f"{at:%H:%M}"
    if column == COL_FAMILY:
        return line.family, line.family_ref or ""
    if column == COL_SHARED:
        return line.recipient, line.purpose
    if column == COL_HOW:
        return line.how, line.by
    return state_of(line).word, ""


def _spoken(line: SharedLately, column: int) -> str:
    if column != COL_WHEN:
        words = ", ".join(part for part in _cell(line, column) if part)
        return f"{HEADERS[column]}: {words}" if column < len(HEADERS) else words
    at = line.at.astimezone()
    family = f"{line.family}, {line.family_ref}" if line.family_ref else line.family
    return (
        f"{long_date(at.date())}, {at:%H:%M}: {family}. Shared with {line.recipient} for: "
        f"{line.purpose}. {line.how} by {line.by}. {state_of(line).word}"
    )
