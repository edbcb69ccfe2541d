"""The sharing log: what left the vault, to whom and on what basis (docs/consent.md §4).

An entry is pending before the file gets its final name, and done or failed after.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, select

from casedesk.domain.errors import NotFound
from casedesk.storage.chain import Entry, Head
from casedesk.storage.ids import new_id
from casedesk.storage.logbook import Logbook
from casedesk.storage.recorder import Recorder
from casedesk.storage.tables import disclosures

PENDING, DONE, FAILED = "pending", "done", "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """What is to leave. `family_id` None = more than one family (an export).

    `organisation` and `person` narrow the recipient. Every item is a mapping with at least
    its `id`, `kind` and `because`. `how` is printed, saved or handed over; `sha256` (hex) is
    of what was sent; `target_name` is the file's own name, without its folder.
    """

    family_id: str | None
    recipient: str
    organisation: str | None = None
    person: str | None = None
    purpose: str
    items: tuple[Mapping[str, Any], ...]
    how: str
    sha256: str
    target_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedDisclosure(Disclosure):
    """An entry of the sharing log.

    `at` and `ended_at` are microseconds since 1970 UTC. `heads` are where the journal and the
    access log stood, so that a tail cut off later shows.
    """

    id: str
    state: str
    at: int
    ended_at: int | None
    who: str
    heads: tuple[Head, ...]


def begin_disclosure(recorder: Recorder, logbook: Logbook, disclosure: Disclosure) -> str:
    """Logs what is about to leave, as pending; gives the entry's id."""
    said = {**asdict(disclosure), "items": [dict(item) for item in disclosure.items]}
    heads = logbook.heads()
    row: dict[str, Any] = {
        **said,
        "id": new_id(),
        "state": PENDING,
        "at": logbook.instant,
        "who": logbook.who,
        "items": json.dumps(said["items"], ensure_ascii=False, default=str),
        "heads": json.dumps(heads),
    }
    contents = {name: (None, value) for name, value in said.items() if value is not None}
    contents["state"] = (None, PENDING)
    recorder.add_row(
        disclosures, row, Entry("add", "Disclosure", row["id"], disclosure.family_id, contents)
    )
    return str(row["id"])


def end_disclosure(
    connection: Connection, recorder: Recorder, logbook: Logbook, disclosure_id: str, state: str
) -> None:
    """Marks a pending entry done or failed. Raises `NotFound` for one that is not pending."""
    family = connection.execute(
        select(disclosures.c.family_id).where(
            disclosures.c.id == disclosure_id, disclosures.c.state == PENDING
        )
    ).one_or_none()
    if family is None:
        raise NotFound("No disclosure with this id is waiting to be finished.")
    contents = {"state": (PENDING, state)}
    recorder.change_row(
        disclosures,
        {"id": disclosure_id},
        {"state": state, "ended_at": logbook.instant},
        Entry("change", "Disclosure", disclosure_id, family.family_id, contents),
    )


def read_disclosures(
    connection: Connection, *, state: str | None = None, family_id: str | None = None
) -> list[LoggedDisclosure]:
    """Entries of the sharing log, oldest first; all, or those of a state or family."""
    query = select(disclosures).order_by(disclosures.c.at, disclosures.c.id)
    if state is not None:
        query = query.where(disclosures.c.state == state)
    if family_id is not None:
        query = query.where(disclosures.c.family_id == family_id)
    return [_logged(dict(row)) for row in connection.execute(query).mappings()]


def _logged(row: dict[str, Any]) -> LoggedDisclosure:
    row["items"] = tuple(json.loads(row["items"]))
    row["heads"] = tuple(Head(*head) for head in json.loads(row["heads"]))
    return LoggedDisclosure(**row)


def heads_in_log(connection: Connection) -> Sequence[Head]:
    """Every head that an entry wrote down."""
    return [
        Head(*head)
        for heads in connection.scalars(select(disclosures.c.heads))
        for head in json.loads(heads)
    ]
