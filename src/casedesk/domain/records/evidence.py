"""Facts, and what the keyworker concluded from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from casedesk.domain.records.base import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Record):
    """One dated piece of evidence about a person, or (`person_id` None) the whole family.

    An event has `on`; a spell has `from_on` and `to_on`, the last day it held (None =
    still going on); a measure has both and figures. `possible`, `attended` and
    `authorised` are school sessions (half days); `days` are school days, halves allowed.
    `criterion` is a pack's criterion id, for a nomination or nothing-found.
    """

    family_id: str
    person_id: str | None = None
    ref: str
    kind: str
    on: date | None = None
    from_on: date | None = None
    to_on: date | None = None
    possible: int | None = None
    attended: int | None = None
    authorised: int | None = None
    days: Decimal | None = None
    release_due: date | None = None
    benefit: str | None = None
    criterion: str | None = None
    detail: str | None = None
    source: str | None = None
    source_ref: str | None = None
    confidential: bool = False
    in_error: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """The keyworker's decision about one criterion of one pack version.

    `state` is `met` or `not_met`. `records_state` is what the records said on the day of
    the decision (`met`, `not_met`, `not_known`).
    """

    family_id: str
    programme: str
    pack_version: str
    criterion: str
    state: str
    on: date
    by: str | None = None
    reason: str
    records_state: str | None = None
    in_error: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(Record):
    """An outcome judgement for a criterion: `improved`, `same` or `worse`, with evidence."""

    family_id: str
    programme: str
    criterion: str
    on: date
    outcome: str
    evidence: str
    by: str | None = None
    in_error: bool = False
