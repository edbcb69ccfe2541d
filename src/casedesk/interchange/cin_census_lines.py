"""Turns what a census says about a child into facts wanted for a person or a family."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from casedesk.domain.dates import long_date
from casedesk.interchange.cin_census_entries import Entry, Findings
from casedesk.interchange.cin_census_matching import KnownPerson, Match
from casedesk.interchange.cin_census_records import shown


@dataclass(frozen=True, slots=True)
class Line:
    """One fact the census would have: about a person, or (None) about the family.

    Two lines of one `key` are the same fact.
    """

    family_id: str
    person_id: str | None
    entry: Entry
    child_label: str
    note: str | None = None

    @property
    def key(self) -> tuple[str, str, date]:
        return (self.person_id or self.family_id, self.entry.kind, self.entry.start)


def home_of(match: Match, today: date) -> tuple[KnownPerson, bool]:
    """The family the facts are recorded in, and whether it is the only one it can be.

    One person in several families keeps one record: of the families they are a member of
    today, those they live with, else any; the first by reference.
    """
    now = [known for known in match.found if _member(known, today)] or list(match.found)
    living = [known for known in now if known.membership.lives_in_household] or now
    living.sort(key=lambda known: known.family_ref)
    return living[0], len(living) == 1


def _member(known: KnownPerson, today: date) -> bool:
    joined, left = known.membership.joined_on, known.membership.left_on
    return (joined is None or joined <= today) and (left is None or left >= today)


def lines_of(match: Match, findings: Findings, today: date) -> tuple[list[Line], list[str]]:
    """The facts wanted for a matched child, and warnings."""
    home, certain = home_of(match, today)
    name = f"Child {shown(match.child.label)}"
    lines: list[Line] = []
    warnings: list[str] = []
    for entry in findings.entries:
        if entry.about_child:
            placed, warning = _about_the_child(match, home, entry)
        elif certain:
            placed = Line(home.membership.family_id, None, entry, match.child.label)
            warning = None
        else:
            families = ", ".join(sorted(known.family_ref for known in match.found))
            placed = None
            warning = (
                f"{entry.element}: {', '.join(entry.codes)} is about the family, and the child "
                f"belongs to several ({families}); record it by hand."
            )
        if placed is not None:
            lines.append(placed)
        if warning is not None:
            warnings.append(f"{name}: {warning}")
    return lines, warnings


def _about_the_child(
    match: Match, home: KnownPerson, entry: Entry
) -> tuple[Line | None, str | None]:
    born = match.person.date_of_birth or match.child.born.day
    died = match.person.died_on
    note = None
    warning = None
    if born is not None and entry.start < born:
        if entry.event or (entry.end is not None and entry.end < born):
            return None, (
                f"{entry.element}: {entry.start} is before the birth on {long_date(born)}; "
                "it was left out."
            )
        note = f"Began on {long_date(entry.start)}, before the birth."
        warning = (
            f"{entry.element}: {entry.start} is before the birth; it was recorded from the "
            f"day of birth, {long_date(born)}."
        )
        entry = replace(entry, start=born)
    elif died is not None and entry.start > died:
        warning = f"{entry.element}: {entry.start} is after the death on {long_date(died)}."
    line = Line(home.membership.family_id, match.person.id, entry, match.child.label, note)
    return line, warning


def merged(lines: Iterable[Line]) -> list[Line]:
    """Each fact once, in the order first named: a spell to its latest end, open last."""
    by_key: dict[tuple[str, str, date], Line] = {}
    for line in lines:
        known = by_key.get(line.key)
        by_key[line.key] = line if known is None else _union(known, line)
    return list(by_key.values())


def _union(one: Line, other: Line) -> Line:
    ends = (one.entry.end, other.entry.end)
    entry = replace(
        one.entry,
        end=None if None in ends else max(end for end in ends if end is not None),
        also_start=one.entry.also_start or other.entry.also_start,
        codes=tuple(dict.fromkeys((*one.entry.codes, *other.entry.codes))),
    )
    return replace(one, entry=entry)
