"""A log whose entries are chained by digests, so that a later edit shows.

The contents of an entry are salted and hashed, and the chain runs over the digests: contents
can be erased at disposal and the chain still verifies (docs/architecture.md, Journal).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Table, bindparam, func, insert, select

from casedesk.storage.guard import OPEN

GENESIS = bytes(32)
SALT_BYTES = 16
BATCH = 1_000

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str).encode


class Entry(NamedTuple):
    """One thing done, before it is chained. `contents` are fields -> (old, new), or a detail."""

    action: str
    record_type: str
    record_id: str
    family_id: str | None
    contents: Mapping[str, Any]


class Head(NamedTuple):
    """Where one device's chain in a log stands: its last sequence, and the link there (hex)."""

    sequence: int
    link: str
    device: str
    log: str


def digest_of(salt: bytes, contents: str) -> bytes:
    """The digest that stands in the chain for an entry's contents."""
    return sha256(salt + contents.encode()).digest()


def link_of(
    before: bytes,
    log: str,
    device: str,
    sequence: int,
    instant: int,
    who: str,
    action: str,
    record_type: str,
    record_id: str,
    family_id: str | None,
    digest: bytes,
) -> bytes:
    """The link of an entry: SHA-256 of the link before and everything but the contents."""
    said = _encode([log, device, sequence, instant, who, action, record_type, record_id, family_id])
    return sha256(before + digest + said.encode()).digest()


class ChainWriter:
    """Appends to one device's chain, within one transaction.

    It goes on from the `sequence` and `link` that stand last. Entries are written in batches:
    `flush` before reading the log and before the commit.
    """

    def __init__(
        self,
        connection: Connection,
        table: Table,
        device: str,
        who: str,
        instant: int,
        sequence: int,
        link: bytes,
    ) -> None:
        self._connection = connection
        self._table = table
        self._insert = insert(table)
        self._device = device
        self._who = who
        self._instant = instant
        self.sequence = sequence
        self._link = link
        self._rows: list[dict[str, Any]] = []

    def append(self, entry: Entry) -> int:
        """Chains an entry and gives its sequence."""
        self.sequence += 1
        salt = os.urandom(SALT_BYTES)
        contents = _encode(entry.contents)
        digest = digest_of(salt, contents)
        action, record_type, record_id, family_id, _ = entry
        self._link = link_of(
            self._link,
            self._table.name,
            self._device,
            self.sequence,
            self._instant,
            self._who,
            action,
            record_type,
            record_id,
            family_id,
            digest,
        )
        self._rows.append(
            {
                "device": self._device,
                "sequence": self.sequence,
                "instant": self._instant,
                "who": self._who,
                "action": action,
                "record_type": record_type,
                "record_id": record_id,
                "family_id": family_id,
                "contents": contents,
                "salt": salt,
                "digest": digest,
                "link": self._link,
            }
        )
        if len(self._rows) >= BATCH:
            self.flush()
        return self.sequence

    def head(self) -> Head:
        """Where the chain stands."""
        return Head(self.sequence, self._link.hex(), self._device, self._table.name)

    def flush(self) -> None:
        """Writes what was appended."""
        if self._rows:
            self._connection.execute(self._insert, self._rows, execution_options=OPEN)
            self._rows = []


def last_in(table: Table, *columns: str) -> Select[Any]:
    """A query of columns of a device's last entry in a log; the device is `of_device`."""
    return (
        select(*(table.c[name] for name in columns))
        .where(table.c.device == bindparam("of_device"))
        .order_by(table.c.sequence.desc())
        .limit(1)
    )


def devices_in(connection: Connection, table: Table) -> Iterator[str]:
    """The devices that wrote into a log: a step of the index each, however long the log is."""
    first = select(func.min(table.c.device))
    device = connection.scalar(first)
    while device is not None:
        yield device
        device = connection.scalar(first.where(table.c.device > device))


def all_heads(connection: Connection, table: Table) -> list[Head]:
    """Where every device's chain in a log stands."""
    last = last_in(table, "sequence", "link")
    heads = []
    for device in devices_in(connection, table):
        sequence, link = connection.execute(last, {"of_device": device}).one()
        heads.append(Head(sequence, link.hex(), device, table.name))
    return heads
