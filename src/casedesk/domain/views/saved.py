"""What a use case that writes gives back: the record as stored, a sentence, and a way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from casedesk.domain.records import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Undo:
    """A handle on one saved unit of work: its entries in one device's journal.

    `first` and `last` are sequences, both included; `what` says what was done.
    """

    device: str
    first: int
    last: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved(Generic[R]):
    """Something was saved.

    `record` is as stored, with its id and version. `sentence` is for the toast. `kinds` are
    the kinds of records written ("Fact"), for whoever shows them. `undo` is None where the
    rules allow no way back (a withdrawal). `warnings` are sentences about what was kept all
    the same.
    """

    record: R
    family_ref: str
    sentence: str
    kinds: frozenset[str]
    undo: Undo | None
    warnings: tuple[str, ...] = ()
