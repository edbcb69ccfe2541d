"""What is wrong with a workbook, cell by cell, in sentences that say where and what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

MOST_ERRORS_SHOWN = 200
MOST_WARNINGS_SHOWN = 1_000
_MOST_KEPT = 5_000
_LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Problem:
    """One error: where it is, the value as shown, and the phrase that says what to do.

    `value` is empty for an empty cell. `expected` ends a sentence: "should be a date".
    """

    sheet: str
    row: int
    column: str
    value: str
    expected: str

    @property
    def sentence(self) -> str:
        what = f"“{self.value}”" if self.value else "the cell is empty, and"
        return f"{self.sheet}, row {self.row}, column {self.column}: {what} {self.expected}."


@dataclass(slots=True)
class ProblemLog:
    """Collects errors and warnings; counts all, keeps as many as anybody would read."""

    problems: list[Problem] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    _problems_beyond: int = 0
    _warnings_beyond: int = 0

    def error(self, sheet: str, row: int, column: str, value: object, expected: str) -> None:
        if len(self.problems) < _MOST_KEPT:
            self.problems.append(Problem(sheet, row, column, shown(value), expected))
        else:
            self._problems_beyond += 1

    def warn(self, sentence: str) -> None:
        if len(self.warnings) < MOST_WARNINGS_SHOWN:
            self.warnings.append(sentence)
        else:
            self._warnings_beyond += 1

    @property
    def any_errors(self) -> bool:
        return bool(self.problems)

    def error_sentences(self, order: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
        """The first 200 errors by place, and how many more there are.

        `order` gives the workbook's sheets in order, and each one's columns.
        """
        places = {
            (sheet, column): (at, within)
            for at, (sheet, columns) in enumerate(order.items())
            for within, column in enumerate(("", *columns))
        }

        def place(one: Problem) -> tuple[int, int, int]:
            sheet, column = places.get((one.sheet, one.column), (places[one.sheet, ""][0], -1))
            return sheet, one.row, column

        found = sorted(dict.fromkeys(self.problems), key=place)
        more = max(0, len(found) - MOST_ERRORS_SHOWN) + self._problems_beyond
        sentences = [one.sentence for one in found[:MOST_ERRORS_SHOWN]]
        return (*sentences, f"And {more:,} more errors.") if more else tuple(sentences)

    def warning_sentences(self) -> tuple[str, ...]:
        """The first 1,000 warnings, each once, and how many more there are."""
        found = tuple(dict.fromkeys(self.warnings))
        more = self._warnings_beyond
        return (*found, f"And {more:,} more warnings.") if more else found


def shown(value: object) -> str:
    """A value as a message shows it: short, on one line, with nothing invisible in it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return shown("; ".join(str(one) for one in value))
    if isinstance(value, datetime | time):
        return value.isoformat(*(" " if isinstance(value, datetime) else ()))
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    short = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
    if short.isprintable():
        return short
    return "".join(_visible(one) for one in short)


def _visible(character: str) -> str:
    if character in "\n\r":
        return "⏎"
    if character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    return f"<U+{ord(character):04X}>"
