"""Text as it will be printed: one kind of line break, ordinary spaces, nothing invisible."""

from __future__ import annotations

import re
import unicodedata

_LINE_BREAKS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_NO_BREAK_SPACES = "\u00a0\u2007\u202f"
_OTHER_SPACES = "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
_HYPHENS = "\u2010\u2011"
_SAY_NOTHING = "\u00ad\u2060\ufeff\u200e\u200f\u061c"
"""Soft hyphen, word joiner, byte order mark and the direction marks, which hold no content."""
_VARIATIONS = "".join(map(chr, range(0xFE00, 0xFE10)))
_CHANGED = str.maketrans(
    {
        "\t": "    ",
        **dict.fromkeys(_NO_BREAK_SPACES, "\u00a0"),
        **dict.fromkeys(_OTHER_SPACES, " "),
        **dict.fromkeys(_HYPHENS, "-"),
        **dict.fromkeys(_SAY_NOTHING + _VARIATIONS, ""),
    }
)


def plain(text: str) -> str:
    """The text in composed form, with line breaks as newlines and odd spaces as spaces."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_BREAKS.sub("\n", text)
    return unicodedata.normalize("NFC", text).translate(_CHANGED)
