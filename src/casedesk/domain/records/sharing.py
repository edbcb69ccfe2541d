"""What may be shared: agreement, reasoned decisions, and restrictions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casedesk.domain.records.base import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Record):
    """What one person agreed to or refused. Never edited but to withdraw or mark in error.

    `recipients` are recipient ids, or `kind/Organisation`; `categories` and `purposes`
    are ids of the lists in resources. `decision` is `given` or `refused`. `expires_on` is
    the last day it holds.
    """

    family_id: str
    person_id: str
    ref: str
    recipients: tuple[str, ...]
    categories: tuple[str, ...]
    purposes: tuple[str, ...]
    decision: str
    decided_on: date
    expires_on: date | None = None
    withdrawn_on: date | None = None
    withdrawn_reason: str | None = None
    given_by: str | None = None
    method: str | None = None
    explained_by: str | None = None
    notice_version: str | None = None
    competence: str | None = None
    note: str | None = None
    in_error: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingDecision(Record):
    """A reasoned decision to share without agreement, or not to share.

    `people` are person ids. `decision` is `share` or `do not share`; it is in force from
    `from_on` to `to_on` (its last day, None = open).
    """

    family_id: str
    ref: str
    people: tuple[str, ...]
    recipients: tuple[str, ...]
    categories: tuple[str, ...]
    decision: str
    basis: str | None = None
    reason: str
    told_family: bool
    not_told_why: str | None = None
    decided_by: str
    decided_on: date
    authorised_by: str | None = None
    condition: str | None = None
    protected_address: bool = False
    from_on: date
    to_on: date | None = None
    in_error: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Restriction(Record):
    """A restriction of processing, or an objection to purposes (empty = all of them)."""

    family_id: str
    person_id: str
    kind: str
    purposes: tuple[str, ...] = ()
    from_on: date
    to_on: date | None = None
    reason: str | None = None
