"""Windows in processes of their own, and what is in their memory: for tests and torture runs."""

from __future__ import annotations

import base64
import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from casedesk.services.session import open_session

AGENT_SCRIPT = Path(__file__).with_name("window_agent.py")
LONGEST_WAIT = 60.0
CHUNK = 16 * 1024 * 1024


class Window:
    """One process with a window: what it said, and what it is told."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._connection.settimeout(LONGEST_WAIT)
        self._lines = connection.makefile("r", encoding="utf-8")
        here = self.wait_for("here")
        self.pid: int = here["pid"]
        self.page: str = here["page"]

    def tell(self, do: str, **more: Any) -> None:
        self._connection.sendall(json.dumps({"do": do, **more}).encode() + b"\n")

    def ask(self, do: str, event: str, **more: Any) -> dict[str, Any]:
        self.tell(do, **more)
        return self.wait_for(event)

    def wait_for(self, event: str) -> dict[str, Any]:
        for line in self._lines:
            said: dict[str, Any] = json.loads(line)
            if said["event"] == event:
                return said
        raise AssertionError(f"the process ended before “{event}”")

    def wait_gone(self) -> None:
        """Until the process has ended: its end of the socket closes with it."""
        for _ in self._lines:
            pass

    def close(self) -> None:
        self._lines.close()
        self._connection.close()


class Windows:
    """The windows of one test, from the first to the one that follows at each lock."""

    def __init__(self, place: Path, vault: Path, day: str, **environment: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        path = place / "agent"
        self._socket.bind(str(path))
        self._socket.listen()
        self._socket.settimeout(LONGEST_WAIT)
        around = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_LOGGING_RULES": "default.warning=false;qt.qpa.*=false",
            "CASEDESK_TEST_AGENT": str(path),
            **environment,
        }
        command = [sys.executable, str(AGENT_SCRIPT), "first", str(vault), day]
        self.process = subprocess.Popen(command, env=around)
        self._windows: list[Window] = []

    def next_one(self) -> Window:
        """The window that comes up next."""
        connection, _ = self._socket.accept()
        self._windows.append(Window(connection))
        return self._windows[-1]

    def __enter__(self) -> Windows:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # A window whose socket closes goes by itself.
        for window in self._windows:
            window.close()
        self._socket.close()
        try:
            self.process.wait(LONGEST_WAIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise


def secrets_of(vault: Path, passphrase: str) -> dict[str, bytes]:
    """What must not be in memory after a lock: the data key and the passphrase, as they occur."""
    with open_session(vault, lambda: passphrase) as session:
        key = session.vault.data_key
    return {
        "key": key,
        "key in hex": key.hex().encode(),
        "key in capital hex": key.hex().upper().encode(),
        "key in base64": base64.b64encode(key),
        "passphrase": passphrase.encode(),
        "passphrase in UTF-16": passphrase.encode("utf-16-le"),
    }


def count_in_memory(pid: int, secrets: Mapping[str, bytes]) -> dict[str, int]:
    """How often each secret occurs in the memory of a process that can be written to or read."""
    found = dict.fromkeys(secrets, 0)
    overlap = max(len(one) for one in secrets.values()) - 1
    maps = Path(f"/proc/{pid}/maps").read_text(encoding="ascii", errors="replace")
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for start, end in re.findall(r"^([0-9a-f]+)-([0-9a-f]+) r", maps, re.MULTILINE):
            _count_region(memory.fileno(), int(start, 16), int(end, 16), overlap, secrets, found)
    return found


def _count_region(
    memory: int,
    start: int,
    end: int,
    overlap: int,
    secrets: Mapping[str, bytes],
    found: dict[str, int],
) -> None:
    before, at = b"", start
    while at < end:
        try:
            part = os.pread(memory, min(CHUNK, end - at), at)
        except (OSError, OverflowError):
            return  # The kernel's own pages.
        if not part:
            return
        text = before + part
        for name, secret in secrets.items():
            # What lies wholly in the part before was counted there.
            found[name] += text.count(secret) - before.count(secret)
        before, at = text[-overlap:], at + len(part)
