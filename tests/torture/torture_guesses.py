"""S1: a wrong passphrase never opens, the right one opens straight after, and nothing is told."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from torture_outcome import Control, Outcome
from torture_vault import PASSPHRASE, new_vault, opened

from casedesk.domain.errors import WrongPassphrase
from casedesk.services.before_unlock import LONGEST_WAIT, wait_after
from casedesk.storage.passphrase import spelled

Change = Callable[[str, random.Random], str]

RIGHT_EVERY = 20
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -_'éß"
LOOK_ALIKES = str.maketrans("aeopcx", "аеорсх")  # Cyrillic
TOLD_BEFORE = ("Fenwick", "CD-0001", "Sam")


def run(place: Path, guesses: int, seed: int = 21) -> Outcome:
    """Tries so many near misses on one vault."""
    folder = place / "vault"
    new_vault(folder)
    failures: list[str] = []
    sentences = set()
    waits = [wait_after(wrong) for wrong in range(guesses)]
    if waits != sorted(waits) or max(waits) > LONGEST_WAIT:
        failures.append("the wait does not grow, or grows without an end")
    wrong = list(_near_misses(guesses, random.Random(seed)))
    right = 0
    for number, guess in enumerate(wrong):
        try:
            opened(folder, guess).__enter__()
        except WrongPassphrase as error:
            sentences.add(str(error))
        else:
            failures.append(f"{guess[:40]!r} opened it")
        if number % RIGHT_EVERY == 0:
            with opened(folder):
                right += 1
    failures += [f"told of the vault: {one}" for one in sentences if _tells(one)]
    if len(sentences) > 1:
        failures.append("some guesses are answered in other words than others")
    caught = sum(_lenient(guess) == _lenient(PASSPHRASE) for guess in wrong)
    return Outcome(
        "S1",
        "near misses: letters, spaces, case, look-alikes, Unicode forms, empty, a megabyte",
        len(wrong),
        failures,
        Control("an unlock that forgives case and spaces", len(wrong), caught),
        {"the right one straight after": right, "longest wait": f"{max(waits)} s"},
    )


def _tells(sentence: str) -> bool:
    return any(word in sentence for word in TOLD_BEFORE)


def _lenient(passphrase: str) -> str:
    return "".join(unicodedata.normalize("NFKC", passphrase).split()).casefold()


def _near_misses(count: int, chance: random.Random) -> Iterator[str]:
    fixed = [
        "", " ", PASSPHRASE + " ", " " + PASSPHRASE, PASSPHRASE.upper(), PASSPHRASE.title(),
        PASSPHRASE.replace(" ", ""), PASSPHRASE.replace(" ", "-"), PASSPHRASE[:-1],
        PASSPHRASE * 2, PASSPHRASE + "\n", PASSPHRASE + "\0", PASSPHRASE[::-1],
        PASSPHRASE.translate(LOOK_ALIKES), "x" * 1_000_000, PASSPHRASE + "x" * 1_000_000,
        "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in PASSPHRASE),
        unicodedata.normalize("NFD", "é" + PASSPHRASE), PASSPHRASE.replace(" ", "\t"),
        "\ufeff" + PASSPHRASE, PASSPHRASE + "\u200b", "' OR 1=1 --", PASSPHRASE.replace("o", "0"),
    ]  # fmt: skip
    changes: tuple[Callable[[str, random.Random], str], ...] = (
        _other,
        _left_out,
        _put_in,
        _swapped,
    )
    seen = {spelled(PASSPHRASE)}
    given = 0
    for guess in fixed:
        if given < count and spelled(guess) not in seen:
            seen.add(spelled(guess))
            given += 1
            yield guess
    while given < count:
        guess = PASSPHRASE
        for _ in range(chance.choice((1, 1, 1, 2))):
            guess = chance.choice(changes)(guess, chance)
        if spelled(guess) not in seen:
            seen.add(spelled(guess))
            given += 1
            yield guess


def _other(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(LETTERS) + text[at + 1 :]


def _left_out(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    return text[:at] + text[at + 1 :]


def _put_in(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(LETTERS) + text[at:]


def _swapped(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
