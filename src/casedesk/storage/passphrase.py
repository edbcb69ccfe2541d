"""Passphrases: how they are spelled, which ones are strong enough, and made-up ones."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Iterable, Sequence

from zxcvbn_rs_py import zxcvbn

from casedesk.domain.errors import VaultError

LEAST_CHARACTERS = 12
MOST_CHARACTERS = 1024
LEAST_SCORE = 3
PHRASE_WORDS = 5
LEAST_WORDS = 2048

_JUDGED_CHARACTERS = 100
_LEAST_WORD = 3
_LEAST_LEFT = 6
_OWN_WORDS = ("casedesk", "supporting", "families", "keyworker", "council", "password")


def spelled(passphrase: str) -> bytes:
    """The bytes that the key is made from, the same on every keyboard and system.

    Unicode form NFC, and every kind of space is the plain one, as RFC 8265 (OpaqueString) has
    it. Not NFKC: that would make passphrases equal which look different (full-width letters,
    ligatures, superscripts), and case is kept for the same reason.
    """
    normal = unicodedata.normalize("NFC", passphrase)
    plain = "".join(" " if unicodedata.category(c) == "Zs" else c for c in normal)
    return plain.encode("utf-8", "surrogatepass")


def require_strong(passphrase: str, personal: Iterable[str] = ()) -> None:
    """Refuses a passphrase that is short, common or made of the worker's own names.

    At least 12 characters and a score of 3 of 4 by zxcvbn, and something left of it without the
    words that are easy to guess here: the program's, and those of `personal`, such as the
    worker's name. A generated phrase of five words passes. Raises `VaultError` with one sentence.
    """
    text = unicodedata.normalize("NFC", passphrase)
    if len(text) < LEAST_CHARACTERS:
        raise VaultError(
            f"The passphrase is too short: use at least {LEAST_CHARACTERS} characters, or five "
            "words chosen at random."
        )
    if len(text) > MOST_CHARACTERS:
        raise VaultError(
            f"The passphrase is too long: use at most {MOST_CHARACTERS} characters that you can "
            "type again."
        )
    if any(unicodedata.category(character) in ("Cc", "Cs", "Cn") for character in text):
        raise VaultError(
            "The passphrase has a character that cannot be typed again on every keyboard: use "
            "letters, digits, spaces and signs."
        )
    guessable = [word for name in personal for word in (name, *name.split()) if word]
    guessable += _OWN_WORDS
    score = int(zxcvbn(text[:_JUDGED_CHARACTERS], guessable).score)
    if score < LEAST_SCORE or _left_without(text, guessable) < _LEAST_LEFT:
        raise VaultError(
            "The passphrase is too easy to guess: use five words chosen at random, or a longer "
            "one without names, dates and common words."
        )


def _left_without(text: str, guessable: Iterable[str]) -> int:
    """How many letters and digits are left when the guessable words are taken out."""
    left = text.casefold()
    for word in sorted(guessable, key=len, reverse=True):
        if len(word) >= _LEAST_WORD:
            left = left.replace(word.casefold(), " ")
    return sum(character.isalnum() for character in left)


def generate_phrase(words: Sequence[str]) -> str:
    """Five words chosen at random, with hyphens between: 55 bits from 2,048 words.

    Raises `ValueError` when the list is shorter than that or has a word twice.
    """
    if len(words) < LEAST_WORDS or len(set(words)) != len(words):
        raise ValueError("the word list needs 2,048 different words")
    return "-".join(secrets.choice(words) for _ in range(PHRASE_WORDS))
