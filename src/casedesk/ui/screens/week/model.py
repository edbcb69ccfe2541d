"""A week as a table: a column a day, a row for each visit of the fullest day."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from casedesk.domain.views.diary import DayOfWeek, VisitLine, Week

VISIT_ROLE = Qt.ItemDataRole.UserRole + 1
DAY_ROLE = Qt.ItemDataRole.UserRole + 2
NOTHING = "No visits"
_Index = QModelIndex | QPersistentModelIndex


class WeekModel(QAbstractTableModel):
    """Each cell answers `VISIT_ROLE` with its visit or None, `DAY_ROLE` with its day."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._days: tuple[DayOfWeek, ...] = ()
        self._rows = 0

    def set_week(self, week: Week) -> None:
        """Show another week."""
        self.beginResetModel()
        self._days = week.days
        self._rows = max((1, *(len(day.visits) for day in week.days)))
        self.endResetModel()

    def day_at(self, column: int) -> DayOfWeek | None:
        """The day of a column."""
        return self._days[column] if 0 <= column < len(self._days) else None

    def visit_at(self, index: _Index) -> VisitLine | None:
        """The visit of a cell."""
        day = self.day_at(index.column()) if index.isValid() else None
        if day is None or not 0 <= index.row() < len(day.visits):
            return None
        return day.visits[index.row()]

    def place_of(self, visit_id: str) -> QModelIndex:
        """Where a visit stands; nowhere when it is not in this week."""
        for column, day in enumerate(self._days):
            for row, line in enumerate(day.visits):
                if line.record.id == visit_id:
                    return self.index(row, column)
        return QModelIndex()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent is not None and parent.isValid() else self._rows

    def columnCount(self, parent: _Index | None = None) -> int:
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent is not None and parent.isValid() else len(self._days)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Override QAbstractItemModel::headerData."""
        day = self.day_at(section)
        if orientation != Qt.Orientation.Horizontal or day is None:
            return None
        if role == DAY_ROLE:
            return day
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{day.heading}, today" if day.is_today else day.heading
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override QAbstractItemModel::data."""
        if role == VISIT_ROLE:
            return self.visit_at(index)
        if role == DAY_ROLE:
            return self.day_at(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            visit = self.visit_at(index)
            return visit.spoken if visit is not None else None
        return None

    def _words(self, index: _Index) -> str:
        day = self.day_at(index.column())
        visit = self.visit_at(index)
        if day is None:
            return ""
        if visit is not None:
            return f"{day.heading}: {visit.spoken}"
        return f"{day.heading}: {NOTHING}" if not day.visits and index.row() == 0 else ""
