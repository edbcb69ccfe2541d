"""A family, its times in programmes, and where it lives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casedesk.domain.records.base import Record

STATUSES = ("referred", "waiting", "assessing", "open", "closing", "monitoring", "closed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Family(Record):
    """A family known to the team. `ref` is unique in the vault."""

    ref: str
    name: str
    status: str | None = None
    referral_source: str | None = None
    alert: str | None = None
    alert_reason: str | None = None
    alert_agreed_by: str | None = None
    alert_review_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Involvement(Record):
    """A family's time in a programme; exactly one at most is `current`.

    `programme` is a pack id, or None where the team named none (the vault's own then
    applies).
    """

    family_id: str
    programme: str | None = None
    current: bool = False
    referred_on: date | None = None
    started_on: date | None = None
    closed_on: date | None = None
    closure_reason: str | None = None
    keyworker: str | None = None
    team: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address(Record):
    """An address of the family (`person_id` None) or of one person in it.

    `from_on` and `to_on` are its first and last day, None = not known. `current` marks
    the one that the Families sheet carries. `protected` never leaves but by a decision
    that names it.
    """

    family_id: str
    person_id: str | None = None
    address: str
    postcode: str | None = None
    uprn: str | None = None
    from_on: date | None = None
    to_on: date | None = None
    protected: bool = False
    current: bool = False
