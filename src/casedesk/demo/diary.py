"""The diary of the made-up team: the visits that are planned for the days around today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from casedesk.demo.home import Home
from casedesk.demo.sheets import Row
from casedesk.demo.someone import Someone

HEADING = "Planned visits"
"""Not a sheet of the case workbook: visits to come stay on the laptop."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A visit `days` from today. `see` chooses whom: everybody, or a child at school."""

    ref: str
    days: int
    at: tuple[int, int] | None
    minutes: int | None
    kind: str
    see: str = "family"
    also: str | None = None
    purpose: str | None = None


_PLANS = (
    _Plan("CD-0412", 0, (10, 30), 60, "home visit", purpose="Mornings, and the benefits check"),
    _Plan("CD-0431", 0, (13, 15), 45, "school", "eldest", "Ms Ferris, head of year",
          "How the first weeks went"),
    _Plan("CD-0440", 0, (15, 30), 60, "home visit", purpose="First visit"),
    _Plan("CD-0388", -1, (9, 30), 60, "home visit", "grown-up"),
    _Plan("CD-0397", -1, (16, 0), 60, "home visit"),
    _Plan("CD-0409", 1, (11, 15), 60, "home visit"),
    _Plan("CD-0376", 1, (14, 0), 45, "home visit", "grown-up", purpose="Letters from housing"),
    _Plan("CD-0397", 2, (15, 45), 60, "home visit", purpose="The review that is late"),
    _Plan("CD-0354", 2, (10, 0), 45, "office", "grown-up"),
    _Plan("CD-0388", 3, (9, 30), 60, "home visit"),
    _Plan("CD-0412", 3, (16, 15), 30, "video", "grown-up", purpose="Benefits check"),
    _Plan("CD-0364", 3, None, None, "phone", "grown-up"),
    _Plan("CD-0412", 7, (10, 30), 90, "meeting", also="Ms Ferris, head of year; health visitor "
          "Ruth", purpose="Six-week review"),
    _Plan("CD-0431", 8, (16, 0), 60, "home visit"),
    _Plan("CD-0429", 0, (10, 0), 60, "home visit"),
    _Plan("CD-0422", 0, (14, 30), 60, "home visit"),
    _Plan("CD-0377", 1, (10, 15), 60, "home visit"),
    _Plan("CD-0372", 2, (13, 0), 45, "school", "eldest"),
)  # fmt: skip
_SEEN_AT_MOST = 3


def planned_visits(homes: Sequence[Home], today: date) -> list[Row]:
    """A row for each visit to those of the families that there are; people by reference."""
    by_ref = {home.ref: home for home in homes}
    return [
        _row(plan, by_ref[plan.ref], today)
        for plan in _PLANS
        if plan.ref in by_ref and by_ref[plan.ref].keyworker is not None
    ]


def _row(plan: _Plan, home: Home, today: date) -> Row:
    people = list(_seen(plan, home))
    row: Row = {
        "family_ref": home.ref,
        "on": today + timedelta(days=plan.days),
        "at_time": None if plan.at is None else time(*plan.at),
        "minutes": plan.minutes,
        "kind": plan.kind,
        "people": tuple(one.ref for one in people),
        "also_present": plan.also,
        "place": _place(plan, home, people),
        "purpose": plan.purpose,
        "by": home.keyworker,
    }
    return {name: value for name, value in row.items() if value is not None}


def _seen(plan: _Plan, home: Home) -> Iterator[Someone]:
    children = [one for one in home.children() if one.school]
    if plan.see == "eldest" and children:
        yield children[0]
    elif plan.see == "grown-up":
        yield home.main
    else:
        yield home.main
        yield from children[: _SEEN_AT_MOST - 1]


def _place(plan: _Plan, home: Home, people: Sequence[Someone]) -> str | None:
    if plan.kind == "home visit":
        rows = home.sheets.rows["Families"]
        address = next(row.get("address") for row in rows if row["family_ref"] == home.ref)
        return None if address is None else str(address)
    if plan.kind == "school":
        school = next((one.school for one in people if one.school), None)
        return None if school is None else f"{school}, main office"
    return "The Bridge Centre" if plan.kind in ("office", "meeting") else None
