"""The bytes of documents, in parts, named by their SHA-256.

They are not journalled: the document that names the hash is.
"""

from __future__ import annotations

from hashlib import sha256

from sqlalchemy import Connection, insert, select

from casedesk.domain.errors import NotFound
from casedesk.storage.tables import blob_parts, blobs

PART_BYTES = 1 << 20


def put_blob(connection: Connection, content: bytes) -> str:
    """Keeps bytes, once; gives their SHA-256 (hex)."""
    name = sha256(content).hexdigest()
    if connection.scalar(select(blobs.c.sha256).where(blobs.c.sha256 == name)) is None:
        connection.execute(insert(blobs), {"sha256": name, "size": len(content)})
        for part, start in enumerate(range(0, len(content), PART_BYTES)):
            row = {"sha256": name, "part": part, "bytes": content[start : start + PART_BYTES]}
            connection.execute(insert(blob_parts), row)
    return name


def get_blob(connection: Connection, name: str) -> bytes:
    """The bytes with this SHA-256. Raises `NotFound`."""
    if connection.scalar(select(blobs.c.sha256).where(blobs.c.sha256 == name)) is None:
        raise NotFound("The document's content is not in the vault: add the file again.")
    parts = select(blob_parts.c.bytes).where(blob_parts.c.sha256 == name)
    return b"".join(connection.scalars(parts.order_by(blob_parts.c.part)))
