"""What a progress report says, from what the gate permits and nothing else."""

from __future__ import annotations

from datetime import date

from casedesk.domain.dates import long_date
from casedesk.domain.gate import GateResult
from casedesk.domain.gate.permitted_case import permitted_case
from casedesk.domain.gate.report_rows import kind_may_all_go
from casedesk.domain.genogram import draw_household
from casedesk.domain.programmes import Pack
from casedesk.domain.records import CaseFile, Contact, Goal, Review
from casedesk.domain.views import progress
from casedesk.domain.views.criteria import CriteriaResult
from casedesk.services.progress_criteria import Shown

WITHHELD = (
    "Some of what the council knows about this family is not in this report, because it may not "
    "be shared with its reader."
)
UNCHECKED = (
    "Some thresholds have not been checked against the council's own outcome plan; they are "
    "marked in the program."
)
VISIT_KINDS = ("home visit", "office", "school", "video", "meeting")


def progress_contents(
    case: CaseFile,
    gate: GateResult,
    pack: Pack,
    now: CriteriaResult,
    shown: Shown,
    cover: progress.Cover,
    *,
    preview: bool,
    say_withheld: bool,
) -> progress.ProgressReport:
    """The whole report. `say_withheld` adds one standard sentence when something is withheld."""
    kept = permitted_case(case, gate)
    return progress.ProgressReport(
        cover=cover,
        preview=preview,
        summary=_summary(case, gate, kept, now, shown),
        criteria=shown.criteria,
        attendance=shown.attendance,
        voices=_voices(kept),
        goals=_goals(kept, gate, pack),
        actions=_actions(kept),
        next_review=_next_review(kept),
        reviews=_reviews(kept, gate.as_at),
        visits=_visits(kept),
        people=_people(kept),
        household=draw_household(kept.people, kept.memberships, kept.relationships, gate.as_at)
        if kept.people
        else None,
        notes=_notes(gate, pack, now, shown, say_withheld=say_withheld),
    )


