"""The four packs that come with the program (docs/criteria.md, The packs that are shipped)."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal

import pytest

from casedesk.domain.programmes import Indicator, Measure, Pack

from .casework import CATALOGUE, pack

ALL = (
    "bnes-connecting-families",
    "families-first-2025",
    "supporting-families-2022",
    "troubled-families-2015",
)


def shape(indicator: Indicator) -> str:
    """An indicator in one line."""
    parts = [indicator.id, indicator.who, indicator.test]
    if indicator.test not in ("release-due", "attendance-below", "nominated"):
        parts.append("+".join(indicator.facts))
    if indicator.test in ("count", "count-terms", "days"):
        parts.append(f">={indicator.at_least}")
    if indicator.test == "attendance-below":
        parts.append(f"{indicator.percent}")
    if indicator.terms:
        parts.append(f"{indicator.terms}t")
    if indicator.months:
        parts.append(f"{indicator.months}m")
    if indicator.min_age is not None or indicator.max_age is not None:
        parts.append(f"{indicator.min_age}-{indicator.max_age}")
    return " ".join(parts)


def measure_shape(measure: Measure) -> str:
    """A measure in one line."""
    if measure.any_of:
        return "any: " + " | ".join(measure_shape(one) for one in measure.any_of)
    if measure.kind == "employed-for":
        return f"employed-for {measure.weeks} of {measure.of_weeks}"
    if measure.kind == "attendance-at-least":
        return f"attendance-at-least {measure.percent} {measure.terms}t"
    share = f" {measure.percent}%" if measure.percent else ""
    return f"{measure.kind} {'+'.join(measure.facts)}{share} {measure.months}m"


def contents(one: Pack) -> dict[str, tuple[str, list[str], list[str]]]:
    return {
        criterion.id: (
            criterion.category,
            [shape(indicator) for indicator in criterion.indicators],
            [measure_shape(measure) for measure in criterion.measures],
        )
        for criterion in one.criteria
    }


TROUBLED = {
    "crime": (
        "police-courts-probation",
        [
            "child-offence child count offence >=1 12m",
            "asb-intervention any count asb-intervention >=1 12m",
            "release-due parent release-due 12m",
            "licence parent current licence",
            "community-order parent current community-order",
            "crime-nominated any nominated 12m",
        ],
        ["none-in offence+asb-incident+asb-intervention 6m"],
    ),
    "education": (
        "education",
        [
            "persistent-absence school-age attendance-below 90 3t",
            "fixed-exclusions child count-terms exclusion-fixed >=3 3t",
            "exclusion-days child days exclusion-fixed >=10 3t",
            "permanent-exclusion child count-terms exclusion-permanent >=1 3t",
            "alternative-provision child current alternative-provision",
            "not-on-roll school-age current not-on-roll",
            "education-nominated any nominated 12m",
        ],
        ["attendance-at-least 90 3t"],
    ),
    "help": (
        "social-care",
        [
            "early-help child current early-help",
            "child-in-need child current child-in-need",
            "section-47 child count section-47 >=1 12m",
            "protection-plan child current child-protection-plan",
            "help-nominated any nominated 12m",
        ],
        ["ended-for child-in-need+child-protection-plan 6m"],
    ),
    "work": (
        "employment",
        [
            "out-of-work adult current out-of-work-benefit",
            "neet any current neet",
            "leaving-school child current leaving-school-no-plans",
            "debt any current problem-debt+rent-arrears",
            "work-nominated any nominated 12m",
        ],
        ["ended-for out-of-work-benefit+neet 6m"],
    ),
    "abuse": (
        "violence-in-the-home",
        [
            "victim any recent domestic-abuse-victim 12m",
            "perpetrator any count domestic-abuse-perpetrator >=1 12m",
            "callout any count domestic-callout >=1 12m",
            "abuse-nominated any nominated 12m",
        ],
        ["none-in domestic-callout+domestic-abuse-perpetrator 6m"],
    ),
    "health": (
        "health",
        [
            "mental-health any current mental-health",
            "substances any current alcohol+drugs",
            "perinatal adult current perinatal-health",
            "long-term-condition any current physical-health",
            "health-nominated any nominated 12m",
        ],
        ["judged mental-health+alcohol+drugs+perinatal-health+physical-health 6m"],
    ),
}

SUPPORTING = {
    "education": (
        "education",
        [
            "attendance school-age attendance-below 90 2t",
            "exclusions child count-terms exclusion-fixed >=1 3t",
            "not-on-roll school-age current not-on-roll",
            "needs-unmet child current education-needs-unmet",
        ],
        [
            "attendance-at-least 90 2t",
            "none-in exclusion-fixed 6m",
            "ended-for not-on-roll+education-needs-unmet 6m",
        ],
    ),
    "early-years": (
        "vulnerable-children-health",
        [
            "development child current early-years-development",
            "perinatal adult current perinatal-health",
        ],
        ["ended-for early-years-development+perinatal-health 6m"],
    ),
    "health": (
        "health",
        [
            "child-mental-health child current mental-health",
            "adult-mental-health adult current mental-health",
            "physical-health any current physical-health",
        ],
        ["judged mental-health+physical-health 6m"],
    ),
    "substances": (
        "substance-misuse",
        [
            "child-substances child current alcohol+drugs",
            "adult-substances adult current alcohol+drugs",
        ],
        ["judged alcohol+drugs 6m"],
    ),
    "relationships": (
        "social-care",
        [
            "parenting any current parenting-support",
            "conflict any current parental-conflict",
            "child-violence any current child-violence-at-home",
            "caring any current caring-unsupported",
        ],
        [
            "ended-for parenting-support+parental-conflict+child-violence-at-home"
            "+caring-unsupported 6m"
        ],
    ),
    "safety": (
        "vulnerable-children-health",
        [
            "abuse-or-neglect child current abuse-or-neglect",
            "missing child count missing-episode >=1 12m",
            "exploitation any current exploitation-risk",
            "plan child current child-protection-plan+child-in-need",
        ],
        [
            "ended-for abuse-or-neglect+exploitation-risk+child-protection-plan+child-in-need 6m",
            "none-in missing-episode 6m",
        ],
    ),
    "crime": (
        "police-courts-probation",
        [
            "adult-crime adult count offence+asb-intervention >=1 12m",
            "child-crime child count offence+asb-intervention >=1 12m",
        ],
        ["none-in offence+asb-intervention 6m"],
    ),
    "abuse": (
        "violence-in-the-home",
        [
            "victim any recent domestic-abuse-victim 12m",
            "perpetrator any count domestic-abuse-perpetrator >=1 12m",
            "callout any count domestic-callout >=1 12m",
        ],
        [
            "none-in domestic-callout+domestic-abuse-perpetrator 6m",
            "ended-for domestic-abuse-victim 6m",
        ],
    ),
    "housing": (
        "housing",
        [
            "temporary any current temporary-accommodation",
            "homeless-risk any current homelessness-risk",
        ],
        ["ended-for temporary-accommodation+homelessness-risk 6m"],
    ),
    "money": (
        "employment",
        [
            "out-of-work adult current out-of-work-benefit",
            "debt any current problem-debt+rent-arrears",
            "neet any current neet",
        ],
        ["ended-for out-of-work-benefit+problem-debt+rent-arrears+neet 6m"],
    ),
}


def connecting() -> dict[str, tuple[str, list[str], list[str]]]:
    """The 2015 criteria with the council's differences."""
    changed = {ident: (one[0], list(one[1]), list(one[2])) for ident, one in TROUBLED.items()}
    crime = changed["crime"][1]
    crime[0] = "child-offence any count offence >=1 12m 10-18"
    crime.append("restorative-disposal child count restorative-disposal >=1 12m")
    changed["crime"][2][:] = [
        "reduced-by offence 33% 6m",
        "reduced-by asb-incident+asb-intervention 60% 6m",
    ]
    changed["abuse"][2][:] = ["reduced-by domestic-callout 50% 6m"]
    changed["work"][2][:] = ["any: employed-for 26 of 30 | ended-for out-of-work-benefit+neet 6m"]
    return changed


