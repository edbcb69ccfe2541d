"""One writer: an operating-system lock on a file, held for the life of the process.

The system gives the lock up when the process ends, however it ends, so it cannot go stale. The
file is never removed (removing it would let two processes lock two files of one name); what is
written in it says who has the lock, and counts only while the lock is held.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from casedesk.domain.errors import FileProblem, VaultInUse

PRIVATE_FILE = 0o600
_MOST_BYTES = 4096
_MOST_CHARACTERS = 100
_LOOKS = 50
_BETWEEN_LOOKS = 0.01

if sys.platform == "win32":
    import msvcrt

    # Far behind the text, because Windows forbids reading what is locked.
    _LOCKED_BYTE = 1 << 30

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        # flock, not lockf: lockf's lock is lost when any other handle on the file closes.
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


class FileLock:
    """A lock that this process holds until `release` or its end."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    def release(self) -> None:
        """Empties the file and gives the lock up; again is harmless."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        try:
            with contextlib.suppress(OSError):
                os.ftruncate(handle, 0)
            with contextlib.suppress(OSError):
                _unlock(handle)
        finally:
            os.close(handle)

    def __enter__(self) -> FileLock:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def hold(path: Path, wait: Callable[[float], None] = time.sleep) -> FileLock:
    """Takes the lock on `path`, making the private file where there is none.

    Raises `VaultInUse`, saying who has it, and `FileProblem` when the file cannot be used.
    `wait` passes the moment between another process's taking the lock and its saying who it is.
    """
    for look in range(_LOOKS):
        handle = _open(path)
        try:
            held = _try_lock(handle)
        except OSError as error:
            os.close(handle)
            raise _unusable(path, error) from error
        if held and _still_named(handle, path):
            _sign(handle)
            return FileLock(handle)
        holder = "" if held else _read(handle)
        os.close(handle)
        if holder or look == _LOOKS - 1:
            break
        wait(_BETWEEN_LOOKS)
    raise VaultInUse(
        f"The vault is in use by {holder or 'another CaseDesk'}: close CaseDesk there and try "
        "again."
    )


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    except OSError as error:
        raise _unusable(path, error) from error


def _still_named(handle: int, path: Path) -> bool:
    # A vault that could not be made takes its lock file away: then this is no longer the file.
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _unusable(path: Path, error: OSError) -> FileProblem:
    return FileProblem(
        f"The vault's folder {path.parent} cannot be locked ({error.strerror}): check that you may "
        "write to it."
    )


def _sign(handle: int) -> None:
    note = {
        "who": _user(),
        "machine": platform.node(),
        "pid": os.getpid(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    # The lock holds even where the note cannot be written (a full disk).
    with contextlib.suppress(OSError):
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, json.dumps(note).encode())


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"


def _read(handle: int) -> str:
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        note = json.loads(os.read(handle, _MOST_BYTES))
        since = datetime.fromisoformat(note["since"]).astimezone()
        who, machine = str(note["who"]), str(note["machine"])
        return (
            f"{who[:_MOST_CHARACTERS]} on {machine[:_MOST_CHARACTERS]} since "
            f"{since:%H:%M} on {since.day} {since:%B %Y} (process {int(note['pid'])})"
        )
    except (OSError, ValueError, KeyError, TypeError):
        return ""
