"""How text becomes words to search by, for what is stored and for what is typed alike.

Case and accents are ignored; letters and digits are words and everything else separates
them. O'Brien, Smith-Jones and 07700 900123 are found joined up as well as apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"[^\W_]+(?:['’\-‐‑][^\W_]+)+")
_NUMBER = re.compile(r"\d+(?:[ \-]\d+)+|\d{10,}")
# Letters that do not fall apart into a letter and an accent.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"})

NO_WORDS = '""'
"""An expression that finds nothing."""
PHONE_DIGITS = range(10, 15)
LONGEST_QUERY = 200
SNIPPET_BEFORE = 40
SNIPPET_LENGTH = 120


def fold(text: str) -> str:
    """Text without case and accents."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text).casefold()
    marked = unicodedata.normalize("NFKD", bare)
    return "".join(one for one in marked if not unicodedata.combining(one)).translate(_LETTERS)


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    return _WORD.findall(fold(text))


def run_together(text: str) -> str:
    """A text's words without anything between them."""
    return "".join(words_of(text))


def note_text(parts: Iterable[str]) -> str:
    """The words of a note, followed by its hyphened words and spaced numbers joined up."""
    said: list[str] = []
    joined: list[str] = []
    for part in parts:
        # The index folds and parts plain text itself, at a fraction of the cost.
        plain = part.isascii()
        said.append(part if plain else " ".join(words_of(part)))
        if not plain or "'" in part or "-" in part:
            joined += map(run_together, _JOINED.findall(part))
        joined += map(phone_text, _NUMBER.findall(part))
    return " ".join(said + joined)


def name_text(parts: Iterable[str]) -> str:
    """The words of short texts (names, references, numbers), each also joined up."""
    said: list[str] = []
    for part in parts:
        words = words_of(part)
        said += words
        if len(words) > 1:
            said.append("".join(words))
    return " ".join(said)


def phone_text(number: str) -> str:
    """A number joined up; one as long as a phone's with and without the country's code."""
    digits = run_together(number)
    if len(digits) not in PHONE_DIGITS:
        return digits
    if digits.startswith("00"):
        digits = digits[2:]
    if digits.startswith("44"):
        return f"{digits} 0{digits[2:]}"
    return f"{digits} 44{digits[1:]}" if digits.startswith("0") else digits


class Terms(NamedTuple):
    """What was typed, as FTS5 expressions that hold only quoted words.

    All words must be found, joined up or apart: `whole` as they stand, `half_typed` as
    beginnings; in `half_typed_words` a single letter still stands for itself only.
    """

    whole: str
    half_typed: str
    half_typed_words: str


def parse(typed: str) -> Terms | None:
    """The words typed (the first 200 characters); None where there are none."""
    words = [found for part in typed[:LONGEST_QUERY].split() if (found := words_of(part))]
    if not words:
        return None
    return Terms(
        _expression(words, lambda last: ""),
        _expression(words, lambda last: "*"),
        _expression(words, lambda last: "*" if len(last) > 1 else ""),
    )


def _expression(words: Sequence[Sequence[str]], star: Callable[[str], str]) -> str:
    def quoted(parts: Sequence[str]) -> str:
        return f'"{" ".join(parts)}"{star(parts[-1])}'

    def either(parts: Sequence[str]) -> str:
        return quoted(parts) if len(parts) == 1 else f"({quoted(parts)} OR {joined(parts)})"

    def joined(parts: Iterable[str]) -> str:
        return quoted(["".join(parts)])

    every = " AND ".join(map(either, words))
    return every if len(words) == 1 else f"({every}) OR {joined(chain.from_iterable(words))}"


def snippets(typed: str) -> Callable[[str], str]:
    """Gives the piece of a text around the first word that was typed, on one line."""
    wanted = tuple(words_of(typed[:LONGEST_QUERY]))
    begins = re.compile(rf"(?<![^\W_])(?:{'|'.join(wanted)})", re.IGNORECASE)

    def place(text: str) -> int:
        if text.isascii():
            found = begins.search(text)
            return found.start() if found else 0
        words = _WORD.finditer(text)
        return next((word.start() for word in words if fold(word[0]).startswith(wanted)), 0)

    def snippet(text: str) -> str:
        at = max(0, place(text) - SNIPPET_BEFORE)
        piece = " ".join(text[at : at + SNIPPET_LENGTH].split())
        return f"{'… ' * (at > 0)}{piece}{' …' * (at + SNIPPET_LENGTH < len(text))}"

    return snippet
