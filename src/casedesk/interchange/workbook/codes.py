"""The Department for Education's codes for ethnicity and disability.

A code that is not in its list is kept as written, with a warning: councils' systems hold
local ones. Source: the department's children in need census code sets.
"""

from __future__ import annotations

ETHNICITY = (
    "WBRI", "WIRI", "WIRT", "WROM", "WOTH", "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN",
    "ABAN", "AOTH", "BCRB", "BAFR", "BOTH", "CHNE", "OOTH", "REFU", "NOBT",
)  # fmt: skip
DISABILITY = (
    "NONE", "MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR", "VIS", "BEH", "CON", "AUT", "DDA",
)  # fmt: skip

_KNOWN = frozenset((*ETHNICITY, *DISABILITY))


def known_form(code: str) -> str:
    """A listed code in capitals; any other as it was written."""
    return code.upper() if code.upper() in _KNOWN else code


def check_ethnicity(code: str) -> str | None:
    """What is doubtful about an ethnicity code, or None."""
    if code.upper() in ETHNICITY:
        return None
    return "This is not one of the Department for Education's ethnicity codes, such as WBRI."


def check_disability(codes: str) -> str | None:
    """What is doubtful about disability codes, given separated by `;`, or None."""
    listed = [code.strip().upper() for code in codes.split(";") if code.strip()]
    unknown = [code for code in listed if code not in DISABILITY]
    if unknown:
        return (
            f"{', '.join(unknown)}: not among the Department for Education's disability codes, "
            "such as NONE or AUT."
        )
    if "NONE" in listed and len(listed) > 1:
        return "NONE (no disability) stands beside other disability codes."
    return None
