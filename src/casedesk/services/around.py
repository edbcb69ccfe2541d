"""Who works with a family and how to reach its people safely, as one page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from casedesk.domain.dates import long_date
from casedesk.domain.programmes.wording import listed
from casedesk.domain.records import CaseFile, Person, Professional, SafeContact
from casedesk.domain.views.around_page import AroundPage, ProfessionalLine, SafeContactLine
from casedesk.domain.views.plan_page import PersonChoice
from casedesk.services.person_words import recipient_title
from casedesk.services.plan_choices import people_choices, works_now
from casedesk.services.safe_contacts import safe_and_unsafe
from casedesk.services.session import Session


def around_page(session: Session, ref: str) -> AroundPage:
    """The people around a family as at today. Raises `NotFound`."""
    with session.store.read() as reading:
        family = reading.family_by_ref(ref)
        (case,) = reading.case_files([family.id], wanted=(Person,))
        around = reading.records_of(Professional, family.id)
        safe = reading.records_of(SafeContact, family.id)
    today = session.today
    people = tuple(people_choices(case, today))
    recipients = session.catalogue.recipients.values()
    return AroundPage(
        ref=ref,
        professionals=tuple(_line(session, case, one) for one in _in_order(around, today)),
        safe_contacts=tuple(_safe_lines(case, people, safe, today)),
        people=people,
        recipients=tuple((one.id, one.title) for one in recipients if one.role == "partner"),
    )


def _in_order(around: Iterable[Professional], today: date) -> list[Professional]:
    """Those of today first, the lead at the top, then by organisation and name."""

    def key(one: Professional) -> tuple[bool, bool, str, str]:
        now = works_now(one, today)
        return not now, not (one.lead and now), one.organisation or "", one.name or ""

    return sorted(around, key=key)


def _line(session: Session, case: CaseFile, one: Professional) -> ProfessionalLine:
    people, today = case.person_by_id, session.today
    title = one.name or one.organisation or ""
    about = [one.role, one.organisation if one.name else None]
    names = [people[who].called for who in one.people if who in people]
    now = works_now(one, today)
    return ProfessionalLine(
        record=one,
        title=title,
        about=", ".join(part for part in about if part),
        sharing=recipient_title(one.recipient, session.catalogue) if one.recipient else "",
        who=listed(names),
        since=_since(one, today),
        lead=one.lead and now,
        now=now,
    )


def _since(one: Professional, today: date) -> str:
    first = f"{'from' if (one.from_on or today) > today else 'since'} " if one.from_on else ""
    began = f"{first}{long_date(one.from_on)}" if one.from_on is not None else ""
    if one.to_on is None:
        return began
    return f"{began}, until {long_date(one.to_on)}" if began else f"until {long_date(one.to_on)}"


def _safe_lines(
    case: CaseFile, people: Sequence[PersonChoice], safe: Iterable[SafeContact], today: date
) -> Iterable[SafeContactLine]:
    """One for every member of today; those of whom something is agreed first."""
    known = {one.person_id: one for one in safe}
    here = [one for one in people if one.now or one.id in known]
    for choice in sorted(here, key=lambda one: one.id not in known):
        record = known.get(choice.id)
        if record is None:
            yield SafeContactLine(
                person_id=choice.id, name=choice.name, about=choice.about, record=None,
                safe=(), unsafe=(), instruction="", agreed="", review="", review_late=False,
            )  # fmt: skip
            continue
        ways, others = safe_and_unsafe(record)
        review = record.review_on
        yield SafeContactLine(
            person_id=choice.id,
            name=choice.name,
            about=choice.about,
            record=record,
            safe=ways,
            unsafe=others,
            instruction=record.instruction,
            agreed=_agreed(record),
            review=f"Look at it again on {long_date(review)}" if review is not None else "",
            review_late=review is not None and review < today,
        )


def _agreed(one: SafeContact) -> str:
    by = f" with {one.agreed_by}" if one.agreed_by else ""
    on = f" on {long_date(one.agreed_on)}" if one.agreed_on is not None else ""
    return f"Agreed{by}{on}" if by or on else ""
