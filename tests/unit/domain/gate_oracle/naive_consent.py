"""Consents and sharing decisions, one record after the other (docs/consent.md §§1 and 2)."""

from __future__ import annotations

from datetime import date, timedelta

from casedesk.domain.records import CaseFile, Consent, SharingDecision

ANYWAY = {"safeguarding", "crime-prevention", "court-order", "legal-obligation", "vital-interests"}
"""The bases that override a refusal and a withdrawal."""


def plainly(recipient: str) -> str:
    """A recipient without what two people would write differently: case and spacing."""
    return "/".join(" ".join(part.split()).lower() for part in recipient.split("/", 1))


def kind_of(recipient: str) -> str:
    """`schools/Hill School` is of the kind `schools`."""
    return plainly(recipient).split("/")[0]


def is_named(recipient: str) -> bool:
    """Whether a recipient is narrowed to one organisation."""
    return "/" in recipient


def lists(recipients: tuple[str, ...], asked: str) -> bool:
    """Whether a record for these recipients covers the one asked about."""
    written = [plainly(one) for one in recipients]
    return plainly(asked) in written or kind_of(asked) in written


def in_force(first: date, last: date | None, day: date) -> bool:
    """From the first day to the last one, both included; no last day is for ever."""
    return first <= day and (last is None or day <= last)


def deciding_consent(
    case: CaseFile, person: str, recipient: str, category: str, purpose: str, day: date
) -> Consent | None:
    """The newest record that covers all four."""
    newest: Consent | None = None
    for consent in case.consents:
        covers = (
            consent.person_id == person
            and lists(consent.recipients, recipient)
            and category in consent.categories
            and purpose in consent.purposes
        )
        if not covers or consent.in_error or consent.decided_on > day:
            continue
        if newest is None or _is_newer(consent, newest):
            newest = consent
    return newest


def _is_newer(one: Consent, other: Consent) -> bool:
    if one.decided_on == other.decided_on:
        return one.order > other.order
    return one.decided_on > other.decided_on


def consent_word(
    case: CaseFile, person: str, recipient: str, category: str, purpose: str, day: date
) -> str:
    """`given`, `refused`, `withdrawn`, `expired` or `not_asked`."""
    consent = deciding_consent(case, person, recipient, category, purpose, day)
    if consent is None:
        return "not_asked"
    if consent.decision == "refused":
        return "refused"
    if consent.withdrawn_on is not None and consent.withdrawn_on <= day:
        return "withdrawn"
    if consent.expires_on is not None and consent.expires_on < day:
        return "expired"
    return "given"


def expires_soon(consent: Consent, day: date) -> bool:
    """Whether a given consent is in its last 28 days; the last one is `expires_on`."""
    if consent.expires_on is None:
        return False
    left = [consent.expires_on - timedelta(days=back) for back in range(28)]
    return day in left


def deciding_decision(
    case: CaseFile,
    person: str,
    recipient: str,
    category: str,
    day: date,
    looked_at: tuple[str, ...] = ("share", "do not share"),
) -> SharingDecision | None:
    """The newest decision in force that covers all three; on one day *do not share* first.

    Reading: in force is from its first day to its last, whenever it was decided on.
    """
    newest: SharingDecision | None = None
    for decision in case.sharing_decisions:
        covers = (
            person in decision.people
            and lists(decision.recipients, recipient)
            and category in decision.categories
        )
        if not covers or decision.in_error or decision.decision not in looked_at:
            continue
        if not in_force(decision.from_on, decision.to_on, day):
            continue
        if newest is None or _goes_before(decision, newest):
            newest = decision
    return newest


def _goes_before(one: SharingDecision, other: SharingDecision) -> bool:
    if one.decided_on != other.decided_on:
        return one.decided_on > other.decided_on
    if one.decision != other.decision:
        return one.decision == "do not share"
    return one.order > other.order


def permits(decision: SharingDecision, state: str) -> bool:
    """Whether a decision to share permits against a consent state, by its basis."""
    if decision.decision != "share":
        return False
    if decision.basis == "public-task":
        return state in ("not_asked", "expired")
    if decision.basis not in ANYWAY:
        return False
    if state in ("refused", "withdrawn"):
        return is_authorised(decision)
    return True


def is_authorised(decision: SharingDecision) -> bool:
    """Whether somebody stands for it by name."""
    return bool(decision.authorised_by and decision.authorised_by.strip())


def named_ones(case: CaseFile, kind: str) -> list[str]:
    """Every organisation of a kind that some record names."""
    lists_of = [one.recipients for one in case.consents]
    lists_of += [one.recipients for one in case.sharing_decisions]
    written = {plainly(name) for names in lists_of for name in names}
    return sorted(name for name in written if name.startswith(kind + "/"))
