"""The two packs of 2015, copied by hand from docs/criteria.md, The packs to ship."""

from __future__ import annotations

from oracle.pack_words import (
    Table,
    absence,
    attendance,
    count,
    criterion,
    current,
    ended_for,
    indicator,
    judged,
    measure,
    nominated,
    none_in,
    reduced_by,
    terms,
)

EMPLOYED = measure("employed-for", "employment", weeks=26, of_weeks=30)

_CRIME_2015 = [
    count("child-offence", "child", "offence"),
    count("asb-intervention", "any", "asb-intervention"),
    indicator("release-due", "parent", "release-due", "custody", months=12),
    current("licence", "parent", "licence"),
    current("community-order", "parent", "community-order"),
    nominated("crime"),
]
_EDUCATION_2015 = [
    absence("persistent-absence", 90, 3),
    terms("fixed-exclusions", "child", "count-terms", "exclusion-fixed", 3, 3),
    terms("exclusion-days", "child", "days", "exclusion-fixed", 10, 3),
    terms("permanent-exclusion", "child", "count-terms", "exclusion-permanent", 1, 3),
    current("alternative-provision", "child", "alternative-provision"),
    current("not-on-roll", "school-age", "not-on-roll"),
    nominated("education"),
]
_HELP_2015 = [
    current("early-help", "child", "early-help"),
    current("child-in-need", "child", "child-in-need"),
    count("section-47", "child", "section-47"),
    current("protection-plan", "child", "child-protection-plan"),
    nominated("help"),
]
_WORK_2015 = [
    current("out-of-work", "adult", "out-of-work-benefit"),
    current("neet", "any", "neet"),
    current("leaving-school", "child", "leaving-school-no-plans"),
    current("debt", "any", "problem-debt", "rent-arrears"),
    nominated("work"),
]
ABUSE_EVENTS = [
    indicator("victim", "any", "recent", "domestic-abuse-victim", months=12),
    count("perpetrator", "any", "domestic-abuse-perpetrator"),
    count("callout", "any", "domestic-callout"),
]
_ABUSE_2015 = [*ABUSE_EVENTS, nominated("abuse")]
_HEALTH_2015 = [
    current("mental-health", "any", "mental-health"),
    current("substances", "any", "alcohol", "drugs"),
    current("perinatal", "adult", "perinatal-health"),
    current("long-term-condition", "any", "physical-health"),
    nominated("health"),
]
_HELP_MEASURES = [ended_for("child-in-need", "child-protection-plan")]
_WORK_ENDED = ended_for("out-of-work-benefit", "neet")
_HEALTH_MEASURES = [
    judged("mental-health", "alcohol", "drugs", "perinatal-health", "physical-health")
]


def _six(crime: list[Table], measures: dict[str, list[Table]]) -> list[Table]:
    """The six criteria of 2015, with a pack's own crime indicators and measures."""
    rows = [
        (
            "crime",
            "Parents and children involved in crime or anti-social behaviour",
            "police-courts-probation",
            crime,
        ),
        (
            "education",
            "Children who have not been attending school regularly",
            "education",
            _EDUCATION_2015,
        ),
        ("help", "Children who need help", "social-care", _HELP_2015),
        (
            "work",
            "Adults out of work or at risk of financial exclusion, "
            "or young people at risk of worklessness",
            "employment",
            _WORK_2015,
        ),
        (
            "abuse",
            "Families affected by domestic violence and abuse",
            "violence-in-the-home",
            _ABUSE_2015,
        ),
        (
            "health",
            "Parents and children with a range of health problems",
            "health",
            _HEALTH_2015,
        ),
    ]
    return [criterion(*row, measures[row[0]]) for row in rows]


TROUBLED: Table = {
    "id": "troubled-families-2015",
    "version": "1",
    "title": "Troubled Families programme 2015 to 2020",
    "min_criteria": 2,
    "min_needs": 0,
    "dependent_child": True,
    "claims": True,
    "check_months": 6,
    "employment_route": EMPLOYED,
    "criteria": _six(
        _CRIME_2015,
        {
            "crime": [none_in("offence", "asb-incident", "asb-intervention")],
            "education": [attendance(90, 3)],
            "help": _HELP_MEASURES,
            "work": [_WORK_ENDED],
            "abuse": [none_in("domestic-callout", "domestic-abuse-perpetrator")],
            "health": _HEALTH_MEASURES,
        },
    ),
}

BATH: Table = {
    **TROUBLED,
    "id": "bnes-connecting-families",
    "title": None,
    "criteria": _six(
        [
            count("child-offence", "any", "offence", min_age=10, max_age=18),
            *_CRIME_2015[1:],
            count("restorative-disposal", "child", "restorative-disposal"),
        ],
        {
            "crime": [
                reduced_by(33, "offence"),
                reduced_by(60, "asb-incident", "asb-intervention"),
            ],
            "education": [attendance(90, 3)],
            "help": _HELP_MEASURES,
            "work": [{"any_of": [EMPLOYED, _WORK_ENDED]}],
            "abuse": [reduced_by(50, "domestic-callout")],
            "health": _HEALTH_MEASURES,
        },
    ),
}
