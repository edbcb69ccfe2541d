"""What is kept of a family's criteria for lists, and until when it is true."""

from __future__ import annotations

from datetime import date

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.programmes.decisions import records_have_changed, standing
from casedesk.domain.programmes.eligibility import child_rule_changes
from casedesk.domain.programmes.pack import Pack
from casedesk.domain.programmes.states import MET
from casedesk.domain.programmes.timeline import FamilyTimeline
from casedesk.domain.records import CaseFile
from casedesk.domain.views.criteria import Summary


def summarise(case: CaseFile, pack: Pack, as_at: date, catalogue: Catalogue) -> Summary:
    """States and counts of a family under a pack, without reasons.

    `stale_on` may be earlier than the first real change, never later.
    """
    timeline = FamilyTimeline(case, pack, catalogue)
    states = {
        days.criterion.id: timeline.effective_state(days, as_at) for days in timeline.criteria
    }
    met_in_programme = sum(
        1 for days in timeline.criteria if timeline.met_in_programme(days, as_at)
    )
    needs = timeline.needs(as_at)
    return Summary(
        family_id=case.family.id,
        programme=pack.id,
        version=pack.version,
        content_hash=pack.content_hash,
        as_at=as_at,
        states=states,
        met_now=sum(1 for state in states.values() if state == MET),
        met_in_programme=met_in_programme,
        needs_met_in_programme=needs,
        eligible=timeline.is_eligible(met_in_programme, needs, as_at),
        stale_on=_stale_on(timeline, as_at),
        changed=tuple(
            days.criterion.id
            for days in timeline.criteria
            if (decision := standing(timeline.decisions(days.criterion), as_at)) is not None
            and records_have_changed(days, decision, as_at)
        ),
    )


def _stale_on(timeline: FamilyTimeline, day: date) -> date | None:
    number = day.toordinal()
    changes = [days.next_change(number) for days in timeline.criteria]
    days = [date.fromordinal(change) for change in changes if change is not None]
    for criterion in timeline.criteria:
        days.extend(one.on for one in timeline.decisions(criterion.criterion) if one.on > day)
    if timeline.started_on is not None and timeline.started_on > day:
        days.append(timeline.started_on)
    if timeline.pack.dependent_child:
        child = child_rule_changes(timeline.members, day)
        if child is not None:
            days.append(child)
    return min(days, default=None)
