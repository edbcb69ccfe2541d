"""People around a family: typed once, one lead at a time, and how it is safe to reach whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from household_kit import REF, TODAY, Household, ago, household

from casedesk.domain.errors import InvalidRecord
from casedesk.domain.field_problems import InvalidFields
from casedesk.domain.views.around_page import AroundPage
from casedesk.services.around import around_page
from casedesk.services.goals import GoalEntry, add_goal, record_score, remove_score
from casedesk.services.history import history_of_family, restore
from casedesk.services.plan_page import plan_page
from casedesk.services.professionals import (
    ProfessionalEntry,
    add_professional,
    change_professional,
    known_professionals,
    remove_professional,
)
from casedesk.services.reviews import MeetingEntry, hold_review
from casedesk.services.safe_contacts import (
    SafeContactEntry,
    remove_safe_contact,
    set_safe_contact,
)
from casedesk.services.session import Session
from casedesk.services.undoing import undo

TEACHER = ProfessionalEntry(
    name="Ann Ferris",
    role="Head of year 9",
    organisation="Millbridge High School",
    recipient="schools",
    phone="01632 960 123",
    email="a.ferris@example.org",
    from_on=ago(90),
)


@pytest.fixture
def home(session: Session) -> Household:
    return household(session)


def page(session: Session, ref: str = REF) -> AroundPage:
    return around_page(session, ref)


def test_somebody_is_added_and_shown(session: Session, home: Household) -> None:
    add_professional(session, REF, replace(TEACHER, people=(home.idris,), lead=True))
    (line,) = page(session).professionals
    assert (line.title, line.about) == ("Ann Ferris", "Head of year 9, Millbridge High School")
    assert (line.sharing, line.who, line.lead, line.now) == ("Schools", "Idris", True, True)
    assert line.since == "since 26 August 2026"


def test_an_organisation_alone_is_enough(session: Session, home: Household) -> None:
    add_professional(session, REF, ProfessionalEntry(organisation="Millbridge Food Bank"))
    assert page(session).professionals[0].title == "Millbridge Food Bank"
    with pytest.raises(InvalidFields, match="A name or an organisation is needed"):
        add_professional(session, REF, ProfessionalEntry(role="Somebody", name="  "))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"email": "ann at school"}, "an @"),
        ({"recipient": "newspapers"}, "unknown"),
        ({"people": ("nobody",)}, "of this family"),
        ({"to_on": ago(100)}, "before the first"),
    ],
)
def test_what_cannot_be_is_said(
    session: Session, home: Household, change: dict[str, object], said: str
) -> None:
    with pytest.raises(InvalidFields, match=said):
        add_professional(session, REF, replace(TEACHER, **change))  # type: ignore[arg-type]
    assert page(session).professionals == ()


def test_one_lead_at_a_time(session: Session, home: Household) -> None:
    add_professional(session, REF, replace(TEACHER, lead=True))
    saved = add_professional(
        session, REF, ProfessionalEntry(name="Dev Rao", organisation="CAMHS", lead=True)
    )
    assert saved.warnings == (
        "Ann Ferris (Millbridge High School) is the lead practitioner no more.",
    )
    assert [(one.title, one.lead) for one in page(session).professionals] == [
        ("Dev Rao", True),
        ("Ann Ferris", False),
    ]
    assert saved.undo is not None
    undo(session, saved.undo)
    assert [(one.title, one.lead) for one in page(session).professionals] == [("Ann Ferris", True)]


def test_a_lead_who_has_ended_stays_what_they_were(session: Session, home: Household) -> None:
    gone = add_professional(session, REF, replace(TEACHER, lead=True, to_on=ago(1))).record
    add_professional(session, REF, ProfessionalEntry(name="Dev Rao", lead=True))
    first, second = page(session).professionals
    assert (first.title, first.lead) == ("Dev Rao", True)
    assert (second.title, second.now, second.lead) == ("Ann Ferris", False, False)
    assert second.record == gone


def test_typed_once_offered_in_the_next_family(session: Session, home: Household) -> None:
    household(session, "CD-7002", "Moss")
    household(session, "CD-7003", "Vale")
    add_professional(session, REF, TEACHER)
    add_professional(session, "CD-7002", replace(TEACHER, phone="01632960123", note="mornings"))
    for typed in ("ferr", "MILLB", "Ann", "high sch", "960123", "Ann Ferris"):
        (known,) = known_professionals(session, "CD-7003", typed)
        assert known.words == "Ann Ferris (Millbridge High School)"
        assert set(known.where) == {REF, "CD-7002"}
    assert known_professionals(session, "CD-7003", "erris") == (), "words begin so"
    assert known_professionals(session, "CD-7003", "f") == ()
    assert known_professionals(session, "CD-7003", "100%") == ()
    assert [one.where for one in known_professionals(session, REF, "ferr")] == [("CD-7002",)]


def test_copied_not_linked(session: Session, home: Household) -> None:
    household(session, "CD-7002", "Moss")
    here = add_professional(session, REF, TEACHER).record
    add_professional(session, "CD-7002", TEACHER)
    change_professional(session, replace(here, phone="01632 960 999"))
    assert page(session, "CD-7002").professionals[0].record.phone == "01632 960 123"


def test_who_was_at_a_review_is_not_removed(session: Session, home: Household) -> None:
    ann = add_professional(session, REF, TEACHER).record
    dev = add_professional(session, REF, ProfessionalEntry(name="Dev Rao")).record
    hold_review(session, REF, MeetingEntry(text="Talked.", professionals=(ann.id,)))
    with pytest.raises(InvalidRecord, match="last day"):
        remove_professional(session, ann.id, ann.version)
    saved = remove_professional(session, dev.id, dev.version)
    assert [one.title for one in page(session).professionals] == ["Ann Ferris"]
    assert saved.undo is not None
    undo(session, saved.undo)
    assert len(page(session).professionals) == 2


def test_how_it_is_safe_to_reach_somebody(session: Session, home: Household) -> None:
    entry = SafeContactEntry(
        person_id=home.nadia,
        instruction="Text before ringing; never leave a message.",
        ways=("text", "phone"),
        agreed_by="Nadia",
        review_on=TODAY + timedelta(days=30),
    )
    set_safe_contact(session, REF, entry)
    first = page(session).safe_contacts[0]
    assert (first.name, first.safe) == ("Nadia", ("Phone", "Text message"))
    assert first.unsafe == ("Voicemail", "Email", "Post", "Visit at home")
    assert first.agreed == "Agreed with Nadia on 24 November 2026"
    assert (first.review, first.review_late) == ("Look at it again on 24 December 2026", False)
    changed = set_safe_contact(session, REF, replace(entry, ways=(), review_on=ago(1)))
    now = page(session).safe_contacts
    assert [one.record is not None for one in now] == [True, False, False], "one for each person"
    assert now[0].review_late
    assert changed.undo is not None
    undo(session, changed.undo)
    record = page(session).safe_contacts[0].record
    assert record is not None
    remove_safe_contact(session, record.id, record.version)
    assert page(session).safe_contacts[0].record is None


def test_an_instruction_is_needed(session: Session, home: Household) -> None:
    with pytest.raises(InvalidFields, match="What to do is needed"):
        set_safe_contact(session, REF, SafeContactEntry(person_id=home.nadia, instruction=" "))
    with pytest.raises(InvalidFields, match="of this family"):
        set_safe_contact(session, REF, SafeContactEntry(person_id="nobody", instruction="x"))


def test_history_says_it_in_words(session: Session, home: Household) -> None:
    ann = add_professional(session, REF, replace(TEACHER, people=(home.idris,))).record
    set_safe_contact(session, REF, SafeContactEntry(person_id=home.nadia, instruction="Text."))
    goal = add_goal(session, REF, GoalEntry(title="Calm mornings", criterion=None)).record
    record_score(session, goal.id, goal.version, 4)
    entry = MeetingEntry(text="Talked.", professionals=(ann.id,), views=((home.leila, "More."),))
    hold_review(session, REF, entry)
    lines = history_of_family(session, REF).lines
    said = [one.what for one in lines]
    assert said[:2] == ["review: review", "goal: Calm mornings"]
    assert "step on a goal: 4 of 10, Calm mornings" in said
    assert "safe contact, Nadia" in said
    assert "professional: Ann Ferris" in said
    shown = {one.label: one.after for line in lines for one in line.fields}
    assert shown["Professionals"] == "Ann Ferris"
    assert shown["What each of them says"] == "Leila: More."
    assert shown["Kind of organisation"] == "Schools"


def test_a_lead_put_back_is_the_only_one(session: Session, home: Household) -> None:
    ann = add_professional(session, REF, replace(TEACHER, lead=True)).record
    remove_professional(session, ann.id, ann.version)
    removal = history_of_family(session, REF).lines[0]
    add_professional(session, REF, ProfessionalEntry(name="Dev Rao", lead=True))
    restore(session, removal.device, removal.sequence)
    leads = {one.title: one.lead for one in page(session).professionals}
    assert leads == {"Ann Ferris": True, "Dev Rao": False}


def test_a_step_put_back_moves_its_goal(session: Session, home: Household) -> None:
    goal = add_goal(session, REF, GoalEntry(title="Calm mornings", start_score=3)).record
    step = record_score(session, goal.id, goal.version, 8).record
    remove_score(session, step.id, step.version)
    removal = next(
        one
        for one in history_of_family(session, REF).lines
        if one.action == "remove" and one.record_type == "GoalScore"
    )
    restore(session, removal.device, removal.sequence)
    assert plan_page(session, REF).goals[0].now == 8
