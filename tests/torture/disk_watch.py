"""The preloaded library of disk_watch.c, from Python."""

from __future__ import annotations

import ctypes
import os
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).with_name("disk_watch.c")
PRELOAD = "LD_PRELOAD"
OPENED, WROTE, CUT, SYNCED, RENAMED, REMOVED, FOLDER, MARK = range(1, 9)
_HEAD = struct.Struct("=BqqII")


@dataclass(frozen=True)
class Step:
    """One thing done to the disk. `at` is an offset, a size or the number of a mark."""

    kind: int
    at: int
    path: str
    to: str
    content: bytes


def is_loaded() -> bool:
    """Whether this process was started with the library in front."""
    return hasattr(ctypes.CDLL(None), "torture_fail")


def start_again_with_it() -> None:
    """Builds the library and starts this very program anew with it in front. Does not return.

    Raises `CalledProcessError` or `FileNotFoundError` where there is no C compiler.
    """
    library = Path(tempfile.mkdtemp(prefix="disk-watch-")) / "disk_watch.so"
    subprocess.run(
        ["cc", "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE), "-ldl", "-lpthread"],
        check=True,
    )
    os.environ[PRELOAD] = str(library)
    os.execv(sys.executable, [sys.executable, *sys.argv])  # noqa: S606 - this very program


class DiskWatch:
    """What the library can do in this process, for the files under one folder."""

    def __init__(self, root: Path) -> None:
        self._library = ctypes.CDLL(None)
        self._library.torture_mark.argtypes = [ctypes.c_int64]
        self._library.torture_fail.argtypes = [ctypes.c_long, ctypes.c_int, ctypes.c_int]
        self._library.torture_count.restype = ctypes.c_long
        self._root = f"{root.resolve()}/".encode()

    def watch(self, trace: Path | None = None) -> None:
        """From now on calls are counted, and written down in `trace`."""
        self._library.torture_trace(str(trace or "").encode(), self._root)

    def mark(self, number: int) -> None:
        """Writes down that something was acknowledged now."""
        self._library.torture_mark(number)

    def fail(self, at: int, error: int, *, from_then_on: bool) -> None:
        """The `at`-th call from now fails with `error` (and those after it); 0 is none."""
        self._library.torture_fail(at, error, int(from_then_on))

    @property
    def calls(self) -> int:
        """How many calls there were since `fail`."""
        return int(self._library.torture_count())


def steps(trace: Path) -> Iterator[Step]:
    """What is written down in a trace, in order."""
    data, at = trace.read_bytes(), 0
    while at + _HEAD.size <= len(data):
        kind, offset, size, one, two = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        first, second = data[at : at + one], data[at + one : at + one + two]
        at += one + two
        content = data[at : at + size] if kind == WROTE else b""
        at += len(content)
        yield Step(kind, offset, first.decode(), second.decode(), content)
