"""Restrictions and objections in force in a family, as its consent page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from casedesk.domain.records import Restriction


@dataclass(frozen=True, slots=True, kw_only=True)
class RestrictionLine:
    """`headline` reads "Tyler’s record is restricted", `sentence` says since when and why.

    `is_objection`: it is an objection to purposes, which a lead ends; else a restriction.
    """

    record: Restriction
    person: str
    headline: str
    sentence: str
    is_objection: bool
