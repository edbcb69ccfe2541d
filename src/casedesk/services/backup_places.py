"""What to know of a place for backups: copied to the internet, on this laptop, full, gone."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from casedesk.domain.synced_folders import synchronised_by
from casedesk.system.disks import Room, on_same_disk, room_on

LEAST_ROOM = 200 * 1024 * 1024
COPIES_THAT_FIT = 3
"""So many backups of today's size must still fit, or the place is called nearly full."""


def _exists(path: PurePath) -> bool:
    return Path(path).exists()


@dataclass(frozen=True)
class Surroundings:
    """The ports to the disks around the vault."""

    room: Callable[[Path], Room | None] = room_on
    same_disk: Callable[[Path, Path], bool] = on_same_disk
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    exists: Callable[[PurePath], bool] = _exists


@dataclass(frozen=True)
class PlaceNote:
    """Something to know of a place: `tone` is warn or bad; `kind` tells them apart."""

    kind: str
    tone: str
    title: str
    sentence: str


def notes_on_place(
    folder: Path, vault_folder: Path, vault_bytes: int, around: Surroundings | None = None
) -> tuple[PlaceNote, ...]:
    """What is wrong or doubtful about keeping backups in `folder`, worst first; none = good."""
    around = around or Surroundings()
    if not around.exists(folder):
        return (
            PlaceNote(
                "gone",
                "bad",
                "The place is not there now",
                f"{folder} cannot be reached. Plug it in, or choose another place.",
            ),
        )
    notes = []
    room = around.room(folder)
    if room is not None and room.free < _wanted(vault_bytes):
        full = room.free < vault_bytes
        notes.append(
            PlaceNote(
                "full",
                "bad" if full else "warn",
                "The place is full" if full else "The place is nearly full",
                f"{bytes_in_words(room.free)} free, and a backup needs "
                f"{bytes_in_words(vault_bytes)}. Free some space or choose another place.",
            )
        )
    service = synchronised_by(folder.absolute(), around.environment, around.exists)
    if service is not None:
        notes.append(
            PlaceNote(
                "synchronised",
                "warn",
                f"{service} copies this place to the internet",
                "Backups there are encrypted, but they leave the laptop. Ask whether your council "
                "allows it, or choose another place.",
            )
        )
    if around.same_disk(folder, vault_folder):
        notes.append(
            PlaceNote(
                "same-disk",
                "warn",
                "The place is on this laptop's own disk",
                "If the laptop is lost or its disk breaks, the backups go with it. Choose a stick "
                "or your office drive.",
            )
        )
    return tuple(notes)


def bytes_in_words(size: int) -> str:
    """A size for people: 340 KB, 12 MB, 1.5 GB."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1_000)):,} KB"
    if size < 1_000_000_000:
        return f"{round(size / 1_000_000):,} MB"
    return f"{size / 1_000_000_000:.1f} GB"


def _wanted(vault_bytes: int) -> int:
    return max(LEAST_ROOM, COPIES_THAT_FIT * vault_bytes)
