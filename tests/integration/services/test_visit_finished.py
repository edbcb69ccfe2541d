"""A visit is finished in one step, and one undo takes all of it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from household_kit import REF, TODAY, Household, ago, case_of, household

from casedesk.domain.action_lines import FAMILY, OTHER, Owner
from casedesk.domain.consent_summary import EXPIRES_SOON
from casedesk.domain.field_problems import InvalidFields
from casedesk.domain.records import Action, CaseFile, Contact, PlannedVisit
from casedesk.domain.views.diary import PlanEntry
from casedesk.domain.views.saved import Saved, Undo
from casedesk.domain.views.visit import AgreedAction, VisitEntry
from casedesk.services.actions import ActionEntry, add_action, finish_action
from casedesk.services.consents import ConsentEntry, record_consent
from casedesk.services.drafts import DraftKey, draft_of, finishing, keep_draft
from casedesk.services.families_editing import change_family, family_record
from casedesk.services.notes import NoteEntry, add_note
from casedesk.services.planned_visits import plan_visit
from casedesk.services.safe_contacts import SafeContactEntry, set_safe_contact
from casedesk.services.session import Session
from casedesk.services.undoing import undo
from casedesk.services.visit_page import visit_page
from casedesk.services.visits import finish_visit

NEXT_WEEK = date(2026, 12, 1)


@pytest.fixture
def home(session: Session) -> Household:
    return household(session)


def _planned(session: Session, home: Household) -> PlannedVisit:
    entry = PlanEntry(
        on=TODAY, at_time=time(10, 30), people=(home.nadia, home.idris), also_present="Beth Lindley"
    )
    return plan_visit(session, REF, entry).record


def _action(session: Session, title: str, due: date | None = None) -> Action:
    return add_action(session, REF, ActionEntry(title=title, due=due)).record


def _entry(home: Household, **values: object) -> VisitEntry:
    whole = VisitEntry(
        text="  House warm and tidy. ",
        started=time(10, 31),
        minutes=24,
        seen=(home.nadia, home.idris, home.leila),
        alone=(home.idris,),
        categories=("housing",),
        also_present=" Aunt Samar ",
        child_voice=((home.leila, "I like Wednesdays. "), (home.idris, "  ")),
        agreed=(
            AgreedAction("Ring the GP", Owner(FAMILY, "Nadia", home.nadia), date(2026, 11, 27)),
            AgreedAction("Ask about Leila’s bus pass"),
            AgreedAction("Send work home", Owner(OTHER, "Ms Ferris")),
        ),
        next_visit=PlanEntry(on=NEXT_WEEK, at_time=time(10, 30), people=(home.nadia,)),
    )
    return replace(whole, **values)  # type: ignore[arg-type]


def _everything(session: Session) -> tuple[CaseFile, list[PlannedVisit]]:
    case = case_of(session)
    with session.store.read() as reading:
        return case, reading.records_of(PlannedVisit, case.family.id)


def _saved_undo(saved: Saved[Contact]) -> Undo:
    assert saved.undo is not None
    return saved.undo


def test_the_visit_is_saved_whole(session: Session, home: Household) -> None:
    planned, open_one = _planned(session, home), _action(session, "Take the form")
    saved = finish_visit(session, REF, _entry(home, planned_id=planned.id, done=(open_one.id,)))
    case, visits = _everything(session)
    (contact,) = case.contacts
    assert saved.record == contact
    assert (contact.on, contact.at_time, contact.minutes) == (TODAY, time(10, 31), 24)
    assert (contact.kind, contact.by, contact.text) == (
        "home visit", session.worker, "House warm and tidy.",
    )  # fmt: skip
    assert contact.people == (home.nadia, home.idris, home.leila)
    assert contact.children_seen == (home.idris, home.leila)
    assert (contact.seen_alone, contact.also_present) == ((home.idris,), "Aunt Samar")
    assert contact.categories == ("housing",)
    assert contact.child_voice == ((home.leila, "I like Wednesdays."),)
    done, *new = case.actions
    assert done.done_on == TODAY
    assert [(one.title, one.owner, one.due, one.people) for one in new] == [
        ("Ring the GP", "Nadia", date(2026, 11, 27), (home.nadia,)),
        ("Ask about Leila’s bus pass", session.worker, None, (home.leila,)),
        ("Send work home", "Ms Ferris", None, ()),
    ]
    assert [(one.on, one.contact_id) for one in visits] == [(TODAY, contact.id), (NEXT_WEEK, None)]
    assert saved.kinds == {"Contact", "Action", "PlannedVisit"}


def test_one_undo_takes_it_all_back_and_redo_brings_it_again(
    session: Session, home: Household
) -> None:
    planned, open_one = _planned(session, home), _action(session, "Take the form")
    before = _plain(_everything(session))
    saved = finish_visit(session, REF, _entry(home, planned_id=planned.id, done=(open_one.id,)))
    after = _plain(_everything(session))
    back = undo(session, _saved_undo(saved))
    assert _plain(_everything(session)) == before
    assert back.undo is not None
    undo(session, back.undo)
    assert _plain(_everything(session)) == after


def _plain(everything: tuple[CaseFile, list[PlannedVisit]]) -> list[object]:
    """Without versions, which count every save, and without the order recorded."""
    case, visits = everything
    records = (*case.contacts, *case.actions, *visits)
    return sorted(repr(replace(one, version=0, order=type(one.order)(0, "", 0))) for one in records)


def test_the_draft_goes_with_it(session: Session, home: Household) -> None:
    key = DraftKey("visit", REF)
    keep_draft(session, key, {"text": "House"}, title="Visit", page="visit", args={})
    with pytest.raises(InvalidFields), finishing(session, key):
        finish_visit(session, REF, _entry(home, text=" "))
    assert draft_of(session, key) is not None
    with finishing(session, key):
        finish_visit(session, REF, _entry(home))
    assert draft_of(session, key) is None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"text": ""}, "text"),
        ({"on": date(2026, 11, 25)}, "on"),
        ({"seen": ("nobody",)}, "people"),
        ({"agreed": (AgreedAction(" "),)}, "agreed"),
        ({"next_visit": PlanEntry(on=None)}, "next_visit"),
    ],
)
def test_what_is_wrong_saves_nothing(
    session: Session, home: Household, wrong: dict[str, object], field: str
) -> None:
    planned, open_one = _planned(session, home), _action(session, "Take the form")
    before = _everything(session)
    entry = _entry(home, planned_id=planned.id, done=(open_one.id,), **wrong)
    with pytest.raises(InvalidFields) as refused:
        finish_visit(session, REF, entry)
    assert [one.field for one in refused.value.fields] == [field]
    assert _everything(session) == before


def test_a_plan_keeps_the_note_that_was_written_of_it(session: Session, home: Household) -> None:
    planned = _planned(session, home)
    first = finish_visit(session, REF, _entry(home, planned_id=planned.id, next_visit=None))
    finish_visit(session, REF, _entry(home, planned_id=planned.id, next_visit=None))
    _, (visit,) = _everything(session)
    assert visit.contact_id == first.record.id


def test_a_visit_may_be_finished_a_day_later(session: Session, home: Household) -> None:
    open_one = _action(session, "Take the form")
    saved = finish_visit(session, REF, _entry(home, on=ago(1), done=(open_one.id,)))
    assert saved.record.on == ago(1)
    assert case_of(session).actions[0].done_on == ago(1)


def test_what_was_done_meanwhile_stops_no_visit(session: Session, home: Household) -> None:
    one = _action(session, "Take the form")
    finish_action(session, one.id, one.version, ago(2))
    finish_visit(session, REF, _entry(home, planned_id="gone", done=(one.id, "gone")))
    assert case_of(session).actions[0].done_on == ago(2)


def test_the_page_of_a_planned_visit(session: Session, home: Household) -> None:
    planned = _planned(session, home)
    family = family_record(session, REF)
    alert = replace(
        family,
        alert="Two-person visits",
        alert_reason="A dog that bites.",
        alert_agreed_by="Priya Nair",
        alert_review_on=ago(-30),
    )
    change_family(session, alert)
    _action(session, "Due soon", ago(-3))
    _action(session, "Late one", ago(3))
    _action(session, "Some day")
    add_note(session, REF, NoteEntry(text="Rang.", kind="phone", on=ago(1)))
    add_note(session, REF, NoteEntry(text="Reading folder.", kind="home visit", on=ago(14)))
    reach = SafeContactEntry(person_id=home.nadia, instruction="No voicemail")
    set_safe_contact(session, REF, reach)
    plan_visit(session, REF, PlanEntry(on=NEXT_WEEK, at_time=time(10, 30)))
    page = visit_page(session, REF, planned.id)
    assert page.title == "Home visit: Haddad"
    assert page.alert == "Two-person visits: Beth Lindley with you"
    assert [(one.name, one.about, one.is_child, one.expected) for one in page.people] == [
        ("Nadia", "36, mother", False, True),
        ("Idris", "14", True, True),
        ("Leila", "6", True, False),
    ]
    assert [(one.title, one.due_words, one.late) for one in page.actions] == [
        ("Late one", "Overdue by 3 days", True),
        ("Due soon", "Due 27 November 2026", False),
        ("Some day", "No date", False),
    ]
    assert page.last is not None
    assert (page.last.about, page.last.text) == ("10 November 2026, home visit", "Reading folder.")
    assert page.safe == (("Nadia", "No voicemail"),)
    assert page.planned_next == "Tuesday 1 December, 10:30"
    assert visit_page(session, REF, "gone").planned is None


def test_consents_at_hand(session: Session, home: Household) -> None:
    everything = tuple(session.catalogue.categories)
    for recipient, days in (("nhs", -9), ("police", -90), ("schools", None)):
        entry = ConsentEntry(
            person_id=home.nadia,
            recipients=(recipient,),
            categories=everything,
            decided_on=ago(100),
            expires_on=None if days is None else ago(days),
            given_by="self",
            method="written",
        )
        record_consent(session, REF, entry)
    rows = visit_page(session, REF).consents
    assert [(one.state, one.words, one.whose, one.offer) for one in rows] == [
        (EXPIRES_SOON, "NHS ends 3 December 2026", "Nadia", "Renew now"),
        ("given", "Police, School", "", ""),
        ("not_asked", "Not asked: DWP, Ministry of Justice and 3 more", "", "Ask today"),
    ]
