"""Every error names sheet, row, column, value and what was expected, all in one go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from memory_vault import MemoryVault
from workbook_files import CHILD, FAMILY, HOUSEHOLD, PARENT, household

from casedesk.interchange.workbook import ImportPlan

Plan = Callable[..., ImportPlan]

FACT = {"family_ref": "CD-1", "person_ref": "P-2", "kind": "offence", "on": "2026-05-09"}
SPELL = {"family_ref": "CD-1", "person_ref": "P-2", "kind": "custody", "from": "2026-01-05"}
TERM = {"family_ref": "CD-1", "person_ref": "P-2", "kind": "attendance", "from": "2026-01-05",
        "to": "2026-04-01", "possible": 120, "attended": 90, "authorised": 10}  # fmt: skip
CONSENT = {"family_ref": "CD-1", "person_ref": "P-1", "consent_ref": "C-1", "recipients": "schools",
           "categories": "education", "purposes": "support", "decision": "given",
           "decided_on": "2026-05-01"}  # fmt: skip
SHARING = {"family_ref": "CD-1", "decision_ref": "S-1", "people": "P-1; P-2", "recipients": "nhs",
           "categories": "education", "decision": "share", "basis": "safeguarding",
           "reason": "Risk", "told_family": "yes", "decided_by": "Sam", "authorised_by": "Lee",
           "decided_on": "2026-05-01", "from": "2026-05-01"}  # fmt: skip
DECISION = {"family_ref": "CD-1", "programme": "troubled-families-2015", "criterion": "crime",
            "state": "met", "on": "2026-05-10", "reason": "Two offences"}  # fmt: skip
RELATION = {"family_ref": "CD-1", "person_ref": "P-1", "relation": "parent",
            "other_person_ref": "P-2"}  # fmt: skip
GOAL = {"family_ref": "CD-1", "goal_ref": "G-1", "title": "School every day"}


def errors(plan: Plan, sheets: dict[str, list[dict[str, Any]]]) -> tuple[str, ...]:
    planned = plan(sheets)
    assert planned.errors
    assert (planned.adds, planned.changes, planned.removes) == ((), (), ())
    assert (planned.added, planned.changed, planned.unchanged) == ({}, {}, {})
    return planned.errors


def test_an_error_names_everything(plan: Plan) -> None:
    found = errors(plan, household(Facts=[FACT, {**FACT, "on": "31/02/2026"}]))
    assert found == (
        "Facts, row 3, column on: “31/02/2026” should be a day of the calendar (day first, then "
        "month).",
    )


def test_errors_of_cells_references_and_rules_come_in_one_go_by_place(plan: Plan) -> None:
    sheets = household(
        Facts=[
            {**FACT, "person_ref": "P-9"},
            {**FACT, "kind": "rumour"},
            {**FACT, "on": None},
            {**FACT, "family_ref": "CD-7"},
            {**FACT, "on": "12/13/2026", "kind": "gossip"},
        ],
        Relationships=[{**RELATION, "other_person_ref": "P-1"}],
    )
    found = errors(plan, sheets)
    assert [one.partition(":")[0] for one in found] == [
        "Relationships, row 2, column other_person_ref",
        "Facts, row 2, column person_ref",
        "Facts, row 3, column kind",
        "Facts, row 4, column on",
        "Facts, row 5, column family_ref",
        "Facts, row 6, column kind",
        "Facts, row 6, column on",
    ]


def test_the_first_200_errors_and_the_number_of_the_rest(plan: Plan) -> None:
    rows = [{**FACT, "kind": f"rumour {at}"} for at in range(251)]
    found = errors(plan, household(Facts=rows))
    assert len(found) == 201
    assert found[-1] == "And 51 more errors."
    assert "row 2," in found[0]
    assert "row 201," in found[199]


def test_values_in_messages_are_short_and_show_what_is_invisible(plan: Plan) -> None:
    found = errors(plan, household(Facts=[{**FACT, "kind": "a\u202eb\n" + "x" * 200}]))
    assert "“a<U+202E>b⏎xxx" in found[0]
    assert len(found[0]) < 400


@pytest.mark.parametrize(
    ("sheet", "row", "column", "phrase"),
    [
        ("Facts", {**FACT, "from": "2026-01-01"}, "from", "should be blank"),
        ("Facts", {**FACT, "person_ref": None, "kind": "employment", "on": None,
                   "from": "2026-01-01"}, "person_ref", "is needed"),
        ("Facts", {**SPELL, "from": None}, "from", "is needed"),
        ("Facts", {**SPELL, "to": "2026-01-04"}, "to", "should not be before from"),
        ("Facts", {**SPELL, "release_due": "2025-01-04"}, "release_due", "before from"),
        ("Facts", {**SPELL, "from": "2026-11-25"}, "from", "after today"),
        ("Facts", {**TERM, "to": None}, "to", "is needed"),
        ("Facts", {**TERM, "possible": 0}, "possible", "1 or more"),
        ("Facts", {**TERM, "attended": 115}, "authorised", "more than possible"),
        ("Facts", {**TERM, "attended": 90.5}, "attended", "whole number"),
        ("Facts", {**TERM, "attended": None}, "attended", "is needed"),
        ("Facts", {**FACT, "kind": "exclusion-fixed"}, "days", "is needed"),
        ("Facts", {**FACT, "kind": "exclusion-fixed", "days": 0.3}, "days", "half days"),
        ("Facts", {**FACT, "kind": "exclusion-fixed", "days": 0}, "days", "more than 0"),
        ("Facts", {**FACT, "days": 1}, "days", "should be blank"),
        ("Facts", {**FACT, "kind": "nomination"}, "criterion", "is needed"),
        ("Facts", {**FACT, "kind": "nomination", "criterion": "luck"}, "criterion", "loaded"),
        ("Facts", {**FACT, "on": "2013-09-07"}, "on", "date of birth"),
        ("Facts", {**FACT, "detail": "bell _x0007_"}, "detail", "U+0007"),
        ("Facts", {**FACT, "detail": "#N/A"}, "detail", "error of the spreadsheet"),
        ("Facts", {**FACT, "detail": "=1+1"}, "detail", "no stored value"),
        ("Consents", {**CONSENT, "withdrawn_on": "2026-04-30"}, "withdrawn_on", "decided_on"),
        ("Consents", {**CONSENT, "expires_on": "2026-04-30"}, "expires_on", "decided_on"),
        ("Consents", {**CONSENT, "withdrawn_on": "2026-11-25"}, "withdrawn_on", "after today"),
        ("Consents", {**CONSENT, "recipients": "bank"}, "recipients", "semicolons"),
        ("Consents", {**CONSENT, "categories": "gossip"}, "categories", "semicolons"),
        ("Consents", {**CONSENT, "purposes": None}, "purposes", "is required"),
        ("Consents", {**CONSENT, "decision": "perhaps"}, "decision", "given, refused"),
        ("Sharing decisions", {**SHARING, "basis": None}, "basis", "is needed"),
        ("Sharing decisions", {**SHARING, "told_family": "no"}, "not_told_why", "is needed"),
        ("Sharing decisions", {**SHARING, "told_family": None}, "told_family", "is required"),
        ("Sharing decisions", {**SHARING, "people": "P-1; P-8"}, "people", "not the reference"),
        ("Sharing decisions", {**SHARING, "to": "2026-04-30"}, "to", "should not be before from"),
        ("Sharing decisions", {**SHARING, "from": "2026-11-25"}, "from", "after today"),
        ("Decisions", {**DECISION, "programme": "other"}, "programme", "that is loaded"),
        ("Decisions", {**DECISION, "criterion": "luck"}, "criterion", "that is loaded"),
        ("Decisions", {**DECISION, "criterion": "housing"}, "criterion", "as it is loaded"),
        ("Decisions", {**DECISION, "criterion": "housing", "version": "0"}, "criterion", "loaded"),
        ("Decisions", {**DECISION, "reason": "  "}, "reason", "is required"),
        ("Decisions", {**DECISION, "on": "2026-11-25"}, "on", "after today"),
        ("Relationships", {**RELATION, "other_person_ref": "P-1"}, "other_person_ref",
         "related to themselves"),
        ("Relationships", {**RELATION, "relation": "boss"}, "relation", "should be one of"),
        ("Goals", {**GOAL, "set_on": "2026-03-01", "achieved_on": "2026-02-01"}, "achieved_on",
         "set_on"),
        ("Goals", {**GOAL, "start_score": 11}, "start_score", "0 to 10"),
        ("Goals", {**GOAL, "goal_ref": None}, "goal_ref", "is required"),
        ("Goals", {**GOAL, "title": "(clear)"}, "title", "required column"),
        ("Actions", {"family_ref": "CD-1", "title": "Ring", "goal_ref": "G-9"}, "goal_ref",
         "reference of a goal"),
        ("Contacts", {"family_ref": "CD-1", "at": "2026-05-01", "text": "x",
                      "child_voice": "P-9: hello"}, "child_voice", "not the reference"),
        ("Contacts", {"family_ref": "CD-1", "text": "x"}, "at", "is required"),
        ("Reviews", {"family_ref": "CD-1", "due_on": "soon"}, "due_on", "should be a date"),
        ("Assessments", {"family_ref": "CD-1", "on": "24/11/26"}, "on", "should be a date"),
        ("Restrictions", {"family_ref": "CD-1", "person_ref": "P-1", "kind": "objection",
                          "from": "2026-05-01", "to": "2026-04-01"}, "to", "before from"),
        ("Involvements", {"family_ref": "CD-1", "programme": None}, "programme", "is required"),
        ("Involvements", {"family_ref": "CD-1", "programme": "troubled-families-2015",
                          "started_on": "2026-02-01", "closed_on": "2026-01-01"}, "closed_on",
         "started_on"),
        ("Addresses", {"family_ref": "CD-1", "address": None, "postcode": "BA1 2AB"}, "address",
         "is required"),
        ("Addresses", {"family_ref": "CD-1", "address": "1 Elm", "from": "2026-02-01",
                       "to": "2026-01-01"}, "to", "before from"),
        ("Judgements", {"family_ref": "CD-1", "programme": "troubled-families-2015",
                        "criterion": "crime", "on": "2026-05-01", "outcome": "improved"},
         "evidence", "is required"),
    ],
)  # fmt: skip
def test_one_thing_wrong_is_one_error(
    plan: Plan, sheet: str, row: dict[str, Any], column: str, phrase: str
) -> None:
    # The heading has to be there, whether or not the row fills it.
    headings = dict.fromkeys(row)
    headings[column] = None
    (found,) = errors(plan, household(**{sheet.replace(" ", "_"): [{**headings, **row}]}))
    assert found.startswith(f"{sheet}, row 2, column {column}: ")
    assert phrase in found


@pytest.mark.parametrize(
    ("change", "column", "phrase"),
    [
        ({"referred_on": "2026-03-01", "started_on": "2026-02-01"}, "started_on", "referred_on"),
        ({"started_on": "2026-03-01", "closed_on": "2026-02-01"}, "closed_on", "started_on"),
        ({"referred_on": "2026-11-25"}, "referred_on", "after today"),
        ({"closed_on": "2026-11-25"}, "closed_on", "after today"),
        ({"name": None}, "name", "is required"),
        ({"family_ref": None}, "family_ref", "should name the family"),
        ({"status": "sleeping"}, "status", "should be one of"),
        ({"programme": "families-1999"}, "programme", "that is loaded"),
    ],
)
def test_families_rows(plan: Plan, change: dict[str, Any], column: str, phrase: str) -> None:
    (found,) = errors(plan, {"Families": [{**FAMILY, **change}]})
    assert found.startswith(f"Families, row 2, column {column}: ")
    assert phrase in found


@pytest.mark.parametrize(
    ("change", "column", "phrase"),
    [
        ({"died_on": "1980-01-01"}, "died_on", "date_of_birth"),
        ({"joined_on": "2026-03-01", "left_on": "2026-02-01"}, "left_on", "joined_on"),
        ({"date_of_birth": "2026-11-25"}, "date_of_birth", "after today"),
        ({"given_name": None}, "given_name", "is required"),
        ({"person_ref": None}, "person_ref", "should name the person"),
        ({"sex": "unknown"}, "sex", "not known"),
    ],
)
def test_people_rows(plan: Plan, change: dict[str, Any], column: str, phrase: str) -> None:
    found = errors(plan, {"Families": [FAMILY], "People": [{**PARENT, **change}]})
    assert len(found) == 1
    assert found[0].startswith(f"People, row 2, column {column}: ")
    assert phrase in found[0]


def test_two_people_cannot_be_each_others_parent(plan: Plan) -> None:
    other = {**RELATION, "person_ref": "P-2", "other_person_ref": "P-1"}
    (found,) = errors(plan, household(Relationships=[RELATION, other]))
    assert "row 3, column relation" in found
    assert "row 2" in found


def test_nor_against_the_vault(plan: Plan, take_in: Plan) -> None:
    take_in(household(Relationships=[RELATION]))
    other = {**RELATION, "person_ref": "P-2", "other_person_ref": "P-1"}
    (found,) = errors(plan, {"Relationships": [other]})
    assert "the vault" in found


def test_a_new_birthday_after_a_fact_in_the_vault_is_an_error(plan: Plan, take_in: Plan) -> None:
    take_in(household(Facts=[{**FACT, "on": "2024-05-09"}]))
    (found,) = errors(plan, {"People": [{**CHILD, "date_of_birth": "2024-09-08"}]})
    assert "People, row 2, column date_of_birth" in found
    assert "9 May 2024" in found


@pytest.mark.parametrize("column", ["to", "release_due"])
def test_planned_days_may_be_after_today(take_in: Plan, column: str) -> None:
    assert take_in(household(Facts=[{**SPELL, column: "2027-06-01"}])).added["Facts"] == 1


def test_planned_involvement_and_membership(take_in: Plan) -> None:
    sheets = {
        "Families": [{**FAMILY, "started_on": "2027-01-05", "alert_review_on": "2027-01-05"}],
        "People": [{**PARENT, "joined_on": "2027-01-05", "left_on": "2027-02-05"}],
        "Consents": [{**CONSENT, "expires_on": "2027-01-05"}],
        "Reviews": [{"family_ref": "CD-1", "due_on": "2027-01-05"}],
        "Actions": [{"family_ref": "CD-1", "title": "Ring", "due": "2027-01-05"}],
    }
    assert sum(take_in(sheets).added.values()) == 5


def test_a_fact_after_death_is_a_warning(take_in: Plan) -> None:
    sheets = {"Families": [FAMILY], "People": [PARENT, {**CHILD, "died_on": "2026-05-01"}],
              "Facts": [FACT, {**FACT, "on": "2026-05-01"}]}  # fmt: skip
    planned = take_in(sheets)
    assert planned.added["Facts"] == 2
    assert planned.warnings == ("Facts, row 2: on is after the person's death; it was kept.",)


@pytest.mark.parametrize(
    ("column", "value"),
    [("upn", "A123"), ("nhs_number", "9990000000"), ("nino", "QQ123456C"),
     ("ethnicity", "Martian"), ("disability", "NONE; AUT")],
)  # fmt: skip
def test_bad_numbers_of_people_are_warnings_and_kept(
    take_in: Plan, vault: MemoryVault, column: str, value: str
) -> None:
    planned = take_in({"Families": [FAMILY], "People": [{**PARENT, column: value}]})
    (warning,) = planned.warnings
    assert warning.startswith(f"People, row 2, column {column}: “{value}” was kept as written.")
    (person,) = vault.case_files()[0].people
    kept = getattr(person, column)
    assert ("; ".join(kept) if isinstance(kept, tuple) else kept) == value


def test_a_bad_postcode_is_a_warning(take_in: Plan) -> None:
    planned = take_in({"Families": [{**FAMILY, "address": "1 Elm", "postcode": "nowhere"}]})
    assert len(planned.warnings) == 1
    assert "postcode" in planned.warnings[0]


def test_doubtful_consents_and_decisions_are_kept_with_a_warning(take_in: Plan) -> None:
    planned = take_in(
        household(
            Consents=[{**CONSENT, "person_ref": "P-2"}],
            Sharing_decisions=[
                {**SHARING, "categories": "health", "authorised_by": None, "condition": None}
            ],
            Restrictions=[
                {"family_ref": "CD-1", "person_ref": "P-1", "kind": "restriction",
                 "purposes": "refer", "from": "2026-05-01"}
            ],
            Decisions=[
                {**DECISION, "criterion": "housing", "version": "0", "records_state": "met"}
            ],
        )
    )  # fmt: skip
    text = "\n".join(planned.warnings)
    assert "nothing is noted about competence" in text
    assert "names no condition" in text
    assert "does not override" in text
    assert "the purposes given change nothing" in text
    assert "no criterion housing" in text
    assert len(planned.warnings) == 5


def test_an_unknown_family_is_an_error_and_one_in_the_vault_needs_no_row(
    plan: Plan, take_in: Plan
) -> None:
    (found,) = errors(plan, {"Facts": [{**FACT, "person_ref": None}]})
    assert "Families sheet or of the vault" in found
    take_in(HOUSEHOLD)
    assert take_in({"Facts": [FACT]}).added == {"Facts": 1}


def test_rows_and_sheets_may_come_in_any_order(take_in: Plan, vault: MemoryVault) -> None:
    take_in(
        {
            "Actions": [{"family_ref": "CD-1", "title": "Ring", "goal_ref": "G-1"}],
            "Goals": [GOAL],
            "Facts": [FACT],
            "People": [CHILD, PARENT],
            "Families": [FAMILY],
        }
    )
    (case,) = vault.case_files()
    assert case.actions[0].goal_id == case.goals[0].id
    assert case.person_ref(case.facts[0].person_id or "") == "P-2"


def test_json_has_exactly_the_promised_keys(plan: Plan) -> None:
    assert plan(household(Facts=[FACT])).as_dict(dry_run=True) == {
        "dry_run": True,
        "added": {"Families": 1, "People": 2, "Facts": 1},
        "changed": {},
        "unchanged": {},
        "warnings": [],
        "errors": [],
    }
    refused = plan(household(Facts=[{**FACT, "kind": "x"}])).as_dict(dry_run=False)
    assert list(refused) == ["dry_run", "added", "changed", "unchanged", "warnings", "errors"]
    assert refused["added"] == {}
    assert len(refused["errors"]) == 1


def test_a_decision_takes_the_loaded_version_and_tells_which_states_are_open(
    take_in: Plan, vault: MemoryVault
) -> None:
    planned = take_in(
        household(
            Decisions=[
                DECISION,
                {**DECISION, "on": date(2026, 6, 1), "version": 0.5, "records_state": "Not_Known"},
            ]
        )
    )
    (case,) = vault.case_files()
    assert [one.pack_version for one in case.decisions] == ["1", "0.5"]
    assert [one.records_state for one in case.decisions] == [None, "not_known"]
    assert [one.on for one in planned.decisions_without_state] == [date(2026, 5, 10)]
