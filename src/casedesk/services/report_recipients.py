"""Who a report may be made for, to choose from."""

from __future__ import annotations

from casedesk.domain.people import members_of
from casedesk.domain.recipient_names import organisation_in
from casedesk.domain.views.report_preview import ReaderChoice, RecipientChoice
from casedesk.services.person_words import recipient_title
from casedesk.services.session import Session

OF_THE_FAMILY = "family"
SCHOOLS = "schools"


def recipients_to_choose(session: Session, ref: str) -> tuple[RecipientChoice, ...]:
    """Everyone a report may be made for: the kinds, and every organisation that the family's
    consents and decisions name or its children go to. Raises `NotFound`."""
    with session.store.read() as reading:
        case = reading.case_file(reading.family_by_ref(ref).id)
    lists = session.catalogue
    named = [
        *(name for consent in case.consents for name in consent.recipients),
        *(name for decision in case.sharing_decisions for name in decision.recipients),
        *(f"{SCHOOLS}/{person.school}" for person in case.people if person.school),
    ]
    single = dict.fromkeys(name for name in named if organisation_in(name))
    found = []
    for kind in lists.recipients.values():
        of_kind = (name for name in single if lists.recipient_kind(name) == kind.id)
        for name in (*of_kind, kind.id):
            needs_reader = kind.role == OF_THE_FAMILY
            found.append(RecipientChoice(name, recipient_title(name, lists), needs_reader))
    return tuple(found)


def report_family_name(session: Session, ref: str) -> str:
    """What the family of a report is called. Raises `NotFound`."""
    with session.store.read() as reading:
        return reading.family_by_ref(ref).name


def readers_to_choose(session: Session, ref: str) -> tuple[ReaderChoice, ...]:
    """Everyone who may read a copy for the family. Raises `NotFound`."""
    with session.store.read() as reading:
        case = reading.case_file(reading.family_by_ref(ref).id)
    return tuple(
        ReaderChoice(one.ref, one.person.full_name)
        for one in members_of(case)
        if one.counts_on(session.today)
    )
