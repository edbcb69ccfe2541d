"""What the disks say: free room, and whether two folders are on the same one."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Room:
    """Bytes free and in all."""

    free: int
    total: int


def room_on(folder: Path) -> Room | None:
    """The room on the disk that holds `folder` (or its nearest parent), None when not known."""
    place = _nearest(folder)
    if place is None:
        return None
    try:
        usage = shutil.disk_usage(place)
    except OSError:
        return None
    return Room(usage.free, usage.total)


def on_same_disk(one: Path, other: Path) -> bool:
    """Whether both are on one disk or partition; False when that cannot be told."""
    places = _nearest(one), _nearest(other)
    try:
        devices = [place.stat().st_dev for place in places if place is not None]
    except OSError:
        return False
    return len(devices) == len(places) and devices[0] == devices[1]


def _nearest(folder: Path) -> Path | None:
    return next((place for place in (folder, *folder.parents) if place.exists()), None)
