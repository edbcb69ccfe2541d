"""Files that only their owner may read, written so that a crash leaves the old or the new.

On Windows the folder's own access list (the user's profile) does what the modes do
elsewhere, and a folder cannot be synced.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import sys
from pathlib import Path

from casedesk.domain.errors import FileProblem

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
PART_SUFFIX = ".part"

_FULL = {errno.ENOSPC, errno.EDQUOT}
_NOT_FOR_FOLDERS = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def disk_problem(error: OSError, path: Path) -> FileProblem:
    """The plain sentence for a file or folder that could not be read or written."""
    if error.errno in _FULL:
        return FileProblem(
            f"The disk is full, so {path.name} was not written: free some space and try again."
        )
    if error.errno in _FORBIDDEN:
        return FileProblem(
            f"CaseDesk may not read or write {path}: choose another folder or ask for access to it."
        )
    reason = error.strerror or "unknown reason"
    return FileProblem(f"{path} could not be read or written ({reason}): try another place.")


def make_private_folder(path: Path) -> None:
    """Makes the folder (and those above it) where missing and closes it to other people.

    Raises `FileProblem`.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        path.chmod(PRIVATE_FOLDER)
    except OSError as error:
        raise disk_problem(error, path) from error


def sync_folder(folder: Path) -> None:
    """Makes a rename or a removal in `folder` last through a power cut.

    Some file systems (network shares, sticks) cannot do it for a folder, and that is no fault.
    """
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NOT_FOR_FOLDERS:
            raise
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    """Makes what was written to `path`, and its name, last through a power cut."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    sync_folder(path.parent)


def part_path(path: Path) -> Path:
    """A new name beside `path` for a file that is not finished."""
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}{PART_SUFFIX}")


def put_in_place(part: Path, path: Path) -> None:
    """Gives a finished, synced file its name, replacing one that is there."""
    part.replace(path)
    sync_folder(path.parent)


def write_atomically(path: Path, data: bytes) -> None:
    """Writes a private file: afterwards, and after a crash, it is the old or the new one.

    Raises `FileProblem` and leaves the old file as it was.
    """
    part = part_path(path)
    try:
        handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(part, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise disk_problem(error, path) from error
