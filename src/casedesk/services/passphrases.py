"""Choosing a passphrase: how strong one is, in words, and one made up from random words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casedesk.domain.errors import VaultError
from casedesk.storage.passphrase import LEAST_CHARACTERS, generate_phrase, require_strong
from casedesk.system.words import shipped_words

BARS = 4
LONG = 20
VERY_LONG = 28


@dataclass(frozen=True)
class Strength:
    """How good a passphrase is: `bars` of four filled, and a sentence for it.

    `enough` is what making the vault asks: only then would it be taken.
    """

    bars: int
    enough: bool
    sentence: str
    long_enough: bool
    hard_to_guess: bool


NOTHING_YET = Strength(0, False, "", False, False)


def strength(passphrase: str, personal: Sequence[str] = ()) -> Strength:
    """How strong a passphrase is by the rule of docs/architecture.md (The vault).

    `personal` are words that anyone who knows the worker would try: name, council, team.
    """
    if not passphrase:
        return NOTHING_YET
    long_enough = len(passphrase) >= LEAST_CHARACTERS
    try:
        require_strong(passphrase, personal)
    except VaultError as error:
        bars = 2 if long_enough else 1
        return Strength(bars, False, error.sentence, long_enough, hard_to_guess=False)
    if len(passphrase) >= VERY_LONG:
        return Strength(4, True, "Very strong. Nobody will guess this.", True, True)
    if len(passphrase) >= LONG:
        return Strength(4, True, "Strong. Unrelated words are hard to guess.", True, True)
    return Strength(3, True, "Strong enough. A longer one is stronger.", True, True)


def suggest_phrase() -> str:
    """Five words chosen at random, with hyphens between: 55 bits."""
    return generate_phrase(shipped_words())
