"""What the made-up caseload has beside the workbook: people around, steps, meetings, documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from casedesk.domain.plan import TEAM_MEETING
from casedesk.domain.records import Goal, GoalScore, Membership, Professional, Review
from casedesk.services.documents import DocumentEntry, add_document
from casedesk.services.professionals import PROFESSIONAL_PREFIX
from casedesk.services.safe_contacts import SafeContactEntry, set_safe_contact
from casedesk.services.session import Session

Row = Mapping[str, Any]
Beside = Mapping[str, Sequence[Row]]


def fill_around(session: Session, beside: Beside) -> None:
    """Put the rows in that this module knows; other headings are left to others."""
    for heading, put in _PUT.items():
        by_family: dict[str, list[Row]] = {}
        for row in beside.get(heading, ()):
            by_family.setdefault(str(row["family_ref"]), []).append(row)
        for ref, rows in by_family.items():
            put(session, ref, rows)


def _professionals(session: Session, ref: str, rows: Sequence[Row]) -> None:
    ids = _ids(session, ref)
    with session.store.unit_of_work(session.worker) as uow:
        family = uow.family_by_ref(ref)
        for row in rows:
            people = tuple(ids[one] for one in row.get("people", ()))
            values = {**_rest(row), "people": people}
            new_id, own = uow.new_id(), uow.new_ref(PROFESSIONAL_PREFIX)
            uow.add(Professional(id=new_id, family_id=family.id, ref=own, **values))


def _safe_contacts(session: Session, ref: str, rows: Sequence[Row]) -> None:
    ids = _ids(session, ref)
    for row in rows:
        values = {name: value for name, value in _rest(row).items() if name != "person"}
        set_safe_contact(session, ref, SafeContactEntry(person_id=ids[row["person"]], **values))


def _steps(session: Session, ref: str, rows: Sequence[Row]) -> None:
    with session.store.unit_of_work(session.worker) as uow:
        family = uow.family_by_ref(ref)
        goals = {one.ref: one.id for one in uow.records_of(Goal, family.id)}
        for row in rows:
            values = {name: row[name] for name in ("on", "score", "by") if name in row}
            goal = goals[row["goal_ref"]]
            uow.add(GoalScore(id=uow.new_id(), family_id=family.id, goal_id=goal, **values))


def _meetings(session: Session, ref: str, rows: Sequence[Row]) -> None:
    ids = _ids(session, ref)
    with session.store.unit_of_work(session.worker) as uow:
        family = uow.family_by_ref(ref)
        there = tuple(one.id for one in uow.records_of(Professional, family.id))
        held = {
            one.held_on: one
            for one in uow.records_of(Review, family.id)
            if one.kind == TEAM_MEETING
        }
        for row in rows:
            views = tuple((ids[who], words) for who, words in row["views"])
            review = held[row["held_on"]]
            uow.change(
                replace(review, professionals=there, apologies=row["apologies"], views=views)
            )


def _documents(session: Session, ref: str, rows: Sequence[Row]) -> None:
    ids = _ids(session, ref)
    for row in rows:
        people = tuple(ids[one] for one in row.get("people", ()))
        add_document(session, ref, DocumentEntry(**{**_rest(row), "people": people}))


def _rest(row: Row) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "family_ref"}


def _ids(session: Session, ref: str) -> dict[str, str]:
    with session.store.read() as reading:
        family = reading.family_by_ref(ref)
        return {one.ref: one.person_id for one in reading.records_of(Membership, family.id)}


_PUT: Mapping[str, Callable[[Session, str, Sequence[Row]], None]] = {
    "Professionals": _professionals,
    "Safe contact": _safe_contacts,
    "Goal steps": _steps,
    "Meetings": _meetings,
    "Documents": _documents,
}
