"""A family's header and overview."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from household_kit import ago, case_of, household

from casedesk.domain.errors import InvalidRecord, NotFound
from casedesk.domain.field_problems import InvalidFields
from casedesk.domain.records import Restriction
from casedesk.services.actions import ActionEntry, add_action, finish_action
from casedesk.services.families_editing import (
    change_family,
    change_involvement,
    family_record,
    involvement_record,
)
from casedesk.services.family_page import family_header, open_family, overview
from casedesk.services.session import Session
from casedesk.storage.tables import access_log

ASHWORTH = "CD-0412"


def accesses(session: Session) -> int:
    with session.vault.reading() as connection:
        return len(connection.execute(access_log.select()).all())


def test_the_header_as_the_walk_through_has_it(made_up: Session) -> None:
    header = family_header(made_up, ASHWORTH)
    assert (header.title, header.ref, header.status_words) == ("Ashworth family", ASHWORTH, "Open")
    assert header.days_words == "Open 187 days"
    assert header.keyworker == "Jo Hebden"
    assert header.alert is not None
    assert header.alert.title == "Two-person visits"
    assert header.alert.text == "Agreed with Samira Patel, review on 3 December 2026."
    assert header.notes == len(case_of(made_up, ASHWORTH).contacts)


def test_opening_a_family_is_in_the_access_log_and_looking_again_is_not(session: Session) -> None:
    home = household(session)
    before = accesses(session)
    open_family(session, home.ref)
    assert accesses(session) == before + 1
    family_header(session, home.ref)
    overview(session, home.ref)
    assert accesses(session) == before + 1


def test_a_family_there_is_not(session: Session) -> None:
    with pytest.raises(NotFound):
        open_family(session, "CD-9999")


def test_a_restriction_has_its_banner(session: Session) -> None:
    home = household(session)
    assert family_header(session, home.ref).restricted == ()
    with session.store.unit_of_work(session.worker) as uow:
        uow.add(
            Restriction(
                id=uow.new_id(),
                family_id=uow.family_by_ref(home.ref).id,
                person_id=home.idris,
                kind="restriction",
                from_on=ago(3),
            )
        )
    (one,) = family_header(session, home.ref).restricted
    assert one.person_id == home.idris
    assert "Idris" in one.sentence
    assert "21 November 2026" in one.sentence


def test_days_stop_when_the_work_has_ended(session: Session) -> None:
    home = household(session)
    assert family_header(session, home.ref).days_words == "Open 100 days"
    current = involvement_record(session, home.ref)
    assert current is not None
    change_involvement(session, replace(current, closed_on=ago(60)))
    assert family_header(session, home.ref).days_words == "Was open 40 days"
    now = involvement_record(session, home.ref)
    assert now is not None
    with pytest.raises(InvalidFields, match="before the start"):
        change_involvement(session, replace(now, closed_on=ago(200)))


def test_the_overview_as_the_walk_through_has_it(made_up: Session) -> None:
    page = overview(made_up, ASHWORTH)
    assert page.meets == "Meets 4 of 6 – eligible (2 needed)"
    assert page.meets_note == "Met 5 of 6 since 21 May 2026, 4 today."
    assert [line.state for line in page.criteria] == [
        "met", "met", "confirmed", "not_known", "met", "improved",
    ]  # fmt: skip
    assert all(line.line for line in page.criteria)
    assert page.actions[0].title == "Call school about Ellie's transport"
    assert [action.due_words for action in page.actions][:2] == [
        "Overdue 3 days", "Due 27 November 2026",
    ]  # fmt: skip
    assert [(note.kind, note.on.day) for note in page.notes] == [
        ("Home visit", 10), ("Phone call", 6), ("Meeting", 3),
    ]  # fmt: skip
    assert page.household is not None
    assert {node.name for node in page.household.nodes} >= {"Kerry", "Tyler", "Ellie", "Sam"}
    assert "Kerry" in page.household_words


def test_an_action_done_leaves_the_list_and_comes_back_with_undo(session: Session) -> None:
    home = household(session)
    entry = ActionEntry(title="Ring the school", due=session.today + timedelta(days=2))
    added = add_action(session, home.ref, entry).record
    assert [one.title for one in overview(session, home.ref).actions] == ["Ring the school"]
    done = finish_action(session, added.id, added.version)
    assert done.record.done_on == session.today
    assert overview(session, home.ref).actions == ()
    with pytest.raises(InvalidRecord, match="changed since"):
        finish_action(session, added.id, added.version)
    with pytest.raises(InvalidFields, match="What is to be done"):
        add_action(session, home.ref, ActionEntry(title=" "))


def test_an_alert_says_why_who_and_until_when(session: Session) -> None:
    home = household(session)
    family = family_record(session, home.ref)
    with pytest.raises(InvalidFields) as refused:
        change_family(session, replace(family, alert="Dog"))
    assert {one.field for one in refused.value.fields} == {
        "alert_reason", "alert_agreed_by", "alert_review_on",
    }  # fmt: skip
    whole = replace(
        family,
        alert="Dog",
        alert_reason="It bites.",
        alert_agreed_by="Samira Patel",
        alert_review_on=ago(1),
    )
    change_family(session, whole)
    alert = family_header(session, home.ref).alert
    assert alert is not None
    assert alert.review_late
    with pytest.raises(InvalidRecord, match="changed since"):
        change_family(session, replace(family, name="Haddad-Moss"))
