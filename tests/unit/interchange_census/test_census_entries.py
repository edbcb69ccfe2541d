"""What becomes of each block and factor, and of errors in them."""

from __future__ import annotations

from datetime import date

import pytest
from invented_census import (
    assessment,
    block,
    child,
    details,
    enquiry,
    identifiers,
    known,
    message,
    plan,
    protection,
    vault,
)

D = date


def test_plans_enquiries_and_protection_plans_become_facts() -> None:
    file = vault()
    result = file.take_in(
        message(
            child(
                identifiers(),
                details(
                    plan("2023-01-24", "2023-01-26"),
                    enquiry("2022-06-02"),
                    protection("2022-02-17"),
                ),
            )
        )
    )
    assert result.warnings == ()
    assert file.dates() == {
        ("child-in-need", "person-1", D(2023, 1, 24), D(2023, 1, 26)),
        ("section-47", "person-1", D(2022, 6, 2), None),
        ("child-protection-plan", "person-1", D(2022, 2, 17), None),
    }
    assert {fact.source for fact in file.facts} == {"Children's social care"}
    assert {fact.source_ref for fact in file.facts} == {"2024-03-31 MB-1"}
    assert {fact.family_id for fact in file.facts} == {"family-CD-1"}


CHILD_CODES = {
    "alcohol": ["1A"],
    "drugs": ["2A"],
    "domestic-abuse-victim": ["3A"],
    "mental-health": ["4A"],
    "physical-health": ["6A"],
    "caring-unsupported": ["7A"],
    "exploitation-risk": ["11A", "12A", "13A", "24A"],
    "abuse-or-neglect": ["16A", "17A", "18A", "18B", "18C", "19A", "19B", "19C"],
}
FAMILY_CODES = {
    "alcohol": ["1B", "1C"],
    "drugs": ["2B", "2C"],
    "domestic-abuse-victim": ["3B", "3C"],
    "mental-health": ["4B", "4C"],
    "physical-health": ["6B", "6C"],
}
MAPPED = [(code, kind, "person-1") for kind, codes in CHILD_CODES.items() for code in codes] + [
    (code, kind, None) for kind, codes in FAMILY_CODES.items() for code in codes
]


@pytest.mark.parametrize(("code", "kind", "person"), MAPPED)
def test_each_factor_becomes_its_spell(code: str, kind: str, person: str | None) -> None:
    file = vault()
    time = details(assessment(code.lower() + " "), closure="2023-09-30")
    file.take_in(message(child(identifiers(), time)))
    assert file.dates() == {(kind, person, D(2023, 2, 1), D(2023, 9, 30))}


def test_one_spell_for_each_kind_and_subject() -> None:
    file = vault()
    file.take_in(
        message(
            child(
                identifiers(),
                details(assessment("1A", "1B", "1C", "16A", "17A", "19C", "18B", "1B")),
            )
        )
    )
    assert file.dates() == {
        ("alcohol", "person-1", D(2023, 2, 1), None),
        ("alcohol", None, D(2023, 2, 1), None),
        ("abuse-or-neglect", "person-1", D(2023, 2, 1), None),
    }
    details_of = {(fact.kind, fact.person_id): fact.detail for fact in file.facts}
    assert details_of["alcohol", None] == "Factors at assessment: 1B, 1C."


def test_two_assessments_are_two_spells() -> None:
    file = vault()
    file.take_in(
        message(
            child(
                identifiers(),
                details(
                    assessment("4A"), assessment("4A", start="2023-05-01", authorised="2023-06-01")
                ),
            )
        )
    )
    assert sorted(fact.from_on for fact in file.facts if fact.from_on) == [
        D(2023, 2, 1),
        D(2023, 6, 1),
    ]


def test_a_missing_episode_is_on_the_day_of_authorisation() -> None:
    file = vault()
    file.take_in(message(child(identifiers(), details(assessment("10A"), closure="2023-08-01"))))
    assert file.dates() == {("missing-episode", "person-1", D(2023, 2, 1), None)}
    assert file.facts[0].on == D(2023, 2, 1)


def test_a_missing_episode_needs_the_authorisation() -> None:
    file = vault()
    result = file.take_in(
        message(child(identifiers(), details(assessment("10A", "1A", authorised=""))))
    )
    assert file.dates() == {("alcohol", "person-1", D(2023, 1, 10), None)}
    assert any("10A left out" in warning for warning in result.warnings)


def test_codes_without_a_fact_are_counted_and_unknown_ones_named() -> None:
    file = vault()
    result = file.take_in(
        message(child(identifiers(), details(assessment("5A", "20", "20", "RB", "1A"))))
    )
    assert len(file.facts) == 1
    assert "Not mapped: 3 factors that become no fact (20: 2, 5A: 1)." in result.warnings
    assert any(
        "MB-1" in warning and "AssessmentFactors" in warning and "RB" in warning
        for warning in result.warnings
    )


