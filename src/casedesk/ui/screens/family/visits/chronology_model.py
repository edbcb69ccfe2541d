"""The lines of the chronology, for its list."""

from __future__ import annotations

from casedesk.domain.dates import long_date
from casedesk.domain.views.chronology import ChronologyLine
from casedesk.ui.widgets.rows_model import RowsModel


class ChronologyModel(RowsModel[ChronologyLine]):
    """All of a family's lines, in the order they are shown."""

    def words_of(self, row: ChronologyLine) -> str:
        """When it was, and what."""
        return f"{long_date(row.on)}, {row.title}"

    def spoken_of(self, row: ChronologyLine) -> str:
        """All that a row shows."""
        return spoken_line(row)


def source_words(line: ChronologyLine) -> str:
    """ "Kerry, Tyler. Written by Jo Hebden. Confidential"."""
    parts = (", ".join(line.people), line.source, "Confidential" if line.confidential else "")
    return " · ".join(one for one in parts if one)


def spoken_line(line: ChronologyLine) -> str:
    """All that a row shows."""
    parts = (f"{long_date(line.on)}, {line.title}", line.text, line.impact, source_words(line))
    return ". ".join(one.strip().rstrip(".") for one in parts if one.strip())
