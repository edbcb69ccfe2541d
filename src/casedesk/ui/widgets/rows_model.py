"""Rows of one kind for a list, which they are shown in as they come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

T = TypeVar("T")
ROW_ROLE = Qt.ItemDataRole.UserRole + 60
"""Answered with the row itself."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RowsModel(QAbstractListModel, Generic[T]):
    """What is made of it says a row in words, short (`words_of`) and whole (`spoken_of`)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[T, ...] = ()

    def show_rows(self, rows: Sequence[T]) -> None:
        """These, in place of those before."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> T | None:
        """The row there, or None."""
        row = index.row()
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def words_of(self, row: T) -> str:
        """What it is searched by as somebody types."""
        return self.spoken_of(row)

    def spoken_of(self, row: T) -> str:
        """All that is shown of it."""
        return ""

    def tip_of(self, row: T) -> str | None:
        """What is said where the pointer rests on it, or None."""
        return None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override QAbstractItemModel::data."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken_of(row)
        return self.tip_of(row) if role == Qt.ItemDataRole.ToolTipRole else None
