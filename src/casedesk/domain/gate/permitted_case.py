"""The case file as a report may see it: only what the gate permits, as at its day.

A report that is made from this cannot print what was withheld. Criteria are never worked
out from it: they come from the whole file, and `report_rows.py` says which of them may go.
Source: docs/consent.md, What a report is made of.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Protocol, TypeVar

from casedesk.domain.records import (
    Action,
    CaseFile,
    Contact,
    Family,
    Goal,
    Involvement,
    Membership,
    Person,
    Relationship,
    Review,
)
from casedesk.domain.views.gate import GateResult


class _Kept(Protocol):
    @property
    def id(self) -> str: ...


_Record = TypeVar("_Record", bound=_Kept)


def permitted_case(case: CaseFile, result: GateResult) -> CaseFile:
    """A copy of the case file with nothing in it that may not go.

    People carry their name and date of birth and, for the household drawing, the sex and
    date of death that decide their shape in it; memberships carry the reference, role and
    whether they live in the household. The family carries its name and reference, and the
    involvement its programme, keyworker and team: the cover. What was achieved, done, held
    or ended after the day is not there. Consents, decisions to share and restrictions are
    left out altogether.
    """
    day = result.as_at
    released = frozenset(one.id for one in case.people if result.may_go(one.id))
    goals = _kept(case.goals, result)
    shown_goals = frozenset(goal.id for goal in goals)
    return CaseFile(
        family=Family(id=case.family.id, ref=case.family.ref, name=case.family.name),
        involvements=tuple(_cover_of(one) for one in case.involvements if one.current),
        addresses=_kept(case.addresses, result),
        people=tuple(_named(one, day) for one in case.people if one.id in released),
        memberships=tuple(_placed(one) for one in case.memberships if one.person_id in released),
        relationships=tuple(
            _as_at(one, day) for one in case.relationships if _may_be_drawn(one, released, day)
        ),
        facts=_kept(case.facts, result),
        decisions=_kept(case.decisions, result),
        judgements=_kept(case.judgements, result),
        contacts=tuple(_without_strangers(one, released) for one in _kept(case.contacts, result)),
        goals=tuple(_goal_as_at(one, day) for one in goals),
        actions=tuple(_action_as_at(one, shown_goals, day) for one in _kept(case.actions, result)),
        reviews=tuple(_review_as_at(one, released, day) for one in _kept(case.reviews, result)),
        assessments=_kept(case.assessments, result),
        documents=tuple(
            replace(one, people=_only(one.people, released))
            for one in _kept(case.documents, result)
        ),
    )


def _kept(records: tuple[_Record, ...], result: GateResult) -> tuple[_Record, ...]:
    return tuple(record for record in records if result.may_go(record.id))


def _only(people: tuple[str, ...], released: frozenset[str]) -> tuple[str, ...]:
    return tuple(person_id for person_id in people if person_id in released)


def _by(day: date | None, limit: date) -> date | None:
    """A day that had come by the limit, else None."""
    return day if day is not None and day <= limit else None


def _cover_of(involvement: Involvement) -> Involvement:
    return Involvement(
        id=involvement.id,
        family_id=involvement.family_id,
        programme=involvement.programme,
        current=True,
        keyworker=involvement.keyworker,
        team=involvement.team,
    )


def _named(person: Person, day: date) -> Person:
    return Person(
        id=person.id,
        given_name=person.given_name,
        family_name=person.family_name,
        known_as=person.known_as,
        date_of_birth=person.date_of_birth,
        sex=person.sex,
        died_on=_by(person.died_on, day),
    )


def _placed(membership: Membership) -> Membership:
    return Membership(
        id=membership.id,
        family_id=membership.family_id,
        person_id=membership.person_id,
        ref=membership.ref,
        role=membership.role,
        lives_in_household=membership.lives_in_household,
    )


def _may_be_drawn(one: Relationship, released: frozenset[str], day: date) -> bool:
    """Both ends may be named, and it had begun by the day."""
    begun = one.from_on is None or one.from_on <= day
    return begun and one.person_id in released and one.other_person_id in released


def _as_at(one: Relationship, day: date) -> Relationship:
    return replace(one, to_on=_by(one.to_on, day))


def _without_strangers(contact: Contact, released: frozenset[str]) -> Contact:
    """A contact as it is; nobody is left in it whose name may not go."""
    return replace(
        contact,
        people=_only(contact.people, released),
        children_seen=_only(contact.children_seen, released),
        seen_alone=_only(contact.seen_alone, released),
        child_voice=tuple(
            (person_id, words)
            for person_id, words in contact.child_voice
            if person_id is None or person_id in released
        ),
    )


def _goal_as_at(goal: Goal, day: date) -> Goal:
    return replace(goal, achieved_on=_by(goal.achieved_on, day))


def _action_as_at(action: Action, shown_goals: frozenset[str], day: date) -> Action:
    return replace(
        action,
        goal_id=action.goal_id if action.goal_id in shown_goals else None,
        done_on=_by(action.done_on, day),
    )


def _review_as_at(review: Review, released: frozenset[str], day: date) -> Review:
    """A review held after the day is still a plan on it: what was said there is not known."""
    people = _only(review.people, released)
    if review.held_on is not None and review.held_on > day:
        return replace(review, people=people, held_on=None, text=None, also_present=None)
    return replace(review, people=people)
