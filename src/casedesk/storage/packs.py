"""The texts of the programme packs that were in use, by content hash.

A decision names the pack it was made under; keeping the text keeps it readable when the
pack has a newer version since.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from casedesk.storage.chain import Entry
from casedesk.storage.recorder import Recorder
from casedesk.storage.tables import packs


@dataclass(frozen=True, slots=True)
class KeptPack:
    """A pack's text; `content_hash` is the SHA-256 (hex) of it."""

    pack_id: str
    version: str
    content_hash: str
    text: str


def keep_pack(connection: Connection, recorder: Recorder, pack: KeptPack) -> None:
    """Keeps a pack's text, once."""
    known = select(packs.c.content_hash).where(packs.c.content_hash == pack.content_hash)
    if connection.scalar(known) is not None:
        return
    row = {
        "content_hash": pack.content_hash,
        "pack_id": pack.pack_id,
        "version": pack.version,
        "text": pack.text,
    }
    contents = {"pack_id": (None, pack.pack_id), "version": (None, pack.version)}
    recorder.add_row(packs, row, Entry("add", "Pack", pack.content_hash, None, contents))


def pack_texts(connection: Connection) -> list[KeptPack]:
    """Every pack kept, by id and version."""
    columns = packs.c.pack_id, packs.c.version, packs.c.content_hash, packs.c.text
    rows = connection.execute(select(*columns).order_by(*columns[:3]))
    return [KeptPack(*row) for row in rows]
