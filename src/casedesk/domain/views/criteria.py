"""What the criteria of one family come out as: the read model of docs/criteria.md.

`as_dict` of each gives exactly the keys of "What the command prints", in that order. The
other fields are for screens, reports and the gate: record ids, sentences and measures.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorResult:
    """One indicator on the day.

    `people` and `facts` are references in the order recorded; `person_ids` and `fact_ids`
    the same as record ids. Not met, all four are empty. `reason` is a plain sentence
    without its full stop, empty when not met. `checked` is false where the figure should
    be compared with the council's own outcome plan.
    """

    id: str
    title: str
    met: bool
    people: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    person_ids: tuple[str, ...] = ()
    fact_ids: tuple[str, ...] = ()
    reason: str = ""
    source: str = ""
    checked: bool = True

    def as_dict(self) -> dict[str, Any]:
        """The indicator as the command prints it."""
        return {
            "id": self.id,
            "met": self.met,
            "people": list(self.people),
            "facts": list(self.facts),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionResult:
    """The decision that stands on the day, and the version it was made under."""

    id: str
    state: str
    on: date
    by: str | None
    reason: str
    programme_version: str

    def as_dict(self) -> dict[str, Any]:
        """The decision as the command prints it."""
        return {
            "state": self.state,
            "on": self.on.isoformat(),
            "by": self.by,
            "reason": self.reason,
            "programme_version": self.programme_version,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureResult:
    """One applicable outcome measure on the day.

    `sentence` says what holds, or what is missing with the figures. `earliest` is the
    first day on which it holds, the day itself when it does already, None when never
    within five years. `fact_ids` are the facts it looked at, `judgement_id` the outcome
    judgement it read.
    """

    kind: str
    holds: bool
    earliest: date | None
    sentence: str
    fact_ids: tuple[str, ...] = ()
    judgement_id: str | None = None
    checked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionResult:
    """One criterion on the day.

    `state` is effective, `records_state` what the records say: met, not_met or not_known.
    `progress` is improved, improving, not_yet or None. `progress_earliest` is None when
    improved, and when some measure never holds. `behind` are the ids of the facts behind
    the records' state: those of every indicator that is met, or the checks that found
    nothing; `since` may rest on older ones.
    """

    id: str
    title: str
    short: str
    category: str
    state: str
    records_state: str
    since: date | None
    decision: DecisionResult | None
    records_changed: bool
    met_in_programme: bool
    progress: str | None
    progress_earliest: date | None
    indicators: tuple[IndicatorResult, ...]
    measures: tuple[MeasureResult, ...]
    reason: str
    question: str | None
    behind: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The criterion as the command prints it."""
        return {
            "id": self.id,
            "title": self.title,
            "state": self.state,
            "records_state": self.records_state,
            "since": _iso(self.since),
            "decision": self.decision.as_dict() if self.decision is not None else None,
            "records_changed": self.records_changed,
            "progress": self.progress,
            "progress_earliest": _iso(self.progress_earliest),
            "indicators": [indicator.as_dict() for indicator in self.indicators],
            "reason": self.reason,
            "question": self.question,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaResult:
    """A family's criteria under one pack on one day.

    `needs_met_in_programme` counts distinct indicators, read from the records alone.
    `notes` are sentences about the result as a whole: a day outside the pack's validity,
    figures that nobody has checked.
    """

    family: str
    programme: str
    programme_title: str
    version: str
    as_at: date
    started_on: date | None
    eligible: bool
    has_child: bool
    met_now: int
    met_in_programme: int
    needs_met_in_programme: int
    min_criteria: int
    min_needs: int
    criteria: tuple[CriterionResult, ...]
    notes: tuple[str, ...] = ()

    @property
    def of(self) -> int:
        """How many criteria the pack has."""
        return len(self.criteria)

    def criterion(self, criterion_id: str) -> CriterionResult:
        """One criterion by id. Raises `KeyError` when the pack has none of that id."""
        for criterion in self.criteria:
            if criterion.id == criterion_id:
                return criterion
        raise KeyError(criterion_id)

    def as_dict(self) -> dict[str, Any]:
        """The result as `casedesk criteria --json` prints it."""
        return {
            "family": self.family,
            "programme": self.programme,
            "version": self.version,
            "as_at": self.as_at.isoformat(),
            "eligible": self.eligible,
            "met_now": self.met_now,
            "met_in_programme": self.met_in_programme,
            "needs_met_in_programme": self.needs_met_in_programme,
            "min_criteria": self.min_criteria,
            "min_needs": self.min_needs,
            "of": self.of,
            "criteria": [criterion.as_dict() for criterion in self.criteria],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What lists need of one family under one pack: kept, not computed again.

    `states` are the effective states by criterion id, in the pack's order. `stale_on` is
    the first later day on which anything here may be different; None = never, as long as
    nothing is recorded. `changed` are the criteria whose records have changed since they
    were decided.
    """

    family_id: str
    programme: str
    version: str
    content_hash: str
    as_at: date
    states: dict[str, str]
    met_now: int
    met_in_programme: int
    needs_met_in_programme: int
    eligible: bool
    stale_on: date | None
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCell:
    """One criterion in one month: its effective state on the month's last day.

    `on` is that day, or the day asked about in its own month. `improved` says that
    progress on that day was improved and sustained.
    """

    on: date
    state: str
    improved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTest:
    """One test of a claim: whether it is passed, and a sentence that says why or why not."""

    id: str
    passed: bool
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReadiness:
    """Whether a claim could be made for the family, and by which way to a result.

    `route` is `progress`, `employment` or None. `tests` has the result first and then the
    four whole-family tests. Packs without claims are never ready and say so.
    """

    ready: bool
    route: str | None
    tests: tuple[ClaimTest, ...]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
