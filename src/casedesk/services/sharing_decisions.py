"""Sharing decisions: to share without agreement, or not to share, with reasons.

Source: docs/consent.md, Sharing decisions.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.dates import long_date
from casedesk.domain.field_problems import FieldProblem, refuse
from casedesk.domain.records import CaseFile, SharingDecision
from casedesk.domain.sharing_checks import (
    SHARE,
    check_sharing_decision,
    sharing_decision_warnings,
)
from casedesk.domain.views.consents_page import SharingDecisionLine
from casedesk.domain.views.saved import Saved
from casedesk.services.person_words import recipient_title
from casedesk.services.saving import saving, saving_over
from casedesk.services.session import Session

DECISION_PREFIX = "S"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingDecisionEntry:
    """A decision as a form has it. `decision` is share or do not share; dates None are today."""

    people: tuple[str, ...]
    recipients: tuple[str, ...]
    categories: tuple[str, ...]
    decision: str
    reason: str
    told_family: bool
    decided_by: str
    basis: str | None = None
    not_told_why: str | None = None
    decided_on: date | None = None
    authorised_by: str | None = None
    condition: str | None = None
    protected_address: bool = False
    from_on: date | None = None
    to_on: date | None = None


def sharing_decisions(
    session: Session, ref: str, *, as_at: date | None = None
) -> tuple[SharingDecisionLine, ...]:
    """Every decision about the family's people, newest first. Raises `NotFound`."""
    day = as_at or session.today
    with session.store.read() as reading:
        case = reading.case_file(reading.family_by_ref(ref).id)
    newest = sorted(
        case.sharing_decisions, key=lambda one: (one.decided_on, one.order), reverse=True
    )
    return tuple(_line(case, one, day, session.catalogue) for one in newest)


def record_sharing_decision(
    session: Session, ref: str, entry: SharingDecisionEntry
) -> Saved[SharingDecision]:
    """Record a decision. `warnings` say where it falls short of what it was meant to do.

    Raises `InvalidRecord` naming what is missing, `NotFound`.
    """
    with saving(session, ref) as save:
        values = {one.name: getattr(entry, one.name) for one in fields(entry)}
        decided_on = entry.decided_on or session.today
        values |= {"decided_on": decided_on, "from_on": entry.from_on or decided_on}
        decision = SharingDecision(id=save.uow.new_id(), family_id=save.family.id, ref="", **values)
        _check(session, save.case, decision)
        decision = save.uow.add(replace(decision, ref=save.uow.new_ref(DECISION_PREFIX)))
        return save.done(
            decision,
            f"Recorded the decision to {decision.decision}.",
            warnings=sharing_decision_warnings(decision, session.catalogue),
        )


def end_sharing_decision(
    session: Session, decision_id: str, version: int, on: date
) -> Saved[SharingDecision]:
    """Give a decision its last day. Raises `InvalidRecord` for a day before its first, or when
    it was changed since."""
    with saving_over(session, SharingDecision, decision_id, version) as (save, decision):
        ended = replace(decision, to_on=on)
        check_sharing_decision(ended)
        kept = save.uow.change(ended)
        return save.done(kept, f"Decision {decision.ref} ends on {long_date(on)}.")


def mark_sharing_decision_in_error(
    session: Session, decision_id: str, version: int
) -> Saved[SharingDecision]:
    """Mark a decision as recorded in error: it is kept and never counts."""
    with saving_over(session, SharingDecision, decision_id, version) as (save, decision):
        marked = save.uow.change(replace(decision, in_error=True))
        return save.done(marked, f"Decision {decision.ref} is marked as an error.", undo=False)


def _check(session: Session, case: CaseFile, decision: SharingDecision) -> None:
    lists = session.catalogue
    problems = []
    if any(one not in case.membership_of for one in decision.people):
        problems.append(FieldProblem("people", "The people", "should be of this family"))
    if any(not lists.knows_recipient(one) for one in decision.recipients):
        problems.append(FieldProblem("recipients", "The recipients", "should be known ones"))
    if any(one not in lists.categories for one in decision.categories):
        problems.append(FieldProblem("categories", "The kinds", "should be known ones"))
    if decision.condition and decision.condition not in lists.conditions:
        problems.append(FieldProblem("condition", "The condition", "should be one of the list"))
    for field, label in (("decided_on", "The day of the decision"), ("from_on", "The first day")):
        if getattr(decision, field) > session.today:
            problems.append(FieldProblem(field, label, "should not be after today"))
    refuse(problems)
    check_sharing_decision(decision)


def _line(case: CaseFile, one: SharingDecision, day: date, lists: Catalogue) -> SharingDecisionLine:
    people = case.person_by_id
    in_force = not one.in_error and one.from_on <= day and (one.to_on is None or day <= one.to_on)
    return SharingDecisionLine(
        record=one,
        headline="Share" if one.decision == SHARE else "Do not share",
        people=tuple(people[who].called for who in one.people if who in people),
        recipients=tuple(recipient_title(to, lists) for to in one.recipients),
        categories=tuple(
            lists.categories[name].title if name in lists.categories else name
            for name in one.categories
        ),
        basis=(one.basis or "").replace("-", " ").capitalize(),
        in_force=in_force,
        warnings=sharing_decision_warnings(one, lists),
    )
