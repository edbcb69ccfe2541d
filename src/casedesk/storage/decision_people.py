"""Who a sharing decision is about, as rows: a case file finds the decisions of its people."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert

from casedesk.domain.records import SharingDecision
from casedesk.storage.recorder import Change
from casedesk.storage.tables import sharing_decision_people


class DecisionPeople:
    """Keeps the rows as the decisions are; those of a removed decision go with it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def watch(self, change: Change) -> None:
        """Takes over the people of a decision that was added or changed."""
        decision = change.new
        if not isinstance(decision, SharingDecision):
            return
        link = sharing_decision_people
        if change.old is not None:
            self._connection.execute(delete(link).where(link.c.decision_id == decision.id))
        people = dict.fromkeys(decision.people)
        rows = [{"decision_id": decision.id, "person_id": person} for person in people]
        if rows:
            self._connection.execute(insert(link), rows)
