"""Checks that the journal and the access log were not edited, reordered or cut.

A cut tail shows only behind a head that was written down elsewhere: in the sharing log, or
in a backup whose head is handed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from casedesk.storage.chain import GENESIS, Head, digest_of, link_of
from casedesk.storage.journal import ERASE
from casedesk.storage.sharing_log import heads_in_log
from casedesk.storage.tables import CHAINED, journal

ROWS_AT_ONCE = 1_000
MOST_FINDINGS = 50

Erased = dict[str, int]
"""When the contents of a family or record were last erased, by its id."""


def verify_chain(connection: Connection, known_heads: Iterable[Head] = ()) -> list[str]:
    """What is wrong with the logs, a sentence each (the first fifty); empty = nothing.

    `known_heads` are those of backups and certificates; the sharing log's are read here.
    """
    heads = {*known_heads, *heads_in_log(connection)}
    erased = _erased(connection)
    findings: list[str] = []
    for log in CHAINED:
        expected = {(head.device, head.sequence): head for head in heads if head.log == log.name}
        for finding in _verify_log(connection, log, expected, erased):
            findings.append(finding)
            if len(findings) >= MOST_FINDINGS:
                return findings
    return findings


def _erased(connection: Connection) -> Erased:
    columns = journal.c
    rows = connection.execute(
        select(columns.record_id, columns.instant)
        .where(columns.action == ERASE)
        .order_by(columns.instant)
    )
    return {row.record_id: row.instant for row in rows}


def _verify_log(
    connection: Connection, log: Table, expected: dict[tuple[str, int], Head], erased: Erased
) -> Iterator[str]:
    name = log.name.replace("_", " ")
    query = select(log).order_by(log.c.device, log.c.sequence)
    rows = connection.execute(query.execution_options(yield_per=ROWS_AT_ONCE))
    device, sequence, instant, link = "", 0, 0, GENESIS
    for row in rows:
        where = f"entry {row.sequence} of laptop {row.device} in the {name}"
        if row.device != device:
            device, sequence, instant, link = row.device, 0, 0, GENESIS
        if row.sequence != sequence + 1:
            yield f"Before {where}, entries are missing from {sequence + 1} on."
        elif _link(log.name, link, row) != row.link:
            yield f"The chain breaks at {where}: it or what stood before it was changed."
        yield from (f"The contents of {where} {fault}." for fault in _contents(row, erased))
        if row.instant < instant:
            yield f"The time of {where} is before that of the entry before it."
        head = expected.pop((row.device, row.sequence), None)
        if head is not None and head.link != row.link.hex():
            yield f"The {where} is not the one that was written down when something was shared."
        sequence, instant, link = row.sequence, row.instant, row.link
    for head in expected.values():
        if head.sequence:
            yield (
                f"The {name} of laptop {head.device} was cut off: entry {head.sequence} was "
                "written down elsewhere and is missing."
            )


def _link(log: str, before: bytes, row: Row[Any]) -> bytes:
    return link_of(
        before,
        log,
        row.device,
        row.sequence,
        row.instant,
        row.who,
        row.action,
        row.record_type,
        row.record_id,
        row.family_id,
        row.digest,
    )


def _contents(row: Row[Any], erased: Erased) -> Iterator[str]:
    if row.contents is not None:
        if row.salt is None or digest_of(row.salt, row.contents) != row.digest:
            yield "were changed"
        return
    times = (erased.get(key, -1) for key in (row.record_id, row.family_id) if key)
    if row.instant > max(times, default=-1):
        yield "are missing, and nobody erased them"
