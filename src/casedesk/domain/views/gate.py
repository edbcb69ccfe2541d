"""The gate's answer: what may go to a recipient on a day, and what may not, and why.

`GateResult.as_dict` is the JSON of docs/consent.md, The gate.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any


@dataclass(frozen=True, slots=True)
class GateItem:
    """One thing that could go into a report, and the gate's answer about it.

    `id` is the reference people see (a record without one: the record's id); for a
    `person` it is the reference of the person in this family and `record_id` the person's
    id. `people` are the ids of those the item itself names and `people_refs` their
    references; `about` are the ids of everyone whose permission it needs, which for an
    item that names nobody are the members. Exactly one of `because` (the bases) and
    `reason` (why it is withheld, in words) is filled. `names_unlisted` are members' names
    in its words who are not among `people`. `on` is the day it counts as having happened.
    """

    id: str
    kind: str
    record_id: str
    people: tuple[str, ...]
    people_refs: tuple[str, ...]
    about: tuple[str, ...]
    categories: tuple[str, ...]
    allowed: bool
    because: str = ""
    reason: str = ""
    names_unlisted: tuple[str, ...] = ()
    on: date | None = None

    def as_dict(self) -> dict[str, Any]:
        """The item as JSON carries it; `because` gives the bases or the reason."""
        return {
            "id": self.id,
            "kind": self.kind,
            "people": list(self.people_refs),
            "categories": list(self.categories),
            "allowed": self.allowed,
            "because": self.because if self.allowed else self.reason,
            "names_unlisted": list(self.names_unlisted),
        }


@dataclass(frozen=True)
class GateResult:
    """The answer for one family, recipient, purpose and day.

    `items` are facts, contacts, goals, actions, people, addresses and assessments;
    `others` the decisions, judgements, reviews and documents, which went through the same
    rules. `family` is the family's reference, `recipient` as it was asked, `reader` a
    person's id. `open_categories` are those permitted for every member on the day (none
    where there is no member). `notes` are sentences for the worker about the question.
    """

    family: str
    recipient: str
    purpose: str
    as_at: date
    items: tuple[GateItem, ...]
    others: tuple[GateItem, ...] = ()
    reader: str | None = None
    open_categories: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()

    @cached_property
    def _permitted(self) -> frozenset[str]:
        return frozenset(item.record_id for item in self.every if item.allowed)

    @property
    def every(self) -> tuple[GateItem, ...]:
        """`items`, then `others`."""
        return self.items + self.others

    @property
    def allowed(self) -> tuple[GateItem, ...]:
        """What may go."""
        return tuple(item for item in self.every if item.allowed)

    @property
    def withheld(self) -> tuple[GateItem, ...]:
        """What may not: for the worker's eyes, never the recipient's."""
        return tuple(item for item in self.every if not item.allowed)

    @property
    def nothing_may_go(self) -> bool:
        """Whether there is nothing to make a report of."""
        return not self._permitted

    def may_go(self, record_id: str) -> bool:
        """Whether a record is an item that may go; false for what is no item at all."""
        return record_id in self._permitted

    def may_all_go(self, record_ids: Iterable[str]) -> bool:
        """Whether every one of these records may go: the test for a count, total or chart."""
        return all(record_id in self._permitted for record_id in record_ids)

    def as_dict(self) -> dict[str, Any]:
        """The answer as JSON carries it."""
        return {
            "family": self.family,
            "recipient": self.recipient,
            "purpose": self.purpose,
            "as_at": self.as_at.isoformat(),
            "items": [item.as_dict() for item in self.items],
            "also": [item.as_dict() for item in self.others],
        }
