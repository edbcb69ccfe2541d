"""The records of the case file, one family of records a module.

Every record is a frozen dataclass. `id` is a UUIDv7 in text; people, families and goals
are named by their ids. `ref` is the team's own (or the program's) short reference.
"""

from casedesk.domain.records.around import Professional, SafeContact
from casedesk.domain.records.base import Order, Record
from casedesk.domain.records.casefile import CaseFile
from casedesk.domain.records.diary import PlannedVisit
from casedesk.domain.records.evidence import Decision, Fact, Judgement
from casedesk.domain.records.family import Address, Family, Involvement
from casedesk.domain.records.people import Membership, Person, Relationship
from casedesk.domain.records.plan import Action, Goal, GoalScore, Review
from casedesk.domain.records.sharing import Consent, Restriction, SharingDecision
from casedesk.domain.records.work import Assessment, Contact, Document

__all__ = [
    "Action",
    "Address",
    "Assessment",
    "CaseFile",
    "Consent",
    "Contact",
    "Decision",
    "Document",
    "Fact",
    "Family",
    "Goal",
    "GoalScore",
    "Involvement",
    "Judgement",
    "Membership",
    "Order",
    "Person",
    "PlannedVisit",
    "Professional",
    "Record",
    "Relationship",
    "Restriction",
    "Review",
    "SafeContact",
    "SharingDecision",
]
