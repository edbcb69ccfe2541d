"""The rules that any record must keep, by its kind: for records put back from the journal."""

from __future__ import annotations

from casedesk.domain.consent_checks import check_consent
from casedesk.domain.facts import check_fact
from casedesk.domain.field_problems import FieldProblem, refuse
from casedesk.domain.people_checks import (
    membership_problems,
    person_problems,
    relationship_problems,
)
from casedesk.domain.records import (
    CaseFile,
    Consent,
    Fact,
    Membership,
    Person,
    Record,
    Relationship,
    SharingDecision,
)
from casedesk.domain.sharing_checks import check_sharing_decision
from casedesk.services.session import Session


def check_record(session: Session, case: CaseFile, record: Record) -> None:
    """Raise `InvalidRecord` when a record breaks a rule of its kind.

    `case` is the family as it is with the record in it.
    """
    if isinstance(record, Fact):
        person = case.person_by_id.get(record.person_id or "")
        refuse(
            FieldProblem(one.field, one.column, one.expected)
            for one in check_fact(record, session.catalogue, session.today, person)
        )
    elif isinstance(record, Person):
        refuse(person_problems(record, session.today))
    elif isinstance(record, Membership):
        refuse(membership_problems(record))
    elif isinstance(record, Relationship):
        refuse(relationship_problems(record, case.relationships, case.membership_of))
    elif isinstance(record, Consent):
        check_consent(record)
    elif isinstance(record, SharingDecision):
        check_sharing_decision(record)
