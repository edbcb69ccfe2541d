"""One family under one pack, computed once and asked about any day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.programmes.decisions import (
    decisions_under,
    effective_state,
    effectively_met_in,
)
from casedesk.domain.programmes.eligibility import child_rule_holds, days_in_programme
from casedesk.domain.programmes.evidence import Evidence
from casedesk.domain.programmes.measures import Measuring
from casedesk.domain.programmes.pack import Criterion, Pack
from casedesk.domain.programmes.progress import (
    NOTHING_TO_MEASURE,
    Progress,
    judgements_under,
    progress_of,
)
from casedesk.domain.programmes.states import MET, CriterionDays, criterion_days
from casedesk.domain.records import CaseFile, Decision


class FamilyTimeline:
    """A case file read under a pack: the days of each criterion, decisions, eligibility."""

    def __init__(self, case: CaseFile, pack: Pack, catalogue: Catalogue) -> None:
        self.case = case
        self.pack = pack
        self.evidence = Evidence(case, catalogue)
        self.members = [owner.member for owner in self.evidence.members if owner.member is not None]
        self.criteria: tuple[CriterionDays, ...] = tuple(
            criterion_days(criterion, pack, self.evidence) for criterion in pack.criteria
        )
        self._decisions = decisions_under(case, pack.id)
        self._judgements = judgements_under(case, pack.id)
        involvement = case.involvement_in(pack.id)
        self.started_on = involvement.started_on if involvement is not None else None

    def decisions(self, criterion: Criterion) -> Sequence[Decision]:
        """The decisions about a criterion that count, oldest first."""
        return self._decisions.get(criterion.id, ())

    def effective_state(self, days: CriterionDays, day: date) -> str:
        """met, not_met or not_known, the keyworker's decision first."""
        return effective_state(days, self.decisions(days.criterion), day)

    def met_in_programme(self, days: CriterionDays, day: date) -> bool:
        """Whether a criterion is effectively met on any day from the start to `day`."""
        within = days_in_programme(self.started_on, day)
        return effectively_met_in(days, self.decisions(days.criterion), within)

    def in_programme_on(self, day: date) -> bool:
        """Whether support had started by `day`."""
        return self.started_on is not None and self.started_on <= day

    def needs(self, day: date) -> int:
        """The number of needs met in the programme, by the records alone."""
        within = days_in_programme(self.started_on, day)
        return sum(days.needs_in(within) for days in self.criteria)

    def is_eligible(self, met_in_programme: int, needs: int, day: date) -> bool:
        """Whether there are enough criteria, enough needs, and the child rule holds."""
        pack = self.pack
        return (
            met_in_programme >= pack.min_criteria
            and needs >= pack.min_needs
            and (not pack.dependent_child or self.has_child(day))
        )

    def has_child(self, day: date) -> bool:
        """Whether the child rule holds: a dependent child or somebody expectant."""
        return child_rule_holds(self.members, day)

    def progress(self, days: CriterionDays, day: date) -> Progress:
        """Progress on a criterion as at `day`; nothing where there is none to measure."""
        if self.started_on is None or day < self.started_on or not self.met_in_programme(days, day):
            return NOTHING_TO_MEASURE
        return progress_of(days.criterion, self.measuring(days.criterion, self.started_on, day))

    def measuring(self, criterion: Criterion | None, started_on: date, day: date) -> Measuring:
        """What measures of a criterion (None = of the whole pack) look at on `day`."""
        ident = criterion.id if criterion is not None else None
        judgements = self._judgements.get(ident, ()) if ident is not None else ()
        return Measuring(self.evidence, ident, started_on, day, judgements)

    def met_count(self, day: date) -> int:
        """How many criteria are effectively met on `day`."""
        return sum(1 for days in self.criteria if self.effective_state(days, day) == MET)
