"""Saving from a tab: the sentence and its Undo in the toast, and word to every screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from casedesk.domain.errors import KnownError
from casedesk.domain.records import Record
from casedesk.domain.views.saved import Saved
from casedesk.services.undoing import undo
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

    `failed` gets the refusal; without it the window tells the sentence.
    """

    def announce(saved: Saved[R]) -> None:
        desk.toast(" ".join((saved.sentence, *saved.warnings)), _way_back(desk, saved))
        desk.say_changed(*saved.kinds)

    def on_saved(saved: Saved[R]) -> None:
        if done is not None:
            done(saved)
        announce(saved)

    desk.jobs.write(owner, fn, on_saved, failed, dropped=announce)


def _way_back(desk: Desk, saved: Saved[R]) -> Callable[[], None] | None:
    if saved.undo is None:
        return None
    return partial(save, desk, desk, partial(undo, desk.session, saved.undo))
