"""The drafts of a desk: all forms that are open, and the one way to the disk for their words."""

from __future__ import annotations

import itertools
import threading
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import shiboken6

from casedesk.domain.errors import KnownError
from casedesk.services.drafts import (
    Draft,
    DraftKey,
    discard_draft,
    finishing,
    write_draft,
)
from casedesk.services.session import Session

if TYPE_CHECKING:
    from casedesk.ui.forms.draft_writer import DraftWriter

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Words:
    """What is to be written of a form; see `write_draft`."""

    draft: Draft
    aside: bool = False
    instead_of: DraftKey | None = None


class DraftBoard:
    """What is written carries a number, and a form's older words never go over newer ones.

    The lock is held while anything of a draft is written: from the interface thread when the
    vault locks, else from the thread that saves.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._written: dict[DraftKey, int] = {}
        self._keepers: weakref.WeakSet[DraftWriter] = weakref.WeakSet()

    def join(self, keeper: DraftWriter) -> None:
        """A form is open."""
        self._keepers.add(keeper)

    def next_number(self) -> int:
        """The place of what is asked for now among everything that is asked for."""
        return next(self._numbers)

    def write(self, number: int, words: Words) -> DraftKey | None:
        """As `write_draft`, unless something newer was written."""
        with self._lock:
            return self._write(number, words)

    def drop(self, number: int, key: DraftKey) -> Draft | None:
        """As `discard_draft`, unless something newer was written."""
        with self._lock:
            if not self._is_newest(number, key):
                return None
            gone = discard_draft(self.session, key)
            self._written[key] = number
            return gone

    def finish(
        self,
        number: int,
        words: Words | None,
        key: DraftKey,
        fn: Callable[[], T],
        saved: Callable[[], None],
    ) -> T:
        """Save a form; its draft goes with it, and what was asked to be written before is void.

        `saved` is called before anything else can be written. When the save fails, `words`
        are kept as the draft.
        """
        with self._lock:
            try:
                with finishing(self.session, key):
                    result = fn()
            except BaseException:
                # Whatever went wrong, ours or the world's: the words are the worker's.
                if words is not None:
                    self._write_if_possible(number, words)
                raise
            self._written[key] = self.next_number()
            saved()
            return result

    def flush_all(self) -> tuple[str, ...]:
        """Write at once whatever is not on disk yet; gives the titles of what would not go.

        For the lock: it waits for the disk and for nothing else.
        """
        refused = []
        for keeper in list(self._keepers):
            if not shiboken6.isValid(keeper):
                continue
            with self._lock:
                words = keeper.unsaved()
                if words is None:
                    continue
                is_kept = self._write_if_possible(self.next_number(), words)
            if is_kept:
                keeper.on_flushed(words)
            else:
                refused.append(words.draft.title)
        return tuple(refused)

    def _write(self, number: int, words: Words) -> DraftKey | None:
        key = words.draft.key
        if not self._is_newest(number, key):
            return None
        moved = write_draft(
            self.session, words.draft, aside=words.aside, instead_of=words.instead_of
        )
        self._written[key] = number
        return moved

    def _write_if_possible(self, number: int, words: Words) -> bool:
        try:
            self._write(number, words)
        except KnownError:
            return False  # The form still has the words, and goes on trying.
        return True

    def _is_newest(self, number: int, key: DraftKey) -> bool:
        return number > self._written.get(key, 0)
