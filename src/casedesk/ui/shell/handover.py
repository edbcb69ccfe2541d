"""What a window that locks hands to the one that follows it: where it stands, nothing else."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from casedesk.domain.errors import UsageError

CANNOT_READ = "What the locked window left could not be read: start CaseDesk again."


@dataclass(frozen=True)
class Handover:
    """The vault's folder, today's date when it was fixed, and the place of the window.

    `geometry` is as `QWidget.saveGeometry` gives it. There is no case data in it.
    """

    folder: Path
    today: date | None = None
    geometry: bytes = b""
    minimised: bool = False
    active: bool = True

    def as_line(self) -> str:
        """One line of text."""
        return json.dumps(
            {
                "folder": str(self.folder),
                "today": self.today.isoformat() if self.today else None,
                "geometry": base64.b64encode(self.geometry).decode("ascii"),
                "minimised": self.minimised,
                "active": self.active,
            }
        )


def read_handover(line: str) -> Handover:
    """The hand-over in a line of text. Raises `UsageError`."""
    try:
        said = json.loads(line)
        return Handover(
            folder=Path(said["folder"]),
            today=date.fromisoformat(said["today"]) if said["today"] else None,
            geometry=base64.b64decode(said["geometry"], validate=True),
            minimised=bool(said["minimised"]),
            active=bool(said["active"]),
        )
    except (ValueError, KeyError, TypeError, binascii.Error) as error:
        raise UsageError(CANNOT_READ) from error


class Heir(Protocol):
    """A fresh process on its way to showing the unlock page."""

    def stop(self) -> None:
        """Ends it."""
        ...


StartHeir = Callable[[str, Callable[[], None], Callable[[], None]], Heir]
"""Starts a fresh process with a line of text; calls the first when its page is on the screen,
or the second when it never will be, on any thread."""


class Forebear(Protocol):
    """The process that locked, for the one that follows it."""

    place: str
    """The line of text that it handed over."""

    def say_shown(self) -> None:
        """The unlock page is on the screen."""
        ...

    def wait_gone(self, seconds: float) -> bool:
        """Waits until it has ended; gives whether it has."""
        ...
