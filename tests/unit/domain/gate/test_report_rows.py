"""Which rows derived from items may go: criteria, strips, progress, counts and charts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from casedesk.domain.gate import GateResult, leave_out
from casedesk.domain.gate.report_rows import (
    CriterionParts,
    criterion_parts,
    facts_may_all_go,
    kind_may_all_go,
)
from casedesk.domain.programmes import Pack, evaluate, parse_pack
from casedesk.domain.records import CaseFile, Involvement, Record
from casedesk.system.resources import shipped_packs
from gate.household import (
    HOME,
    KERRY_AND_TYLER,
    D,
    ask,
    attendance,
    case_of,
    catalogue,
    consent,
    contact,
    decision,
    event,
    item,
    judgement,
    no_sharing,
    spell,
)

PROGRAMME = "troubled-families-2015"
ALL = {"categories": tuple(catalogue().categories)}
TYLERS = consent("C-T", **ALL)
KERRYS = consent("C-K", person_id="kerry", **ALL)
STARTED = Involvement(
    id="i-1", family_id=HOME, programme=PROGRAMME, current=True, started_on=date(2026, 2, 1)
)
EVERY_PART = CriterionParts(True, True, True, True)
NO_PART = CriterionParts(False, False, False, False)


@cache
def pack() -> Pack:
    text = dict(shipped_packs())[f"{PROGRAMME}.toml"]
    return parse_pack(text, f"{PROGRAMME}.toml", catalogue())


def parts(
    criterion: str, *records: Record, people: Any = KERRY_AND_TYLER, **more: Any
) -> CriterionParts:
    """Which parts of a criterion go to schools for Kerry and Tyler."""
    case = case_of(STARTED, *records, people=people)
    return parts_of(case, ask(case), criterion, **more)


def parts_of(case: CaseFile, result: GateResult, criterion: str, **more: Any) -> CriterionParts:
    found = evaluate(case, pack(), D, catalogue()).criterion(criterion)
    definition = pack().criterion_by_id[criterion]
    return criterion_parts(case, result, found, definition, PROGRAMME, catalogue(), **more)


def test_met_goes_when_every_fact_behind_it_may_go() -> None:
    excluded = event("F-1")
    assert parts("education", excluded, TYLERS).now
    assert parts("education", excluded, TYLERS).reason
    assert parts("education", excluded) == NO_PART
    hidden = event("F-2", on="2026-06-01", confidential=True)
    assert parts("education", excluded, hidden, TYLERS) == NO_PART


def test_a_fact_of_one_person_who_has_not_agreed_is_enough_to_withhold() -> None:
    offence = event("F-1", "offence")
    licence = spell("F-2", "licence", "2026-03-01", person_id="kerry")
    assert parts("crime", offence, licence, TYLERS) == NO_PART
    assert parts("crime", offence, licence, TYLERS, KERRYS).now


def test_a_nomination_stands_behind_it_like_any_fact() -> None:
    nominated = event("F-1", "nomination", criterion="health")
    assert parts("health", nominated, TYLERS).now
    assert parts("health", nominated, consent("C-1")) == NO_PART


def test_not_known_goes_when_the_category_is_permitted_for_every_member() -> None:
    assert parts("education", TYLERS) == NO_PART
    assert parts("education", TYLERS, KERRYS) == EVERY_PART
    school_only = consent("C-K", person_id="kerry")
    assert parts("education", TYLERS, school_only).now
    assert not parts("health", TYLERS, school_only).now


def test_not_met_needs_the_check_as_well() -> None:
    check = event("F-1", "nothing-found", on="2026-11-01", criterion="crime")
    assert parts("crime", check, TYLERS, KERRYS) == EVERY_PART
    assert parts("crime", check, TYLERS) == NO_PART
    quiet = event("F-1", "nothing-found", on="2026-11-01", criterion="crime", confidential=True)
    assert parts("crime", quiet, TYLERS, KERRYS) == NO_PART


def test_a_decision_must_go_too() -> None:
    decided = decision("d-1", "education")
    assert parts("education", event("F-1"), decided, TYLERS) == NO_PART  # it is about everyone
    assert parts("education", event("F-1"), decided, TYLERS, KERRYS).now
    assert parts("education", event("F-1"), decision("d-1", "crime"), TYLERS).now


def test_the_sentences_stay_behind_where_they_would_name_what_is_withheld() -> None:
    check = event("F-1", "nothing-found", on="2026-10-01", criterion="crime")
    before = event("F-2", "offence", on="2025-09-30", confidential=True)
    assert parts("crime", check, before, TYLERS, KERRYS) == CriterionParts(
        now=True, reason=True, past=False, progress=False
    )
    unsaid = event("F-3", "nothing-found", on="2025-01-01", criterion="crime", confidential=True)
    assert not parts("crime", unsaid, TYLERS, KERRYS).reason


NOW_ONLY = CriterionParts(now=True, reason=False, past=False, progress=False)


def test_what_overtook_a_check_made_the_state_what_it_is() -> None:
    """Without the offence the criterion would be not met, so *not known* tells of it."""
    check = event("F-1", "nothing-found", on="2026-10-01", criterion="crime")
    hidden = event("F-2", "offence", on="2026-10-02", person_id="kerry", confidential=True)
    assert parts("crime", check, hidden, TYLERS, KERRYS, check_months=6) == NO_PART
    open_one = event("F-2", "offence", on="2026-10-02", person_id="kerry")
    assert parts("crime", check, open_one, TYLERS, KERRYS, check_months=6) == EVERY_PART
    # The keyworker's decision is the state; only the sentence about the records tells.
    decided = decision("d-1", "crime", on="2026-10-03")
    assert parts("crime", check, hidden, decided, TYLERS, KERRYS) == NOW_ONLY
    # A check that no longer counts settles nothing, with the record or without.
    old = event("F-1", "nothing-found", on="2026-03-01", criterion="crime")
    assert parts("crime", old, hidden, TYLERS, KERRYS, check_months=6) == NOW_ONLY
    assert parts("crime", old, hidden, TYLERS, KERRYS) == NO_PART


TERMS = (("2025-09-03", "2025-12-19"), ("2026-01-05", "2026-03-27"), ("2026-04-13", "2026-07-17"))


def terms(hidden: int | None, number: int = 3) -> list[Record]:
    """Tyler's good attendance, newest first, one of the terms confidential."""
    return [
        attendance(f"F-{place}", *TERMS[-1 - place], attended=95, confidential=place == hidden)
        for place in range(number)
    ]


