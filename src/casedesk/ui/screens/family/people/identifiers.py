"""The numbers a person is known by, and which of them does not check."""

from __future__ import annotations

from collections.abc import Iterable

NUMBERS = {
    "nhs_number": "NHS number",
    "upn": "UPN",
    "nino": "National Insurance number",
    "la_child_id": "Child id of the council",
}
"""Field -> label, as sentences about them begin."""


def doubt_of(doubts: Iterable[str], label: str) -> str:
    """What is said about one number, without the number; empty when it checks."""
    said = next((one for one in doubts if one.startswith(f"{label} ")), "")
    return f"{said.partition(': ')[2].rstrip('.')}." if said else ""
