"""Decisions, judgements, reviews and documents: under the same rules as every other item.

They stand in a list of their own, because the answer's `items` are of the seven kinds that
docs/consent.md names. A decision or judgement names nobody and is of its criterion's
category; reviews and documents carry people and categories like contacts.
"""

from __future__ import annotations

from collections.abc import Iterator

from casedesk.domain.gate.case_as_at import SOCIAL_CARE, CaseAsAt, CaseItem, distinct, words_of


def other_items_of(file: CaseAsAt) -> tuple[CaseItem, ...]:
    """Decisions, judgements, reviews, documents; each kind as recorded."""
    return (*_decisions(file), *_judgements(file), *_reviews(file), *_documents(file))


def _decisions(file: CaseAsAt) -> Iterator[CaseItem]:
    for decision in file.case.decisions:
        if decision.in_error or decision.on > file.day:
            continue
        yield CaseItem(
            id=decision.id,
            kind="decision",
            record_id=decision.id,
            people=(),
            about=file.about((), decision.on),
            categories=(file.of_criterion(decision.criterion),),
            on=decision.on,
            texts=words_of(decision.reason),
        )


def _judgements(file: CaseAsAt) -> Iterator[CaseItem]:
    for judgement in file.case.judgements:
        if judgement.in_error or judgement.on > file.day:
            continue
        yield CaseItem(
            id=judgement.id,
            kind="judgement",
            record_id=judgement.id,
            people=(),
            about=file.about((), judgement.on),
            categories=(file.of_criterion(judgement.criterion),),
            on=judgement.on,
            texts=words_of(judgement.evidence),
        )


def _reviews(file: CaseAsAt) -> Iterator[CaseItem]:
    """A review that was not held by the day is a plan: like an action, its date is the day."""
    for review in file.case.reviews:
        held = review.held_on is not None and review.held_on <= file.day
        on = review.held_on if held and review.held_on is not None else file.day
        people = distinct(review.people)
        yield CaseItem(
            id=review.id,
            kind="review",
            record_id=review.id,
            people=people,
            about=file.about(people, on),
            categories=distinct(review.categories) or (SOCIAL_CARE,),
            on=on,
            texts=words_of(review.text, review.also_present),
        )


def _documents(file: CaseAsAt) -> Iterator[CaseItem]:
    for document in file.case.documents:
        if document.added_on > file.day:
            continue
        people = distinct(document.people)
        yield CaseItem(
            id=document.ref,
            kind="document",
            record_id=document.id,
            people=people,
            about=file.about(people, document.added_on),
            categories=distinct(document.categories) or (SOCIAL_CARE,),
            on=document.added_on,
            confidential=document.confidential,
            texts=words_of(document.name, document.note),
        )
