"""Planned visits as lines of a diary: who, where, how long, and how soon."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, time

from casedesk.domain.dates import age_on
from casedesk.domain.records import Address, Person, PlannedVisit
from casedesk.domain.views.diary import VisitLine
from casedesk.services.session import Session
from casedesk.services.timeline import contact_kind
from casedesk.storage.diary_queries import (
    PlannedRow,
    families_visited,
    people_by_id,
    protected_addresses,
)
from casedesk.storage.reader import Reader
from casedesk.storage.today_queries import restricted_people

GROWN_UP = 18
SOON_MINUTES = 120
"""A visit that begins within so many minutes says in how many."""
LATE_START_MINUTES = 15
"""For so long after its time, and while it lasts, a visit is on "Now"."""
HOUR = 60
ANY_TIME = "Any time"


def visit_lines(
    session: Session, reading: Reader, rows: Sequence[PlannedRow]
) -> tuple[VisitLine, ...]:
    """The lines of some planned visits, in their order."""
    today = session.today
    ids = {one for row in rows for one in row.record.people}
    families = {row.record.family_id for row in rows}
    people = people_by_id(reading, ids)
    restricted = restricted_people(reading, ids, today)
    visited = families_visited(reading, families, today)
    kept_from_others = _addresses(protected_addresses(reading, families))
    return tuple(
        _line(
            row,
            _who(row.record, people, restricted, today),
            is_protected(row.record.place, kept_from_others.get(row.record.family_id, ())),
            row.record.family_id not in visited,
            soon_words(row.record, today, session.clock.time_of_day()),
        )
        for row in rows
    )


def length_words(minutes: int | None) -> str:
    """ "45 minutes", "1 hour", "1 hour 30 minutes"; empty where it is not said."""
    if not minutes:
        return ""
    hours, rest = divmod(minutes, HOUR)
    said = []
    if hours:
        said.append(f"{hours} hour{'' if hours == 1 else 's'}")
    if rest:
        said.append(f"{rest} minute{'' if rest == 1 else 's'}")
    return " ".join(said)


def soon_words(visit: PlannedVisit, today: date, now: time) -> str:
    """ "In 40 minutes", "Now", or nothing where it is not today, over, or hours away."""
    if visit.on != today or visit.at_time is None or visit.contact_id is not None:
        return ""
    left = minute_of(visit.at_time) - minute_of(now)
    if 0 < left <= SOON_MINUTES:
        return f"In {length_words(left)}"
    lasts = max(visit.minutes or 0, LATE_START_MINUTES)
    return "Now" if -lasts < left <= 0 else ""


def minute_of(at: time) -> int:
    """Minutes since midnight."""
    return at.hour * HOUR + at.minute


def person_words(person: Person, day: date) -> str:
    """ "Kerry", "Tyler (14)": the age of those under 18, where it is known."""
    if person.date_of_birth is None:
        return person.called
    age = age_on(person.date_of_birth, day)
    return f"{person.called} ({age})" if 0 <= age < GROWN_UP else person.called


def address_words(address: Address) -> str:
    """An address in one line, its postcode at the end."""
    words = " ".join(address.address.split())
    postcode = (address.postcode or "").strip()
    return f"{words}, {postcode}" if postcode and postcode not in words else words


def is_protected(place: str | None, kept_from_others: Collection[str]) -> bool:
    """Whether a place, however it is written out, is one of the protected addresses."""
    said = _folded(place or "")
    return bool(said) and any(one in said or said in one for one in kept_from_others)


def folded_addresses(addresses: Sequence[Address]) -> tuple[str, ...]:
    """Addresses as `is_protected` compares them: without their postcode, which may be left out."""
    return tuple(folded for one in addresses if (folded := _folded(one.address)))


def _addresses(addresses: Sequence[Address]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for one in addresses:
        found[one.family_id] = found.get(one.family_id, ()) + folded_addresses([one])
    return found


def _folded(words: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in words.casefold()).split())


def _who(
    visit: PlannedVisit, people: Mapping[str, Person], restricted: Collection[str], day: date
) -> str:
    """First names; those whose record is restricted are in no list (docs/consent.md, Rights)."""
    named = [
        person_words(people[one], day)
        for one in visit.people
        if one in people and one not in restricted
    ]
    also = (visit.also_present or "").strip()
    return ", ".join([*named, f"with {also}"] if also else named)


def _line(row: PlannedRow, who: str, protected: bool, first: bool, soon: str) -> VisitLine:
    visit = row.record
    return VisitLine(
        record=visit,
        family_ref=row.ref,
        family=row.family,
        time_words=f"{visit.at_time:%H:%M}" if visit.at_time is not None else ANY_TIME,
        length_words=length_words(visit.minutes),
        kind=contact_kind(visit.kind),
        place=(visit.place or "").strip(),
        place_protected=protected,
        who=who,
        by=visit.by,
        alert=(row.alert or "").strip() or None,
        soon=soon,
        first=first,
        done=visit.contact_id is not None,
    )
