"""Answers as readable text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from casedesk.domain.dates import long_date, short_date
from casedesk.domain.views.criteria import CriteriaResult
from casedesk.domain.views.gate import GateResult

STATE_WORDS = {"met": "Met", "not_met": "Not met", "not_known": "Not known"}
PROGRESS_WORDS = {
    "improved": "Improved and sustained",
    "improving": "Improving",
    "not_yet": "Not yet",
    None: "–",
}


def columns(rows: Sequence[Sequence[str]], gap: str = "  ") -> Iterator[str]:
    """Rows of text set in columns as wide as their widest cell."""
    if not rows:
        return
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield gap.join(cells).rstrip()


def criteria_lines(result: CriteriaResult) -> Iterator[str]:
    """One family's criteria as a table, with a reason or a question under each."""
    answer = result.as_dict()
    eligible = "Eligible" if answer["eligible"] else "Not eligible"
    yield (
        f"{answer['family']}  {answer['programme']} version {answer['version']}"
        f"  as at {long_date(result.as_at)}"
    )
    yield (
        f"{eligible}: meets {answer['met_now']} of {answer['of']} now, "
        f"{answer['met_in_programme']} in the programme (needs {answer['min_criteria']})"
    )
    for note in result.notes:
        yield f"Note: {note}"
    for one in result.criteria:
        decided = ""
        if one.decision is not None:
            decided = f" (keyworker's decision, {short_date(one.decision.on)})"
            if one.records_changed:
                decided += " – the records have changed since: look again"
        yield f"  {STATE_WORDS[one.state]:<9}  {one.title}{decided}"
        yield f"             {one.reason}"
        if one.question:
            yield f"             {one.question}"
        if one.progress:
            due = (
                f", at the earliest {long_date(one.progress_earliest)}"
                if (one.progress_earliest and one.progress != "improved")
                else ""
            )
            yield f"             Progress: {PROGRESS_WORDS[one.progress]}{due}"
    yield ""


def gate_lines(result: GateResult) -> Iterator[str]:
    """What may go and what may not, one line an item."""
    answer = result.as_dict()
    yield (
        f"{answer['family']} for {answer['recipient']}, {answer['purpose']}, "
        f"as at {long_date(result.as_at)}"
    )
    rows = [*_gate_rows(answer["items"]), *_gate_rows(answer.get("also", []))]
    yield from columns(rows)


def _gate_rows(items: Iterable[dict[str, object]]) -> Iterator[list[str]]:
    for item in items:
        yield [
            "  may go  " if item["allowed"] else "  withheld",
            str(item["kind"]),
            str(item["id"]),
            str(item["because"]),
        ]
