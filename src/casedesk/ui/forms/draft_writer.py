"""Writes the words of one form as its draft: after every pause, and while typing goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from casedesk.domain.errors import KnownError
from casedesk.services.drafts import Draft, DraftKey
from casedesk.ui.desk import Desk
from casedesk.ui.forms.draft_board import Words

T = TypeVar("T")
Contents = Mapping[str, Any]

PAUSE_MS = 800
LIMIT_MS = 1_400
"""On the disk within one and two seconds, on a slow laptop that is busy with other things too."""
GOING = (QEvent.Type.Hide, QEvent.Type.DeferredDelete)


class DraftWriter(QObject):
    """The draft of the form `owner`, by `key`; call `note_edit` on every edit.

    `read` gives what stands in the form, or None where nothing is worth keeping: then the
    draft goes. A form that is hidden or deleted has its last words written at once.
    `pause` and `limit` are its clocks.

    Signals:
        kept(datetime): the words are on disk.
        emptied(): there is no draft of this form any more.
        not_kept(datetime): they could not be written; since when. It goes on trying.
    """

    kept = Signal(object)
    emptied = Signal()
    not_kept = Signal(object)
    _saved = Signal(bool)

    def __init__(
        self,
        desk: Desk,
        owner: QWidget,
        key: DraftKey,
        *,
        read: Callable[[], Contents | None],
        title: str,
        page: str,
        args: Mapping[str, Any] | None = None,
    ) -> None:
        """`title` says what it is a draft of; `page` with `args` is where its form opens."""
        super().__init__(owner)
        self._desk, self._owner, self._board = desk, owner, desk.drafts
        self.key, self._read = key, read
        self._title, self._page, self._args = title, page, dict(args or {})
        self._sets_aside = False
        self._instead_of: DraftKey | None = None
        self._on_disk: Contents | None = None
        self._owns = False  # whether the draft on disk is of these words, not of older ones
        self._dirty = self._due = False
        self._over = False  # it is saved, but word of it has not come to this thread yet
        self._writing = 0
        self._since: datetime | None = None
        self.pause = self._clock(PAUSE_MS)
        self.limit = self._clock(LIMIT_MS)
        self._saved.connect(self._on_saved)
        owner.installEventFilter(self)
        self._board.join(self)

    def note_edit(self) -> None:
        """Something was edited."""
        if not self._dirty:
            self._dirty = True
            self._since = self._since or self._now()
        self.pause.start()
        if not self.limit.isActive():
            self.limit.start()

    def finishing(self, fn: Callable[[], T]) -> Callable[[], T]:
        """The saving call of this form: what it saves takes the draft with it.

        Edits until then count for nothing once it is saved. When it is refused, or fails, the
        words as they are now are on disk before anybody hears of it.
        """
        typed = self._read()
        words = None if typed is None or typed == self._on_disk else self._words(typed)
        number, board, key = self._board.next_number(), self._board, self.key
        first = self._words(typed or {}) if self._has_older_words() else None

        def save() -> T:
            try:
                if first is not None:
                    board.write(board.next_number(), first)
                result = board.finish(number, words, key, fn, self._set_over)
            except BaseException:
                self._tell(False)
                raise
            self._tell(True)
            return result

        return save

    def write_now(self) -> None:
        """What is not on disk yet is on its way there."""
        if self._dirty:
            self._write(at_once=True)

    def unsaved(self) -> Words | None:
        """What may not be on disk yet, for the board."""
        if self._over or not (self._dirty or self._writing):
            return None
        typed = self._read()
        return None if typed is None else self._words(typed)

    def on_flushed(self, words: Words) -> None:
        """The board has written it."""
        self._settle()
        self._on_kept(words, None)

    def _set_over(self) -> None:
        """On the thread that saves."""
        self._over = True

    def _tell(self, is_saved: bool) -> None:
        """On the thread that saves."""
        if shiboken6.isValid(self):
            self._saved.emit(is_saved)

    def _now(self) -> datetime:
        return self._board.session.clock.now()

    def _clock(self, after_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(self._write)
        return timer

    def _settle(self) -> None:
        self.pause.stop()
        self.limit.stop()
        self._dirty = self._due = False
        self._since = None

    def _draft(self, typed: Contents) -> Draft:
        return Draft(
            key=self.key,
            contents=typed,
            title=self._title,
            page=self._page,
            args=self._args,
            written_at=self._now(),
        )

    def _words(self, typed: Contents) -> Words:
        aside = not self._owns and self._sets_aside
        return Words(self._draft(typed), aside=aside, instead_of=self._instead_of)

    def _write(self, *, at_once: bool = False) -> None:
        self.pause.stop()
        self.limit.stop()
        if self._over or not self._dirty:
            return
        if self._writing and not at_once:
            self._due = True
            return
        since = self._since or self._now()
        typed = self._read()
        self._settle()
        if typed == self._on_disk and not self._writing and self._instead_of is None:
            return
        if typed is None:
            if self._owns or self._on_disk is not None or self._writing:
                self._drop(self.key, since)
                self._on_disk = None
            return
        words, number = self._words(typed), self._board.next_number()
        self._writing += 1
        self._desk.jobs.write(
            self,
            partial(self._board.write, number, words),
            partial(self._on_written, words),
            partial(self._on_failed, since),
            quiet=True,
        )

    def _drop(self, key: DraftKey, since: datetime | None = None) -> None:
        self._writing += 1
        self._desk.jobs.write(
            self,
            partial(self._board.drop, self._board.next_number(), key),
            self._on_dropped,
            partial(self._on_failed, since or self._now()),
            quiet=True,
        )

    def _on_written(self, words: Words, moved: DraftKey | None) -> None:
        self._writing -= 1
        self._on_kept(words, moved)
        if self._due and self._dirty:
            self._write()

    def _on_kept(self, words: Words, moved: DraftKey | None) -> None:
        self._on_disk, self._owns = words.draft.contents, True
        if words.instead_of == self._instead_of:
            self._instead_of = None
        if moved is not None:
            self._on_set_aside(moved)
        self.kept.emit(words.draft.written_at)

    def _on_dropped(self, _: Draft | None) -> None:
        self._writing -= 1
        if self._on_disk is None:
            self.emptied.emit()
        if self._due and self._dirty:
            self._write()

    def _on_failed(self, since: datetime, _: KnownError) -> None:
        self._writing -= 1
        self._try_again(since)

    def _try_again(self, since: datetime) -> None:
        self._dirty = True
        self._since = min(since, self._since or since)
        self.not_kept.emit(self._since)
        self.limit.start()

    def _on_saved(self, is_saved: bool) -> None:
        self._over = False
        if is_saved:
            self._settle()
            self._on_disk, self._owns = None, True
            self.emptied.emit()
        else:
            self.note_edit()
            self.write_now()

    def _has_older_words(self) -> bool:
        """Whether an older draft of the form, which nobody has answered, would go with ours."""
        return False

    def _on_set_aside(self, key: DraftKey) -> None:
        """An older draft of the form has this key from now on."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter: the last words of a form that goes."""
        # Python may have taken this object apart while Qt still knows it.
        if event.type() in GOING and watched is getattr(self, "_owner", None):
            self.write_now()
        return False
