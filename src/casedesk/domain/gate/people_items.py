"""The `person` items: name and date of birth, released by the other items that name them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from casedesk.domain.gate.case_as_at import CaseAsAt
from casedesk.domain.gate.wording import Wording
from casedesk.domain.views.gate import GateItem

PERSON = "person"


def people_items(
    file: CaseAsAt, wording: Wording, items: Sequence[GateItem]
) -> tuple[GateItem, ...]:
    """A `person` item for everyone the file knows by the day, in the order recorded.

    That is everyone who had joined and been born, whether or not they have left since, and
    anybody an item names. It may go when an item that names the person in its own people
    may, on the basis of the first such item; an item of the whole family names nobody.
    """
    named = {person_id for item in items for person_id in item.people}
    return tuple(
        _person_item(member.id, member.ref, _since(member.first_day, file.day), wording, items)
        for member in file.members
        if member.first_day <= file.day or member.id in named
    )


def _since(first_day: date, day: date) -> date:
    """The day a person was first known to the file; the day asked about where none is said."""
    return day if first_day == date.min or first_day > day else first_day


def _person_item(
    person_id: str, ref: str, on: date, wording: Wording, items: Iterable[GateItem]
) -> GateItem:
    release = next((item for item in items if item.allowed and person_id in item.people), None)
    return GateItem(
        id=ref,
        kind=PERSON,
        record_id=person_id,
        people=(person_id,),
        people_refs=(ref,),
        about=(person_id,),
        categories=(),
        allowed=release is not None,
        because=release.because if release is not None else "",
        reason="" if release is not None else wording.nothing_else(person_id),
        on=on,
    )
