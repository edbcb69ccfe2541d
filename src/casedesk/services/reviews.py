"""Reviews of the plan and team-around-the-family meetings: planned, held, written down.

A meeting that was held is one save: what was said, who was there, the actions agreed and the
day of the next one (docs/architecture.md, The plan).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from casedesk.domain.dates import long_date
from casedesk.domain.field_problems import FieldProblem, refuse
from casedesk.domain.plan import REVIEW, open_reviews
from casedesk.domain.records import Action, CaseFile, Professional, Record, Review
from casedesk.domain.views.saved import Saved
from casedesk.services.actions import ActionEntry, new_action
from casedesk.services.saving import Saving, saving, saving_over
from casedesk.services.session import Session
from casedesk.storage.reader import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingEntry:
    """What was said when a review was held, as a form has it. Lists are ids.

    `held_on` None is today. `views` are (person id or None, words). `next_on` is the day of the
    next review; None plans none.
    """

    held_on: date | None = None
    kind: str = REVIEW
    people: tuple[str, ...] = ()
    professionals: tuple[str, ...] = ()
    also_present: str | None = None
    apologies: str | None = None
    views: tuple[tuple[str | None, str], ...] = ()
    text: str | None = None
    categories: tuple[str, ...] = ()
    actions: tuple[ActionEntry, ...] = ()
    next_on: date | None = None

    def written_into(self, review: Review, today: date | None) -> Review:
        """`review` with what was said; without `held_on` it was held `today`."""
        return replace(
            review,
            held_on=self.held_on or today,
            kind=self.kind,
            people=self.people,
            professionals=self.professionals,
            also_present=self.also_present,
            apologies=self.apologies,
            views=self.views,
            text=self.text,
            categories=self.categories,
        )


def plan_review(session: Session, ref: str, due_on: date, kind: str = REVIEW) -> Saved[Review]:
    """Plan a review on a day. Raises `InvalidFields`, `NotFound`."""
    with saving(session, ref) as save:
        if due_on < session.today:
            refuse([FieldProblem("due_on", "The day of the review", "should not be over yet")])
        kept = save.uow.add(_planned(save, due_on, kind))
        return save.done(kept, f"Planned: {kind_words(kind).lower()} on {long_date(due_on)}.")


def hold_review(
    session: Session,
    ref: str,
    entry: MeetingEntry,
    *,
    review_id: str | None = None,
    version: int | None = None,
) -> Saved[Review]:
    """Write down a review or meeting that was held, with its actions and the next day.

    `review_id` is the planned one that was held; None is one that nobody had planned. A
    review that is still planned besides is moved to `next_on`, so that there is one.
    Raises `InvalidFields`, `InvalidRecord` when it was changed since, `NotFound`.
    """
    if review_id is None:
        with saving(session, ref) as save:
            held_on = entry.held_on or session.today
            planned = Review(id=save.uow.new_id(), family_id=save.family.id, due_on=held_on)
            return _hold(session, save, planned, entry, is_new=True)
    with saving_over(session, Review, review_id, version) as (save, planned):
        return _hold(session, save, planned, entry, is_new=False)


def change_review(session: Session, review: Review) -> Saved[Review]:
    """Save a review over the version it was made from.

    Raises `InvalidFields`, `InvalidRecord` when it was changed since, `NotFound`.
    """
    with saving_over(session, Review, review.id, review.version) as (save, _):
        refuse(_problems(session, save.uow, save.case, review))
        kept = save.uow.change(_tidied(review))
        return save.done(kept, f"Saved: {review_title(kept)}.")


def remove_review(session: Session, review_id: str, version: int) -> Saved[Review]:
    """Take out a review that is not to be, or was never held. Raises as `change_review`."""
    with saving_over(session, Review, review_id, version) as (save, review):
        save.uow.remove(review)
        return save.done(review, f"Removed: {review_title(review)}.")


def kind_words(kind: str | None) -> str:
    """A kind of review in words: "Review", "Team around the family"."""
    said = (kind or REVIEW).strip() or REVIEW
    return said[:1].upper() + said[1:]


def review_title(review: Review) -> str:
    """What a review is called: "team around the family, 5 May 2026"."""
    return f"{kind_words(review.kind).lower()}, {long_date(review.held_on or review.due_on)}"


def _hold(
    session: Session, save: Saving, planned: Review, entry: MeetingEntry, *, is_new: bool
) -> Saved[Review]:
    held = _tidied(entry.written_into(planned, session.today))
    refuse(
        [
            *_problems(session, save.uow, save.case, held),
            *_next_problems(entry, held.held_on or session.today),
        ]
    )
    kept = save.uow.add(held) if is_new else save.uow.change(held)
    also: list[Record] = [new_action(session, save, one) for one in entry.actions]
    if entry.next_on is not None:
        also.append(_next(save, held, entry.next_on))
    return save.done(kept, _sentence(kept, also, entry.next_on), *also)


def _next(save: Saving, held: Review, on: date) -> Review:
    others = [one for one in open_reviews(save.case.reviews) if one.id != held.id]
    if others:
        return save.uow.change(replace(others[0], due_on=on))
    return save.uow.add(_planned(save, on, held.kind or REVIEW))


def _planned(save: Saving, due_on: date, kind: str) -> Review:
    return Review(id=save.uow.new_id(), family_id=save.family.id, due_on=due_on, kind=kind)


def _sentence(held: Review, also: list[Record], next_on: date | None) -> str:
    said = [f"Saved: {review_title(held)}"]
    number = sum(isinstance(one, Action) for one in also)
    if number:
        said.append(f"{number} action{'' if number == 1 else 's'} added")
    if next_on is not None:
        said.append(f"next on {long_date(next_on)}")
    return f"{', '.join(said)}."


def _tidied(review: Review) -> Review:
    """Without blanks at the ends, and without views in which nobody said anything."""

    def said(text: str | None) -> str | None:
        return (text or "").strip() or None

    return replace(
        review,
        text=said(review.text),
        also_present=said(review.also_present),
        apologies=said(review.apologies),
        views=tuple((who, words.strip()) for who, words in review.views if words.strip()),
    )


def _problems(
    session: Session, reading: Reader, case: CaseFile, review: Review
) -> Iterator[FieldProblem]:
    members = case.membership_of
    if review.held_on is not None and review.held_on > session.today:
        yield FieldProblem("held_on", "The day it was held", "should not be after today")
    if review.held_on is not None and not (review.text or "").strip():
        yield FieldProblem("text", "What was said and decided", "is needed")
    if any(one not in members for one in review.people):
        yield FieldProblem("people", "Who was there", "should be of this family")
    if any(who is not None and who not in members for who, _ in review.views):
        yield FieldProblem("views", "Whose views they are", "should be of this family")
    if review.professionals:
        known = {one.id for one in reading.records_of(Professional, case.family.id)}
        if not known.issuperset(review.professionals):
            yield FieldProblem("professionals", "The professionals", "should be of this family")
    if any(one not in session.catalogue.categories for one in review.categories):
        yield FieldProblem("categories", "The kinds of information", "are unknown")


def _next_problems(entry: MeetingEntry, held_on: date) -> Iterator[FieldProblem]:
    if entry.next_on is not None and entry.next_on <= held_on:
        yield FieldProblem("next_on", "The next review", "should be after the day it was held")
