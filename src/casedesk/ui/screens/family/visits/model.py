"""The visits and notes that are read so far, for the list; more are fetched as it is scrolled."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Signal

from casedesk.domain.dates import long_date
from casedesk.domain.views.timeline import TimelineEntry, TimelinePage
from casedesk.ui.widgets.rows_model import Index, RowsModel

SPOKEN = 2_000
"""Characters of a note that a row says aloud."""


class VisitsModel(RowsModel[TimelineEntry]):
    """Entries newest first; `total` counts those not read yet as well.

    Signals: wanted(offset): the entries from there on should be read.
    """

    wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.total = 0

    @property
    def entries(self) -> tuple[TimelineEntry, ...]:
        """Those that are read so far."""
        return self.rows

    def show_page(self, page: TimelinePage) -> None:
        """The first entries, in place of all before."""
        self.total = page.total
        self.show_rows(page.entries)

    def add_page(self, page: TimelinePage) -> None:
        """The entries that come next; what does not follow on is dropped."""
        if page.offset != len(self.rows) or not page.entries:
            self.total = min(self.total, len(self.rows)) if not page.entries else self.total
            return
        first = len(self.rows)
        self.beginInsertRows(QModelIndex(), first, first + len(page.entries) - 1)
        self.rows = (*self.rows, *page.entries)
        self.total = page.total
        self.endInsertRows()

    def index_of(self, contact_id: str) -> QModelIndex:
        """The row of a contact; not valid when it is not read."""
        for row, entry in enumerate(self.rows):
            if entry.record.id == contact_id:
                return self.index(row)
        return QModelIndex()

    def canFetchMore(self, parent: Index) -> bool:
        """Override QAbstractItemModel::canFetchMore."""
        return not parent.isValid() and len(self.rows) < self.total

    def fetchMore(self, parent: Index) -> None:
        """Override QAbstractItemModel::fetchMore: the rows come when they are read."""
        if self.canFetchMore(parent):
            self.wanted.emit(len(self.rows))

    def words_of(self, row: TimelineEntry) -> str:
        """What it was, and when."""
        return f"{row.kind}, {long_date(row.on)}"

    def spoken_of(self, row: TimelineEntry) -> str:
        """All that a row shows."""
        return spoken_entry(row)


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
