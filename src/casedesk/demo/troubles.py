"""Every trouble of the made-up caseload by name: a function of a family and a phase.

Phases: `live` (still going on), `better` (ended, and stayed so), `easing` (some of it has
changed).
"""

from __future__ import annotations

from collections.abc import Callable

from casedesk.demo import troubles_care as care
from casedesk.demo import troubles_crime as crime
from casedesk.demo import troubles_home as house
from casedesk.demo import troubles_school as school
from casedesk.demo.home import Home

TROUBLES: dict[str, Callable[[Home, str], None]] = {
    trouble.__name__: trouble
    for trouble in (
        crime.youth_crime, crime.restorative, crime.neighbour_trouble, crime.parent_on_licence,
        crime.parent_in_custody, crime.community_order, school.absence, school.everyone_attends,
        school.just_at_the_threshold, school.too_few_figures, school.exclusions,
        school.excluded_for_good, school.no_school, school.needs_unmet, school.early_years,
        school.leaving_school, care.early_help, care.child_in_need, care.protection,
        care.missing, care.parenting, care.conflict, care.violent_child, care.caring,
        care.abuse, house.out_of_work, house.debt, house.low_mood, house.anxious_child,
        house.illness, house.drinking, house.young_drugs, house.birth, house.housing,
    )
}  # fmt: skip

_CRITERION_OF_AREA = {
    "troubled-families-2015": {
        "crime": "crime", "school": "education", "care": "help", "safety": "help",
        "relationships": "help", "work": "work", "money": "work", "abuse": "abuse",
        "health": "health", "substances": "health", "early": "health", "housing": "work",
    },
    "supporting-families-2022": {
        "crime": "crime", "school": "education", "care": "safety", "safety": "safety",
        "relationships": "relationships", "work": "money", "money": "money", "abuse": "abuse",
        "health": "health", "substances": "substances", "early": "early-years",
        "housing": "housing",
    },
}  # fmt: skip
_SAME_CRITERIA = {
    "bnes-connecting-families": "troubled-families-2015",
    "families-first-2025": "supporting-families-2022",
}


def criterion_of(programme: str, area: str) -> str:
    """The criterion of a programme under which an area of trouble falls."""
    return _CRITERION_OF_AREA[_SAME_CRITERIA.get(programme, programme)][area]


def criteria_of(programme: str) -> tuple[str, ...]:
    """Every criterion id of a programme, each once."""
    areas = _CRITERION_OF_AREA[_SAME_CRITERIA.get(programme, programme)]
    return tuple(dict.fromkeys(areas.values()))
