"""A file on the disk that is to become a document: looked at, then read, never run.

Its size is known before anything of it is read, and what it is comes from its bytes
(docs/architecture.md, Documents).
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable
from pathlib import Path

from casedesk.domain.dates import long_date
from casedesk.domain.errors import FileProblem
from casedesk.domain.file_names import safe_file_name
from casedesk.domain.media_types import media_type_of, media_words, size_words
from casedesk.domain.views.documents_page import FileLook, FileRead
from casedesk.services.session import Session
from casedesk.storage.document_queries import documents_with

MOST_BYTES = 25 * 1024 * 1024
_STEP = 1024 * 1024
Step = Callable[[int, int], None]


def look_at_file(path: Path) -> FileLook:
    """What a file is called and how large it is; nothing of it is read. Never raises."""
    name = safe_file_name(path.name)
    try:
        found = path.stat()
    except OSError:
        return FileLook(path, name, 0, "", "The file could not be found: choose it again.")
    if not stat.S_ISREG(found.st_mode):
        what = "a folder" if stat.S_ISDIR(found.st_mode) else "not a file"
        return FileLook(path, name, 0, "", f"{name} is {what}: choose a single file.")
    return FileLook(path, name, found.st_size, size_words(found.st_size), _refusal(found.st_size))


def read_file(session: Session, ref: str, path: Path, step: Step | None = None) -> FileRead:
    """A file's bytes and what is known of them; `step` is told (bytes read, bytes in all).

    Raises `FileProblem` for a file that is too large, empty, or cannot be read. What `step`
    raises ends the reading.
    """
    look = look_at_file(path)
    if look.refusal:
        raise FileProblem(look.refusal)
    content = bytearray()
    try:
        with path.open("rb") as file:
            while piece := file.read(_STEP):
                content += piece
                if len(content) > MOST_BYTES:
                    raise FileProblem(_refusal(len(content)))
                if step is not None:
                    step(len(content), max(look.size, len(content)))
    except OSError as error:
        reason = (error.strerror or "the disk refused it").lower()
        raise FileProblem(
            f"{look.name} could not be read ({reason}): copy it to this laptop and try again."
        ) from error
    if not content:
        raise FileProblem(_refusal(0))
    data = bytes(content)
    return FileRead(
        name=look.name,
        content=data,
        kind=media_words(media_type_of(data)),
        size_words=size_words(len(data)),
        same=same_file_words(session, ref, data),
    )


def same_file_words(session: Session, ref: str, content: bytes) -> tuple[str, ...]:
    """A sentence for every document of the vault with the same bytes, this family's first."""
    with session.store.read() as reading:
        found = documents_with(reading, hashlib.sha256(content).hexdigest())
    here = [
        f"This file is here already, as “{one.name}”, added {long_date(one.added_on)}."
        for one, family in found
        if family == ref
    ]
    refs = dict.fromkeys(family for _, family in found if family != ref)
    return (*here, *(f"The same file is in the family {family}." for family in refs))


def _refusal(size: int) -> str:
    if size > MOST_BYTES:
        return (
            f"The file has {size_words(size)}, and a document may have {size_words(MOST_BYTES)}: "
            "choose a smaller file, or scan it in black and white."
        )
    return "The file is empty: choose another one." if size == 0 else ""
