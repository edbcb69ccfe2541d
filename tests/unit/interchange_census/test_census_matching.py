"""Which person a child of the census is, and when that is in doubt."""

from __future__ import annotations

from datetime import date

import pytest
from invented_census import (
    CaseFileFacts,
    assessment,
    child,
    details,
    enquiry,
    identifiers,
    known,
    message,
    vault,
)

ENQUIRY = details(enquiry("2022-06-02"))


def lists(file: CaseFileFacts, *children: str) -> tuple[object, object, object, object]:
    result = file.take_in(message(*children)).as_dict()
    return result["matched"], result["doubtful"], result["unmatched"], result["facts_added"]


@pytest.mark.parametrize(
    "identity",
    [
        identifiers("other", "B801200005001"),
        identifiers("other", "b801 200 005 001"),
        identifiers("other", "H243278544154", former="B801200005001"),
        identifiers("other", "", former="B801200005001"),
        identifiers("la 77", "H243278544154"),
        identifiers("LA77", ""),
        identifiers("other", "B801200005001", born=""),
    ],
)
def test_by_upn_or_former_upn_or_child_id(identity: str) -> None:
    file = vault(known(la_child_id="LA 77"))
    assert lists(file, child(identity, ENQUIRY)) == (1, [], [], 1)


@pytest.mark.parametrize(
    "identity",
    [identifiers("other", "H243278544154"), identifiers("", ""), identifiers("UN3", "UN3")],
)
def test_others_are_unmatched(identity: str) -> None:
    file = vault(known(la_child_id="LA77"), known(2, upn="UN3"))
    matched, doubtful, unmatched, added = lists(file, child(identity, ENQUIRY))
    assert (matched, doubtful, added) == (0, [], 0)
    assert isinstance(unmatched, list) and len(unmatched) == 1


def test_the_upn_decides_before_the_child_id() -> None:
    file = vault(known(), known(2, upn=None, la_child_id="MB-1"))
    assert lists(file, child(identifiers("MB-1"), ENQUIRY)) == (1, [], [], 1)
    assert file.facts[0].person_id == "person-1"


def test_another_date_of_birth_is_doubtful_and_not_applied() -> None:
    file = vault(known(born=date(2014, 5, 7)))
    result = file.take_in(message(child(identifiers(), ENQUIRY)))
    assert result.as_dict()["doubtful"] == ["MB-1"]
    assert "6 May 2014 in the census and 7 May 2014" in result.doubtful[0].reason
    assert any("doubtful match" in warning for warning in result.warnings)
    assert file.facts == []


def test_a_date_of_birth_missing_in_the_case_file_agrees() -> None:
    assert lists(vault(known(born=None)), child(identifiers(), ENQUIRY)) == (1, [], [], 1)


def test_an_unreadable_date_of_birth_counts_as_missing() -> None:
    file = vault()
    result = file.take_in(message(child(identifiers(born="spring"), ENQUIRY)))
    assert (len(result.matched), len(file.facts)) == (1, 1)
    assert any("PersonBirthDate" in warning for warning in result.warnings)


def test_two_people_in_two_families_are_doubtful() -> None:
    file = vault(known(), known(2, "CD-2"))
    assert lists(file, child(identifiers(), ENQUIRY)) == (0, ["MB-1"], [], 0)


def test_two_people_in_one_family_are_doubtful_too() -> None:
    file = vault(known(), known(2))
    assert lists(file, child(identifiers(), ENQUIRY)) == (0, ["MB-1"], [], 0)


def test_one_person_in_two_families_is_one_person() -> None:
    file = vault(known(), known(family="CD-2", lives_in_household=True))
    result = file.take_in(message(child(identifiers(), details(assessment("1A", "1B")))))
    assert {(f.kind, f.person_id, f.family_id) for f in file.facts} == {
        ("alcohol", "person-1", "family-CD-2"),
        ("alcohol", None, "family-CD-2"),
    }
    assert result.warnings == ()


def test_a_family_that_the_child_left_is_not_the_home() -> None:
    file = vault(known(left_on=date(2020, 1, 1)), known(family="CD-2"))
    file.take_in(message(child(identifiers(), details(assessment("1A", "1B")))))
    assert {fact.family_id for fact in file.facts} == {"family-CD-2"}


def test_what_is_about_the_family_is_left_out_when_the_home_is_uncertain() -> None:
    file = vault(known(), known(family="CD-2"))
    result = file.take_in(message(child(identifiers(), details(assessment("1A", "1B")))))
    assert [(fact.person_id, fact.family_id) for fact in file.facts] == [
        ("person-1", "family-CD-1")
    ]
    assert any("1B is about the family" in warning for warning in result.warnings)


def test_two_children_of_the_census_cannot_be_one_person() -> None:
    file = vault()
    first = child(identifiers("MB-1"), ENQUIRY)
    second = child(identifiers("MB-2", "", former="B801200005001"), ENQUIRY)
    assert lists(file, first, second) == (0, ["MB-1", "MB-2"], [], 0)


def test_a_child_that_comes_twice_under_one_id_is_one_child() -> None:
    file = vault()
    same = child(identifiers("MB-1"), ENQUIRY)
    assert lists(file, same, same)[3] == 1


def test_a_child_without_any_id_is_named_by_its_place() -> None:
    result = vault().take_in(message(child(identifiers("", "", ""), ENQUIRY)))
    assert result.as_dict()["unmatched"] == ["number 1 in the file"]
