"""How text that a spreadsheet might run or change is written, and read back the same.

Excel workbooks: characters that XML cannot hold are `_xHHHH_`, and a text that looks like
that gets its underscore escaped (ECMA-376, ST_Xstring). CSV: a leading apostrophe before
text that begins with `=`, `+`, `-`, `@`, tab or a line break, and before an apostrophe.
Both: a text that reads `(clear)` gets an apostrophe, so that it is not the command.
Source: docs/interchange.md, Writing.
"""

from __future__ import annotations

import re

RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A spreadsheet may run, or swallow the beginning of, text that begins with one of these."""

_BEGIN_QUOTED = (*RUNS, "'")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MUST_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_CLEAR = re.compile(r"\s*\(clear\)\s*", re.IGNORECASE)
_QUOTED_CLEAR = re.compile(r"(\s*)'('*\(clear\)\s*)", re.IGNORECASE)
_LIKE_CLEAR = re.compile(r"(\s*)('*\(clear\)\s*)", re.IGNORECASE)


def decode_xlsx_text(text: str) -> str:
    """The text of a cell as it was meant: `_x000D_` is a carriage return."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def encode_xlsx_text(text: str) -> str:
    """A text that XML can hold and that `decode_xlsx_text` gives back."""
    return _MUST_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def decode_csv_text(text: str) -> str:
    """The text of a CSV cell without the apostrophe that kept it from running."""
    return text[1:] if text[:1] == "'" and text[1:2] in _BEGIN_QUOTED else text


def encode_csv_text(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would run or drop part of it."""
    return "'" + text if text.startswith(_BEGIN_QUOTED) else text


def is_clear_command(text: str) -> bool:
    """Whether a cell says that its field is to be emptied."""
    return _ends_like_clear(text) and _CLEAR.fullmatch(text) is not None


def decode_clear(text: str) -> str:
    """`'(clear)` is the text “(clear)”, not the command."""
    if _ends_like_clear(text) and (found := _QUOTED_CLEAR.fullmatch(text)):
        return found[1] + found[2]
    return text


def encode_clear(text: str) -> str:
    """A text that reads like the command, so that it reads back as text."""
    if _ends_like_clear(text) and (found := _LIKE_CLEAR.fullmatch(text)):
        return f"{found[1]}'{found[2]}"
    return text


def _ends_like_clear(text: str) -> bool:
    return text[-1:].isspace() or text.endswith(")")
