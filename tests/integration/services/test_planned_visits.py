"""Visits planned, moved, called off and written up; and what a diary says of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from household_kit import TODAY, Household, case_of, household

from casedesk.domain.errors import InvalidRecord, NotFound
from casedesk.domain.field_problems import InvalidFields
from casedesk.domain.records import Address, PlannedVisit, Restriction
from casedesk.domain.views.diary import PlanEntry
from casedesk.domain.views.today import EVERYBODY, MINE
from casedesk.services.diary import day_plan, one_visit, visit_choices, visits_to_come, week_of
from casedesk.services.diary_lines import length_words
from casedesk.services.history import history_of_family
from casedesk.services.notes import NoteEntry, add_note
from casedesk.services.planned_visits import (
    cancel_planned,
    change_planned,
    plan_visit,
    set_written_up,
)
from casedesk.services.saving import saving
from casedesk.services.session import Session
from casedesk.services.undoing import undo


def plan(session: Session, ref: str = "CD-7001", **entry: Any) -> PlannedVisit:
    given: dict[str, Any] = {"on": TODAY, "at_time": time(10, 30), "minutes": 60} | entry
    return plan_visit(session, ref, PlanEntry(**given)).record


def at(session: Session, clock: time) -> Session:
    return replace(session, clock=replace(session.clock, fixed_time=clock))


def test_a_visit_is_planned_and_undone(session: Session) -> None:
    family = household(session)
    entry = PlanEntry(on=TODAY, people=(family.nadia,), also_present=" Ms Ferris ", place="  ")
    saved = plan_visit(session, family.ref, entry)
    visit = saved.record
    assert visit.ref.startswith("PV-")
    assert (visit.by, visit.also_present, visit.place) == (session.worker, "Ms Ferris", None)
    assert saved.sentence == "Visit to Haddad planned for 24 November 2026."
    assert [line.record.id for line in visits_to_come(session, family.ref)] == [visit.id]
    assert saved.undo is not None
    redo = undo(session, saved.undo).undo
    assert visits_to_come(session, family.ref) == ()
    assert redo is not None
    undo(session, redo)
    assert len(visits_to_come(session, family.ref)) == 1


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        ({"on": None}, "on"),
        ({"minutes": 0}, "minutes"),
        ({"minutes": 721}, "minutes"),
        ({"kind": "no reply"}, "kind"),
        ({"people": ("nobody",)}, "people"),
    ],
)
def test_what_is_not_right_is_named(session: Session, entry: dict[str, Any], field: str) -> None:
    household(session)
    with pytest.raises(InvalidFields) as refused:
        plan(session, **entry)
    assert [one.field for one in refused.value.fields] == [field]
    assert visits_to_come(session, "CD-7001") == ()


def test_moving_says_where_to_and_an_older_form_does_not_win(session: Session) -> None:
    household(session)
    visit = plan(session)
    saved = change_planned(session, replace(visit, on=TODAY + timedelta(days=1)))
    assert saved.sentence == "Visit to Haddad moved to 25 November 2026, 10:30."
    with pytest.raises(InvalidRecord):
        change_planned(session, replace(visit, purpose="Something else"))


def test_calling_off_can_be_undone(session: Session) -> None:
    household(session)
    visit = plan(session)
    saved = cancel_planned(session, visit.id, visit.version)
    assert saved.record.cancelled_on == TODAY
    assert visits_to_come(session, "CD-7001") == ()
    assert saved.undo is not None
    undo(session, saved.undo)
    assert len(visits_to_come(session, "CD-7001")) == 1


def test_one_that_is_written_up_is_done_and_stays(session: Session) -> None:
    family = household(session)
    visit = plan(session)
    note = add_note(session, family.ref, NoteEntry(text="All well.", kind="home visit")).record
    with saving(session, family.ref) as save:
        assert set_written_up(save, "somebody else's", note.id) is None
        done = set_written_up(save, visit.id, note.id)
    assert done is not None
    line = one_visit(session, visit.id)
    assert line is not None
    assert line.done
    assert visits_to_come(session, family.ref) == ()
    for change in (
        lambda: cancel_planned(session, done.id, done.version),
        lambda: change_planned(session, replace(done, place="Elsewhere")),
    ):
        with pytest.raises(InvalidRecord, match="written up"):
            change()
    words = [line.words for line in history_of_family(session, family.ref).lines]
    assert any("planned visit" in one for one in words)


def test_a_clash_is_said_and_not_refused(session: Session) -> None:
    household(session)
    household(session, "CD-7002", "Ivers")
    plan(session, "CD-7002", at_time=time(10, 45), minutes=45)
    saved = plan_visit(session, "CD-7001", PlanEntry(on=TODAY, at_time=time(10, 0), minutes=60))
    assert saved.warnings == ("You have Ivers at 10:45 that day.",)
    for begins, minutes, clash in (
        (time(9, 0), 105, ()),
        (time(9, 0), 106, ("You have Ivers at 10:45 that day.",)),
        (time(11, 30), None, ()),
        (None, 60, ()),
    ):
        found = day_plan(session, TODAY, at_time=begins, minutes=minutes, but=saved.record.id)
        assert found.clashes == clash, begins
    other = day_plan(session, TODAY, at_time=time(10, 45), by="Beth Lindley")
    assert (other.visits, other.clashes) == ((), ())
    plan(session, "CD-7001", by="Beth Lindley")
    other = day_plan(session, TODAY, at_time=time(10, 45), by="Beth Lindley")
    assert other.clashes == ("Beth Lindley has Haddad at 10:30 that day.",)


def test_the_week_begins_on_monday_and_is_of_one_worker_or_all(session: Session) -> None:
    household(session)
    plan(session, on=date(2026, 11, 23), at_time=None)
    plan(session, on=date(2026, 11, 23), at_time=time(9, 0))
    plan(session, on=date(2026, 11, 29), by="Beth Lindley")
    plan(session, on=date(2026, 11, 30))
    for day in (date(2026, 11, 23), date(2026, 11, 29)):
        week = week_of(session, day, EVERYBODY)
        assert (week.title, week.count) == ("23 to 29 November 2026", 3)
    assert [line.time_words for line in week.days[0].visits] == ["09:00", "Any time"]
    assert [day.is_today for day in week.days].index(True) == 1
    assert week_of(session, TODAY, MINE).count == 2
    assert week_of(session, date(2026, 12, 1), MINE).title == "30 November to 6 December 2026"
    assert week_of(session, date(2026, 12, 30), MINE).title == "28 December 2026 to 3 January 2027"
    assert len(week_of(session, date.max, MINE).days) == 5
    assert week_of(session, date.min, MINE).days[0].on == date.min


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        (time(8, 29), ""),
        (time(8, 30), "In 2 hours"),
        (time(9, 50), "In 40 minutes"),
        (time(10, 29), "In 1 minute"),
        (time(10, 30), "Now"),
        (time(11, 29), "Now"),
        (time(11, 30), ""),
    ],
)
def test_how_soon_it_is(session: Session, clock: time, words: str) -> None:
    household(session)
    visit = plan(session)
    line = one_visit(at(session, clock), visit.id)
    assert line is not None
    assert line.soon == words


def test_lengths_in_words() -> None:
    assert [length_words(one) for one in (None, 1, 45, 60, 90, 121)] == [
        "", "1 minute", "45 minutes", "1 hour", "1 hour 30 minutes", "2 hours 1 minute",
    ]  # fmt: skip


def test_a_line_names_children_with_their_age_and_nobody_restricted(session: Session) -> None:
    family = household(session)
    visit = plan(
        session, people=(family.nadia, family.idris, family.leila), also_present="Ms Ferris"
    )
    line = one_visit(session, visit.id)
    assert line is not None
    assert line.who == "Nadia, Idris (14), Leila (6), with Ms Ferris"
    _restrict(session, family)
    line = one_visit(session, visit.id)
    assert line is not None
    assert line.who == "Nadia, Leila (6), with Ms Ferris"


def test_the_first_visit_is_the_first_that_somebody_is_met(session: Session) -> None:
    family = household(session)
    visit = plan(session)
    add_note(session, family.ref, NoteEntry(text="Rang.", kind="phone"))
    line = one_visit(session, visit.id)
    assert line is not None
    assert line.first
    add_note(session, family.ref, NoteEntry(text="Met.", kind="office"))
    line = one_visit(session, visit.id)
    assert line is not None
    assert not line.first


def test_a_protected_address_is_marked_however_it_is_written(session: Session) -> None:
    family = household(session)
    _protect(session, family)
    for place, protected in (
        ("9 loom street MILLBRIDGE", True),
        ("9 Loom Street, Millbridge, ZZ4 8QX (side door)", True),
        ("Millbridge High School", False),
        (None, False),
    ):
        line = one_visit(session, plan(session, place=place).id)
        assert line is not None
        assert line.place_protected is protected, place
    choices = visit_choices(session, family.ref)
    assert choices.home is not None
    assert choices.home.protected


def test_the_form_offers_people_places_and_who_goes(session: Session) -> None:
    family = household(session)
    choices = visit_choices(session, family.ref)
    assert [one.words for one in choices.people] == ["Nadia", "Idris (14)", "Leila (6)"]
    assert [one.words for one in choices.places] == [
        "9 Loom Street, Millbridge, ZZ4 8QX",
        "Millbridge High School",
    ]
    assert choices.home is not None and choices.school is not None
    assert (choices.workers[0], choices.title) == (session.worker, "Haddad family")
    with pytest.raises(NotFound):
        visit_choices(session, "CD-9999")


def _restrict(session: Session, family: Household) -> None:
    with session.store.unit_of_work(session.worker) as uow:
        family_id = uow.family_by_ref(family.ref).id
        uow.add(
            Restriction(
                id=uow.new_id(),
                family_id=family_id,
                person_id=family.idris,
                kind="restriction",
                from_on=TODAY,
            )
        )


def _protect(session: Session, family: Household) -> None:
    (home,) = case_of(session, family.ref).addresses
    assert isinstance(home, Address)
    with session.store.unit_of_work(session.worker) as uow:
        uow.change(replace(home, protected=True))
