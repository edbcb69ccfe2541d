"""The National Impact Study: who was told about it, and who objected.

No consent is asked there (docs/consent.md, Consent); an objection is a restriction of its own
and only ever ends with a reason (docs/consent.md, The gate).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from casedesk.domain.dates import long_date
from casedesk.domain.errors import InvalidRecord
from casedesk.domain.field_problems import FieldProblem, refuse, text_needed
from casedesk.domain.gate.restrictions import OBJECTION
from casedesk.domain.records import Consent, Restriction
from casedesk.domain.views.saved import Saved
from casedesk.services.consents import ConsentEntry, record_consent
from casedesk.services.saving import saving, saving_over
from casedesk.services.session import WORKER, Session

EVALUATE = "evaluate"
EVALUATION = "evaluation"
LEAD = "lead"
TOLD = "Told about the National Impact Study; no consent is asked there."


def record_informed(
    session: Session,
    ref: str,
    person_id: str,
    notice_version: str,
    *,
    on: date | None = None,
    explained_by: str | None = None,
) -> Saved[Consent]:
    """Record that the privacy notice was left with a person on a day (today).

    Raises `InvalidFields` without the version of the notice, `NotFound`.
    """
    refuse(text_needed("notice_version", "The version of the notice", notice_version))
    lists = session.catalogue
    entry = ConsentEntry(
        person_id=person_id,
        recipients=tuple(one.id for one in lists.recipients.values() if one.role == EVALUATION),
        categories=tuple(lists.categories),
        purposes=(EVALUATE,),
        decided_on=on,
        explained_by=explained_by or session.worker,
        notice_version=notice_version.strip(),
        note=TOLD,
    )
    saved = record_consent(session, ref, entry)
    sentence = "Recorded: told about the National Impact Study."
    undo = replace(saved.undo, what=sentence) if saved.undo is not None else None
    return replace(saved, sentence=sentence, undo=undo, warnings=())


def record_objection(
    session: Session,
    ref: str,
    person_id: str,
    *,
    purposes: tuple[str, ...] = (EVALUATE,),
    on: date | None = None,
    reason: str | None = None,
) -> Saved[Restriction]:
    """Record that a person objects to purposes (none = all) from a day (today) on.

    Raises `InvalidFields` naming what is wrong, `NotFound`.
    """
    with saving(session, ref) as save:
        day = on or session.today
        problems = []
        if person_id not in save.case.membership_of:
            problems.append(FieldProblem("person_id", "The person", "should be in this family"))
        if day > session.today:
            problems.append(FieldProblem("on", "The date", "should not be after today"))
        if any(one not in session.catalogue.purposes for one in purposes):
            problems.append(FieldProblem("purposes", "The purposes", "should be known ones"))
        refuse(problems)
        objection = save.uow.add(
            Restriction(
                id=save.uow.new_id(),
                family_id=save.family.id,
                person_id=person_id,
                kind=OBJECTION,
                purposes=purposes,
                from_on=day,
                reason=(reason or "").strip() or None,
            )
        )
        name = save.case.person_by_id[person_id].called
        return save.done(objection, f"Recorded: {name} objects from {long_date(day)}.")


def end_objection(
    session: Session,
    restriction_id: str,
    version: int,
    reason: str,
    *,
    lead: str | None = None,
    on: date | None = None,
) -> Saved[Restriction]:
    """End an objection after a day (today), with a reason and the lead who ends it.

    A worker who is a lead need not be named. Raises `InvalidRecord` without either, for a day
    before it began, or when it was changed since.
    """
    with saving_over(session, Restriction, restriction_id, version) as (save, one):
        day = on or session.today
        if save.uow.setting(WORKER, {}).get("role") == LEAD:
            lead = lead or session.worker
        problems = list(text_needed("reason", "The reason", reason))
        problems += text_needed("lead", "The lead who ends it", lead)
        if day < one.from_on:
            problems.append(FieldProblem("on", "The last day", "should not be before the first"))
        refuse(problems)
        if one.kind != OBJECTION:
            raise InvalidRecord("That is no objection: choose one in the list.")
        before = f"{one.reason}\n" if one.reason else ""
        said = f"{before}Ended {long_date(day)} by {lead}: {reason.strip()}"
        ended = save.uow.change(replace(one, to_on=day, reason=said))
        name = save.case.person_by_id[one.person_id].called
        return save.done(ended, f"{name}’s objection ends on {long_date(day)}.")
