"""Programme packs and the rules that are held against dated facts (docs/criteria.md).

The rules suggest; the keyworker decides. There is no score and no ranking.
"""

from __future__ import annotations

from datetime import date

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.programmes.bearing import facts_bearing_on
from casedesk.domain.programmes.claims import claim_readiness
from casedesk.domain.programmes.evaluation import evaluate, result_on
from casedesk.domain.programmes.evidence import Evidence
from casedesk.domain.programmes.pack import Criterion, Indicator, Measure, Pack, Threshold
from casedesk.domain.programmes.pack_reading import parse_pack
from casedesk.domain.programmes.states import criterion_days
from casedesk.domain.programmes.strip import month_strip
from casedesk.domain.programmes.summary import summarise
from casedesk.domain.programmes.timeline import FamilyTimeline
from casedesk.domain.records import CaseFile


def records_state_on(
    case: CaseFile, pack: Pack, criterion_id: str, day: date, catalogue: Catalogue
) -> str:
    """What the records say of one criterion on a day: met, not_met or not_known.

    Raises `KeyError` when the pack has no criterion of that id.
    """
    criterion = pack.criterion_by_id[criterion_id]
    days = criterion_days(criterion, pack, Evidence(case, catalogue))
    return days.state_on(day.toordinal())


__all__ = [
    "Criterion",
    "FamilyTimeline",
    "Indicator",
    "Measure",
    "Pack",
    "Threshold",
    "claim_readiness",
    "evaluate",
    "facts_bearing_on",
    "month_strip",
    "parse_pack",
    "records_state_on",
    "result_on",
    "summarise",
]
