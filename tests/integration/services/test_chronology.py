"""The chronology: selected events, dated, each with where it is known from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from household_kit import ago, case_of, household

from casedesk.domain.views.chronology import DECISION, FACT, NOTE, PLAN, STATUS
from casedesk.services.chronology import KEY_FACTS, chronology, chronology_lines
from casedesk.services.notes import NoteEntry, add_note
from casedesk.services.session import Session

ASHWORTH = "CD-0412"


def test_it_is_dated_from_the_oldest_and_every_line_has_a_source(made_up: Session) -> None:
    lines = chronology(made_up, ASHWORTH).lines
    days = [one.on for one in lines]
    assert days == sorted(days)
    assert all(one.source and one.title for one in lines)
    assert {one.sign for one in lines} >= {NOTE, FACT, STATUS, DECISION, PLAN}


def test_of_the_contacts_only_the_significant_ones_are_in_it(made_up: Session) -> None:
    contacts = case_of(made_up, ASHWORTH).contacts
    notes = [one for one in chronology(made_up, ASHWORTH).lines if one.sign == NOTE]
    assert {one.record_id for one in notes} == {one.id for one in contacts if one.significant}
    assert len(notes) < len(contacts)
    told = next(one for one in notes if one.on == date(2026, 5, 21))
    assert told.impact == "Tyler said: “Nobody asked me, they just decided.”"
    assert told.source == "Written by Jo Hebden"


def test_a_spell_has_two_days_and_a_mistake_none(made_up: Session) -> None:
    case = case_of(made_up, ASHWORTH)
    fact = next(one for one in case.facts if one.kind == "child-in-need")
    ended = replace(fact, to_on=date(2026, 11, 1))
    wrong = replace(fact, id="wrong", in_error=True)
    lines = chronology_lines(replace(case, facts=(ended, wrong)), made_up.catalogue, {})
    of_it = [(one.on, one.title) for one in lines if one.sign == FACT]
    assert of_it == [
        (date(2026, 8, 4), "Child in need: began"),
        (date(2026, 11, 1), "Child in need: ended"),
    ]


def test_figures_and_checks_are_no_events(made_up: Session) -> None:
    assert set(made_up.catalogue.facts) >= KEY_FACTS
    shapes = {made_up.catalogue.facts[one].shape for one in KEY_FACTS}
    assert shapes == {"event", "spell"}
    assert not KEY_FACTS & {"attendance", "nomination", "nothing-found"}


def test_a_family_with_nothing_marked_has_its_steps(session: Session) -> None:
    home = household(session)
    add_note(session, home.ref, NoteEntry(text="Rang about the rent.", on=ago(5)))
    titles = [one.title for one in chronology(session, home.ref).lines]
    assert titles == ["Referred", "Work with the family began"]