def test_a_test_over_terms_rests_on_the_figures_of_those_terms() -> None:
    met = {"past_states": ("met",)}
    days = ("2025-09-10", "2026-02-02", "2026-05-05")
    excluded = [event(f"F-1{day}", "exclusion-fixed", day, days=1) for day in days]
    assert parts("education", *excluded, *terms(None), TYLERS, **met).reason
    # The oldest term began the window in which the exclusions were counted.
    assert parts("education", *excluded, *terms(2), TYLERS, **met) == NO_PART
    # What is met whatever the terms say does not need them.
    elsewhere = spell("F-1", "alternative-provision", "2026-09-01")
    assert parts("education", elsewhere, *terms(2), TYLERS, **met).reason


def test_attendance_that_met_nothing_made_the_state_not_known() -> None:
    assert parts("education", *terms(None), TYLERS, KERRYS) == EVERY_PART
    assert parts("education", *terms(0), TYLERS, KERRYS) == NO_PART
    # Two terms say nothing under a test over three.
    assert parts("education", *terms(0, number=2), TYLERS, KERRYS).now


def test_that_records_changed_after_a_decision_tells_of_what_lies_between() -> None:
    decided = decision("d-1", "crime", "not_met", "2024-01-10")
    old = event("F-1", "offence", on="2024-05-01", confidential=True)
    found = parts("crime", decided, old, TYLERS, KERRYS)
    assert (found.now, found.reason) == (True, False)
    assert parts("crime", decided, TYLERS, KERRYS).reason


@pytest.mark.parametrize(
    "old",
    [
        event("F-2", on="2024-06-01", confidential=True),
        event("F-2", "nomination", on="2024-06-01", criterion="education", confidential=True),
        event("F-2", "nothing-found", on="2024-06-01", criterion="education", confidential=True),
        attendance("F-2", "2024-01-01", "2024-04-01", confidential=True),
        decision("d-1", "education", on="2026-01-01"),
    ],
)
def test_the_past_needs_everything_that_could_have_made_a_state(old: Record) -> None:
    met = {"past_states": ("met",)}
    assert parts("education", event("F-1"), TYLERS, **met).past
    found = parts("education", event("F-1"), old, TYLERS, **met)
    assert not found.past
    assert not found.progress


def test_the_past_needs_decisions_that_no_longer_stand() -> None:
    before, stands = decision("d-0", "crime", on="2026-04-01"), decision("d-1", "crime")
    case = case_of(STARTED, before, stands, TYLERS, KERRYS, people=KERRY_AND_TYLER)
    result = ask(case)
    assert parts_of(case, result, "crime").past
    assert parts_of(case, leave_out(result, ["d-0"]), "crime") == CriterionParts(
        now=True, reason=True, past=False, progress=False
    )
    assert parts_of(case, leave_out(result, ["d-1"]), "crime") == NO_PART


