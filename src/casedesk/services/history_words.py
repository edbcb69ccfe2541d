"""The journal in words: what a field is called, what a value reads as, what a record is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.dates import long_date
from casedesk.domain.records import CaseFile
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
    "Goal": "goal",
    "Action": "action",
    "Review": "review",
    "Assessment": "assessment",
    "Document": "document",
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
    "told_family": "Family was told",
    "not_told_why": "Why the family was not told",
    "records_state": "What the records said",
    "pack_version": "Version of the programme",
}
"""Labels of the fields whose names do not say it."""

_STATES = {"met": "met", "not_met": "not met", "not_known": "not known"}
_PEOPLE = frozenset({"person_id", "other_person_id", "people", "children_seen", "seen_alone"})
_NOT_SHOWN = frozenset({"family_id"})
NOTHING = "(blank)"


class Words:
    """Words for one family's records."""

    def __init__(self, case: CaseFile, catalogue: Catalogue) -> None:
        self._case = case
        self._catalogue = catalogue
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
        for field in ("kind", "criterion", "title", "name", "address", "decision", "due_on"):
            if values.get(field):
                return self.value(record_type, field, values[field])
        return ""

    def _one(self, record_type: str, field: str, value: Any) -> str:
        lists = self._catalogue
        if isinstance(value, tuple | list):  # a child's words: who, and what
            who, words = value
            return f"{self._name(who) or 'A child'}: {words}"
        text = str(value)
        if field in _PEOPLE:
            return self._name(text) or "somebody else"
        if field == "goal_id":
            return self._goals.get(text, "a goal")
        if field == "recipients":
            return recipient_title(text, lists)
        if field in ("state", "records_state"):
            return _STATES.get(text, text)
        known: Mapping[str, Any] = {}
        if field == "categories":
            known = lists.categories
        elif field == "purposes":
            known = lists.purposes
        elif field == "kind" and record_type == "Fact":
            known = lists.facts
        return str(known[text].title) if text in known else text

    def _name(self, person_id: Any) -> str:
        person = self._case.person_by_id.get(str(person_id or ""))
        return person.called if person is not None else ""
