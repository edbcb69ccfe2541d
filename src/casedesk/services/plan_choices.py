"""What the forms of the plan offer: people, criteria, kinds of information, owners, a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from casedesk.domain.action_lines import FAMILY, PROFESSIONAL, Known, Owner, worker_known
from casedesk.domain.dates import age_on
from casedesk.domain.programmes import Pack
from casedesk.domain.programmes.asking import what_it_asks
from casedesk.domain.records import CaseFile, Membership, Person, Professional
from casedesk.domain.views.plan_page import (
    CriterionChoice,
    PersonChoice,
    PlanChoices,
    ProfessionalChoice,
)
from casedesk.services.person_words import age_words
from casedesk.services.session import Session

ADULT = 18


def plan_choices(
    session: Session,
    case: CaseFile,
    around: Sequence[Professional],
    pack: Pack,
    next_review: date,
) -> PlanChoices:
    """The choices for one family, read already."""
    today = session.today
    people = tuple(people_choices(case, today))
    here = [one for one in people if one.now]
    now = [one for one in around if works_now(one, today)]
    return PlanChoices(
        people=people,
        criteria=tuple(
            CriterionChoice(one.id, one.title, one.category, what_it_asks(one, session.catalogue))
            for one in pack.criteria
        ),
        categories=tuple((key, one.title) for key, one in session.catalogue.categories.items()),
        professionals=tuple(
            ProfessionalChoice(one.id, professional_words(one), works_now(one, today))
            for one in around
        ),
        owners=tuple(_owners(session.worker, here, now, case)),
        known=tuple(_known(session.worker, here, now, case)),
        next_review=next_review,
    )


def people_choices(case: CaseFile, today: date) -> Iterable[PersonChoice]:
    """Everybody in the family, grown-ups first; those of before are marked."""
    found: list[PersonChoice] = []
    for person in case.people:
        membership = case.membership_of.get(person.id)
        if membership is None:
            continue
        is_child = is_a_child(person, membership, today)
        about = ", ".join(filter(None, (age_words(person, today), membership.role)))
        now = is_member(person, membership, today)
        found.append(PersonChoice(person.id, person.called, about, is_child, now))
    return sorted(found, key=lambda one: one.is_child)


def is_member(person: Person, membership: Membership, today: date) -> bool:
    """Whether somebody is in the family today, and alive."""
    has_left = membership.left_on is not None and membership.left_on < today
    has_died = person.died_on is not None and person.died_on <= today
    return not has_left and not has_died


def is_a_child(person: Person, membership: Membership, today: date) -> bool:
    """Whether somebody is under 18, or is in the family as a child with no date of birth."""
    if person.date_of_birth is None:
        return membership.role == "child"
    return age_on(person.date_of_birth, today) < ADULT


def works_now(one: Professional, today: date) -> bool:
    """Whether a professional works with the family today, or is to begin."""
    return one.to_on is None or one.to_on >= today


def professional_words(one: Professional) -> str:
    """A professional in one line: "Ann Ferris (Millbridge High School)"."""
    where = one.organisation or one.role
    if one.name and where:
        return f"{one.name} ({where})"
    return one.name or where or "Somebody"


def _known(
    worker: str, people: Iterable[PersonChoice], around: Iterable[Professional], case: CaseFile
) -> Iterable[Known]:
    """Who may be named at the beginning of a line: the family first, for first names clash."""
    for one in people:
        full_name = case.person_by_id[one.id].full_name
        yield Known(Owner(FAMILY, one.name, one.id), (one.name, full_name))
    for other in around:
        names = tuple(name for name in (other.name, other.organisation) if name)
        yield Known(Owner(PROFESSIONAL, names[0] if names else "", other.id), names)
    yield worker_known(worker)


def _owners(
    worker: str, people: Iterable[PersonChoice], around: Iterable[Professional], case: CaseFile
) -> Iterable[str]:
    """Who may do an action: the worker, grown-ups, professionals, and who did before."""
    grown_up = [one.name for one in people if not one.is_child]
    there = [one.name or one.organisation or "" for one in around]
    before = [one.owner or "" for one in case.actions]
    return dict.fromkeys(name for name in (worker, *grown_up, *there, *before) if name)
