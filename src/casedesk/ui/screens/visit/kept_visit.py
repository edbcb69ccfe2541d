"""A visit as its draft keeps it: read from the form, and put back into it, whatever is in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any

from casedesk.domain.action_lines import FAMILY, OTHER, PROFESSIONAL, WORKER, Owner
from casedesk.domain.typed_times import read_typed_time
from casedesk.domain.views.visit import AgreedAction

_KINDS = (FAMILY, WORKER, PROFESSIONAL, OTHER)


def agreed_as_kept(agreed: Iterable[AgreedAction]) -> list[dict[str, Any]]:
    """Actions as JSON holds them."""
    return [
        {
            "title": one.title,
            "owner": None
            if one.owner is None
            else {"kind": one.owner.kind, "name": one.owner.name, "id": one.owner.id},
            "due": None if one.due is None else one.due.isoformat(),
        }
        for one in agreed
    ]


def agreed_from(kept: object) -> list[AgreedAction]:
    """Actions of a draft; what cannot be read of one is left out, its title never."""
    rows = kept if isinstance(kept, list) else []
    return [
        AgreedAction(
            str(one.get("title") or ""), _owner(one.get("owner")), day_from(one.get("due"))
        )
        for one in rows
        if isinstance(one, Mapping)
    ]


def day_from(text: object) -> date | None:
    """A day as a draft keeps it."""
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def time_from(text: object) -> time | None:
    """A time of day as a draft keeps it."""
    return read_typed_time(text) if isinstance(text, str) else None


def texts_from(kept: object) -> dict[str, str]:
    """Words by key, as a draft keeps them."""
    pairs = kept.items() if isinstance(kept, Mapping) else ()
    return {str(key): str(value) for key, value in pairs if value}


def ids_from(kept: object) -> tuple[str, ...]:
    """Ids as a draft keeps them."""
    return tuple(str(one) for one in kept) if isinstance(kept, list | tuple) else ()


def _owner(kept: object) -> Owner | None:
    if not isinstance(kept, Mapping) or kept.get("kind") not in _KINDS:
        return None
    return Owner(str(kept["kind"]), str(kept.get("name") or ""), str(kept.get("id") or ""))
