"""The gate, asked about one family."""

from __future__ import annotations

from datetime import date

from casedesk.domain.errors import NotFound
from casedesk.domain.gate import GatePolicy, GateQuestion, GateResult, open_gate
from casedesk.domain.gate.question import known_recipient
from casedesk.domain.records import CaseFile
from casedesk.services.families import family_named
from casedesk.services.session import EVALUATION_ASKS_CONSENT, Session
from casedesk.storage.reader import Reader


def ask_gate(
    session: Session,
    ref: str,
    *,
    recipient: str,
    purpose: str,
    as_at: date | None = None,
    reader: str | None = None,
) -> GateResult:
    """What may go to a recipient for a purpose as at a day (today), item by item.

    `reader` is the reference of the person who reads a copy for the family. The reading is
    in the access log. Raises `NotFound` for an unknown family or reader, `UsageError` for an
    unknown recipient or purpose, or a copy for the family without a reader.
    """
    with session.store.unit_of_work(session.worker) as uow:
        family = family_named(uow, ref)
        case = uow.case_file(family.id)
        result = gate_of(
            session, uow, case, recipient=recipient, purpose=purpose, as_at=as_at, reader=reader
        )
        uow.log_access("asked the gate", family.id, f"{recipient}, {purpose}")
    return result


def gate_of(
    session: Session,
    reading: Reader,
    case: CaseFile,
    *,
    recipient: str,
    purpose: str,
    as_at: date | None,
    reader: str | None,
) -> GateResult:
    """The gate's answer about a case file that is read already."""
    question = GateQuestion(
        recipient, purpose, as_at or session.today, reader_id(case, reader) if reader else None
    )
    current = case.current_involvement
    categories = session.packs.criterion_categories(
        (current.programme if current else None) or session.programme
    )
    policy = GatePolicy(bool(reading.setting(EVALUATION_ASKS_CONSENT, False)))
    return open_gate(case, question, session.catalogue, categories, policy)


def check_question(session: Session, case: CaseFile, question: GateQuestion) -> str:
    """The title of the recipient asked about. Raises `UsageError` for an unknown one."""
    return known_recipient(question, case, session.catalogue).title


def reader_id(case: CaseFile, ref: str) -> str:
    """The person with a reference in the family. Raises `NotFound`."""
    for membership in case.memberships:
        if membership.ref.casefold() == ref.strip().casefold():
            return membership.person_id
    known = ", ".join(membership.ref for membership in case.memberships) or "nobody yet"
    raise NotFound(
        f"There is no person with the reference “{ref}” in {case.family.ref}; it has {known}."
    )
