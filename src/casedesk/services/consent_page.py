"""The consent screen: the matrix for one purpose, and what is behind each cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from casedesk.domain.catalogue import Catalogue, Named
from casedesk.domain.consent import EXPIRED, GIVEN, LAST_DAYS, WITHDRAWN, consent_state
from casedesk.domain.consent_checks import BY_SELF, consent_flags
from casedesk.domain.consent_matrix import WORDS, matrix_cell
from casedesk.domain.dates import add_months, long_date
from casedesk.domain.errors import NotFound
from casedesk.domain.gate.restrictions import objection_in_force, restriction_in_force
from casedesk.domain.people import Member, members_on
from casedesk.domain.recipient_names import covers, organisations_of, read_recipient
from casedesk.domain.records import CaseFile, Consent, SharingDecision
from casedesk.domain.views.consents_page import (
    CategoryState,
    ConsentDetail,
    ConsentLine,
    ConsentPage,
    MatrixPerson,
    MatrixRecipient,
)
from casedesk.services.consents import can_withdraw
from casedesk.services.person_words import (
    age_words,
    recipient_heading,
    recipient_title,
    who_decides,
)
from casedesk.services.session import Session

EVALUATION = "evaluation"
EVALUATE = "evaluate"
OF_THE_FAMILY = "family"
IN_ERROR = "in_error"
METHODS = {
    "written": "Signed form",
    "verbal": "Said aloud",
    "electronic": "Signed on the screen",
}


def consent_page(
    session: Session, ref: str, *, purpose: str = "support", as_at: date | None = None
) -> ConsentPage:
    """Today's members × recipients for one purpose, as at a day (today). Raises `NotFound`.

    The evaluation stands in one column, and every single organisation that a consent or a
    decision names stands beside its kind.
    """
    day = as_at or session.today
    case = _case(session, ref)
    lists = session.catalogue
    members = members_on(case, day)
    recipients = tuple(_recipients(case, lists))
    return ConsentPage(
        purpose=purpose,
        purpose_title=lists.purposes[purpose].title,
        as_at=day,
        people=tuple(_person(case, one, members, day) for one in members),
        recipients=recipients,
        cells=tuple(
            tuple(matrix_cell(case, one.id, to.id, purpose, day, lists) for to in recipients)
            for one in members
        ),
        purposes=tuple((one.id, one.title) for one in lists.purposes.values()),
        categories=tuple((one.id, one.title) for one in lists.categories.values()),
    )


def consent_detail(
    session: Session,
    ref: str,
    person_id: str,
    recipient: str,
    *,
    purpose: str = "support",
    as_at: date | None = None,
) -> ConsentDetail:
    """What is behind one cell of the matrix. Raises `NotFound`."""
    day = as_at or session.today
    case = _case(session, ref)
    lists = session.catalogue
    person = case.person_by_id.get(person_id)
    if person is None:
        raise NotFound("That person is not in this family: choose one of its members.")
    known = lists.recipients.get(lists.recipient_kind(recipient))
    asked_for = EVALUATE if known is not None and known.role == EVALUATION else purpose
    history = _history(case, person_id, recipient, asked_for)
    lines = tuple(_line(case, one, day, lists) for one in history)
    current = next((one for one in lines if not one.record.in_error), None)
    objection = objection_in_force(case, person_id, asked_for, day)
    return ConsentDetail(
        person_id=person_id,
        person=person.called,
        recipient=recipient,
        recipient_title=recipient_title(recipient, lists),
        purpose=purpose,
        cell=matrix_cell(case, person_id, recipient, purpose, day, lists),
        ends_words=_ends(current.record, day) if current is not None else "",
        categories=tuple(_categories(case, person_id, recipient, asked_for, day, lists)),
        current=current,
        history=lines,
        decisions=_decisions(case, person_id, recipient, day),
        objection=f"Objected on {long_date(objection.from_on)}." if objection else None,
        objection_id=objection.id if objection is not None else None,
        objection_version=objection.version if objection is not None else None,
    )


def _case(session: Session, ref: str) -> CaseFile:
    with session.store.read() as reading:
        return reading.case_file(reading.family_by_ref(ref).id)


def _person(case: CaseFile, member: Member, members: tuple[Member, ...], day: date) -> MatrixPerson:
    under = ", ".join(
        filter(None, (age_words(member.person, day), who_decides(member, case, members, day)))
    )
    restricted = restriction_in_force(case, member.id, day) is not None
    return MatrixPerson(member.id, member.called, under, restricted)


def _recipients(case: CaseFile, lists: Catalogue) -> Iterator[MatrixRecipient]:
    evaluation = [one.id for one in lists.recipients.values() if one.role == EVALUATION]
    named = [
        *(name for consent in case.consents for name in consent.recipients),
        *(name for decision in case.sharing_decisions for name in decision.recipients),
    ]
    for one in lists.recipients.values():
        if one.role == OF_THE_FAMILY or one.id in evaluation[:-1]:
            continue
        narrowed = dict.fromkeys(
            name for name in named if organisations_of([name], read_recipient(one.id).kind)
        )
        for recipient in (one.id, *narrowed):
            yield MatrixRecipient(
                recipient,
                recipient_title(recipient, lists),
                recipient_heading(recipient, lists),
                one.role == EVALUATION,
            )


def _history(case: CaseFile, person_id: str, recipient: str, purpose: str) -> list[Consent]:
    """A person's consents about a recipient and purpose, newest first, those in error too."""
    asked = read_recipient(recipient)
    found = [
        one
        for one in case.consents
        if one.person_id == person_id
        and purpose in one.purposes
        and (covers(one.recipients, asked) or organisations_of(one.recipients, asked.kind))
    ]
    return sorted(found, key=lambda one: (one.decided_on, one.order), reverse=True)


