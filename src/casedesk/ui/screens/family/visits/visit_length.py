"""How long a contact took, as people type it."""

from __future__ import annotations

import re

_LENGTH = re.compile(
    r"(?:(\d{1,2})\s*(?::|h(?:ours?|rs?)?)\s*)?(?:(\d{1,4})\s*(?:m(?:in(?:ute)?s?)?)?)?",
    re.IGNORECASE,
)
DAY = 24 * 60


def read_length(text: str) -> int | None:
    """Minutes: "50", "50 min", "1h", "1 hour 20", "1:20". None for what is no length."""
    found = _LENGTH.fullmatch(" ".join(text.split()))
    if found is None or not (found[1] or found[2]):
        return None
    minutes = int(found[1] or 0) * 60 + int(found[2] or 0)
    return minutes if 0 < minutes <= DAY else None
