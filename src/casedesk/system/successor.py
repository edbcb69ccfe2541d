"""The process that takes over at a lock: started fresh, so that it never held the key.

The old process and the new one speak over the new one's two pipes, which nobody else can read:
one line of where the window stands goes in, "shown" comes back, and the end of the first pipe
says that the old process is gone, and its memory with it (docs/architecture.md, The lock).
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence

from casedesk.domain.errors import UsageError

COMMAND = "take-over"
MOST_BYTES = 64 * 1024
FOR_CASEDESK_ITSELF = (
    f"`casedesk {COMMAND}` is how CaseDesk starts afresh when it locks: type `casedesk` instead."
)
_SHOWN = b"shown\n"


def successor_command() -> list[str]:
    """What starts this very program again."""
    if getattr(sys, "frozen", False):
        return [sys.executable, COMMAND]
    # -P: never a package that happens to lie in the current folder.
    return [sys.executable, "-P", "-m", "casedesk", COMMAND]


class Successor:
    """A fresh process that is asked to show the unlock page.

    `place` is one line of text for it. `shown` is called once when its page is on the screen,
    `failed` once when it ended (or never began) without showing it; both on another thread.
    """

    def __init__(
        self,
        place: str,
        shown: Callable[[], None],
        failed: Callable[[], None],
        command: Sequence[str] | None = None,
    ) -> None:
        self._shown, self._failed = shown, failed
        self._process: subprocess.Popen[bytes] | None = None
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own program, no shell
                list(command or successor_command()),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                # It outlives this process and the terminal that started it.
                start_new_session=True,
            )
        except OSError:
            failed()
            return
        arguments = (self._process, place)
        threading.Thread(target=self._listen, args=arguments, daemon=True).start()

    def stop(self) -> None:
        """Ends it, for when the window was closed meanwhile."""
        if self._process is not None:
            self._process.terminate()

    def _listen(self, process: subprocess.Popen[bytes], place: str) -> None:
        answer = b""
        if process.stdin is not None and process.stdout is not None:
            try:
                process.stdin.write(place.encode() + b"\n")
                process.stdin.flush()
                answer = process.stdout.readline()
            except OSError:
                answer = b""
        if answer == _SHOWN:
            self._shown()
        else:
            self._failed()


class Predecessor:
    """The process that locked, as the one that takes over sees it.

    Standard input and output are the pipes to it; afterwards they lead nowhere. Raises
    `UsageError` where nobody handed anything over.
    """

    def __init__(self) -> None:
        self._gone = threading.Event()
        try:
            if os.isatty(0):
                raise UsageError(FOR_CASEDESK_ITSELF)
            self._words, self._answer = os.dup(0), os.dup(1)
            nowhere = os.open(os.devnull, os.O_RDWR)
            os.dup2(nowhere, 0)
            os.dup2(nowhere, 1)
            os.close(nowhere)
            self.place = self._read_line()
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(FOR_CASEDESK_ITSELF) from error
        threading.Thread(target=self._wait_for_end, daemon=True).start()

    def say_shown(self) -> None:
        """Tells it that the unlock page is on the screen."""
        try:
            os.write(self._answer, _SHOWN)
        except OSError:
            # It did not wait for us.
            self._gone.set()

    def wait_gone(self, seconds: float) -> bool:
        """Waits until it has ended, and so given the vault up; gives whether it has."""
        return self._gone.wait(seconds)

    def _read_line(self) -> str:
        line = b""
        while not line.endswith(b"\n"):
            part = os.read(self._words, 1024)
            if not part or len(line) > MOST_BYTES:
                raise UsageError(FOR_CASEDESK_ITSELF)
            line += part
        return line.decode().rstrip("\n")

    def _wait_for_end(self) -> None:
        with contextlib.suppress(OSError):
            while os.read(self._words, 1):
                continue
        self._gone.set()
