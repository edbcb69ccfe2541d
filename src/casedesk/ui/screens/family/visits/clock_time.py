"""A time of day as people type it."""

from __future__ import annotations

import re
from datetime import time

_TYPED = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?", re.IGNORECASE)
NOON = 12


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
