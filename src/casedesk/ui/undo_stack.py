"""Undo and redo of every save of a session, whatever page it was made on."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from casedesk.domain.errors import KnownError
from casedesk.domain.views.saved import Saved, Undo
from casedesk.services.undoing import undo, what_was_done

if TYPE_CHECKING:
    from casedesk.ui.desk import Desk

NOTHING_TO_UNDO = "There is nothing left to undo."
NOTHING_TO_REDO = "There is nothing to redo."


@dataclass(frozen=True)
class Offer:
    """What a toast offers on its button: `words` and, for the tool tip, its keys."""

    words: str
    keys: str
    run: Callable[[], None]

    def __call__(self) -> None:
        """Takes the offer."""
        self.run()


class UndoStack(QObject):
    """The saves that can be taken back, newest last, and those that were.

    What cannot be undone never comes here. A save drops what could be redone. One step runs at
    a time, after whatever is being saved; a step that the rules refuse (something was changed
    since) is explained and left out from then on: the next one is not taken in its place.

    Signals:
        changed(): there is something else to undo or redo.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._done: list[Undo] = []
        self._undone: list[Undo] = []
        self._asked: deque[bool] = deque()
        desk.jobs.busy_changed.connect(self._on_busy_changed)

    @property
    def next_undo(self) -> str:
        """What `undo` would take back, in words; "" when there is nothing."""
        return what_was_done(self._done[-1]) if self._done else ""

    @property
    def next_redo(self) -> str:
        """What `redo` would do again, in words; "" when there is nothing."""
        return what_was_done(self._undone[-1]) if self._undone else ""

    def put(self, saved: Saved[Any]) -> Offer | None:
        """Takes a save in; gives the offer for its toast, None where there is no way back."""
        self._undone.clear()
        if saved.undo is not None:
            self._done.append(saved.undo)
        self.changed.emit()
        return None if saved.undo is None else Offer("Undo", "Ctrl Z", self.undo)

    def undo(self) -> None:
        """Takes the newest save back; the toast says what came of it."""
        self._ask(forward=False)

    def redo(self) -> None:
        """Does again what was taken back last; the toast says what came of it."""
        self._ask(forward=True)

    def _ask(self, *, forward: bool) -> None:
        self._asked.append(forward)
        self._go_on()

    def _go_on(self) -> None:
        # What is being saved right now is the newest: it has to be on the stack first.
        if not self._asked or self._desk.jobs.is_writing:
            return
        forward = self._asked.popleft()
        steps = self._undone if forward else self._done
        if not steps:
            self._asked.clear()
            self._desk.toast(NOTHING_TO_REDO if forward else NOTHING_TO_UNDO)
            return
        step = steps.pop()
        self._desk.jobs.write(
            self,
            partial(undo, self._desk.session, step),
            partial(self._on_saved, forward),
            partial(self._on_refused, forward, step),
        )

    def _on_saved(self, forward: bool, saved: Saved[Any]) -> None:
        if saved.undo is not None:
            (self._done if forward else self._undone).append(saved.undo)
        offer = (
            Offer("Undo", "Ctrl Z", self.undo) if forward else Offer("Redo", "Ctrl Y", self.redo)
        )
        self.changed.emit()
        self._desk.toast(saved.sentence, offer)
        self._desk.say_changed(*saved.kinds)

    def _on_refused(self, forward: bool, step: Undo, error: KnownError) -> None:
        self._asked.clear()
        self.changed.emit()
        not_done = "Not redone" if forward else "Not undone"
        self._desk.toast(f"{not_done}: {what_was_done(step)}. {error.sentence}")

    def _on_busy_changed(self, writing: bool) -> None:
        if not writing:
            self._go_on()
