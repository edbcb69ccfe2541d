"""The one way screens save: the sentence with Undo in the toast, and word to every screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from casedesk.domain.errors import KnownError
from casedesk.domain.records import Record
from casedesk.domain.views.saved import Saved
from casedesk.ui.desk import Desk

R = TypeVar("R", bound=Record)


def save(
    desk: Desk,
    owner: QObject,
    fn: Callable[[], Saved[R]],
    done: Callable[[Saved[R]], None] | None = None,
    failed: Callable[[KnownError], None] | None = None,
) -> None:
    """Runs a service that writes; then `done`, the toast with Undo, and `desk.changed`.

    What can be undone goes on `desk.undo_stack`. `failed` gets the refusal; without it the
    window tells the sentence.
    """

    def announce(saved: Saved[R]) -> None:
        offer = desk.undo_stack.put(saved)
        desk.toast(" ".join((saved.sentence, *saved.warnings)), offer)
        desk.say_changed(*saved.kinds)

    def on_saved(saved: Saved[R]) -> None:
        if done is not None:
            done(saved)
        announce(saved)

    desk.jobs.write(owner, fn, on_saved, failed, dropped=announce)
