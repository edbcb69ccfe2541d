"""Consent: recording it, withdrawing it, marking it as an error.

A consent is never edited but to withdraw it or to mark it as recorded in error: a change of
mind is a new record (docs/consent.md, Consent).
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date

from casedesk.domain.consent_checks import check_consent, consent_flags
from casedesk.domain.errors import InvalidRecord
from casedesk.domain.field_problems import FieldProblem, refuse
from casedesk.domain.programmes.wording import listed
from casedesk.domain.records import CaseFile, Consent
from casedesk.domain.views.saved import Saved
from casedesk.services.person_words import recipient_title
from casedesk.services.saving import saving, saving_over
from casedesk.services.session import Session

CONSENT_PREFIX = "C"
_NEEDED = (
    ("recipients", "Who it may go to"),
    ("categories", "A kind of information"),
    ("purposes", "What it is for"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentEntry:
    """A consent as a form has it. Lists are ids; `decision` is given or refused.

    `decided_on` None is today; `given_by` is "self" or a name; `expires_on` is the last day.
    """

    person_id: str
    recipients: tuple[str, ...]
    categories: tuple[str, ...]
    purposes: tuple[str, ...] = ("support",)
    decision: str = "given"
    decided_on: date | None = None
    expires_on: date | None = None
    given_by: str | None = None
    method: str | None = None
    explained_by: str | None = None
    notice_version: str | None = None
    competence: str | None = None
    note: str | None = None


def record_consent(session: Session, ref: str, entry: ConsentEntry) -> Saved[Consent]:
    """Record what a person agreed to or refused. `warnings` are what a lead should look at.

    Raises `InvalidRecord` naming what is missing or wrong, `NotFound`.
    """
    with saving(session, ref) as save:
        consent = _consent(session, save.case, entry, save.uow.new_id())
        consent = save.uow.add(replace(consent, ref=save.uow.new_ref(CONSENT_PREFIX)))
        name = save.case.person_by_id[consent.person_id].called
        return save.done(
            consent,
            f"Recorded: {name}, consent {consent.decision}.",
            warnings=consent_flags(save.case, consent),
        )


def consent_flags_of(session: Session, ref: str, entry: ConsentEntry) -> tuple[str, ...]:
    """The flags that a consent would have, to show before it is saved.

    Raises as `record_consent`.
    """
    with session.store.read() as reading:
        case = reading.case_file(reading.family_by_ref(ref).id)
    return consent_flags(case, _consent(session, case, entry, ""))


def withdraw_consent(
    session: Session, consent_id: str, version: int, reason: str, *, on: date | None = None
) -> Saved[Consent]:
    """Withdraw a consent from a day (today) on; there is no way back but a new consent.

    Raises `InvalidRecord` for one that is not given, is withdrawn already, or was changed
    since; `NotFound`.
    """
    with saving_over(session, Consent, consent_id, version) as (save, consent):
        if not can_withdraw(consent):
            raise InvalidRecord(
                f"Consent {consent.ref} cannot be withdrawn: it was refused, withdrawn or "
                "marked in error already."
            )
        day = on or session.today
        if day > session.today:
            refuse([FieldProblem("withdrawn_on", "The withdrawal", "should not be after today")])
        withdrawn = replace(consent, withdrawn_on=day, withdrawn_reason=reason.strip() or None)
        check_consent(withdrawn)
        withdrawn = save.uow.change(withdrawn)
        name = save.case.person_by_id[consent.person_id].called
        return save.done(withdrawn, f"{name}’s consent is withdrawn.", undo=False)


def mark_consent_in_error(session: Session, consent_id: str, version: int) -> Saved[Consent]:
    """Mark a consent as recorded in error: it is kept and never counts.

    Raises `InvalidRecord` when it was changed since, `NotFound`.
    """
    with saving_over(session, Consent, consent_id, version) as (save, consent):
        marked = save.uow.change(replace(consent, in_error=True))
        return save.done(marked, f"Consent {consent.ref} is marked as an error.", undo=False)


def what_withdrawing_stops(session: Session, consent_id: str) -> str:
    """What stops when a consent is withdrawn today, for the question before. Raises `NotFound`."""
    with session.store.read() as reading:
        consent = reading.get(Consent, consent_id)
    lists = session.catalogue
    recipients = listed(recipient_title(one, session.catalogue) for one in consent.recipients)
    kinds = listed(
        (lists.categories[one].title if one in lists.categories else one).lower()
        for one in consent.categories
    )
    return (
        f"From today nothing about {kinds} goes to {recipients} on this consent. What was shared "
        "before stays in the sharing log."
    )


def can_withdraw(consent: Consent) -> bool:
    """Given, not withdrawn yet and not marked in error."""
    return consent.decision == "given" and consent.withdrawn_on is None and not consent.in_error


def _consent(session: Session, case: CaseFile, entry: ConsentEntry, new_id: str) -> Consent:
    """The consent that a form makes. Raises `InvalidRecord` where it cannot be kept."""
    day = entry.decided_on or session.today
    problems = [
        FieldProblem(name, label, "is needed: choose at least one")
        for name, label in _NEEDED
        if not getattr(entry, name)
    ]
    if entry.person_id not in case.membership_of:
        problems.append(FieldProblem("person_id", "The person", "should be in this family"))
    if day > session.today:
        problems.append(FieldProblem("decided_on", "The date", "should not be after today"))
    lists = session.catalogue
    for name, known in (("categories", lists.categories), ("purposes", lists.purposes)):
        if unknown := [one for one in getattr(entry, name) if one not in known]:
            problems.append(FieldProblem(name, "The list", f"has no “{unknown[0]}”"))
    if unknown := [one for one in entry.recipients if not lists.knows_recipient(one)]:
        problems.append(FieldProblem("recipients", "The recipients", f"have no “{unknown[0]}”"))
    refuse(problems)
    values = {one.name: getattr(entry, one.name) for one in fields(entry)}
    values |= {"decided_on": day, "given_by": (entry.given_by or "self").strip()}
    consent = Consent(id=new_id, family_id=case.family.id, ref="", **values)
    check_consent(consent)
    return consent
