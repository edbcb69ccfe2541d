"""What the command prints: keys, order and references (docs/criteria.md)."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from casedesk.domain.programmes import facts_bearing_on

from .casework import CATALOGUE, OFFENCE, Household, day, pack, small_pack

KEYS = [
    "family", "programme", "version", "as_at", "eligible", "met_now", "met_in_programme",
    "needs_met_in_programme", "min_criteria", "min_needs", "of", "criteria",
]  # fmt: skip
CRITERION_KEYS = [
    "id", "title", "state", "records_state", "since", "decision", "records_changed", "progress",
    "progress_earliest", "indicators", "reason", "question",
]  # fmt: skip


def test_the_json_has_exactly_these_keys_in_this_order() -> None:
    house = Household("2026-05-20", programme="troubled-families-2015")
    tyler = house.person("Tyler", "2011-03-01")
    house.event("offence", "2026-05-09", tyler)
    house.event("offence", "2026-08-18", tyler)
    house.decided("met", "2026-09-01", records="not_known", criterion="help")
    answer = house.result("2026-11-24", pack("troubled-families-2015")).as_dict()
    assert json.loads(json.dumps(answer)) == answer
    assert list(answer) == KEYS
    assert all(list(one) == CRITERION_KEYS for one in answer["criteria"])
    top = {key: answer[key] for key in KEYS[:-1]}
    assert top == {
        "family": "CD-0412",
        "programme": "troubled-families-2015",
        "version": "1",
        "as_at": "2026-11-24",
        "eligible": True,
        "met_now": 2,
        "met_in_programme": 2,
        "needs_met_in_programme": 1,
        "min_criteria": 2,
        "min_needs": 0,
        "of": 6,
    }
    crime = answer["criteria"][0]
    assert crime.pop("reason").startswith("Met because Tyler has 2 proven offences")
    indicators = crime.pop("indicators")
    assert crime == {
        "id": "crime",
        "title": "Parents and children involved in crime or anti-social behaviour",
        "state": "met",
        "records_state": "met",
        "since": "2026-05-09",
        "decision": None,
        "records_changed": False,
        "progress": "not_yet",
        "progress_earliest": "2027-02-18",
        "question": None,
    }
    assert indicators[0] == {
        "id": "child-offence",
        "met": True,
        "people": ["P-1"],
        "facts": ["F-1", "F-2"],
    }
    assert [one["id"] for one in indicators[1:]] == [
        "asb-intervention", "release-due", "licence", "community-order", "crime-nominated",
    ]  # fmt: skip
    assert not any(one["met"] or one["people"] or one["facts"] for one in indicators[1:])


def test_a_person_in_two_families_has_this_familys_reference_and_all_their_facts() -> None:
    house = Household()
    tyler = house.person("Tyler", "2011-03-01", joined="2026-06-01")
    fact = house.event("offence", "2026-05-09", tyler)
    house.facts[0] = replace(fact, family_id="another-family", ref="X-1")
    # A whole other family's own fact is not this family's.
    house.facts.append(
        replace(fact, id="other", family_id="another-family", person_id=None, ref="X-2")
    )
    assert house.criterion("2026-05-31", small_pack(OFFENCE)).state == "not_known"
    (indicator,) = house.criterion("2026-06-01", small_pack(OFFENCE)).indicators
    assert (indicator.people, indicator.facts) == (("P-1",), ("X-1",))
    assert (indicator.person_ids, indicator.fact_ids) == ((tyler,), ("fact-1",))


def test_a_criterion_can_be_picked_by_its_id() -> None:
    found = Household().result("2026-05-31", small_pack(OFFENCE))
    assert found.criterion("test").title == "A criterion"
    with pytest.raises(KeyError):
        found.criterion("absent")


def test_an_empty_family_is_all_not_known() -> None:
    for ident in ("troubled-families-2015", "supporting-families-2022"):
        found = Household().result("2026-05-31", pack(ident))
        assert {one.state for one in found.criteria} == {"not_known"}
        assert all(one.question for one in found.criteria)
        assert not found.eligible


def test_facts_bearing_on_a_criterion_are_all_that_could_have_made_it_so() -> None:
    house = Household()
    tyler = house.person("Tyler", "2011-03-01", left="2026-06-30")
    house.excluded("2020-02-02", tyler)
    house.term(tyler, "2026-04-13", "2026-07-21", 95)
    house.nominated("2026-05-04", criterion="education")
    house.nominated("2026-05-04", criterion="crime")
    house.checked("2026-05-04", criterion="education")
    house.event("offence", "2026-05-04", tyler)
    house.in_error(house.excluded("2026-05-04", tyler))
    house.excluded("2026-08-02", tyler)
    house.excluded("2026-05-04", "person-nobody")
    education = pack("troubled-families-2015").criterion_by_id["education"]
    crime = pack("troubled-families-2015").criterion_by_id["crime"]
    case = house.case()
    found = facts_bearing_on(case, education, day("2026-08-01"), CATALOGUE)
    assert [fact.ref for fact in found] == ["F-1", "F-2", "F-3", "F-5"]
    found = facts_bearing_on(case, crime, day("2026-08-01"), CATALOGUE)
    assert [fact.ref for fact in found] == ["F-4", "F-6"]
