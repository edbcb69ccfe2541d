"""Which words of a text are checked, and what counts as the same word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

LONGEST_WORD = 60
"""Letters; anything longer is no word."""

# Addresses, file names, codes and words with figures are passed over whole.
_PIECE = re.compile(r"\S+")
_NO_PROSE = re.compile(r"[@/\\_=<>{}]|\d|://|\w\.\w{2,}")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’][sS]$")
_SHORT_PIECE = 2


class WordAt(NamedTuple):
    """A word and where it stands: `start` and `end` are characters of the text."""

    start: int
    end: int
    word: str


def words_in(text: str) -> Iterator[WordAt]:
    """The words to check, in order. Single letters, capitals only (GP, CAMHS), words with
    figures, and addresses are not checked; "Smith-Jones" is two words."""
    for piece in _PIECE.finditer(text):
        if _NO_PROSE.search(piece[0]):
            continue
        for found in _WORD.finditer(piece[0]):
            word = found[0]
            if _SHORT_PIECE <= len(word) <= LONGEST_WORD and not word.isupper():
                start = piece.start() + found.start()
                yield WordAt(start, start + len(word), word)


def word_at(text: str, place: int) -> WordAt | None:
    """The word that the place is in or at the end of; None where none is checked."""
    first = max(text.rfind(" ", 0, place), text.rfind("\n", 0, place), text.rfind("\t", 0, place))
    stops = [at for sign in " \n\t" if (at := text.find(sign, place)) >= 0]
    start = first + 1
    for one in words_in(text[start : min(stops, default=len(text))]):
        if one.start + start <= place <= one.end + start:
            return WordAt(one.start + start, one.end + start, one.word)
    return None


def plain_word(word: str) -> str:
    """A word with a straight apostrophe and without 's."""
    return _POSSESSIVE.sub("", word).replace("’", "'")


def folded_words(texts: Iterable[str]) -> frozenset[str]:
    """The words of names and of a personal list, as `plain_word` in small letters."""
    return frozenset(
        plain_word(found[0]).casefold() for text in texts for found in _WORD.finditer(text)
    )
