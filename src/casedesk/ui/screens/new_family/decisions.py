"""What was found that may be the same, and what the worker has decided about each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casedesk.domain.views.new_family import LikelyFamily, LikelyPerson, LookUp

Key = tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """Somebody, or a family, that may be the same.

    `row` is the id of the person's row in the form, None for a family. The key has the
    reason in it: found for another reason, it is to be decided anew.
    """

    key: Key
    what: LikelyPerson | LikelyFamily
    row: int | None


class Decisions:
    """Which of those found were said to be somebody else.

    A person who is the same is no longer looked for, and so is not found again.
    """

    def __init__(self) -> None:
        self.found: tuple[Found, ...] = ()
        self._others: set[Key] = set()

    def take(self, looked: LookUp, rows: Sequence[int]) -> None:
        """What a look found; `rows` are the ids of the form's rows of the people of that entry."""
        self.found = (*_people(looked, rows), *_families(looked))

    def say_other(self, key: Key) -> None:
        """It is somebody else, or another family."""
        self._others.add(key)

    def ask_again(self, key: Key) -> None:
        """It is to be decided after all."""
        self._others.discard(key)

    def forget(self) -> None:
        """A new form."""
        self.found = ()
        self._others.clear()

    def is_other(self, key: Key) -> bool:
        """Whether it was said to be somebody else."""
        return key in self._others

    @property
    def open(self) -> tuple[Found, ...]:
        """What is still to be decided, in the order it is shown."""
        return tuple(one for one in self.found if one.key not in self._others)


def _people(looked: LookUp, rows: Sequence[int]) -> Iterator[Found]:
    for one in looked.people:
        if one.place < len(rows):
            row = rows[one.place]
            yield Found(("person", str(row), one.person_id, one.why), one, row)


def _families(looked: LookUp) -> Iterator[Found]:
    for one in looked.families:
        yield Found(("family", one.ref, one.why), one, None)
