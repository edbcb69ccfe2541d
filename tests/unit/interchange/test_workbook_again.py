"""A second run changes nothing; known rows update field by field; twins are one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from memory_vault import MemoryVault
from workbook_files import CHILD, FAMILY, HOUSEHOLD, PARENT, household

from casedesk.interchange.workbook import ImportPlan

Plan = Callable[..., ImportPlan]

FULL: dict[str, list[dict[str, Any]]] = household(
    Involvements=[{"family_ref": "CD-1", "programme": "troubled-families-2015",
                   "started_on": "2020-01-05", "closed_on": "2021-01-05"}],
    Addresses=[{"family_ref": "CD-1", "address": "1 Old Street", "from": "2019-01-01",
                "to": "2020-01-01"}],
    Relationships=[{"family_ref": "CD-1", "person_ref": "P-1", "relation": "parent",
                    "other_person_ref": "P-2"}],
    Facts=[{"family_ref": "CD-1", "person_ref": "P-2", "kind": "offence", "on": "2026-05-09",
            "detail": "Theft"},
           {"family_ref": "CD-1", "kind": "nothing-found", "criterion": "crime",
            "on": "2026-05-09"},
           {"family_ref": "CD-1", "kind": "nothing-found", "criterion": "work",
            "on": "2026-05-09"}],
    Decisions=[{"family_ref": "CD-1", "programme": "troubled-families-2015", "criterion": "crime",
                "state": "met", "on": "2026-05-10", "reason": "Theft"}],
    Judgements=[{"family_ref": "CD-1", "programme": "troubled-families-2015",
                 "criterion": "health", "on": "2026-05-10", "outcome": "same",
                 "evidence": "GP letter"}],
    Consents=[{"family_ref": "CD-1", "person_ref": "P-1", "recipients": "schools; nhs",
               "categories": "education; health", "purposes": "support", "decision": "given",
               "decided_on": "2026-05-01"}],
    Sharing_decisions=[{"family_ref": "CD-1", "people": "P-1; P-2", "recipients": "police",
                        "categories": "education", "decision": "share", "basis": "safeguarding",
                        "reason": "Risk", "told_family": "yes", "decided_by": "Sam",
                        "authorised_by": "Lee", "decided_on": "2026-05-01",
                        "from": "2026-05-01"}],
    Restrictions=[{"family_ref": "CD-1", "person_ref": "P-1", "kind": "objection",
                   "purposes": "evaluate", "from": "2026-05-01"}],
    Contacts=[{"family_ref": "CD-1", "at": "2026-05-01 14:30", "kind": "phone", "people": "P-1",
               "child_voice": "P-2: I like art\nit was a good day", "text": "Rang. All well."}],
    Goals=[{"family_ref": "CD-1", "goal_ref": "G-1", "title": "School every day"}],
    Actions=[{"family_ref": "CD-1", "goal_ref": "G-1", "title": "Ring school",
              "due": "2026-12-01"}],
    Reviews=[{"family_ref": "CD-1", "due_on": "2026-12-01", "kind": "review"}],
    Assessments=[{"family_ref": "CD-1", "on": "2026-05-02", "people": "P-1; P-2"}],
)  # fmt: skip
COUNTS = {name: len(rows) for name, rows in FULL.items()}


def case(vault: MemoryVault) -> Any:
    (found,) = vault.case_files()
    return found


def test_a_second_run_changes_nothing_on_any_sheet(plan: Plan, take_in: Plan) -> None:
    first = take_in(FULL)
    assert first.added == COUNTS
    assert first.warnings == ()
    second = plan(FULL)
    assert (second.added, second.changed, second.errors) == ({}, {}, ())
    assert second.unchanged == COUNTS
    assert (second.adds, second.changes, second.removes) == ((), (), ())


@pytest.mark.parametrize("sheet", sorted(set(FULL) - {"Families", "People", "Goals"}))
def test_equal_rows_in_one_file_are_one_with_a_warning(take_in: Plan, sheet: str) -> None:
    planned = take_in({**FULL, sheet: [*FULL[sheet], *FULL[sheet]]})
    assert planned.added == COUNTS
    assert len(planned.warnings) == len(FULL[sheet])
    first_again = len(FULL[sheet]) + 2
    assert planned.warnings[0] == (
        f"{sheet}, row {first_again}: it is the same record as row 2; taken as one."
    )


@pytest.mark.parametrize("sheet", ["Families", "People", "Goals"])
def test_the_same_reference_twice_is_one_with_a_warning(take_in: Plan, sheet: str) -> None:
    planned = take_in({**FULL, sheet: [*FULL[sheet], FULL[sheet][0]]})
    assert planned.added == COUNTS
    assert len(planned.warnings) == 1


@pytest.mark.parametrize(
    ("sheet", "other"),
    [
        ("Facts", {"detail": "Something else"}),
        ("Families", {"name": "Oak"}),
        ("People", {"given_name": "Anna"}),
        ("Goals", {"title": "Something else"}),
        ("Judgements", {"evidence": "School report"}),
        ("Relationships", {"to": "2026-01-01"}),
        ("Reviews", {"text": "Other"}),
    ],
)
def test_rows_of_one_record_that_contradict_each_other_are_an_error(
    plan: Plan, sheet: str, other: dict[str, Any]
) -> None:
    rows = [{**dict.fromkeys(other, "x"), **FULL[sheet][0]}, {**FULL[sheet][0], **other}]
    if sheet == "Relationships":
        rows[0]["to"] = "2025-01-01"
    planned = plan({**FULL, sheet: [*rows, *FULL[sheet][1:]]})
    (found,) = planned.errors
    assert found.startswith(f"{sheet}, row 3, column {list(other)[-1]}: ")
    assert "row 2 says of the same" in found


def test_rows_of_one_record_may_complete_each_other(take_in: Plan, vault: MemoryVault) -> None:
    first = {**FULL["Facts"][0], "fact_ref": "F-1", "source": None, "confidential": None}
    second = {"family_ref": "CD-1", "fact_ref": "F-1", "source": "Police", "confidential": "yes"}
    take_in(household(Facts=[second, first]))
    (fact,) = case(vault).facts
    assert (fact.detail, fact.source, fact.confidential) == ("Theft", "Police", True)


def test_rows_with_references_of_their_own_are_two_records(take_in: Plan) -> None:
    fact = FULL["Facts"][0]
    planned = take_in(household(Facts=[{**fact, "fact_ref": "F-1"}, {**fact, "fact_ref": "F-2"}]))
    assert planned.added["Facts"] == 2
    assert planned.warnings == ()


def test_a_row_without_reference_finds_the_one_that_has_one(take_in: Plan) -> None:
    fact = FULL["Facts"][0]
    take_in(household(Facts=[{**fact, "fact_ref": "F-1"}]))
    assert take_in({"Facts": [fact]}).unchanged == {"Facts": 1}


def test_update_field_by_field_blank_leaves_and_clear_empties(
    take_in: Plan, vault: MemoryVault
) -> None:
    row = {**FULL["Facts"][0], "fact_ref": "F-1", "source": "Police", "confidential": "yes"}
    take_in(household(Facts=[row]))
    order = case(vault).facts[0].order
    change = {"family_ref": "CD-1", "fact_ref": "F-1", "kind": None, "detail": " (CLEAR) ",
              "source": None, "source_ref": "77", "confidential": "(clear)"}  # fmt: skip
    planned = take_in({"Facts": [change]})
    assert planned.changed == {"Facts": 1}
    (fact,) = case(vault).facts
    assert (fact.kind, fact.detail, fact.source, fact.source_ref, fact.confidential) == (
        "offence", None, "Police", "77", False,
    )  # fmt: skip
    # Updating a record does not make it newer in order recorded.
    assert fact.order == order


def test_the_merged_record_is_checked_not_the_row_alone(plan: Plan, take_in: Plan) -> None:
    row = {"family_ref": "CD-1", "fact_ref": "F-1", "kind": "custody", "from": "2026-05-09",
           "to": "2026-06-01", "person_ref": "P-2"}  # fmt: skip
    take_in(household(Facts=[row]))
    change = {"family_ref": "CD-1", "fact_ref": "F-1", "kind": None, "to": "2026-05-01"}
    (found,) = plan({"Facts": [change]}).errors
    assert "Facts, row 2, column to: “2026-05-01” should not be before from" in found
    (found,) = plan({"Facts": [{**change, "to": None, "person_ref": "(clear)"}]}).errors
    assert "person_ref" in found
    assert "is needed" in found


def test_a_reference_cannot_be_emptied(plan: Plan) -> None:
    row = {**FULL["Facts"][0], "fact_ref": "(clear)"}
    (found,) = plan(household(Facts=[row])).errors
    assert "cannot empty a reference" in found


def test_families_and_people_update_by_reference(take_in: Plan, vault: MemoryVault) -> None:
    take_in(FULL)
    planned = take_in(
        {
            "Families": [{"family_ref": "CD-1", "name": None, "status": "open", "alert": "Dog"}],
            "People": [{"family_ref": "CD-1", "person_ref": "P-2", "given_name": None,
                        "family_name": None, "school": "Millbridge", "role": "other"}],
        }
    )  # fmt: skip
    assert planned.changed == {"Families": 1, "People": 1}
    found = case(vault)
    assert (found.family.name, found.family.status, found.family.alert) == ("Ash", "open", "Dog")
    child = next(one for one in found.people if one.given_name == "Tyler")
    assert (child.family_name, child.school) == ("Ash", "Millbridge")
    assert found.membership_of[child.id].role == "other"


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({"withdrawn_on": "2026-06-01", "withdrawn_reason": "Moved"}, ""),
        ({"in_error": "yes"}, ""),
        ({"note": "By phone"}, ""),
        ({"decision": "refused"}, "decision"),
        ({"recipients": "schools"}, "recipients"),
        ({"expires_on": "2027-06-01"}, "expires_on"),
        ({"person_ref": "P-2"}, "person_ref"),
        ({"given_by": "somebody else"}, "given_by"),
    ],
)
def test_a_consent_is_withdrawn_or_marked_never_edited(
    plan: Plan, take_in: Plan, change: dict[str, Any], refused: str
) -> None:
    row = {**FULL["Consents"][0], "consent_ref": "C-1", "given_by": "self"}
    take_in(household(Consents=[row]))
    planned = plan({"Consents": [{**row, **change}]})
    if refused:
        (found,) = planned.errors
        assert found.startswith(f"Consents, row 2, column {refused}: ")
        assert "record a change of mind as a new one" in found
    else:
        assert planned.changed == {"Consents": 1}


def test_the_order_within_a_list_does_not_make_another_record(plan: Plan, take_in: Plan) -> None:
    take_in(FULL)
    consent = {**FULL["Consents"][0], "recipients": "nhs; schools"}
    assessment = {**FULL["Assessments"][0], "people": "P-2; P-1"}
    planned = plan({"Consents": [consent], "Assessments": [assessment]})
    assert planned.unchanged == {"Consents": 1, "Assessments": 1}


def test_what_was_struck_out_stands_beside_what_was_entered_again(
    plan: Plan, take_in: Plan, vault: MemoryVault
) -> None:
    wrong = {**FULL["Decisions"][0], "in_error": "yes"}
    right = {**FULL["Decisions"][0], "in_error": None}
    planned = take_in(household(Decisions=[wrong, right]))
    assert planned.added["Decisions"] == 2
    assert [one.in_error for one in case(vault).decisions] == [True, False]
    assert plan({"Decisions": [wrong, right]}).unchanged == {"Decisions": 2}


def test_marking_in_error_changes_the_record_that_is_there(
    take_in: Plan, vault: MemoryVault
) -> None:
    take_in(FULL)
    planned = take_in({"Decisions": [{**FULL["Decisions"][0], "in_error": "yes"}]})
    assert planned.changed == {"Decisions": 1}
    assert [one.in_error for one in case(vault).decisions] == [True]


def test_rows_recorded_in_the_order_of_the_sheet(take_in: Plan, vault: MemoryVault) -> None:
    fact = FULL["Facts"][0]
    rows = [
        {**fact, "on": f"2026-05-{day:02}", "fact_ref": f"F-{day}" if day % 2 else None}
        for day in (9, 2, 7, 4)
    ]
    take_in(household(Facts=rows))
    assert [one.on.day for one in case(vault).facts] == [9, 2, 7, 4]


def test_another_name_with_none_of_the_same_people_is_a_warning(plan: Plan, take_in: Plan) -> None:
    take_in(HOUSEHOLD)
    renamed = {**FAMILY, "name": "Oak"}
    assert plan({"Families": [renamed], "People": [CHILD]}).warnings == ()
    assert plan({"Families": [{**FAMILY, "name": " ASH"}]}).warnings == ()
    stranger = {**PARENT, "given_name": "Zoe", "family_name": "Oak"}
    for people in ([], [stranger]):
        planned = plan({"Families": [renamed], "People": people} if people else
                       {"Families": [renamed]})  # fmt: skip
        (warning,) = planned.warnings
        assert "“Ash” in the vault and “Oak” here" in warning


def test_a_fact_of_a_person_in_two_families_is_one_fact(
    plan: Plan, take_in: Plan, vault: MemoryVault
) -> None:
    fact = FULL["Facts"][0]
    sheets = {
        "Families": [FAMILY, {"family_ref": "CD-2", "name": "Oak"}],
        "People": [PARENT, CHILD, {**CHILD, "family_ref": "CD-2", "person_ref": "K-1",
                                   "same_as": "CD-1/P-2"}],
        "Facts": [fact, {**fact, "family_ref": "CD-2", "person_ref": "K-1"}],
    }  # fmt: skip
    planned = take_in(sheets)
    assert planned.added == {"Families": 2, "People": 3, "Facts": 1}
    assert len(planned.warnings) == 1
    assert {len(one.facts) for one in vault.case_files()} == {1}
    assert plan(sheets).unchanged == {"Families": 2, "People": 3, "Facts": 1}
    assert vault.case_files()[0].facts[0].on == date(2026, 5, 9)
