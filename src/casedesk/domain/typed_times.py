"""Times of day as people type them."""

from __future__ import annotations

import re
from datetime import time

_TYPED = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?", re.IGNORECASE | re.ASCII)
_NOON = 12


def read_typed_time(text: str) -> time | None:
    """ "14:03", "14.03", "1403", "2pm", "9:30 am", "noon". None for what is no time.

    An hour alone ("2") is none: it may be either half of the day.
    """
    words = text.strip().casefold()
    if words in ("noon", "midday"):
        return time(_NOON)
    found = _TYPED.fullmatch(words)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half is not None:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    elif found[2] is None:
        return None
    return time(hour, minute) if hour < 24 and minute < 60 else None