def _categories(
    case: CaseFile, person_id: str, recipient: str, purpose: str, day: date, lists: Catalogue
) -> Iterator[CategoryState]:
    for category in lists.categories.values():
        found = consent_state(case, person_id, recipient, category.id, purpose, day)
        words = "Expires soon" if found.expires_soon else WORDS[found.standing]
        ref = found.record.ref if found.record is not None else None
        yield CategoryState(category.id, category.title, found.standing, words, ref)


def _line(case: CaseFile, one: Consent, day: date, lists: Catalogue) -> ConsentLine:
    state = _state(one, day)
    months = _months(one)
    given = "Given" if one.decision == GIVEN else "Refused"
    return ConsentLine(
        record=one,
        state=state,
        headline=f"{given}, {months}" if months else given,
        on=one.decided_on,
        recorded_by=one.recorded_by,
        recipients=tuple(recipient_title(to, lists) for to in one.recipients),
        categories=tuple(_titled(name, lists.categories) for name in one.categories),
        purposes=tuple(_titled(name, lists.purposes) for name in one.purposes),
        given_by=_giver(case, one),
        how=METHODS.get(one.method or "", "Not noted"),
        ends_words=_ends(one, day),
        flags=consent_flags(case, one),
        can_withdraw=can_withdraw(one),
    )


def _state(one: Consent, day: date) -> str:
    if one.in_error:
        return IN_ERROR
    if one.decision != GIVEN:
        return one.decision
    if one.withdrawn_on is not None and one.withdrawn_on <= day:
        return WITHDRAWN
    return EXPIRED if one.expires_on is not None and one.expires_on < day else GIVEN


def _months(one: Consent) -> str:
    """How long a consent was given for, where that is a number of months."""
    if one.expires_on is None:
        return ""
    for months in range(1, 61):
        if add_months(one.decided_on, months) == one.expires_on:
            return f"{months} month{'' if months == 1 else 's'}"
    return ""


def _ends(one: Consent, day: date) -> str:
    """ "ends in 9 days", "ended 3 May 2026", "withdrawn 3 May 2026"; empty = no end."""
    if one.withdrawn_on is not None and one.withdrawn_on <= day:
        return f"withdrawn {long_date(one.withdrawn_on)}"
    if one.expires_on is None:
        return ""
    left = (one.expires_on - day).days
    if left < 0:
        return f"ended {long_date(one.expires_on)}"
    if left < LAST_DAYS:
        return "ends today" if left == 0 else f"ends in {left} day{'' if left == 1 else 's'}"
    return f"ends {long_date(one.expires_on)}"


def _giver(case: CaseFile, one: Consent) -> str:
    said = (one.given_by or "").strip()
    person = case.person_by_id.get(one.person_id)
    if said.casefold() in BY_SELF:
        return person.full_name if person is not None else "themselves"
    for member in case.memberships:
        if member.ref.casefold() == said.casefold() and member.person_id in case.person_by_id:
            return case.person_by_id[member.person_id].full_name
    return said


def _titled(name: str, known: Mapping[str, Named]) -> str:
    return known[name].title if name in known else name


def _decisions(
    case: CaseFile, person_id: str, recipient: str, day: date
) -> tuple[SharingDecision, ...]:
    asked = read_recipient(recipient)
    return tuple(
        one
        for one in case.sharing_decisions
        if person_id in one.people
        and not one.in_error
        and one.from_on <= day
        and (one.to_on is None or day <= one.to_on)
        and covers(one.recipients, asked)
    )
