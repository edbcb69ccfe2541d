"""The journal in words: what a field is called, what a value reads as, what a record is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.consent_checks import BY_SELF
from casedesk.domain.dates import long_date
from casedesk.domain.media_types import media_words, size_words
from casedesk.domain.records import CaseFile, Professional
from casedesk.services.consent_page import METHODS
from casedesk.services.packs import PackSet
from casedesk.services.person_words import recipient_title
from casedesk.services.timeline import contact_kind

KINDS: Mapping[str, str] = {
    "Family": "family",
    "Involvement": "time in the programme",
    "Address": "address",
    "Person": "person",
    "Membership": "place in the family",
    "Relationship": "relationship",
    "Fact": "fact",
    "Decision": "decision",
    "Judgement": "judgement",
    "Consent": "consent",
    "SharingDecision": "sharing decision",
    "Restriction": "restriction or objection",
    "Contact": "note",
    "PlannedVisit": "planned visit",
    "Goal": "goal",
    "Action": "action",
    "Review": "review",
    "Assessment": "assessment",
    "Document": "document",
    "GoalScore": "step on a goal",
    "Professional": "professional",
    "SafeContact": "safe contact",
    "Disclosure": "sharing",
}
"""What the kinds of records are called."""

LABELS: Mapping[str, str] = {
    "on": "Date",
    "at_time": "Time",
    "from_on": "From",
    "to_on": "To",
    "in_error": "Recorded in error",
    "person_id": "Person",
    "other_person_id": "Other person",
    "known_as": "Likes to be called",
    "date_of_birth": "Date of birth",
    "died_on": "Died on",
    "nhs_number": "NHS number",
    "upn": "UPN",
    "nino": "National Insurance number",
    "la_child_id": "Child id of the council",
    "uprn": "UPRN",
    "ref": "Reference",
    "by": "Who",
    "due": "Due",
    "text": "What happened",
    "goal_id": "Goal",
    "contact_id": "Note written of it",
    "score": "Step",
    "start_score": "Step at the start",
    "now_score": "Step now",
    "family_words": "In the family’s words",
    "media_type": "What it is",
    "views": "What each of them says",
    "recipient": "Kind of organisation",
    "ways": "Safe ways",
    "lead": "Lead practitioner",
    "cancelled_on": "Cancelled on",
    "told_family": "Family was told",
    "not_told_why": "Why the family was not told",
    "records_state": "What the records said",
    "pack_version": "Version of the programme",
}
"""Labels of the fields whose names do not say it."""

_STATES = {"met": "met", "not_met": "not met", "not_known": "not known"}
_CODES = frozenset({"basis", "benefit", "status", "outcome", "ways", "kind", "role", "eligibility"})
"""Fields whose values are words joined by hyphens where no list names them."""
_SAYING = (
    "kind", "title", "name", "organisation", "criterion", "address", "decision", "due_on",
)  # fmt: skip
"""Fields that say what a record is, the first that is filled in."""
_PEOPLE = frozenset({"person_id", "other_person_id", "people", "children_seen", "seen_alone"})
_NOT_SHOWN = frozenset({"family_id", "sha256"})
NOTHING = "(blank)"


class Words:
    """Words for one family's records; `packs` name programmes and criteria."""

    def __init__(
        self,
        case: CaseFile,
        catalogue: Catalogue,
        packs: PackSet,
        around: Iterable[Professional] = (),
    ) -> None:
        """`around` are the professionals of the family."""
        self._around = {one.id: one.name or one.organisation or "" for one in around}
        self._case = case
        self._catalogue = catalogue
        self._programmes = {pack.id: pack.title for pack in packs.packs.values()}
        self._criteria = {
            criterion.id: criterion.short
            for pack in packs.packs.values()
            for criterion in pack.criteria
        }
        self._goals = {goal.id: goal.title for goal in case.goals}

    def shows(self, field: str) -> bool:
        """Whether a field tells a reader anything."""
        return field not in _NOT_SHOWN

    def label(self, field: str) -> str:
        """What a field is called."""
        return LABELS.get(field) or field.replace("_", " ").capitalize()

    def value(self, record_type: str, field: str, value: Any) -> str:
        """What a value reads as; long texts whole."""
        if value is None or value == "" or value == ():
            return NOTHING
        if isinstance(value, bool):
            return "Yes" if value else "No"
        if isinstance(value, date):
            return long_date(value)
        if isinstance(value, time):
            return f"{value:%H:%M}"
        if isinstance(value, tuple | list):
            return "; ".join(self._one(record_type, field, one) for one in value)
        return self._one(record_type, field, value)

    def record(self, record_type: str, values: Mapping[str, Any]) -> str:
        """What a record is, from its fields: "fact: Proven offence, Tyler"."""
        kind = KINDS.get(record_type, record_type.lower())
        said = self._said(record_type, values)
        person = self._name(values.get("person_id"))
        return ", ".join(filter(None, (f"{kind}: {said}" if said else kind, person)))

    def _said(self, record_type: str, values: Mapping[str, Any]) -> str:
        if record_type == "Person":
            return f"{values.get('given_name', '')} {values.get('family_name', '')}".strip()
        if record_type == "Relationship":
            return f"{values.get('relation', '')} of {self._name(values.get('other_person_id'))}"
        if record_type == "Contact":
            on = values.get("on")
            day = f", {long_date(on)}" if isinstance(on, date) else ""
            return f"{contact_kind(values.get('kind'))}{day}"
        if record_type == "GoalScore" and values.get("goal_id"):
            return f"{values.get('score')} of 10, {self._goals.get(values['goal_id'], 'a goal')}"
        for field in _SAYING:
            if values.get(field):
                return self.value(record_type, field, values[field])
        return ""

    def _one(self, record_type: str, field: str, value: Any) -> str:
        lists = self._catalogue
        if isinstance(value, tuple | list):  # a child's words: who, and what
            who, words = value
            nobody = "A child" if field == "child_voice" else "Somebody"
            return f"{self._name(who) or nobody}: {words}"
        text = str(value)
        if field in _PEOPLE:
            return self._name(text) or "somebody else"
        if field == "goal_id":
            return self._goals.get(text, "a goal")
        if field == "contact_id":
            return "a note"
        if field == "professionals":
            return self._around.get(text) or "a professional"
        if field == "media_type":
            return media_words(text)
        if field == "size":
            return size_words(int(text)) if text.isdigit() else text
        if field == "recipient":
            return recipient_title(text, lists)
        if field == "recipients":
            return recipient_title(text, lists)
        if field in ("state", "records_state"):
            return _STATES.get(text, text)
        if field == "criterion":
            return self._criteria.get(text, text)
        if field == "programme":
            return self._programmes.get(text, text)
        if field == "method":
            return METHODS.get(text, text)
        if field == "given_by" and text in BY_SELF:
            return "themselves"
        lists_of: Mapping[str, Mapping[str, Any]] = {
            "categories": lists.categories,
            "purposes": lists.purposes,
            "condition": lists.conditions,
            "kind": lists.facts if record_type == "Fact" else {},
        }
        known = lists_of.get(field, {})
        if text in known:
            return str(known[text].title)
        return text.replace("-", " ") if field in _CODES else text

    def _name(self, person_id: Any) -> str:
        person = self._case.person_by_id.get(str(person_id or ""))
        return person.called if person is not None else ""
