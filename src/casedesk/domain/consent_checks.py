"""What is refused and what is flagged when a consent is recorded (docs/consent.md, Consent).

Flags never change the state of a consent, which looks only at dates and decisions.
"""

from __future__ import annotations

from casedesk.domain.dates import age_on, long_date
from casedesk.domain.errors import InvalidRecord
from casedesk.domain.people import Member, members_of
from casedesk.domain.records import CaseFile, Consent

DECISIONS = ("given", "refused")
METHODS = ("written", "verbal", "electronic")
BY_SELF = ("", "self", "themselves", "themself", "herself", "himself")

NO_COMPETENCE = "Under 16, and nothing is noted about competence to decide this."
NO_RESPONSIBILITY = "Given by {name}, who is not recorded as having parental responsibility."
NO_MEMBER = "Given by {name}, who is not in this family: note their parental responsibility."
NOT_A_CHILD = "Given by {name}, although {called} was 16 or over and decides for themselves."


def check_consent(consent: Consent) -> None:
    """Raise `InvalidRecord`, one sentence, when a consent cannot be kept as it is."""
    for name, listed in (
        ("recipient", consent.recipients),
        ("category", consent.categories),
        ("purpose", consent.purposes),
    ):
        if not listed:
            raise InvalidRecord(f"A consent needs at least one {name}; choose what it covers.")
    if consent.decision not in DECISIONS:
        raise InvalidRecord(
            f"“{consent.decision}” is not a decision on consent; choose given or refused."
        )
    if consent.method is not None and consent.method not in METHODS:
        raise InvalidRecord(
            f"“{consent.method}” is not a way to record consent; "
            "choose written, verbal or electronic."
        )
    for name, day in (("withdrawal", consent.withdrawn_on), ("expiry", consent.expires_on)):
        if day is not None and day < consent.decided_on:
            raise InvalidRecord(
                f"The {name} ({long_date(day)}) is before the decision "
                f"({long_date(consent.decided_on)}); correct one of the dates."
            )


def consent_flags(case: CaseFile, consent: Consent) -> tuple[str, ...]:
    """What a lead should look at in a consent that is kept: plain sentences, often none.

    An under-16 (on the day of the decision) who decided alone needs a note of competence;
    somebody who decided for a child needs parental responsibility. `given_by` is compared
    with the family's references and names whatever their case.
    """
    members = members_of(case)
    subject = next((member for member in members if member.id == consent.person_id), None)
    if subject is None or consent.in_error:
        return ()
    giver = " ".join((consent.given_by or "").split())
    if giver.casefold() in BY_SELF or _is_called(subject, giver):
        return _own_decision(subject, consent)
    if not _under_16(subject, consent):
        return (NOT_A_CHILD.format(name=giver, called=subject.called),)
    givers = [member for member in members if _is_called(member, giver)]
    if not givers:
        return (NO_MEMBER.format(name=giver),)
    if any(member.has_parental_responsibility for member in givers):
        return ()
    return (NO_RESPONSIBILITY.format(name=givers[0].called),)


def _own_decision(subject: Member, consent: Consent) -> tuple[str, ...]:
    noted = bool((consent.competence or "").strip())
    return (NO_COMPETENCE,) if _under_16(subject, consent) and not noted else ()


def _under_16(subject: Member, consent: Consent) -> bool:
    born = subject.person.date_of_birth
    if born is None:
        return subject.membership.role == "child"
    return age_on(born, consent.decided_on) < 16


def _is_called(member: Member, name: str) -> bool:
    person = member.person
    names = (member.ref, person.given_name, person.known_as, person.full_name)
    known = {one.casefold() for one in names if one}
    if person.known_as:
        known.add(f"{person.known_as} {person.family_name}".casefold())
    return name.casefold() in known
