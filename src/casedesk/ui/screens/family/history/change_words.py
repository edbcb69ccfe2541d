"""One entry of the history in the words of a row."""

from __future__ import annotations

from casedesk.domain.dates import short_date
from casedesk.domain.views.history import FieldChange, HistoryLine

DID = {"add": "Added", "change": "Changed", "remove": "Removed", "erase": "Erased"}
_ENOUGH = 240
_WITHOUT_WORDS = {"erase": "What it said was erased for good"}


def when_words(line: HistoryLine) -> str:
    """ "22 Nov 2026, 14:03" by the clock of this laptop."""
    at = line.at.astimezone()
    return f"{short_date(at.date())}, {at:%H:%M}"


def what_words(line: HistoryLine) -> str:
    """ "Changed person: Tyler Ashworth"."""
    return f"{DID.get(line.action, 'Changed')} {line.what}"


def from_to_words(line: HistoryLine) -> str:
    """ "Phone: (blank) → 07700 900000"; of what was added or removed, what it said."""
    return _cut("; ".join(_one(line, one, "{0} → {1}") for one in line.fields), line)


def spoken_words(line: HistoryLine) -> str:
    """A row as it is read aloud."""
    said = _cut("; ".join(_one(line, one, "from {0} to {1}") for one in line.fields), line)
    return f"{when_words(line)}. {line.words}. {said}"


def _one(line: HistoryLine, field: FieldChange, change: str) -> str:
    before, after = (" ".join(side.split()) for side in (field.before, field.after))
    if line.action == "change":
        return f"{field.label}: {change.format(before, after)}"
    return f"{field.label}: {before if line.action == 'remove' else after}"


def _cut(text: str, line: HistoryLine) -> str:
    said = text or _WITHOUT_WORDS.get(line.action, "")
    return said if len(said) <= _ENOUGH else f"{said[:_ENOUGH].rstrip()}…"
