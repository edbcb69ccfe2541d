"""Crockford's base 32: letters and digits that people do not mix up when they copy them.

https://www.crockford.com/base32.html: no I, L, O or U; when read, I and L count as 1 and O
as 0, case does not matter, and spaces and hyphens may stand anywhere.
"""

from __future__ import annotations

import unicodedata

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {character: value for value, character in enumerate(ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_DASHES = "Pd"
_SPACES = ("Zs", "Cc", "Cf")


def encode(number: int, length: int) -> str:
    """`number` in exactly `length` characters, most significant first."""
    return "".join(ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(length)))


def decode(text: str) -> int:
    """The number that `text` stands for. Raises `ValueError` for any other character."""
    number = 0
    for character in text:
        value = _VALUES.get(character)
        if value is None:
            raise ValueError("not a character of the code")
        number = number << 5 | value
    return number


def squeeze(typed: str) -> str:
    """What was typed, in capitals, without spaces, line ends and hyphens of any kind."""
    kept = (
        character
        for character in unicodedata.normalize("NFKC", typed)
        if unicodedata.category(character) not in (_DASHES, *_SPACES)
    )
    return "".join(kept).upper()


def grouped(text: str, size: int = 4) -> str:
    """In groups of `size` with hyphens between."""
    return "-".join(text[start : start + size] for start in range(0, len(text), size))
