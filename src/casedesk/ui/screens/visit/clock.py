"""How long a visit has lasted, with pauses, and across a lock or a crash."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

GOES_ON_FOR = timedelta(minutes=60)
"""A visit that was left for no longer (a lock, a crash) went on meanwhile."""


class VisitClock:
    """Counts seconds from the moment it is made. `now` gives the instant, with its zone."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._counted = 0.0
        self._since: datetime | None = now()

    @property
    def is_running(self) -> bool:
        """Whether it is not paused."""
        return self._since is not None

    @property
    def seconds(self) -> int:
        """What was counted so far. A laptop clock set back counts nothing."""
        return int(self._counted + self._running_for())

    @property
    def minutes(self) -> int:
        """The same as a note keeps it: full minutes, at least 1."""
        return max(1, round(self.seconds / 60))

    def pause(self) -> None:
        """Stop counting."""
        self._counted += self._running_for()
        self._since = None

    def go_on(self) -> None:
        """Count again."""
        if self._since is None:
            self._since = self._now()

    def set_to(self, minutes: int) -> None:
        """It took so long, whatever was counted; it goes on from there if it runs."""
        self._counted = 60.0 * minutes
        if self._since is not None:
            self._since = self._now()

    def as_kept(self) -> dict[str, Any]:
        """For a draft: what was counted, since when it runs, and when that was written."""
        since = self._since.isoformat() if self._since is not None else None
        return {"counted": self._counted, "since": since, "at": self._now().isoformat()}

    def take_up(self, kept: Mapping[str, Any]) -> None:
        """Go on from a draft.

        One that was running goes on as if it had never stopped when the draft is not older
        than `GOES_ON_FOR`; else it is paused at what it showed when the draft was written.
        """
        counted = kept.get("counted")
        self._counted = float(counted) if isinstance(counted, int | float) else 0.0
        since, at = _instant(kept.get("since")), _instant(kept.get("at"))
        self._since = None
        if since is None:
            return
        written = at or since
        if timedelta() <= self._now() - written <= GOES_ON_FOR:
            self._since = since
        else:
            self._counted += max(0.0, (written - since).total_seconds())

    def _running_for(self) -> float:
        if self._since is None:
            return 0.0
        return max(0.0, (self._now() - self._since).total_seconds())


def face(seconds: int) -> str:
    """ "00:24:10"."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest:02}"


def _instant(text: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None
