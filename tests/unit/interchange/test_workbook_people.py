"""One person in two families: `same_as`, in the file and against the vault."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from memory_vault import MemoryVault
from workbook_files import CHILD, FAMILY, HOUSEHOLD, PARENT

from casedesk.interchange.workbook import ImportPlan, workbook_rows

Plan = Callable[..., ImportPlan]

OAK = {"family_ref": "CD-2", "name": "Oak"}
ELM = {"family_ref": "CD-3", "name": "Elm"}
THERE = {**CHILD, "family_ref": "CD-2", "person_ref": "K-1", "same_as": "CD-1/P-2"}


def people(vault: MemoryVault) -> int:
    return len({one.id for case in vault.case_files() for one in case.people})


def test_one_person_ref_in_two_families_is_two_people(take_in: Plan, vault: MemoryVault) -> None:
    take_in({"Families": [FAMILY, OAK], "People": [CHILD, {**CHILD, "family_ref": "CD-2"}]})
    assert people(vault) == 2


@pytest.mark.parametrize("order", [[0, 1], [1, 0]])
def test_same_as_within_the_file(take_in: Plan, vault: MemoryVault, order: list[int]) -> None:
    rows = [CHILD, THERE]
    sheets = {"Families": [FAMILY, OAK], "People": [rows[at] for at in order]}
    assert take_in(sheets).added == {"Families": 2, "People": 2}
    assert people(vault) == 1
    assert take_in(sheets).unchanged == {"Families": 2, "People": 2}


def test_same_as_somebody_in_the_vault(take_in: Plan, vault: MemoryVault) -> None:
    take_in(HOUSEHOLD)
    there = {**THERE, "given_name": None, "family_name": None, "school": "Millbridge"}
    planned = take_in({"Families": [OAK], "People": [there]})
    assert planned.added == {"Families": 1, "People": 1}
    assert people(vault) == 2
    assert {one.school for case in vault.case_files() for one in case.people} == {
        None, "Millbridge",
    }  # fmt: skip


def test_same_as_may_go_through_a_third_family(take_in: Plan, vault: MemoryVault) -> None:
    third = {**THERE, "family_ref": "CD-3", "person_ref": "E-1", "same_as": "CD-2/K-1"}
    take_in({"Families": [FAMILY, OAK, ELM], "People": [third, THERE, CHILD]})
    assert people(vault) == 1
    written = workbook_rows(vault.case_files()).sheets["People"]
    # The first family recorded holds the person; the others point to it.
    assert [row[-1] for row in written] == [None, "CD-3/E-1", "CD-3/E-1"]


def test_references_with_slashes(take_in: Plan, vault: MemoryVault) -> None:
    first = {**CHILD, "family_ref": "2024/7", "person_ref": "P/2"}
    second = {**THERE, "same_as": "2024/7/P/2"}
    take_in({"Families": [{"family_ref": "2024/7", "name": "Ash"}, OAK],
             "People": [first, second]})  # fmt: skip
    assert people(vault) == 1


@pytest.mark.parametrize(
    ("same_as", "phrase"),
    [
        ("CD-1/P-9", "no person of the file or the vault"),
        ("CD-9/P-2", "no person of the file or the vault"),
        ("CD-2/K-1", "this very person"),
        ("P-2", "should be FAMILY/PERSON"),
        ("(clear)", "cannot empty a reference"),
    ],
)
def test_what_same_as_cannot_be(plan: Plan, same_as: str, phrase: str) -> None:
    row = {**THERE, "same_as": same_as}
    (error,) = plan({"Families": [FAMILY, OAK], "People": [CHILD, row]}).errors
    assert error.startswith("People, row 3, column same_as: ")
    assert phrase in error


def test_somebody_in_the_same_family(plan: Plan) -> None:
    row = {**CHILD, "person_ref": "P-3", "same_as": "CD-1/P-2"}
    (error,) = plan({"Families": [FAMILY], "People": [CHILD, row]}).errors
    assert "in this same family" in error


def test_nobody_is_in_a_family_twice_through_another(plan: Plan) -> None:
    rows = [
        {**CHILD, "same_as": "CD-2/K-1"},
        {**PARENT, "same_as": "CD-2/K-1", "given_name": "Tyler", "date_of_birth": None},
        {**CHILD, "family_ref": "CD-2", "person_ref": "K-1"},
    ]
    errors = plan({"Families": [FAMILY, OAK], "People": rows}).errors
    assert any("a family has each person once" in one for one in errors)


def test_two_people_of_the_vault_are_not_made_one(plan: Plan, take_in: Plan) -> None:
    take_in({"Families": [FAMILY, OAK], "People": [CHILD, {**THERE, "same_as": None}]})
    (error,) = plan({"People": [THERE]}).errors
    assert "different person in the vault" in error


def test_rows_of_one_person_must_agree(plan: Plan) -> None:
    row = {**THERE, "given_name": "Taylor"}
    (error,) = plan({"Families": [FAMILY, OAK], "People": [CHILD, row]}).errors
    assert error.startswith("People, row 3, column given_name: “Taylor” is not what row 2 says")


def test_people_of_a_family_are_counted_by_row(take_in: Plan) -> None:
    sheets: dict[str, list[dict[str, Any]]] = {"Families": [FAMILY, OAK], "People": [CHILD, THERE]}
    take_in(sheets)
    planned = take_in({"People": [{**THERE, "phone": "01225 000000"}]})
    assert planned.changed == {"People": 1}
    assert len(planned.changes) == 1
