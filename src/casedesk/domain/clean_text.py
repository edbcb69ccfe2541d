"""Plain text without the characters that no note should hold.

Paragraphs, list markers, accents, emoji and typographic quotes stay; what cannot be seen,
typed or searched for goes (docs/user-guide/notes.md, Pasting).
"""

from __future__ import annotations

import re
import unicodedata

TAB = "    "
BULLET = "•"
BULLETS = frozenset("·•▪■●○◦o§q‣⁃–-*Øüv")
"""What Word and others put before an item, in the letters of their symbol fonts too."""

_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_ODD_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})
_SYMBOL_BULLETS = re.compile("[\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc\uf076\uf02d\uf06f\uf071\uf0be]")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
# Soft hyphen, zero width, direction marks, and what stands for an object or a wrong byte.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff9-\ufffd]"
)
_JOINERS = re.compile("(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])")
_BLANK_LINES = re.compile(r"\n(?:[ ]*\n){2,}")
_NUMBERED = r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]"
_TABBED_MARKER = re.compile(
    rf"^(\t*)[ ]*([{re.escape(''.join(sorted(BULLETS)))}]|{_NUMBERED})\t+", re.MULTILINE
)


def clean_text(text: str) -> str:
    """The text with lines ended alike, tabs as spaces, and nothing unseen in it.

    Blank lines at either end go, and several in a row become one.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _SYMBOL_BULLETS.sub(BULLET, text)
    text = _UNSEEN.sub("", text)
    text = _JOINERS.sub("", text)
    text = _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    text = _SPACES.sub(" ", text).translate(_ODD_HYPHENS)
    text = "".join(one for one in text if one in "\n\t" or _may_stay(one))
    text = _TABBED_MARKER.sub(_marker, text).replace("\t", TAB)
    text = "\n".join(line.rstrip() if line.strip() else "" for line in text.split("\n"))
    return unicodedata.normalize("NFC", _BLANK_LINES.sub("\n\n", text)).strip("\n")


def clean_pasted(text: str) -> str:
    """As `clean_text`; a piece of one line keeps the space at its ends."""
    cleaned = clean_text(text)
    if "\n" in cleaned or not cleaned.strip():
        return cleaned
    return cleaned + " " * (text[-1:] in (" ", "\u00a0"))


def bullet_or(marker: str) -> str:
    """A list's marker as a note has it: any bullet becomes "•", a number stays."""
    marker = marker.strip()
    is_bullet = marker in BULLETS or not any(one.isalnum() for one in marker)
    return BULLET if is_bullet else marker


def _marker(found: re.Match[str]) -> str:
    mark = found[2]
    return TAB * len(found[1]) + (mark if mark[-1] in ".)" else BULLET) + " "


def _may_stay(letter: str) -> bool:
    """Not a control, a surrogate, a private letter, or a place where there is no letter."""
    place = ord(letter)
    is_no_letter = place & 0xFFFE == 0xFFFE or 0xFDD0 <= place <= 0xFDEF
    return not is_no_letter and unicodedata.category(letter) not in ("Cc", "Cs", "Co")
