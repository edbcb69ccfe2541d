"""Where the worker was when the vault locked, kept in the vault until it opens again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casedesk.services.drafts import LAST_PLACE, DraftKey, discard_draft, draft_of, keep_draft
from casedesk.services.session import Session

_KEY = DraftKey(LAST_PLACE)


@dataclass(frozen=True)
class Place:
    """A page of the window and what it was shown for."""

    page: str
    args: Mapping[str, Any] = field(default_factory=dict)


def keep_place(session: Session, place: Place) -> None:
    """Keep a place; of its arguments words, numbers, yes and no."""
    args = {
        name: value
        for name, value in place.args.items()
        if value is None or isinstance(value, str | int | float | bool)
    }
    keep_draft(session, _KEY, {}, title="", page=place.page, args=args)


def take_place(session: Session) -> Place | None:
    """The place that was kept; it is returned to once and then forgotten."""
    kept = draft_of(session, _KEY)
    if kept is None:
        return None
    discard_draft(session, _KEY)
    return Place(kept.page, dict(kept.args))
