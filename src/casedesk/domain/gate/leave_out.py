"""What the worker leaves out of what the gate permits (docs/consent.md, Names in free text)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from casedesk.domain.gate.people_items import PERSON
from casedesk.domain.views.gate import GateItem, GateResult

LEFT_OUT = "left out by the worker"
NAMED_ONLY_THERE = "what names this person was left out by the worker"


def leave_out(
    result: GateResult, record_ids: Collection[str], reason: str = LEFT_OUT
) -> GateResult:
    """The same answer with some of the permitted items withheld; never with more permitted.

    `record_ids` are those of the items' records (for a person, the person's id). What
    follows from them is looked at again: a person whom no other item releases stays behind
    too. Items that were withheld already keep their reason.
    """
    chosen = frozenset(record_ids)
    items = tuple(_left_out(item, chosen, reason) for item in result.items)
    carrying = [item for item in items if item.kind != PERSON and item.allowed]
    return replace(
        result,
        items=tuple(_person_again(item, carrying) for item in items),
        others=tuple(_left_out(item, chosen, reason) for item in result.others),
    )


def naming_unlisted(result: GateResult) -> tuple[GateItem, ...]:
    """The permitted items whose words name a member who is not among their people.

    Each is for the worker to let go or to leave out before anything leaves.
    """
    return tuple(item for item in result.allowed if item.names_unlisted)


def _left_out(item: GateItem, chosen: frozenset[str], reason: str) -> GateItem:
    return _withheld(item, reason) if item.allowed and item.record_id in chosen else item


def _person_again(item: GateItem, carrying: Iterable[GateItem]) -> GateItem:
    if item.kind != PERSON or not item.allowed:
        return item
    release = next((one for one in carrying if item.record_id in one.people), None)
    if release is None:
        return _withheld(item, NAMED_ONLY_THERE)
    return replace(item, because=release.because)


def _withheld(item: GateItem, reason: str) -> GateItem:
    return replace(item, allowed=False, because="", reason=reason)
