"""The British English dictionary that comes with the program: which words it knows.

Hunspell reads it, offline. Reading takes about a tenth of a second, once; a reader in plain
Python was left aside because its half a million objects slow every sweep of Python's memory,
which is felt in typing.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from casedesk.domain.errors import FileProblem
from casedesk.system.resources import resources_folder

NAME = "en_GB"
SUGGESTIONS = 6
_SHORT_TURN = 0.0005
"""Seconds a busy thread goes on before another may: the usual 5 ms would be felt in typing."""


class Dictionary:
    """Knows words; may be asked from several threads."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader

    def knows(self, word: str) -> bool:
        """Whether a word is spelt as the dictionary has it (capitals at a start are fine)."""
        return bool(self._reader.spell(word))

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may have been meant, likeliest first; at most `SUGGESTIONS`."""
        return tuple(dict.fromkeys(one for one in self._reader.suggest(word) if one))[:SUGGESTIONS]


def shipped_dictionary() -> Dictionary:
    """The dictionary that comes with the program, read when it is first asked for.

    Raises `FileProblem` when it is missing.
    """
    with _reading:
        if not _read:
            _read.append(_read_shipped())
        return _read[0]


_reading = threading.Lock()
_read: list[Dictionary] = []


def _read_shipped() -> Dictionary:
    from hunspell import Hunspell

    folder = resources_folder() / "dictionaries"
    try:
        return Dictionary(Hunspell(NAME, hunspell_data_dir=str(folder), system_encoding="UTF-8"))
    except OSError as error:
        raise FileProblem(
            "CaseDesk's own files are missing from this installation; install it again."
        ) from error


@contextmanager
def gently() -> Iterator[None]:
    """While this lasts, a long piece of work lets the interface's thread in ten times sooner."""
    with _turns_lock:
        _turns.append(sys.getswitchinterval())
        sys.setswitchinterval(_SHORT_TURN)
    try:
        yield
    finally:
        with _turns_lock:
            sys.setswitchinterval(_turns.pop())


_turns_lock = threading.Lock()
_turns: list[float] = []
