"""Keeps what is typed into one form, and offers what was typed into it before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtWidgets import QBoxLayout, QWidget

from casedesk.services.drafts import Draft, DraftKey, drafts_of, put_back_draft
from casedesk.ui.desk import Desk
from casedesk.ui.forms.draft_offer import DraftOffer
from casedesk.ui.forms.draft_writer import Contents, DraftWriter


class DraftKeeper(DraftWriter):
    """A `DraftWriter` whose form may take up an older draft; `banner` offers it.

    The banner goes to the top of the form's layout unless the form has put it elsewhere.
    """

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
        super().__init__(desk, owner, key, read=read, title=title, page=page, args=args)
        self._restore: Callable[[Contents], None] | None = None
        self._offered: Draft | None = None
        self.banner = DraftOffer(desk.theme)
        self.banner.setParent(owner)
        self.banner.hide()
        self.banner.resume_asked.connect(self.resume)
        self.banner.discard_asked.connect(self._discard_offered)

    def offer(self, restore: Callable[[Contents], None]) -> None:
        """Look for a draft of this very form and offer it; `restore` puts it into the form."""
        self._restore, self._sets_aside = restore, True
        work = partial(drafts_of, self._board.session, self.key)
        # In turn with the writes: the form may have been closed with words a moment ago.
        found = partial(self._on_found, self._owns)
        self._desk.jobs.write(self, work, found, lambda _: None, quiet=True)

    def resume(self) -> None:
        """Put the offered draft into the form; what was typed meanwhile can be brought back."""
        draft, restore = self._offered, self._restore
        if draft is None or restore is None:
            return
        typed = self._read()
        self._take_offer_away()
        self._instead_of = draft.key if draft.key != self.key else None
        self._owns = True
        restore(draft.contents)
        self._owner.setFocus()
        if typed is not None:
            self._desk.toast("Draft resumed", partial(self._go_back, restore, typed))
        self.note_edit()
        self.write_now()

    def discard(self, *, words: str = "Draft discarded") -> None:
        """The form is given up: its draft goes; the toast says so and offers Undo."""
        typed = self._read()
        self._settle()
        if typed is None and self._on_disk is None and not self._writing:
            return
        self._drop(self.key)
        self._on_disk, self._owns = None, True
        if typed is not None:
            self._desk.toast(words, partial(self._bring_back, self._draft(typed)))

    def _on_found(self, owned: bool, found: tuple[Draft, ...]) -> None:
        if self._owns and not owned and self._restore is not None:
            self.offer(self._restore)  # It was set aside while it was being looked for.
            return
        older = [one for one in found if one.key != self.key or not self._owns]
        if older and self._offered is None:
            self._show_offer(older[0])

    def _show_offer(self, draft: Draft) -> None:
        self._offered = draft
        layout = self._owner.layout()
        if isinstance(layout, QBoxLayout) and self.banner.parent() is self._owner:
            layout.insertWidget(0, self.banner)
        self.banner.say(draft.written_at, self._now())
        self.banner.show()

    def _take_offer_away(self) -> None:
        self._offered = None
        self.banner.hide()

    def _discard_offered(self) -> None:
        draft = self._offered
        if draft is None:
            return
        self._take_offer_away()
        self._owner.setFocus()
        if draft.key == self.key:
            self._owns = True
        self._drop(draft.key)
        self._desk.toast("Draft discarded", partial(self._bring_back, draft))

    def _bring_back(self, draft: Draft) -> None:
        """Undo of discarding: it is on disk again, and its form offers it."""
        desk, page, args = self._desk, draft.page, dict(draft.args)

        def back(is_back: bool) -> None:
            if not is_back:
                desk.toast("There is a newer draft, so the older one was not put back")
            elif page:
                desk.navigate(page, **args)

        work = partial(put_back_draft, self._board.session, draft)
        desk.jobs.write(desk, work, back, quiet=True)

    def _go_back(self, restore: Callable[[Contents], None], typed: Contents) -> None:
        if shiboken6.isValid(self):
            restore(typed)
            self.note_edit()

    def _has_older_words(self) -> bool:
        return self._offered is not None and self._offered.key == self.key

    def _on_set_aside(self, key: DraftKey) -> None:
        if self._offered is not None:
            self._offered = replace(self._offered, key=key)
