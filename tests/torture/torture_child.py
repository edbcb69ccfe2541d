"""Work in a process of its own that is killed at a random instant.

The process is forked, so that its work begins at once. It says a line for each thing that was
acknowledged to it; what it said before it was killed is what must be true afterwards.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass

READY = "ready"
BROKEN = "!"
Say = Callable[[str], None]
Work = Callable[[Say], None]


@dataclass(frozen=True)
class Ended:
    """What a process said. `ended` is its exit status, None where it was killed.

    `killed_at` is the moment before it was killed, by the clock of `time.monotonic`.
    """

    said: tuple[str, ...]
    ended: int | None
    killed_at: float | None = None


def killed(work: Work, after: float, *, longest: float = 120.0) -> Ended:
    """Runs `work` in a fork and kills it `after` seconds after it said `READY`.

    `work` is handed a function that says a line; it says `READY` itself once it may be killed.
    Raises `AssertionError` with its traceback where it failed by itself.
    """
    read_end, write_end = os.pipe()
    child = fork()
    if child == 0:
        os.close(read_end)
        _work(work, write_end)
    os.close(write_end)
    try:
        text, killed_at = _listen(child, read_end, after, longest)
    finally:
        os.close(read_end)
    _, status = os.waitpid(child, 0)
    lines = [line for line in text.split("\n")[:-1] if line != READY]
    broken = [line for line in lines if line.startswith(BROKEN)]
    assert not broken, broken[0].replace("\\n", "\n")
    exit_status = os.waitstatus_to_exitcode(status) if killed_at is None else None
    return Ended(tuple(lines), exit_status, killed_at)


def fork() -> int:
    """`os.fork`, in a process that may have threads: the child touches nothing of theirs."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def finished(work: Work, *, longest: float = 120.0) -> Ended:
    """Runs `work` in a fork to its end."""
    ended = killed(work, longest, longest=longest)
    assert ended.ended is not None, "the work did not come to an end"
    return ended


def _work(work: Work, write_end: int) -> None:
    def say(line: str) -> None:
        os.write(write_end, f"{line}\n".encode())

    status = 1
    try:
        work(say)
        status = 0
    except BaseException:  # noqa: BLE001 - told to the parent, which raises it
        say(BROKEN + traceback.format_exc().replace("\n", "\\n"))
    finally:
        sys.stdout.flush()
        os._exit(status)


def _listen(child: int, read_end: int, after: float, longest: float) -> tuple[str, float | None]:
    heard = b""
    until = time.monotonic() + longest
    is_ready, killed_at = False, None
    while True:
        left = until - time.monotonic()
        if left <= 0 and killed_at is None:
            killed_at = time.monotonic()
            os.kill(child, signal.SIGKILL)
        ready, _, _ = select.select([read_end], [], [], None if killed_at else max(0.0, left))
        if not ready:
            continue
        piece = os.read(read_end, 65_536)
        if not piece:
            return heard.decode(), killed_at
        heard += piece
        if not is_ready and READY.encode() + b"\n" in heard:
            is_ready = True
            until = min(until, time.monotonic() + after)
