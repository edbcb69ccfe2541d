"""Stored criteria summaries: what lists show without evaluating anything."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from casedesk.domain.records import (
    CaseFile,
    Decision,
    Fact,
    Family,
    Involvement,
    Judgement,
    Membership,
    Person,
)
from casedesk.storage.case_files import FOR_CRITERIA, read_case_files
from casedesk.storage.recorder import Change
from casedesk.storage.tables import families, memberships, summaries

AT_ONCE = 20
"""With more families touched in one unit of work, their summaries are only marked stale."""
STALE = date.min
IDS_AT_ONCE = 5_000

_COUNTED = (Involvement, Membership, Fact, Decision, Judgement)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSummary:
    """How one family stands under one pack.

    `states` are the effective states (`met`, `not_met`, `not_known`) by criterion id, and
    `changed` the criteria whose records have changed since they were decided.
    `stale_on` is the first later day on which anything may differ; None = never.
    """

    pack_hash: str
    states: Mapping[str, str]
    met_now: int
    met_in_programme: int
    eligible: bool
    stale_on: date | None
    changed: tuple[str, ...] = ()


Summarise = Callable[[CaseFile, date], Iterable[StoredSummary]]
"""Evaluates one family under every loaded pack, as at a day.

The case file holds what criteria read (`FOR_CRITERIA`), nothing else.
"""


class SummaryKeeper:
    """Notices the families whose summaries a unit of work has made untrue, and renews them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._families: set[str] = set()
        self._people: set[str] = set()

    def watch(self, change: Change) -> None:
        """Takes note of a change to a record."""
        for record in (change.old, change.new):
            if isinstance(record, Family):
                self._families.add(record.id)
            elif isinstance(record, Person):
                self._people.add(record.id)
            elif isinstance(record, _COUNTED):
                self._families.add(record.family_id)
                if isinstance(record, Fact) and record.person_id:
                    self._people.add(record.person_id)

    def settle(
        self, summarise: Summarise | None, today: Callable[[], date], *, later: bool
    ) -> None:
        """Renews the summaries of the families touched, or marks them stale (`later`)."""
        if not (self._families or self._people):
            return
        touched = sorted(self._families | self._families_of_people())
        self._families, self._people = set(), set()
        if summarise is None or later or len(touched) > AT_ONCE:
            mark_stale(self._connection, touched)
        else:
            renew(self._connection, touched, summarise, today())

    def _families_of_people(self) -> set[str]:
        return {
            family_id
            for people in in_chunks(self._people)
            for family_id in self._connection.scalars(
                select(memberships.c.family_id).where(memberships.c.person_id.in_(people))
            )
        }


def renew(
    connection: Connection, family_ids: Collection[str], summarise: Summarise, today: date
) -> None:
    """Works the summaries of these families out anew, as at `today`."""
    rows: list[dict[str, Any]] = [
        {
            "family_id": case.family.id,
            "pack_hash": summary.pack_hash,
            "as_at": today,
            "states": json.dumps(dict(summary.states)),
            "met_now": summary.met_now,
            "met_in_programme": summary.met_in_programme,
            "eligible": summary.eligible,
            "stale_on": summary.stale_on,
            "changed": json.dumps(list(summary.changed)),
        }
        for case in read_case_files(connection, family_ids, FOR_CRITERIA)
        for summary in summarise(case, today)
    ]
    for chunk in in_chunks(family_ids):
        connection.execute(delete(summaries).where(summaries.c.family_id.in_(chunk)))
    if rows:
        connection.execute(insert(summaries), rows)


def mark_stale(connection: Connection, family_ids: Collection[str]) -> None:
    """Says that the summaries of these families no longer hold."""
    for chunk in in_chunks(family_ids):
        connection.execute(
            update(summaries).where(summaries.c.family_id.in_(chunk)).values(stale_on=STALE)
        )


def stale_families(
    connection: Connection, pack_hashes: Collection[str], today: date, limit: int
) -> list[str]:
    """Families without a summary that holds today, for any of the packs; at most `limit`."""
    true_today = (
        select(summaries.c.family_id)
        .where(
            summaries.c.pack_hash.in_(pack_hashes),
            summaries.c.as_at <= today,
            or_(summaries.c.stale_on.is_(None), summaries.c.stale_on > today),
        )
        .group_by(summaries.c.family_id)
        .having(func.count() == len(set(pack_hashes)))
    )
    return list(
        connection.scalars(
            select(families.c.id)
            .where(families.c.id.not_in(true_today))
            .order_by(families.c.id)
            .limit(limit)
        )
    )


def drop_other_packs(connection: Connection, pack_hashes: Collection[str]) -> None:
    """Forgets the summaries of packs that are no longer loaded."""
    connection.execute(delete(summaries).where(summaries.c.pack_hash.not_in(pack_hashes)))


def in_chunks(ids: Iterable[str]) -> Iterable[list[str]]:
    """Ids in lists short enough for one statement."""
    remaining = iter(ids)
    while chunk := list(islice(remaining, IDS_AT_ONCE)):
        yield chunk
