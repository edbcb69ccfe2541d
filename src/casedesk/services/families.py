"""Families: the list, and one by its reference."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from casedesk.domain.errors import NotFound
from casedesk.domain.records import Family
from casedesk.services.session import Session
from casedesk.storage.listing import FamilyQuery
from casedesk.storage.reader import Reader

ROWS_AT_ONCE = 500


@dataclass(frozen=True)
class FamilyRow:
    """One family as a list shows it."""

    ref: str
    name: str
    status: str | None
    programme: str | None
    keyworker: str | None
    team: str | None

    def as_dict(self) -> dict[str, Any]:
        """The row for JSON: one object a line."""
        return {
            "family": self.ref,
            "name": self.name,
            "status": self.status,
            "programme": self.programme,
            "keyworker": self.keyworker,
            "team": self.team,
        }

    def line(self) -> str:
        """The row for a terminal."""
        parts = [self.ref, self.name, self.status, self.programme, self.keyworker]
        return "  ".join(part for part in parts if part)


def list_families(session: Session) -> Iterator[FamilyRow]:
    """Every family in order of reference, closed ones too."""
    pack = session.packs.packs.get(session.programme)
    query = FamilyQuery(
        pack_hash=pack.content_hash if pack else "",
        today=session.today,
        sort="ref",
        limit=ROWS_AT_ONCE,
    )
    with session.store.read() as reading:
        while True:
            page = reading.family_list(query)
            for row in page:
                yield FamilyRow(
                    row.ref, row.name, row.status, row.programme, row.keyworker, row.team
                )
            if len(page) < ROWS_AT_ONCE:
                return
            query = replace(query, offset=query.offset + ROWS_AT_ONCE)


def family_named(reading: Reader, ref: str) -> Family:
    """The family with a reference, whatever its case. Raises `NotFound` with near ones."""
    wanted = ref.strip()
    with suppress(NotFound):
        return reading.family_by_ref(wanted)
    known = [row.ref for row in reading.families()]
    for one in known:
        if one.casefold() == wanted.casefold():
            return reading.family_by_ref(one)
    near = difflib.get_close_matches(wanted, known, n=3)
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    raise NotFound(f"There is no family with the reference “{ref}” in this vault.{hint}")
