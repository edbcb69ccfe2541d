"""Jobs of the window, each in a process of its own with no screen needed.

`python -m benchmarks.window_jobs JOB BEGUN FOLDER…` prints numbers by name as JSON; `BEGUN` is
when the process was started, in seconds since 1970.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false;qt.qpa.*=false")

LONGEST_WAIT = 60.0
LABEL = "CaseDesk"
Numbers = dict[str, float]


def bare_window(begun: float) -> Numbers:
    """A window with one label, on the screen."""
    from PySide6.QtWidgets import QApplication, QLabel

    app = QApplication([])
    label = QLabel(LABEL)
    label.resize(1366, 696)
    label.show()
    _until_painted(app, label)
    said = {"seconds": time.time() - begun, "work": time.process_time()}
    return said | {"memory": _peak_mb()}


def start(begun: float, folder: str) -> Numbers:
    """The `casedesk` command, to the passphrase box on the screen."""
    from casedesk import app
    from casedesk.cli.command import run

    def opened(window: Any) -> None:
        from PySide6.QtWidgets import QApplication

        _until_painted(QApplication.instance(), window.page_shown)
        _say({"seconds": time.time() - begun, "work": time.process_time()})

    def open_window(place: Path, today: date | None, passphrase: str | None) -> int:
        from casedesk.ui import app_window

        return app_window.open_window(place, today=today, opened=opened)

    run(["--vault", folder], replace(app.PORTS, has_screen=lambda: True, open_window=open_window))
    raise RuntimeError("the window was never shown")


def a_day(begun: float, folder: str, family: str) -> Numbers:
    """Unlock to the first page, the list, a family, a search, a saved note and the lock."""
    from benchmarks.window_use import Use

    return Use(Path(folder), family).a_day()


def typing(begun: float, folder: str, family: str) -> Numbers:
    """Typing at the end of a visit's note of 20,000 words, its draft written meanwhile."""
    from benchmarks.window_use import Use

    return Use(Path(folder), family).typing()


def bare_typing(begun: float) -> Numbers:
    """The same in a box of Qt's own, with nothing around it."""
    from benchmarks.window_typing import bare_box

    return bare_box()


def _say(numbers: Numbers) -> None:
    """Prints the numbers and ends the process, whatever is still open."""
    print(json.dumps(numbers), flush=True)
    os._exit(0)


def _until_painted(app: Any, widget: Any) -> None:
    from PySide6.QtCore import QEvent, QObject

    class Painted(QObject):
        seen = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                self.seen = True
            return False

    watch = Painted()
    widget.installEventFilter(watch)
    widget.update()
    until = time.monotonic() + LONGEST_WAIT
    while not watch.seen and time.monotonic() < until:
        app.processEvents()
    widget.removeEventFilter(watch)


def _peak_mb() -> float:
    from benchmarks.fresh import peak_mb

    return peak_mb()


JOBS: dict[str, Callable[..., Numbers]] = {
    "bare-window": bare_window,
    "start": start,
    "a-day": a_day,
    "typing": typing,
    "bare-typing": bare_typing,
}


def main() -> None:
    """Runs the job named on the command line and prints its numbers."""
    job, begun, *arguments = sys.argv[1:]
    _say(JOBS[job](float(begun), *arguments))


if __name__ == "__main__":
    main()
