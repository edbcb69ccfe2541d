"""The table of changes: one row an entry, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from casedesk.domain.views.history import HistoryLine
from casedesk.ui.screens.family.history.change_words import (
    from_to_words,
    spoken_words,
    what_words,
    when_words,
)
from casedesk.ui.theme.theme import Theme

COLUMNS = ("When", "Who", "What was done", "From → to")
COL_WHEN, COL_WHO, COL_WHAT, COL_FROM_TO = range(4)
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_SIGNS = {
    "add": ("plus", "ink2"),
    "change": ("pencil", "accentTx"),
    "remove": ("trash-2", "badTx"),
    "erase": ("eye-off", "badTx"),
}
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class HistoryModel(QAbstractTableModel):
    """Signs say the same as the words beside them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines: tuple[HistoryLine, ...] = ()

    def show_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def add_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Show older entries below those there are."""
        if not lines:
            return
        first = len(self.lines)
        self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
        self.lines = (*self.lines, *lines)
        self.endInsertRows()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override QAbstractItemModel::data."""
        if not 0 <= index.row() < len(self.lines):
            return None
        line, column = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(line, column)
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_words(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _cell(line, column)
        if role == Qt.ItemDataRole.FontRole and column == COL_WHAT:
            return self._theme.font("med")
        if role == Qt.ItemDataRole.DecorationRole and column == COL_WHAT:
            sign, ink = _SIGNS.get(line.action, _SIGNS["change"])
            return self._theme.icon(sign, 16, ink, gap=1)
        if role == Qt.ItemDataRole.ForegroundRole and column in (COL_WHEN, COL_WHO):
            return self._theme.colour("ink2")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Override QAbstractItemModel::headerData."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return dict(enumerate(COLUMNS)).get(section)
        return None


def _cell(line: HistoryLine, column: int) -> str:
    if column == COL_WHEN:
        return when_words(line)
    if column == COL_WHO:
        return line.who
    return what_words(line) if column == COL_WHAT else from_to_words(line)
