"""The lines of the chronology, for its list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from casedesk.domain.dates import long_date
from casedesk.domain.views.chronology import ChronologyLine

LINE_ROLE = Qt.ItemDataRole.UserRole + 61
"""Answered with the `ChronologyLine`."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ChronologyModel(QAbstractListModel):
    """All of a family's lines, in the order they are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[ChronologyLine, ...] = ()

    def show_lines(self, lines: tuple[ChronologyLine, ...]) -> None:
        """These, in place of those before."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def line_at(self, index: Index) -> ChronologyLine | None:
        """The line of a row."""
        row = index.row()
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override QAbstractItemModel::data."""
        line = self.line_at(index)
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{long_date(line.on)}, {line.title}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_line(line)
        return None


def source_words(line: ChronologyLine) -> str:
    """ "Kerry, Tyler. Written by Jo Hebden. Confidential"."""
    parts = (", ".join(line.people), line.source, "Confidential" if line.confidential else "")
    return " · ".join(one for one in parts if one)


def spoken_line(line: ChronologyLine) -> str:
    """All that a row shows."""
    parts = (f"{long_date(line.on)}, {line.title}", line.text, line.impact, source_words(line))
    return ". ".join(one.strip().rstrip(".") for one in parts if one.strip())
