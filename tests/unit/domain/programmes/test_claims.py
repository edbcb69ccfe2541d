"""Whether a result could be claimed (docs/criteria.md, Claim readiness)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casedesk.domain.programmes import Pack, claim_readiness, parse_pack
from casedesk.domain.records import Assessment, CaseFile, Goal
from casedesk.domain.views.criteria import ClaimReadiness

from .casework import CATALOGUE, FAMILY_ID, OFFENCE, Household, criterion_text, day, head

ROUTE = """
[employment_route]
measure = "employed-for"
weeks = 26
of_weeks = 30
source = "a test"
checked = true
"""
MEASURE = 'measure = "none-in"\nfacts = ["offence"]\nmonths = 6'


def claiming(route: bool = False, claims: bool = True) -> Pack:
    text = head(claims=claims) + (ROUTE if route else "") + criterion_text([OFFENCE], [MEASURE])
    return parse_pack(text, "claims.toml", CATALOGUE)


def ready_family() -> Household:
    house = Household("2026-01-01")
    house.person("Tyler", "2011-03-01")
    house.person("Kerry", "1985-01-01", "parent")
    house.event("offence", "2026-01-09", "person-tyler")
    house.involvements = [replace(house.involvements[0], keyworker="Jo Hebden")]
    return house


def case_of(house: Household, **records: object) -> CaseFile:
    kept: dict[str, object] = {
        "assessments": (
            Assessment(
                id="a",
                family_id=FAMILY_ID,
                on=day("2026-02-01"),
                people=("person-tyler", "person-kerry"),
            ),
        ),
        "goals": (
            Goal(
                id="g",
                family_id=FAMILY_ID,
                ref="G-1",
                title="No trouble with the police",
                criterion="test",
                people=("person-tyler",),
                set_on=day("2026-02-01"),
            ),
        ),
    }
    return replace(house.case(), **{**kept, **records})  # type: ignore[arg-type]


def readiness(case: CaseFile, pack: Pack, on: str = "2026-08-01") -> ClaimReadiness:
    return claim_readiness(case, pack, day(on), CATALOGUE)


def failed(found: ClaimReadiness) -> dict[str, str]:
    assert found.ready is all(test.passed for test in found.tests)
    return {test.id: test.sentence for test in found.tests if not test.passed}


def test_everything_there_is_ready() -> None:
    found = readiness(case_of(ready_family()), claiming())
    assert (found.ready, found.route, failed(found)) == (True, "progress", {})
    assert [test.id for test in found.tests] == [
        "result", "assessment", "plan", "keyworker", "goals",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        ("2026-07-08", "Not yet improved and sustained: A criterion."),
        ("2025-12-31", "Support has not started, so there is no result yet."),
    ],
)
def test_progress_is_wanted_on_everything_that_was_met(on: str, sentence: str) -> None:
    assert failed(readiness(case_of(ready_family()), claiming(), on))["result"] == sentence


def test_a_family_that_met_nothing_has_no_result() -> None:
    house = ready_family()
    house.facts.clear()
    assert failed(readiness(case_of(house), claiming())) == {
        "result": "No criterion was met in the programme."
    }


def test_work_is_the_other_way_where_the_pack_has_it() -> None:
    house = ready_family()
    house.event("offence", "2026-07-31", "person-tyler")
    house.spell("employment", "2026-01-01", None, "person-kerry")
    assert "result" in failed(readiness(case_of(house), claiming()))
    found = readiness(case_of(house), claiming(route=True))
    assert (found.ready, found.route) == (True, "employment")


def test_a_pack_without_claims_and_a_second_claim_are_never_ready() -> None:
    case = case_of(ready_family())
    assert failed(readiness(case, claiming(claims=False))) == {
        "claims": "“A pack for tests” pays nothing by results, so there is nothing to claim."
    }
    found = claim_readiness(case, claiming(), day("2026-08-01"), CATALOGUE, claimed=["test-pack"])
    assert "already" in failed(found)["claims"]
    found = claim_readiness(case, claiming(), day("2026-08-01"), CATALOGUE, claimed=["another"])
    assert found.ready


@pytest.mark.parametrize(
    ("people", "on", "sentence"),
    [
        (("person-tyler",), "2026-02-01",
         "No single assessment covers everybody; Kerry left out."),
        ((), "2026-02-01", "No single assessment covers everybody; Tyler and Kerry left out."),
        (("person-tyler", "person-kerry"), "2026-08-02", "There is no whole-family assessment."),
    ],
)  # fmt: skip
def test_an_assessment_covers_every_current_member(
    people: tuple[str, ...], on: str, sentence: str
) -> None:
    assessment = Assessment(id="a", family_id=FAMILY_ID, on=day(on), people=people)
    case = case_of(ready_family(), assessments=(assessment,))
    assert failed(readiness(case, claiming())) == {"assessment": sentence}


def test_whoever_left_need_not_be_covered() -> None:
    house = ready_family()
    house.person("Lee", "1984-01-01", "other", left="2026-07-31")
    assert readiness(case_of(house), claiming()).ready


def goal(**fields: object) -> Goal:
    kept: dict[str, object] = {
        "id": "g", "family_id": FAMILY_ID, "ref": "G-1", "title": "Sleep", "criterion": "test",
    }  # fmt: skip
    return Goal(**{**kept, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("goals", "sentences"),
    [
        ((), {"plan": "There is no plan.", "goals": "There is no goal to tie to a criterion."}),
        ((goal(people=("person-kerry",)),), {"plan": "The plan has no goal for Tyler."}),
        ((goal(),), {}),
        ((goal(criterion=None),),
         {"goals": "Not tied to a criterion of this programme: “Sleep”."}),
        ((goal(criterion="housing"),),
         {"goals": "Not tied to a criterion of this programme: “Sleep”."}),
        ((goal(), goal(id="h", criterion=None, set_on=day("2026-08-02"))), {}),
    ],
)  # fmt: skip
def test_the_plan_covers_members_with_a_need_and_is_tied_to_criteria(
    goals: tuple[Goal, ...], sentences: dict[str, str]
) -> None:
    assert failed(readiness(case_of(ready_family(), goals=goals), claiming())) == sentences


@pytest.mark.parametrize("name", [None, " "])
def test_a_keyworker_is_named(name: str | None) -> None:
    house = ready_family()
    house.involvements = [replace(house.involvements[0], keyworker=name)]
    assert failed(readiness(case_of(house), claiming())) == {"keyworker": "No keyworker is named."}
