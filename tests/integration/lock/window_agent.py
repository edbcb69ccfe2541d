"""The real program in a process of its own, doing what a test says over a private socket.

Run with `first FOLDER DAY`, or by a window that locks with `take-over`. The socket's path is
in CASEDESK_TEST_AGENT. Commands and what happened are lines of JSON.
"""

from __future__ import annotations

import ctypes
import json
import os
import socket
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from casedesk.services.drafts import DraftKey
from casedesk.system.successor import Predecessor, Successor
from casedesk.ui import app_window
from casedesk.ui.dialogs import Message
from casedesk.ui.forms.draft_keeper import DraftKeeper
from casedesk.ui.screens.unlock.screen import UnlockScreen
from casedesk.ui.shell.window import MainWindow

AGENT = "CASEDESK_TEST_AGENT"
HEIR = "CASEDESK_TEST_HEIR"
"""What is started at a lock instead of this script, for an heir that never comes."""
PR_SET_PTRACER = 0x59616D61


class Agent(QObject):
    """Does what it is told in one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(os.environ[AGENT])
        self._rest = b""
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_words)
        window.unlocked.connect(lambda: self.say("unlocked", place=self._place()))
        window.locked.connect(lambda: self.say("locked"))
        window.locking.alone.connect(lambda: self.say("alone"))
        self.say("here", pid=os.getpid(), page=type(window.page_shown).__name__)

    def say(self, event: str, **more: Any) -> None:
        self._socket.sendall(json.dumps({"event": event, **more}).encode() + b"\n")

    def _place(self) -> list[Any]:
        workspace = self.window.workspace
        assert workspace is not None
        return [workspace.place.page, dict(workspace.place.args)]

    def _on_words(self) -> None:
        words = self._socket.recv(4096)
        if not words:
            self._notifier.setEnabled(False)
            self.window.close()
            return
        *lines, self._rest = (self._rest + words).split(b"\n")
        for line in lines:
            said = json.loads(line)
            getattr(self, f"do_{said.pop('do')}")(**said)

    def do_unlock(self, passphrase: str) -> None:
        page = self.window.page_shown
        assert isinstance(page, UnlockScreen)
        page.passphrase.field.setText(passphrase)
        page.passphrase.button.click()

    def do_go(self, page: str, args: dict[str, Any]) -> None:
        assert self.window.workspace is not None
        self.window.workspace.desk.navigate(page, **args)
        self.say("went", place=self._place())

    def do_box(self) -> None:
        self.window.dialogs.tell(Message("Something to read", "Words."))
        self.say("box", windows=len(_windows()))

    def do_type(self, text: str) -> None:
        """Into a form of the window's, as a note would be."""
        assert self.window.workspace is not None
        form = QPlainTextEdit(self.window.workspace)
        keeper = DraftKeeper(
            self.window.workspace.desk,
            form,
            DraftKey("test note"),
            read=lambda: {"text": form.toPlainText()},
            title="A note",
            page="families",
        )
        form.textChanged.connect(keeper.note_edit)
        form.setPlainText(text)
        self.say("typed")

    def do_lock(self) -> None:
        self.window.lock()
        under = [type(one).__name__ for one in _windows() if one is not self.window]
        self.say("covered", others=under, covered=self.window.locking.cover.isVisible())

    def do_close(self) -> None:
        self.window.close()


def _windows() -> list[Any]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def start_heir(place: str, shown: Callable[[], None], failed: Callable[[], None]) -> Successor:
    command = json.loads(os.environ.get(HEIR, "null")) or [sys.executable, __file__, "take-over"]
    return Successor(place, shown, failed, command)


def main() -> int:
    if sys.platform == "linux":
        # The test looks at the memory of a process that is not its own child.
        ctypes.CDLL(None).prctl(PR_SET_PTRACER, ctypes.c_ulong(-1), 0, 0, 0)
    agents: list[Agent] = []

    def opened(window: MainWindow) -> None:
        agents.append(Agent(window))

    around = app_window.Around(start_heir)
    if sys.argv[1] == "take-over":
        return app_window.take_over(Predecessor(), around, opened)
    folder, day = Path(sys.argv[2]), date.fromisoformat(sys.argv[3])
    return app_window.open_window(folder, today=day, around=around, opened=opened)


if __name__ == "__main__":
    sys.exit(main())