@pytest.mark.parametrize(
    ("ident", "expected"),
    [
        ("troubled-families-2015", TROUBLED),
        ("bnes-connecting-families", connecting()),
        ("supporting-families-2022", SUPPORTING),
        ("families-first-2025", SUPPORTING),
    ],
)
def test_criteria_indicators_and_measures(
    ident: str, expected: dict[str, tuple[str, list[str], list[str]]]
) -> None:
    found = contents(pack(ident))
    assert list(found) == list(expected)
    assert found == expected


@pytest.mark.parametrize(
    ("ident", "min_criteria", "min_needs", "claims", "route"),
    [
        ("troubled-families-2015", 2, 0, True, True),
        ("bnes-connecting-families", 2, 0, True, True),
        ("supporting-families-2022", 1, 3, True, False),
        ("families-first-2025", 1, 1, False, False),
    ],
)
def test_eligibility_and_claims(
    ident: str, min_criteria: int, min_needs: int, claims: bool, route: bool
) -> None:
    one = pack(ident)
    assert (one.id, one.version) == (ident, "1")
    assert (one.min_criteria, one.min_needs, one.claims) == (min_criteria, min_needs, claims)
    assert one.dependent_child
    assert one.check_months == 6
    assert (one.employment_route is not None) is route
    if one.employment_route is not None:
        assert measure_shape(one.employment_route) == "employed-for 26 of 30"