@pytest.mark.parametrize(
    ("inside", "closure", "left", "words"),
    [
        (plan("2027-01-01"), "", set(), "CINPlanStartDate: 2027-01-01 is in the future"),
        (plan("soon"), "", set(), "CINPlanStartDate: “soon” is not a date"),
        (plan(""), "", set(), "CINPlanDates: it has no CINPlanStartDate"),
        (plan("2023-03-01", "2023-02-01"), "", set(), "CINPlanEndDate: 2023-02-01 is before"),
        (plan("2023-03-01", "ended"), "", set(), "CINPlanDates: its last day cannot be read"),
        (plan("2023-03-01", "2027-01-01"), "", {("child-in-need", None)}, "in the future"),
        (protection("2023-03-01", "2023-02-01"), "", set(), "CPPendDate: 2023-02-01 is before"),
        (enquiry("2026-11-25"), "", set(), "S47ActualStartDate: 2026-11-25 is in the future"),
        ("<Section47/>", "", set(), "Section47: it has no S47ActualStartDate"),
        (assessment("1A"), "2023-01-31", set(), "CINclosureDate: 2023-01-31 is before"),
        (assessment("1A"), "then", set(), "1A left out, because CINclosureDate"),
        (assessment("1A"), "2027-01-01", {("alcohol", None)}, "CINclosureDate: 2027-01-01 is in"),
        (assessment("1A", start="2023-02-02"), "", set(), "the assessment was left out"),
        (assessment("1A", start="", authorised=""), "", set(), "no day that can be used"),
        (assessment("1A", start="2028-04-28"), "", {("alcohol", None)}, "2028-04-28 is in the fu"),
        (assessment("1A", authorised="2028-04-28"), "", {("alcohol", None)}, "2028-04-28 is in"),
    ],
)
def test_errors_are_warnings_and_the_rest_goes_in(
    inside: str, closure: str, left: set[tuple[str, None]], words: str
) -> None:
    file = vault()
    result = file.take_in(
        message(
            child(identifiers(), details(inside, closure=closure), details(enquiry("2022-06-02")))
        )
    )
    others = {(fact.kind, fact.to_on) for fact in file.facts if fact.kind != "section-47"}
    assert others == left
    assert any(fact.on == D(2022, 6, 2) for fact in file.facts)
    assert any(
        warning.startswith("Child MB-1: ") and words in warning for warning in result.warnings
    )


def test_today_is_not_the_future() -> None:
    file = vault()
    file.take_in(message(child(identifiers(), details(enquiry("2026-11-24")))))
    assert len(file.facts) == 1


def test_days_after_the_census_and_before_the_referral_are_kept_with_a_warning() -> None:
    file = vault()
    result = file.take_in(
        message(child(identifiers(), details(enquiry("2024-04-01"), enquiry("2019-12-31"))))
    )
    assert {fact.on for fact in file.facts} == {D(2024, 4, 1), D(2019, 12, 31)}
    assert any("after the census's own day" in warning for warning in result.warnings)
    assert any("before CINreferralDate 2020-01-01" in warning for warning in result.warnings)


def test_without_an_authorisation_the_spell_begins_with_the_assessment() -> None:
    file = vault()
    file.take_in(message(child(identifiers(), details(assessment("2A", authorised="")))))
    assert file.dates() == {("drugs", "person-1", D(2023, 1, 10), None)}


def test_a_plan_from_before_the_birth_is_recorded_from_the_birth() -> None:
    file = vault(known(born=D(2023, 4, 1)))
    result = file.take_in(
        message(
            child(
                identifiers(born="2023-04-01"),
                details(
                    protection("2023-01-01", "2023-07-01"),
                    plan("2022-12-01", "2023-02-01"),
                    enquiry("2022-12-05"),
                ),
            )
        )
    )
    assert file.dates() == {
        ("child-protection-plan", "person-1", D(2023, 4, 1), D(2023, 7, 1)),
    }
    assert file.facts[0].detail == "Began on 1 January 2023, before the birth."
    assert sum("before the birth" in warning for warning in result.warnings) == 3


def test_a_day_after_the_death_is_kept_with_a_warning() -> None:
    file = vault(known(died_on=D(2022, 1, 1)))
    result = file.take_in(message(child(identifiers(), details(enquiry("2022-06-02")))))
    assert len(file.facts) == 1
    assert any("after the death on 1 January 2022" in warning for warning in result.warnings)


def test_errors_of_children_nobody_knows_are_named_after_those_of_the_known() -> None:
    result = vault().take_in(
        message(
            child(identifiers("MB-9", "", "2014-01-01"), details(enquiry("2027-01-01"))),
            child(identifiers(), details(enquiry("2027-01-02"))),
        )
    )
    assert [warning.split(":")[0] for warning in result.warnings] == ["Child MB-1", "Child MB-9"]


def test_a_kind_that_the_council_took_out_is_left_out_with_a_warning() -> None:
    file = vault()
    facts = {kind: entry for kind, entry in file.catalogue.facts.items() if kind != "section-47"}
    file.catalogue = type(file.catalogue)(
        facts,
        file.catalogue.categories,
        file.catalogue.recipients,
        file.catalogue.purposes,
        file.catalogue.conditions,
    )
    result = file.take_in(
        message(child(identifiers(), details(enquiry("2022-06-02"), plan("2022-06-03"))))
    )
    assert [fact.kind for fact in file.facts] == ["child-in-need"]
    assert any("no kind “section-47”" in warning for warning in result.warnings)


def test_missing_blocks_are_warnings_with_the_child() -> None:
    result = vault().take_in(message(block("Child", identifiers())))
    assert [warning.split(": ")[1] for warning in result.warnings] == [
        "ChildCharacteristics",
        "CINdetails",
    ]
