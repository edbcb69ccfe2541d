"""The column `child_voice`: a line a child, `P-2: words`, read and written.

A line that begins with no reference belongs to nobody in particular; so does one that
begins with a colon. A line that begins with a tab goes on with the words of the line
before. Source: docs/interchange.md, Children's words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from casedesk.interchange.workbook.cells import LONGEST_REFERENCE

Voices = tuple[tuple[str | None, str], ...]

FindPerson = Callable[[str], str | None]
"""The id of the person with a reference, or None."""

_LIKE_A_REFERENCE = re.compile(r"(\S+): ")


class UnknownChild(Exception):
    """A line begins with what looks like a reference, and nobody has it."""

    def __init__(self, ref: str) -> None:
        super().__init__(ref)
        self.ref = ref


def read_voices(text: str, find: FindPerson) -> Voices:
    """(person id or None, words) a line.

    Raises `UnknownChild` for a line such as `P-9: words` where nobody is P-9.
    """
    found: list[tuple[str | None, str]] = []
    for line in text.split("\n"):
        if line.startswith("\t") and found:
            who, words = found[-1]
            found[-1] = who, f"{words}\n{line[1:]}"
        elif line.strip():
            found.append(_line(line, find))
    return tuple(found)


def _line(line: str, find: FindPerson) -> tuple[str | None, str]:
    at = line.find(":", 0, LONGEST_REFERENCE + 1)
    while at >= 0:
        ref = line[:at].strip()
        if not ref:
            return None, _words(line, at)
        person = find(ref)
        if person is not None:
            return person, _words(line, at)
        at = line.find(":", at + 1, LONGEST_REFERENCE + 1)
    unknown = _LIKE_A_REFERENCE.match(line)
    if unknown:
        raise UnknownChild(unknown[1])
    return None, line


def _words(line: str, colon: int) -> str:
    return line[colon + 1 :].removeprefix(" ")


def write_voices(voices: Voices, refs: Mapping[str, str]) -> str:
    """The cell for these words. `refs` are the family's references by person id."""
    return "\n".join(_written(who, words, refs) for who, words in voices)


def _written(who: str | None, words: str, refs: Mapping[str, str]) -> str:
    flat = words.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\n\t")
    if who is not None:
        return f"{refs.get(who, who)}: {flat}"
    # A colon in front wherever the words might read as somebody's, or as nothing at all.
    first = words.partition("\n")[0]
    plain = ":" not in words and bool(first.strip()) and not first.startswith("\t")
    return flat if plain else f": {flat}"
