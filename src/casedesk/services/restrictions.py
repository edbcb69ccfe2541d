"""Restrictions of processing: recorded, shown and lifted (docs/consent.md, Rights).

While one is in force the person's record stays and is left out of everything that leaves.
Objections, which are to purposes, are recorded and ended by `evaluation_notices`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.dates import long_date
from casedesk.domain.errors import InvalidRecord
from casedesk.domain.field_problems import FieldProblem, refuse, text_needed
from casedesk.domain.gate.restrictions import OBJECTION, RESTRICTION, restriction_in_force
from casedesk.domain.records import CaseFile, Restriction
from casedesk.domain.views.restrictions import RestrictionLine
from casedesk.domain.views.saved import Saved
from casedesk.services.saving import saving, saving_over
from casedesk.services.session import Session


def restrictions_in_force(session: Session, ref: str) -> tuple[RestrictionLine, ...]:
    """Today's restrictions and objections of a family: by kind, then in the order recorded.

    Raises `NotFound`.
    """
    with session.store.read() as reading:
        case = reading.case_file(reading.family_by_ref(ref).id)
    today = session.today
    return tuple(
        _line(case, one, session.catalogue)
        for kind in (RESTRICTION, OBJECTION)
        for one in case.restrictions
        if one.kind == kind and one.from_on <= today and (one.to_on is None or today <= one.to_on)
    )


def record_restriction(
    session: Session, ref: str, person_id: str, reason: str, *, on: date | None = None
) -> Saved[Restriction]:
    """Restrict what may be done with a person's record from a day (today) on.

    Raises `InvalidFields` naming what is wrong, without a reason for one, and `NotFound`.
    """
    with saving(session, ref) as save:
        day = on or session.today
        problems = list(text_needed("reason", "The reason", reason))
        if person_id not in save.case.membership_of:
            problems.append(FieldProblem("person_id", "The person", "should be in this family"))
        elif restriction_in_force(save.case, person_id, day) is not None:
            problems.append(
                FieldProblem("person_id", "The person", "is under a restriction already")
            )
        if day > session.today:
            problems.append(FieldProblem("on", "The date", "should not be after today"))
        refuse(problems)
        restriction = save.uow.add(
            Restriction(
                id=save.uow.new_id(),
                family_id=save.family.id,
                person_id=person_id,
                kind=RESTRICTION,
                from_on=day,
                reason=reason.strip(),
            )
        )
        name = save.case.person_by_id[person_id].called
        sentence = f"{name}’s record is restricted from {long_date(day)}: it is kept, and not used."
        return save.done(restriction, sentence)


def lift_restriction(
    session: Session, restriction_id: str, version: int, reason: str, *, on: date | None = None
) -> Saved[Restriction]:
    """Lift a restriction: it holds until the end of a day (today).

    Raises `InvalidFields` without a reason and for a day before it began, `InvalidRecord` for
    an objection and when it was changed since.
    """
    with saving_over(session, Restriction, restriction_id, version) as (save, one):
        if one.kind != RESTRICTION:
            raise InvalidRecord("That is an objection: a lead ends it, with a reason.")
        day = on or session.today
        problems = list(text_needed("reason", "The reason", reason))
        if day < one.from_on:
            problems.append(FieldProblem("on", "The last day", "should not be before the first"))
        refuse(problems)
        before = f"{one.reason}\n" if one.reason else ""
        said = f"{before}Lifted after {long_date(day)} by {session.worker}: {reason.strip()}"
        lifted = save.uow.change(replace(one, to_on=day, reason=said))
        name = save.case.person_by_id[one.person_id].called
        return save.done(lifted, f"{name}’s restriction is lifted after {long_date(day)}.")


def _line(case: CaseFile, one: Restriction, lists: Catalogue) -> RestrictionLine:
    name = case.person_by_id[one.person_id].called
    is_objection = one.kind == OBJECTION
    since = f"Since {long_date(one.from_on)}"
    ends = f", until {long_date(one.to_on)}" if one.to_on is not None else ""
    why = f": {one.reason.splitlines()[0].rstrip('.')}." if one.reason else "."
    if is_objection:
        titles = [lists.purposes[key].title for key in one.purposes if key in lists.purposes]
        headline = f"{name} objects to {'; '.join(titles) if titles else 'every purpose'}"
    else:
        headline = f"{name}’s record is restricted"
    return RestrictionLine(
        record=one,
        person=name,
        headline=headline,
        sentence=f"{since}{ends}{why}",
        is_objection=is_objection,
    )
