"""What is planned: visits that are to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from casedesk.domain.records.base import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedVisit(Record):
    """A visit or other contact that is planned. Times are the local clock's, without a zone.

    `kind` is one of `CONTACT_KINDS`, `minutes` how long it is to take, `people` the ids of
    those to be seen, `by` who goes. `contact_id` is the contact that was written of it once it
    took place; `cancelled_on` the day on which it was called off.
    """

    family_id: str
    ref: str
    on: date
    at_time: time | None = None
    minutes: int | None = None
    kind: str
    people: tuple[str, ...] = ()
    also_present: str | None = None
    place: str | None = None
    purpose: str | None = None
    by: str | None = None
    contact_id: str | None = None
    cancelled_on: date | None = None
