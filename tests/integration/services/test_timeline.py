"""Visits and notes in pages."""

from __future__ import annotations

from household_kit import ago, case_of, household

from casedesk.services.notes import NoteEntry, add_note
from casedesk.services.session import Session
from casedesk.services.timeline import timeline

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


def test_narrowed_by_kind_and_words(made_up: Session) -> None:
    calls = timeline(made_up, ASHWORTH, kind="phone")
    assert calls.total == len(calls.entries) > 0
    assert {one.kind for one in calls.entries} == {"Phone call"}
    found = timeline(made_up, ASHWORTH, text="Mondays")
    assert 0 < found.total < timeline(made_up, ASHWORTH).total
    assert all("Mondays" in one.text for one in found.entries)
    assert timeline(made_up, ASHWORTH, text="100%").total == 0


def test_two_on_one_day_come_by_time_then_by_order(session: Session) -> None:
    home = household(session)
    for text in ("first", "second"):
        add_note(session, home.ref, NoteEntry(text=text, on=ago(2)))
    assert [one.text for one in timeline(session, home.ref).entries] == ["second", "first"]
