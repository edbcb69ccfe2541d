"""The items of a case file as at a day, except people: those follow from the others.

What happened after the day is no item, nor is what was entered in error. Sources:
docs/consent.md, The gate; docs/criteria.md, Dates (what had happened by a day).
"""

from __future__ import annotations

from collections.abc import Iterator

from casedesk.domain.gate.case_as_at import (
    SOCIAL_CARE,
    CaseAsAt,
    CaseItem,
    distinct,
    happened_on,
    words_of,
)
from casedesk.domain.records import Contact


def items_of(file: CaseAsAt) -> tuple[CaseItem, ...]:
    """Facts, contacts, goals, actions, addresses, assessments; each kind as recorded."""
    return (
        *_facts(file),
        *_contacts(file),
        *_goals(file),
        *_actions(file),
        *_addresses(file),
        *_assessments(file),
    )


def people_in(contact: Contact) -> tuple[str, ...]:
    """Everyone identifiable in a contact: who was there, who was seen, whose words it has."""
    voices = (person_id for person_id, _ in contact.child_voice)
    return distinct((*contact.people, *contact.children_seen, *contact.seen_alone, *voices))


def _facts(file: CaseAsAt) -> Iterator[CaseItem]:
    for fact in file.case.facts:
        on = happened_on(fact, file.catalogue)
        if fact.in_error or on is None or on > file.day:
            continue
        elsewhere = fact.family_id != file.case.family.id
        if elsewhere and not (fact.person_id and file.is_member(fact.person_id)):
            continue
        people = distinct((fact.person_id,))
        yield CaseItem(
            id=fact.ref,
            kind="fact",
            record_id=fact.id,
            people=people,
            about=file.about(people, on),
            categories=file.of_fact(fact),
            on=on,
            confidential=fact.confidential,
            texts=words_of(fact.detail, fact.source, fact.source_ref),
        )


def _contacts(file: CaseAsAt) -> Iterator[CaseItem]:
    for contact in file.case.contacts:
        if contact.on > file.day:
            continue
        people = people_in(contact)
        yield CaseItem(
            id=contact.ref,
            kind="contact",
            record_id=contact.id,
            people=people,
            about=file.about(people, contact.on),
            categories=distinct(contact.categories) or (SOCIAL_CARE,),
            on=contact.on,
            confidential=contact.confidential,
            texts=words_of(
                contact.text, contact.also_present, *(words for _, words in contact.child_voice)
            ),
        )


def _goals(file: CaseAsAt) -> Iterator[CaseItem]:
    for goal in file.case.goals:
        on = goal.set_on or file.day
        if on > file.day:
            continue
        people = distinct(goal.people)
        yield CaseItem(
            id=goal.ref,
            kind="goal",
            record_id=goal.id,
            people=people,
            about=file.about(people, on),
            categories=file.of_goal(goal),
            on=on,
            confidential=goal.confidential,
            texts=words_of(goal.title, goal.family_words),
        )


def _actions(file: CaseAsAt) -> Iterator[CaseItem]:
    goals = {goal.id: goal for goal in file.case.goals}
    for action in file.case.actions:
        people = distinct(action.people)
        goal = goals.get(action.goal_id or "")
        inherited = file.of_goal(goal) if goal is not None else (SOCIAL_CARE,)
        yield CaseItem(
            id=action.ref,
            kind="action",
            record_id=action.id,
            people=people,
            about=file.about(people, file.day),
            categories=distinct(action.categories) or inherited,
            on=file.day,
            confidential=action.confidential,
            texts=words_of(action.title, action.owner),
        )


def _addresses(file: CaseAsAt) -> Iterator[CaseItem]:
    for address in file.case.addresses:
        on = address.from_on or file.day
        if on > file.day:
            continue
        people = distinct((address.person_id,))
        yield CaseItem(
            id=address.id,
            kind="address",
            record_id=address.id,
            people=people,
            about=file.about(people, on),
            categories=(SOCIAL_CARE,),
            on=on,
            protected=address.protected,
            texts=words_of(address.address),
        )


def _assessments(file: CaseAsAt) -> Iterator[CaseItem]:
    for assessment in file.case.assessments:
        if assessment.on > file.day:
            continue
        people = distinct(assessment.people)
        yield CaseItem(
            id=assessment.id,
            kind="assessment",
            record_id=assessment.id,
            people=people,
            about=file.about(people, assessment.on),
            categories=(SOCIAL_CARE,),
            on=assessment.on,
            texts=words_of(assessment.summary),
        )
