"""The visits and notes that are read so far, for the list; more are fetched as it is scrolled."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from casedesk.domain.dates import long_date
from casedesk.domain.views.timeline import TimelineEntry, TimelinePage

SPOKEN = 2_000
"""Characters of a note that a row says aloud."""
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 60
"""Answered with the `TimelineEntry`."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class VisitsModel(QAbstractListModel):
    """Entries newest first; `total` counts those not read yet as well.

    Signals: wanted(offset): the entries from there on should be read.
    """

    wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[TimelineEntry] = []
        self.total = 0

    def show_page(self, page: TimelinePage) -> None:
        """The first entries, in place of all before."""
        self.beginResetModel()
        self.entries, self.total = list(page.entries), page.total
        self.endResetModel()

    def add_page(self, page: TimelinePage) -> None:
        """The entries that come next; what does not follow on is dropped."""
        if page.offset != len(self.entries) or not page.entries:
            self.total = min(self.total, len(self.entries)) if not page.entries else self.total
            return
        first = len(self.entries)
        self.beginInsertRows(QModelIndex(), first, first + len(page.entries) - 1)
        self.entries.extend(page.entries)
        self.total = page.total
        self.endInsertRows()

    def entry_at(self, index: Index) -> TimelineEntry | None:
        """The entry of a row."""
        row = index.row()
        return self.entries[row] if 0 <= row < len(self.entries) else None

    def index_of(self, contact_id: str) -> QModelIndex:
        """The row of a contact; not valid when it is not read."""
        for row, entry in enumerate(self.entries):
            if entry.record.id == contact_id:
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent.isValid() else len(self.entries)

    def canFetchMore(self, parent: Index) -> bool:
        """Override QAbstractItemModel::canFetchMore."""
        return not parent.isValid() and len(self.entries) < self.total

    def fetchMore(self, parent: Index) -> None:
        """Override QAbstractItemModel::fetchMore: the rows come when they are read."""
        if self.canFetchMore(parent):
            self.wanted.emit(len(self.entries))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override QAbstractItemModel::data."""
        entry = self.entry_at(index)
        if entry is None:
            return None
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{entry.kind}, {long_date(entry.on)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_entry(entry)
        return None


def joined(names: tuple[str, ...]) -> str:
    """ "Kerry", "Kerry and Tyler", "Kerry, Tyler and Mia"."""
    *most, last = names or ("",)
    return f"{', '.join(most)} and {last}" if most else last


def who_words(entry: TimelineEntry) -> str:
    """Who was there, in a line: "With Kerry and Tyler; the school nurse". May be empty."""
    listed = tuple(dict.fromkeys((*entry.people, *entry.seen)))
    parts = [part for part in (joined(listed), entry.also_present or "") if part]
    return f"With {'; '.join(parts)}" if parts else ""


def marks_of(entry: TimelineEntry) -> tuple[str, ...]:
    """What sets it apart, in words."""
    said = (("Confidential", entry.confidential), ("Significant", entry.significant))
    return tuple(word for word, holds in said if holds)


def spoken_entry(entry: TimelineEntry) -> str:
    """All that a row of the list shows."""
    head = f"{entry.kind}, {entry.when}"
    parts = (head, *marks_of(entry), who_words(entry), entry.text[:SPOKEN])
    return ". ".join(part.strip().rstrip(".") for part in parts if part.strip())
