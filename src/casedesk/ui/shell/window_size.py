"""The room the window takes at first, and the least it needs (docs/architecture.md, The window)."""

from __future__ import annotations

from PySide6.QtCore import QSize

FIRST_WIDTH, FIRST_HEIGHT = 1366, 696
LEAST_WIDTH, LEAST_HEIGHT = 900, 440
FRAME_WIDTH, FRAME_HEIGHT = 4, 34
"""What a window manager puts around it, at most."""


def first_size(room: QSize) -> QSize:
    """How large it opens where `room` is free: with 150% scaling a laptop has 911 by 512 px."""
    wide, high = FIRST_WIDTH, FIRST_HEIGHT
    if room.width() < wide:
        wide = max(LEAST_WIDTH, room.width() - FRAME_WIDTH)
    if room.height() < high + FRAME_HEIGHT:
        high = min(high, max(LEAST_HEIGHT, room.height() - FRAME_HEIGHT))
    return QSize(wide, high)
