"""Numbers of a list's items as HTML counts them: 1. 2., a. b., i. ii."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = 26


def number_words(number: int, kind: str) -> str:
    """ "3.", "c.", "C.", "iii." or "III.": `kind` is HTML's 1, a, A, i or I."""
    if number < 1:
        return f"{number}."
    if kind in ("a", "A"):
        words = _letters(number)
    elif kind in ("i", "I") and number < 4_000:
        words = _roman(number)
    else:
        words = str(number)
    return f"{words.upper() if kind in ('A', 'I') else words}."


def _letters(number: int) -> str:
    words = ""
    while number:
        number, place = divmod(number - 1, _LETTERS)
        words = chr(ord("a") + place) + words
    return words


def _roman(number: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        words += letters * count
    return words
