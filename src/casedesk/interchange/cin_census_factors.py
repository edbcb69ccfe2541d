"""What each factor identified at an assessment becomes (docs/interchange-census.md)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Factor:
    """The kind of fact a code stands for, and whether it is about the child itself."""

    kind: str
    about_child: bool


MISSING_EPISODE = Factor("missing-episode", about_child=True)


def _lettered(number: int, kind: str) -> dict[str, Factor]:
    """Codes A (the child), B (a parent or carer) and C (somebody else in the household)."""
    return {f"{number}{letter}": Factor(kind, letter == "A") for letter in "ABC"}


def _child(kind: str, *codes: str) -> dict[str, Factor]:
    return {code: Factor(kind, about_child=True) for code in codes}


SPELLS: dict[str, Factor] = {
    **_lettered(1, "alcohol"),
    **_lettered(2, "drugs"),
    **_lettered(3, "domestic-abuse-victim"),
    **_lettered(4, "mental-health"),
    **_lettered(6, "physical-health"),
    **_child("caring-unsupported", "7A"),
    **_child("exploitation-risk", "11A", "12A", "13A", "24A"),
    **_child("abuse-or-neglect", "16A", "17A", "18A", "18B", "18C", "19A", "19B", "19C"),
}
"""Codes that become a spell, from the authorisation of the assessment to the closure."""

EVENTS: dict[str, Factor] = {"10A": MISSING_EPISODE}
"""Codes that become an event on the day of authorisation."""

UNMAPPED = frozenset(
    {"5A", "5B", "5C", "8A", "8B", "8C", "8D", "8E", "8F", "9A", "14A", "15A"}
    | {"20", "20A", "21", "21A", "22A", "23A"}
)
"""Codes of the department's list that become no fact here, but are counted."""
