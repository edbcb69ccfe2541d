"""Chance that is the same in every version of Python.

Only `random.Random.random` keeps its sequence from release to release, so everything else
is made of it here.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A stream of choices named by a text: the same text, the same choices."""

    def __init__(self, name: str) -> None:
        self._random = Random(name)  # noqa: S311 - invented people, no secrets

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def odds(self, likely: float) -> bool:
        """True in that share of cases (0 to 1)."""
        return self._random.random() < likely

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[self.whole(0, len(choices) - 1)]

    def several(self, choices: Sequence[T], count: int) -> list[T]:
        """So many different ones (all, if there are fewer), in an order of chance."""
        left = list(choices)
        return [left.pop(self.whole(0, len(left) - 1)) for _ in range(min(count, len(left)))]
