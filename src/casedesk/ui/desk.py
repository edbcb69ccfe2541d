"""What every screen is handed: the open vault, the look, and the ways to the rest of the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from casedesk.domain.errors import KnownError
from casedesk.services.session import Session
from casedesk.ui.forms.draft_board import DraftBoard
from casedesk.ui.job import Job
from casedesk.ui.jobs import Jobs
from casedesk.ui.undo_stack import UndoStack

if TYPE_CHECKING:
    from casedesk.ui.dialogs import Dialogs
    from casedesk.ui.theme.theme import Theme

T = TypeVar("T")


class Desk(QObject):
    """One unlocked session's desk; it is gone when the vault locks.

    Pages: `families` (search=text), `family` (family=ref, tab="overview" | "criteria" |
    "consent" | "visits" | "plan" | "documents" | "history" | "people", and what the tab takes,
    such as criterion=id or person=id), `report` (family=ref), `today`, `reports`, `team`,
    `settings`. `navigate` to a page that is not there is a bug of ours.

    A screen is a `QWidget` made with `(desk, parent)` that has `title` (str) and
    `show_for(**args)`, called whenever it is navigated to. It may also have
    `crumbs` (list of (words, page, args) before the title), `regions()` (its F6 stops, in
    order), `handles` (set of shortcut ids it answers) and `on_action(id)`, `palette_actions()`
    (rows for the palette), `whereabouts()` (the arguments of `show_for` that lead back to what
    is shown now) and `put_away()` (saves drafts by `jobs.write` before the lock). It
    calls `desk.retitled.emit()` after changing `title` or `crumbs`.

    Signals:
        changed(kinds): something was saved; `kinds` is a frozenset of record names such as
            "Consent", "Fact", "Family" ("*" when anything may have changed).
        navigation_asked(page, args): the window turns to the page.
        toast_asked(words, undo): the window shows it; `undo` is a callable or None.
        retitled(): the current screen has another title.
        lock_asked(): a screen asks the window to lock.
    """

    changed = Signal(object)
    navigation_asked = Signal(str, object)
    toast_asked = Signal(str, object)
    retitled = Signal()
    lock_asked = Signal()

    def __init__(
        self,
        session: Session,
        theme: Theme,
        jobs: Jobs,
        dialogs: Dialogs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.theme = theme
        self.jobs = jobs
        self.dialogs = dialogs
        self.drafts = DraftBoard(session)
        self.undo_stack = UndoStack(self)

    def navigate(self, page: str, **args: Any) -> None:
        """Turns to a page, handing `args` to its `show_for`."""
        self.navigation_asked.emit(page, args)

    def toast(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Says briefly what was done; `undo` is offered there and by Ctrl Z.

        A save goes through `casedesk.ui.saving.save`, which offers the way back by itself.
        """
        self.toast_asked.emit(words, undo)

    def say_changed(self, *kinds: str) -> None:
        """Tells every screen what was saved, so that it reads it anew."""
        self.changed.emit(frozenset(kinds or ("*",)))

    def write(
        self,
        owner: QObject,
        fn: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[KnownError], None] | None = None,
        *,
        kinds: tuple[str, ...] = ("*",),
    ) -> Job:
        """`jobs.write`, and `changed(kinds)` once it is saved, even if `owner` is gone by then."""

        def saved(result: T) -> None:
            done(result)
            self.say_changed(*kinds)

        def saved_unseen(_: T) -> None:
            self.say_changed(*kinds)

        return self.jobs.write(owner, fn, saved, failed, dropped=saved_unseen)