def test_titles() -> None:
    assert pack("troubled-families-2015").title == "Troubled Families programme 2015 to 2020"
    assert pack("supporting-families-2022").title == "Supporting Families 2022 to 2025"
    assert pack("families-first-2025").title == (
        "Families First (starter, to be replaced by your council's)"
    )
    crime = pack("troubled-families-2015").criterion_by_id["crime"]
    assert crime.title == "Parents and children involved in crime or anti-social behaviour"
    assert [one.title for one in pack("supporting-families-2022").criteria][:2] == [
        "Getting a good education",
        "Good early years development",
    ]


@pytest.mark.parametrize(
    ("ident", "first", "last"),
    [
        ("troubled-families-2015", date(2015, 4, 1), date(2020, 3, 31)),
        ("supporting-families-2022", date(2022, 10, 3), date(2025, 3, 31)),
        ("families-first-2025", date(2025, 4, 1), None),
    ],
)
def test_validity(ident: str, first: date, last: date | None) -> None:
    one = pack(ident)
    assert (one.valid_from, one.valid_to) == (first, last)
    assert one.covers(first)
    assert not one.covers(date(2015, 3, 31))
    assert one.covers(date(2030, 1, 1)) is (last is None)
    assert last is None or one.covers(last)


@pytest.mark.parametrize("ident", ALL)
def test_every_figure_has_a_source_and_says_whether_it_was_checked(ident: str) -> None:
    one = pack(ident)
    indicators = sum(len(criterion.indicators) for criterion in one.criteria)
    assert len(one.thresholds) > indicators + len(one.criteria) + 4
    assert all(len(threshold.source) > 10 for threshold in one.thresholds)
    assert {threshold.key for threshold in one.unchecked} == {
        threshold.key for threshold in one.thresholds if not threshold.checked
    }


def test_what_was_checked_of_the_2022_framework() -> None:
    one = pack("supporting-families-2022")
    checked = {threshold.key for threshold in one.thresholds if threshold.checked}
    headings = {f"criteria.{criterion.id}" for criterion in one.criteria}
    assert len(headings) == 10
    assert checked == headings | {
        "min_needs",
        "criteria.education.indicators.attendance",
        "criteria.education.measures[1]",
    }
    assert not any(one.checked for one in pack("families-first-2025").thresholds)


@pytest.mark.parametrize("ident", ALL)
def test_a_pack_is_known_by_its_contents(ident: str) -> None:
    one = pack(ident)
    assert one.content_hash == hashlib.sha256(one.text.encode()).hexdigest()


@pytest.mark.parametrize("ident", ALL)
def test_every_kind_and_category_is_in_the_catalogue(ident: str) -> None:
    for criterion in pack(ident).criteria:
        assert criterion.category in CATALOGUE.categories
        assert "nomination" in criterion.kinds
        assert "attendance" not in criterion.kinds
        assert "{since}" in criterion.question
        assert all(kind in CATALOGUE.facts for kind in criterion.kinds)


def test_figures_are_exact() -> None:
    education = pack("troubled-families-2015").criterion_by_id["education"]
    assert education.indicators[0].percent == Decimal(90)
    assert education.indicators[2].at_least == Decimal(10)
