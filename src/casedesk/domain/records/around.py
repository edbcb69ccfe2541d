"""People around the family: professionals who work with it, and how it is safe to reach whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casedesk.domain.records.base import Record

SAFE_WAYS = ("phone", "text", "voicemail", "email", "post", "visit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Professional(Record):
    """Somebody, or an organisation, that works with the family (or with `people` in it, ids).

    `name` may be blank where only the organisation is known. `recipient` is the kind of
    recipient it is for sharing (an id of the list in resources), None where it is not said.
    `lead` marks the lead practitioner. `from_on` and `to_on` are its first and last day.
    """

    family_id: str
    ref: str
    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    recipient: str | None = None
    phone: str | None = None
    email: str | None = None
    people: tuple[str, ...] = ()
    from_on: date | None = None
    to_on: date | None = None
    lead: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeContact(Record):
    """How it is safe to reach one person: at most one for each person of a family.

    `ways` are the codes of `SAFE_WAYS` that are safe; `instruction` says the rest.
    """

    family_id: str
    person_id: str
    instruction: str
    ways: tuple[str, ...] = ()
    agreed_on: date | None = None
    agreed_by: str | None = None
    review_on: date | None = None
