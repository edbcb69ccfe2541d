"""What left the vault about a family."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedLine:
    """One entry of the sharing log.

    `at` is an instant in UTC; `state` is done, pending or failed. `about` are first names,
    `what` counts the items by kind, `basis` names the bases in words. `items` are (reference,
    kind, basis).
    """

    id: str
    at: datetime
    state: str
    recipient: str
    named_person: str | None
    purpose: str
    about: tuple[str, ...]
    what: str
    basis: str
    how: str
    by: str
    sha256: str
    file_name: str | None
    items: tuple[tuple[str, str, str], ...]
