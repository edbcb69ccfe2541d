"""Search over everything, from one box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from casedesk.services.session import Session


@dataclass(frozen=True)
class Found:
    """One hit: what matched, and in which family."""

    kind: str
    family: str
    family_name: str
    title: str
    snippet: str

    def as_dict(self) -> dict[str, Any]:
        """The hit for JSON: one object a line."""
        return {
            "kind": self.kind,
            "family": self.family,
            "name": self.family_name,
            "title": self.title,
            "snippet": self.snippet,
        }

    def line(self) -> str:
        """The hit for a terminal."""
        return f"{self.family}  {self.family_name}  {self.kind}: {self.snippet or self.title}"


def search_everything(session: Session, text: str, *, limit: int = 50) -> list[Found]:
    """Names, references, identifiers, addresses, phones and notes; best hits first.

    Any text is safe to search for; half-typed words are found and accents are ignored.
    """
    with session.store.read() as uow:
        hits = uow.search(text, limit=limit)
    return [
        Found(hit.kind, hit.family_ref, hit.family_name, hit.title, hit.snippet) for hit in hits
    ]
