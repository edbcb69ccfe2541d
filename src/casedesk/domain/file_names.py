"""The name of a file as it is kept and shown: one line, without what could mislead a reader."""

from __future__ import annotations

import unicodedata

LONGEST = 120
_NOT_SHOWN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
"""Control, direction and unassigned characters: "report\u202efdp.exe" reads as another name."""


def safe_file_name(name: str) -> str:
    """A name without folders and without characters nobody sees; "Document" when none is left.

    A name that is too long keeps its end, which tells what it is.
    """
    bare = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(one for one in bare if unicodedata.category(one) not in _NOT_SHOWN)
    clean = " ".join(shown.split()).strip(". ")
    if len(clean) > LONGEST:
        stem, dot, ending = clean.rpartition(".")
        keeps = dot and len(ending) <= 8
        clean = f"{stem[: LONGEST - len(ending) - 2]}….{ending}" if keeps else clean[:LONGEST]
    return clean or "Document"
