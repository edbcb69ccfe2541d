"""A family's own details, as they are edited together."""

from __future__ import annotations

from dataclasses import dataclass

from casedesk.domain.records import Address, Family, Involvement


@dataclass(frozen=True, slots=True)
class FamilyDetails:
    """The family, its current time in a programme and its own addresses.

    `addresses` are those of the family as a whole, the one it lives at first. Handed back to
    be saved, an involvement or address with a blank id is a new one: a new involvement follows
    the one before, which is over and stays in the records.
    """

    family: Family
    involvement: Involvement | None
    addresses: tuple[Address, ...]
