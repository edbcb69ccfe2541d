"""A time of day, and how long something took, as people type them."""

from __future__ import annotations

import re
from datetime import time

_TYPED = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?", re.IGNORECASE)
_LENGTH = re.compile(
    r"(?:(\d{1,2})\s*(?::|h(?:ours?|rs?)?)\s*)?(?:(\d{1,4})\s*(?:m(?:in(?:ute)?s?)?)?)?",
    re.IGNORECASE,
)
NOON = 12
DAY = 24 * 60


def read_time(text: str) -> time | None:
    """ "14:03", "14.03", "1403", "2pm", "9:30 am". None for what is no time."""
    found = _TYPED.fullmatch(text.strip())
    if found is None:
        return None
    hours, minutes, half = found.groups()
    hour, minute = int(hours), int(minutes or 0)
    if half is not None:
        if not 1 <= hour <= NOON:
            return None
        hour = hour % NOON + (NOON if half.lower() == "pm" else 0)
    elif minutes is None:
        return None
    return time(hour, minute) if hour < 24 and minute < 60 else None


def read_length(text: str) -> int | None:
    """Minutes: "50", "50 min", "1h", "1 hour 20", "1:20". None for what is no length."""
    found = _LENGTH.fullmatch(" ".join(text.split()))
    if found is None or not (found[1] or found[2]):
        return None
    minutes = int(found[1] or 0) * 60 + int(found[2] or 0)
    return minutes if 0 < minutes <= DAY else None
