"""What must hold whatever was recorded: properties of the gate over invented case files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from casedesk.domain.gate import leave_out
from casedesk.domain.gate.permitted_case import permitted_case
from casedesk.domain.records import CaseFile, Record
from gate.household import (
    SCHOOL,
    D,
    allowed,
    ask,
    case_of,
    consent,
    contact,
    event,
    no_sharing,
    restriction,
    sharing,
)

PEOPLE = ("kerry", "wayne", "tyler", "ellie")
CATEGORIES = ("education", "health")
RECIPIENTS = ("schools", SCHOOL, "schools/Other", "nhs", "family", "ons")
BASES = ("safeguarding", "court-order", "public-task")
QUESTIONS = st.sampled_from(
    [
        {"recipient": "schools"},
        {"recipient": SCHOOL},
        {"recipient": "schools/Unheard Of"},
        {"recipient": "nhs", "purpose": "refer"},
        {"recipient": "schools", "purpose": "evaluate"},
        {"recipient": "ons", "purpose": "evaluate"},
        {"recipient": "ons", "purpose": "evaluate", "evaluation_asks_consent": True},
        {"recipient": "ons"},
        {"recipient": "family", "reader": "kerry"},
        {"recipient": "family", "reader": "tyler"},
    ]
)

days = st.integers(-40, 5).map(lambda days: (D + timedelta(days)).isoformat())
some_categories = st.sets(st.sampled_from(CATEGORIES), min_size=1).map(tuple)
some_people = st.sets(st.sampled_from(PEOPLE), min_size=1).map(tuple)
some_recipients = st.sets(st.sampled_from(RECIPIENTS), min_size=1, max_size=3).map(tuple)
some_purposes = st.sets(st.sampled_from(("support", "evaluate", "refer")), min_size=1).map(tuple)


@st.composite
def consents(draw: Any, ends: bool = True, decision: str | None = None) -> Record:
    end = st.none() | days if ends else st.none()
    return consent(
        f"C-{draw(st.integers(1, 10**6))}",
        draw(days),
        person_id=draw(st.sampled_from(PEOPLE)),
        recipients=draw(some_recipients),
        categories=draw(some_categories),
        purposes=draw(some_purposes),
        decision=decision or draw(st.sampled_from(("given", "given", "refused"))),
        withdrawn_on=draw(end),
        expires_on=draw(end),
    )


@st.composite
def decisions(draw: Any, share: bool | None = None, overriding: bool = False) -> Record:
    shares = draw(st.booleans()) if share is None else share
    make = sharing if shares else no_sharing
    fields = {
        "people": draw(some_people),
        "recipients": draw(some_recipients),
        "categories": draw(some_categories),
        "from_on": draw(days),
        "to_on": None if overriding else draw(st.none() | days),
        "authorised_by": "S P" if overriding else draw(st.sampled_from((None, "S P"))),
    }
    if shares:
        fields["basis"] = "safeguarding" if overriding else draw(st.sampled_from(BASES))
    return make(f"S-{draw(st.integers(1, 10**6))}", draw(days), **fields)


@st.composite
def restrictions(draw: Any) -> Record:
    return restriction(
        draw(st.sampled_from(("restriction", "objection"))),
        draw(days),
        person_id=draw(st.sampled_from(PEOPLE)),
        purposes=draw(st.just(()) | some_purposes),
        to_on=draw(st.none() | days),
    )


def pair_id(person_id: str, category: str) -> str:
    return f"V-{person_id}-{category}"


# One contact for each person and category, so that the gate's answer about every pair shows.
PAIRS = tuple(
    contact(pair_id(person_id, category), people=(person_id,), categories=(category,))
    for person_id, category in product(PEOPLE, CATEGORIES)
)
rules = st.lists(consents() | decisions() | restrictions(), max_size=8)


def case_with(records: list[Record], *more: Record) -> CaseFile:
    return case_of(*PAIRS, *records, *more)


@settings(max_examples=150, deadline=None)
@given(rules, consents(decision="refused") | decisions(share=False) | restrictions(), QUESTIONS)
def test_a_refusal_a_block_or_a_restriction_never_permits_more(
    records: list[Record], no: Record, question: dict[str, Any]
) -> None:
    before = allowed(ask(case_with(records), **question))
    assert allowed(ask(case_with(records, no), **question)) <= before


@settings(max_examples=150, deadline=None)
@given(rules, some_people, some_categories, QUESTIONS)
def test_an_item_goes_when_each_person_and_category_of_it_would_go_alone(
    records: list[Record],
    people: tuple[str, ...],
    categories: tuple[str, ...],
    question: dict[str, Any],
) -> None:
    visit = contact("V-all", people=people, categories=categories)
    permitted = allowed(ask(case_with(records, visit), **question))
    pairs = {pair_id(*pair) for pair in product(people, categories)}
    assert ("V-all" in permitted) is (pairs <= permitted)


@settings(max_examples=100, deadline=None)
@given(rules, QUESTIONS)
def test_an_item_that_names_nobody_goes_when_it_would_go_for_everyone(
    records: list[Record], question: dict[str, Any]
) -> None:
    household = contact("V-0", categories=("education",))
    permitted = allowed(ask(case_with(records, household), **question))
    everyone = {pair_id(person_id, "education") for person_id in PEOPLE}
    assert ("V-0" in permitted) is (everyone <= permitted)


@settings(max_examples=100, deadline=None)
@given(rules, QUESTIONS)
def test_confidential_never_goes(records: list[Record], question: dict[str, Any]) -> None:
    hidden = [replace(one, confidential=True) for one in PAIRS]
    assert ask(case_of(*hidden, *records), **question).nothing_may_go


@settings(max_examples=100, deadline=None)
@given(rules, QUESTIONS)
def test_a_name_goes_exactly_when_something_that_names_the_person_does(
    records: list[Record], question: dict[str, Any]
) -> None:
    result = ask(case_with(records), **question)
    items = {one.id: one for one in result.items}
    named = {
        person_id for one in result.items if one.kind == "contact" and one.allowed
        for person_id in one.people
    }  # fmt: skip
    for one in result.items:
        if one.kind == "person":
            assert one.allowed is (one.record_id in named)
            carriers = {
                other.because
                for other in items.values()
                if other.kind != "person" and other.allowed and one.record_id in other.people
            }
            assert not one.allowed or one.because in carriers


@settings(max_examples=150, deadline=None)
@given(rules)
def test_a_school_nobody_named_gets_at_least_what_any_school_may(records: list[Record]) -> None:
    case = case_with(records)
    assert allowed(ask(case, "schools")) <= allowed(ask(case, "schools/Unheard Of"))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        consents(ends=False) | decisions(share=False) | decisions(share=True, overriding=True),
        max_size=8,
    )
)
def test_what_any_school_may_have_each_of_them_may(records: list[Record]) -> None:
    """Where no consent has ended and every decision to share overrides."""
    case = case_with(records)
    assert allowed(ask(case, "schools")) <= allowed(ask(case, SCHOOL))


@settings(max_examples=100, deadline=None)
@given(rules, consents(), QUESTIONS)
def test_what_is_decided_after_the_day_changes_nothing(
    records: list[Record], late: Any, question: dict[str, Any]
) -> None:
    tomorrow = replace(late, decided_on=D + timedelta(1))
    case, later = case_with(records), case_with(records, tomorrow, event("F-1", on="2026-11-25"))
    assert ask(case, **question).as_dict() == ask(later, **question).as_dict()


@settings(max_examples=100, deadline=None)
@given(rules, decisions(share=True))
def test_for_the_evaluation_a_decision_to_share_changes_nothing(
    records: list[Record], share: Record
) -> None:
    for recipient in ("ons", "mhclg", "schools"):
        before = ask(case_with(records), recipient, "evaluate")
        assert before.as_dict() == ask(case_with(records, share), recipient, "evaluate").as_dict()


@settings(max_examples=100, deadline=None)
@given(rules, st.sampled_from(PEOPLE))
def test_a_reader_never_gets_what_is_neither_theirs_nor_their_childrens(
    records: list[Record], reader: str
) -> None:
    result = ask(case_with(records), "family", reader=reader)
    theirs = {"kerry", "tyler", "ellie"} if reader == "kerry" else {reader}
    assert {person_id for one in result.allowed for person_id in one.about} <= theirs


@settings(max_examples=100, deadline=None)
@given(rules, QUESTIONS, st.data())
def test_the_permitted_case_and_what_is_left_out_only_shrink(
    records: list[Record], question: dict[str, Any], data: Any
) -> None:
    case = case_with(records)
    result = ask(case, **question)
    seen = permitted_case(case, result)
    shown = {one.ref for one in (*seen.contacts, *seen.memberships)}
    assert shown == allowed(result)
    ids = sorted(one.record_id for one in result.every)
    chosen = data.draw(st.sets(st.sampled_from(ids)))
    left = leave_out(result, chosen)
    assert allowed(left) <= allowed(result)
    assert not any(left.may_go(record_id) for record_id in chosen)
    carried = {person_id for one in left.items if one.kind == "contact" and one.allowed
               for person_id in one.people}  # fmt: skip
    assert {one.record_id for one in left.items if one.kind == "person" and one.allowed} <= carried


@settings(max_examples=100, deadline=None)
@given(rules, QUESTIONS)
def test_every_item_says_why(records: list[Record], question: dict[str, Any]) -> None:
    for one in ask(case_with(records), **question).every:
        assert bool(one.because) is one.allowed
        assert bool(one.reason) is not one.allowed
        bases = one.because.split("; ")
        assert len(set(bases)) == len(bases)


def test_the_same_question_has_the_same_answer_on_every_run() -> None:
    case = case_with([consent("C-1"), sharing("S-1", people=PEOPLE)])
    assert ask(case) == ask(case)
    assert ask(case, as_at=date(2026, 1, 9)).nothing_may_go