def test_a_past_that_was_ever_not_known_needs_the_category_for_everyone() -> None:
    assert parts("education", event("F-1"), TYLERS, past_states=("met", "met")).past
    assert not parts("education", event("F-1"), TYLERS, past_states=("not_known", "met")).past
    assert parts("education", event("F-1"), TYLERS, KERRYS, past_states=("not_known",)).past


def test_progress_needs_what_its_measures_read() -> None:
    measured = attendance("F-2", "2026-09-01", "2026-10-20")
    met = {"past_states": ("met",)}
    assert parts("education", event("F-1"), measured, TYLERS, **met).progress
    # Holding because nothing was recorded is about every member.
    found = parts("crime", event("F-1", "offence"), TYLERS, **met)
    assert (found.past, found.progress) == (True, False)
    assert parts("crime", event("F-1", "offence"), TYLERS, KERRYS, **met).progress
    # Health is judged, and a judgement is about everyone.
    ill = spell("F-1", "mental-health", "2026-03-01")
    judged = judgement("j-1", "health")
    assert parts("health", ill, TYLERS, **met).progress
    assert not parts("health", ill, judged, TYLERS, **met).progress
    assert parts("health", ill, judged, TYLERS, KERRYS, **met).progress


def test_saying_that_nobody_has_a_record_is_about_every_member() -> None:
    met = {"past_states": ("met",)}
    nominated = event("F-1", "nomination", criterion="health")
    found = parts("health", nominated, TYLERS, **met)
    assert (found.past, found.progress) == (True, False)  # "has facts to look at": nobody's
    assert parts("health", nominated, TYLERS, KERRYS, **met).progress


def test_saying_that_no_adult_works_is_about_every_member() -> None:
    no_plans = spell("F-1", "leaving-school-no-plans", "2026-03-01")
    round_of_papers = spell("F-2", "employment", "2026-03-01", "2026-09-01")
    for consents, expected in (((TYLERS,), False), ((TYLERS, KERRYS), True)):
        case = case_of(STARTED, no_plans, round_of_papers, *consents, people=KERRY_AND_TYLER)
        route = pack().employment_route
        assert route is not None
        work = replace(pack().criterion_by_id["work"], measures=(route,))
        result = evaluate(case, replace(pack(), criteria=(work,)), D, catalogue())
        assert result.criteria[0].measures[0].sentence.startswith("No adult has worked")
        found = criterion_parts(
            case, ask(case), result.criteria[0], work, PROGRAMME, catalogue(), ("met",)
        )
        assert (found.past, found.progress) == (True, expected)


def test_nothing_is_worked_out_again_from_what_is_permitted() -> None:
    """Kerry's facts alone would say met; Tyler's stand behind it too, so it stays behind."""
    facts = (
        event("F-1", "domestic-callout", person_id="kerry"),
        event("F-2", "domestic-callout"),
    )
    assert parts("abuse", *facts, KERRYS) == NO_PART


def test_counts_and_charts_come_only_from_what_may_all_go() -> None:
    terms = (
        attendance("F-1", "2026-01-05", "2026-03-27"),
        attendance("F-2", "2026-04-13", "2026-07-17"),
    )
    kerrys = attendance("F-3", "2026-01-05", "2026-03-27", person_id="kerry")
    case = case_of(*terms, kerrys, TYLERS)
    result = ask(case)
    assert facts_may_all_go(case, result, ["attendance"], catalogue(), person_id="tyler")
    assert not facts_may_all_go(case, result, ["attendance"], catalogue())
    blocked = case_of(*terms, TYLERS, no_sharing("S-1"))
    assert not facts_may_all_go(blocked, ask(blocked), ["attendance"], catalogue())
    assert facts_may_all_go(case, result, ["offence"], catalogue())


def test_a_count_of_visits_needs_every_visit() -> None:
    mine, ours = contact("V-1", people=("tyler",)), contact("V-2", people=("tyler", "kerry"))
    assert kind_may_all_go(ask(case_of(mine, TYLERS)), "contact")
    result = ask(case_of(mine, ours, TYLERS))
    assert item(result, "V-1").allowed
    assert not kind_may_all_go(result, "contact")
    assert not result.may_all_go(["id-V-1", "id-V-2"])
    assert result.may_all_go(["id-V-1"])
