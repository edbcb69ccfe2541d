"""Which backups to keep: one for each of the last days, fewer for the weeks before.

The rule (docs/user-guide/backups-and-keys.md): the newest of each of the last 7 days that have
one, the newest of each of the last 4 weeks that have one, and the newest of every version of
the tables, which is the last one before each migration. Counted in days and weeks that have a
backup, never from today, so that a clock that is wrong cannot make all of them too old.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

DAYS_KEPT = 7
WEEKS_KEPT = 4

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class DatedBackup:
    """A backup by its name; `created_at` is local, `revision` the version of its tables."""

    name: str
    created_at: datetime
    revision: str


def backups_to_remove(backups: Sequence[DatedBackup], just_made: str) -> tuple[str, ...]:
    """The names of those that may go, oldest first; never `just_made`."""
    newest_first = sorted(backups, key=lambda one: (one.created_at, one.name), reverse=True)
    keep = {just_made}
    keep |= _newest_of_each(newest_first, lambda one: one.created_at.date(), DAYS_KEPT)
    keep |= _newest_of_each(newest_first, lambda one: one.created_at.isocalendar()[:2], WEEKS_KEPT)
    keep |= _newest_of_each(newest_first, lambda one: one.revision, len(newest_first))
    return tuple(one.name for one in reversed(newest_first) if one.name not in keep)


def _newest_of_each(
    newest_first: Sequence[DatedBackup], key: Callable[[DatedBackup], K], most: int
) -> set[str]:
    found: dict[K, str] = {}
    for one in newest_first:
        found.setdefault(key(one), one.name)
    return set(list(found.values())[:most])