def _summary(
    case: CaseFile, gate: GateResult, kept: CaseFile, now: CriteriaResult, shown: Shown
) -> tuple[str, ...]:
    """Counts only of what may all go: a count would tell of what is withheld."""
    sentences: list[str] = []
    if shown.whole:
        sentences.append(
            f"On {long_date(now.as_at)} the family meets {now.met_now} of {now.of} criteria."
        )
        improved = [row.title for row in shown.criteria if row.progress == progress.IMPROVED]
        if improved:
            sentences.append(f"Improved and sustained: {'; '.join(improved)}.")
    if kept.contacts and kind_may_all_go(gate, "contact"):
        visits = [one for one in kept.contacts if one.kind in VISIT_KINDS]
        since = min(one.on for one in kept.contacts)
        sentences.append(
            f"{_count(len(kept.contacts), 'contact')} since {long_date(since)}, "
            f"{_count(len(visits), 'visit or meeting', 'visits or meetings')} among them."
        )
    if kept.actions and kind_may_all_go(gate, "action"):
        done = sum(1 for one in kept.actions if one.done_on is not None)
        sentences.append(f"{done} of {_count(len(kept.actions), 'action')} done.")
    return tuple(sentences)


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _called(kept: CaseFile, people: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(kept.person_by_id[one].called for one in people if one in kept.person_by_id)


def _voices(kept: CaseFile) -> tuple[progress.ChildWords, ...]:
    return tuple(
        progress.ChildWords(
            on=contact.on,
            name=kept.person_by_id[person].called if person in kept.person_by_id else None,
            words=words,
        )
        for contact in _newest_first(kept)
        for person, words in contact.child_voice
    )


def _newest_first(kept: CaseFile) -> list[Contact]:
    return sorted(kept.contacts, key=lambda one: (one.on, one.order), reverse=True)


def _visits(kept: CaseFile) -> tuple[progress.VisitRow, ...]:
    return tuple(
        progress.VisitRow(
            on=contact.on,
            kind=(contact.kind or "contact").capitalize(),
            seen=_called(kept, tuple(dict.fromkeys((*contact.people, *contact.children_seen)))),
            seen_alone=_called(kept, contact.seen_alone),
            also_present=contact.also_present,
            by=contact.by,
            text=contact.text,
        )
        for contact in _newest_first(kept)
    )


def _goals(kept: CaseFile, gate: GateResult, pack: Pack) -> tuple[progress.GoalRow, ...]:
    return tuple(
        progress.GoalRow(
            title=goal.title,
            criterion=_criterion_of(goal, gate, pack),
            people=_called(kept, goal.people),
            family_words=goal.family_words,
            start_score=goal.start_score,
            now_score=goal.now_score,
            set_on=goal.set_on,
            achieved_on=goal.achieved_on,
        )
        for goal in kept.goals
    )


def _criterion_of(goal: Goal, gate: GateResult, pack: Pack) -> str | None:
    """The title of a goal's criterion, where that tells nothing the goal itself does not."""
    criterion = pack.criterion_by_id.get(goal.criterion or "")
    if criterion is None:
        return None
    of_goal = next((item.categories for item in gate.items if item.record_id == goal.id), ())
    open_to_reader = criterion.category in of_goal or criterion.category in gate.open_categories
    return criterion.title if open_to_reader else None


def _actions(kept: CaseFile) -> tuple[progress.ActionRow, ...]:
    goals = {goal.id: goal.title for goal in kept.goals}
    return tuple(
        progress.ActionRow(
            title=action.title,
            goal=goals.get(action.goal_id or ""),
            owner=action.owner,
            people=_called(kept, action.people),
            due=action.due,
            done_on=action.done_on,
        )
        for action in kept.actions
    )


def _planned(kept: CaseFile) -> list[Review]:
    waiting = [review for review in kept.reviews if review.held_on is None]
    return sorted(waiting, key=lambda review: (review.due_on, review.order))


def _next_review(kept: CaseFile) -> progress.NextReview | None:
    for review in _planned(kept):
        return progress.NextReview(
            due_on=review.due_on,
            kind=review.kind.capitalize() if review.kind else None,
            text=review.text,
        )
    return None


def _reviews(kept: CaseFile, day: date) -> tuple[progress.ReviewRow, ...]:
    held = [
        progress.ReviewRow(
            held_on=review.held_on,
            kind=(review.kind or "review").capitalize(),
            present=_called(kept, review.people),
            also_present=review.also_present,
            text=review.text,
        )
        for review in kept.reviews
        if review.held_on is not None and review.held_on <= day
    ]
    assessed = [
        progress.ReviewRow(
            held_on=one.on,
            kind="Whole-family assessment",
            present=_called(kept, one.people),
            text=one.summary,
        )
        for one in kept.assessments
    ]
    return tuple(sorted([*held, *assessed], key=lambda row: row.held_on, reverse=True))


def _people(kept: CaseFile) -> tuple[progress.PersonRow, ...]:
    return tuple(
        progress.PersonRow(
            name=kept.person_by_id[one.person_id].full_name,
            born=kept.person_by_id[one.person_id].date_of_birth,
            role=one.role.capitalize() if one.role else None,
        )
        for one in kept.memberships
    )


def _notes(
    gate: GateResult, pack: Pack, now: CriteriaResult, shown: Shown, *, say_withheld: bool
) -> tuple[str, ...]:
    notes: list[str] = []
    if shown.criteria:
        if not pack.covers(now.as_at):
            notes.append(
                f"{pack.title} did not apply on {long_date(now.as_at)}; its criteria are shown "
                "all the same."
            )
        if pack.unchecked:
            notes.append(UNCHECKED)
    if say_withheld and gate.withheld:
        notes.append(WITHHELD)
    return tuple(notes)
