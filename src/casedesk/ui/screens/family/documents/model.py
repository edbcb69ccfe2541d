"""The documents of a family, for the list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from casedesk.domain.programmes.wording import listed
from casedesk.domain.views.documents_page import DocumentLine

LINE_ROLE = Qt.ItemDataRole.UserRole + 70
"""Answered with the `DocumentLine`."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class DocumentsModel(QAbstractListModel):
    """Lines, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[DocumentLine, ...] = ()

    def show_lines(self, lines: tuple[DocumentLine, ...]) -> None:
        """Other documents."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def line_at(self, index: Index) -> DocumentLine | None:
        """The line of a row."""
        row = index.row()
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def index_of(self, document_id: str) -> QModelIndex:
        """The row of a document; not valid when it is not there."""
        for row, line in enumerate(self.lines):
            if line.record.id == document_id:
                return self.index(row)
        return QModelIndex()

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
            return line.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_line(line)
        return None


def about_words(line: DocumentLine) -> str:
    """What it is and whom it is about: "PDF, 24 November 2026, for Ellie"."""
    who = f"for {listed(line.who)}" if line.who else ""
    return " · ".join(part for part in (line.kind, line.added, who) if part)


def spoken_line(line: DocumentLine) -> str:
    """All that a row of the list shows."""
    secret = "Confidential" if line.confidential else ""
    parts = (line.name, about_words(line).replace(" · ", ", "), line.size, secret)
    return ". ".join(part for part in parts if part)
