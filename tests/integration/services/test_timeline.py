"""Visits and notes in pages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from household_kit import ago, case_of, household

from casedesk.domain.views.timeline import Narrowing, TimelineEntry
from casedesk.services.notes import NoteEntry, add_note
from casedesk.services.session import Session
from casedesk.services.timeline import timeline, timeline_choices

ASHWORTH = "CD-0412"


def test_pages_are_the_whole_newest_first(made_up: Session) -> None:
    contacts = case_of(made_up, ASHWORTH).contacts
    pages = [timeline(made_up, ASHWORTH, offset=at, limit=7) for at in (0, 7, 14)]
    entries = [one for page in pages for one in page.entries]
    assert {page.total for page in pages} == {len(contacts)}
    assert {one.record.id for one in entries} == {one.id for one in contacts}
    days = [one.on for one in entries]
    assert days == sorted(days, reverse=True)


def test_an_entry_in_words(made_up: Session) -> None:
    first = timeline(made_up, ASHWORTH, limit=1).entries[0]
    assert (first.kind, first.when) == ("Home visit", "10 November 2026, 10:30")
    assert first.people == ("Kerry", "Tyler", "Ellie")
    assert [(one.name, one.words) for one in first.said] == [
        ("Ellie", "I read a whole page to Nan.")
    ]
    assert first.categories == ("Social care", "Education")


def found(session: Session, **wanted: Any) -> list[TimelineEntry]:
    return list(timeline(session, ASHWORTH, wanted=Narrowing(**wanted)).entries)


def test_narrowed_by_kind(made_up: Session) -> None:
    calls = timeline(made_up, ASHWORTH, wanted=Narrowing(kind="phone"))
    assert calls.total == len(calls.entries) > 0
    assert {one.kind for one in calls.entries} == {"Phone call"}


def test_narrowed_by_person_category_writer_and_days(made_up: Session) -> None:
    everything = found(made_up)
    tyler = next(key for key, name in timeline_choices(made_up, ASHWORTH).people if name == "Tyler")
    with_tyler = found(made_up, person=tyler)
    assert 0 < len(with_tyler) < len(everything)
    assert all(
        "Tyler" in (*one.people, *one.seen, *(s.name for s in one.said)) for one in with_tyler
    )
    assert {one.record.id for one in everything if "Tyler" in one.people} <= {
        one.record.id for one in with_tyler
    }
    housing = found(made_up, category="housing")
    assert housing
    assert all("housing" in one.record.categories for one in housing)
    assert found(made_up, by="Nobody Atall") == []
    some = found(made_up, from_on=date(2026, 7, 1), to_on=date(2026, 7, 3))
    assert {one.on for one in some} == {date(2026, 7, 2), date(2026, 7, 3)}
    marked = found(made_up, significant=True)
    assert 0 < len(marked) < len(everything)
    assert all(one.significant for one in marked)


def test_words_are_found_half_typed_and_marked(made_up: Session) -> None:
    (one,) = found(made_up, text="mond")
    (mark,) = {one.text[first:last] for first, last in one.marks}
    assert mark == "Mond"
    assert "Mond" in one.snippet.text
    assert [one.snippet.text[first:last] for first, last in one.snippet.marks] == ["Mond"]


def test_what_a_child_said_is_found_and_shown(made_up: Session) -> None:
    page = timeline(made_up, ASHWORTH, wanted=Narrowing(text="whole page nan"))
    (entry,) = page.entries
    assert entry.marks == ()
    (said,) = entry.said
    assert [said.words[first:last] for first, last in said.marks] == ["whole", "page", "Nan"]
    assert entry.snippet.text.startswith("Ellie: “")


def test_who_was_there_is_found_by_name(made_up: Session) -> None:
    listed = {one.record.id for one in found(made_up) if "Maureen" in one.people}
    assert listed <= {one.record.id for one in found(made_up, text="maureen")}


@pytest.mark.parametrize("typed", ["O'Brien", "o’brien", "OBrien", "obri", "renee", "RENÉE o'b"])
def test_apostrophes_and_accents_do_not_hide_a_note(session: Session, typed: str) -> None:
    home = household(session)
    add_note(session, home.ref, NoteEntry(text="Renée O'Brien from the school rang."))
    add_note(session, home.ref, NoteEntry(text="Nothing of note."))
    page = timeline(session, home.ref, wanted=Narrowing(text=typed))
    assert [one.text for one in page.entries] == ["Renée O'Brien from the school rang."]
    assert page.entries[0].marks


@pytest.mark.parametrize(
    "typed", ['"', "x'); --", "NEAR(a b)", "*", "100%", "zzz AND", "\x00", "(" * 50]
)
def test_any_text_is_safe(made_up: Session, typed: str) -> None:
    assert timeline(made_up, ASHWORTH, wanted=Narrowing(text=typed)).total == 0


def test_another_familys_words_are_not_found(session: Session) -> None:
    one, other = household(session), household(session, "CD-7002", "Osei")
    add_note(session, one.ref, NoteEntry(text="A zebra in the garden."))
    assert timeline(session, other.ref, wanted=Narrowing(text="zebra")).total == 0
    assert timeline(session, one.ref, wanted=Narrowing(text="zebra")).total == 1


def test_pages_of_what_was_found(session: Session) -> None:
    home = household(session)
    for number in range(7):
        add_note(session, home.ref, NoteEntry(text=f"Rang about rent {number}", on=ago(number)))
        add_note(session, home.ref, NoteEntry(text=f"School {number}", on=ago(number)))
    wanted = Narrowing(text="rent")
    pages = [timeline(session, home.ref, offset=at, limit=3, wanted=wanted) for at in (0, 3, 6)]
    assert {page.total for page in pages} == {7}
    texts = [one.text for page in pages for one in page.entries]
    assert texts == [f"Rang about rent {number}" for number in range(7)]


def test_how_long_it_took_is_said(session: Session) -> None:
    home = household(session)
    add_note(session, home.ref, NoteEntry(text="Went.", on=ago(1), minutes=65))
    assert timeline(session, home.ref).entries[0].when.endswith("2026, 1 hour 5 minutes")


def test_two_on_one_day_come_by_time_then_by_order(session: Session) -> None:
    home = household(session)
    for text in ("first", "second"):
        add_note(session, home.ref, NoteEntry(text=text, on=ago(2)))
    assert [one.text for one in timeline(session, home.ref).entries] == ["second", "first"]
