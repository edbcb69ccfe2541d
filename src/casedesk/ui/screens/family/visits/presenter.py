"""What the visits and notes ask of the services."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from casedesk.domain.errors import KnownError
from casedesk.domain.records import Contact
from casedesk.domain.views.chronology import Chronology
from casedesk.domain.views.people_page import PeoplePage
from casedesk.domain.views.saved import Saved
from casedesk.domain.views.timeline import EVERYTHING, Narrowing, TimelineChoices, TimelinePage
from casedesk.services.chronology import chronology
from casedesk.services.notes import (
    NamesOffered,
    NoteEntry,
    add_note,
    change_note,
    mark_significant,
    names_to_offer,
    note,
)
from casedesk.services.people_page import people_page
from casedesk.services.timeline import timeline, timeline_choices
from casedesk.ui.desk import Desk
from casedesk.ui.forms.form_fields import FormFields
from casedesk.ui.job import Job, stop
from casedesk.ui.saving import save
from casedesk.ui.screens.family.tab_presenter import TabPresenter

PAGE = 50
Refused = Callable[[KnownError], None]


class VisitsPresenter(TabPresenter):
    """Reads one family's timeline, narrowed by `wanted`, `PAGE` entries at a time.

    An answer to what is no longer asked is dropped.

    Signals:
        asked(): a first page is being read.
        answered(page): the first entries; they replace what was shown.
        more_read(page): those after them.
        choices_read(choices): what it can be narrowed by; None when that is not known.
        chronology_read(chronology): the events that mattered.
        failed(sentence): they could not be read.
    """

    asked = Signal()
    more_read = Signal(object)
    choices_read = Signal(object)
    chronology_read = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self._choosing: Job | None = None
        self._telling: Job | None = None
        self.wanted: Narrowing = EVERYTHING

    def read(self, ref: str, loaded: int = 0) -> None:
        """Read a family anew, at least as many entries as are `loaded`."""
        if ref != self.ref:
            self.wanted = EVERYTHING
        self.ref = ref
        self._read_first(loaded)
        stop(self._choosing)
        work = partial(timeline_choices, self._desk.session, ref)
        self._choosing = self._desk.jobs.read(self, work, self._on_choices, self._on_no_choices)

    def narrow(self, wanted: Narrowing) -> None:
        """Read those that are wanted."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._read_first(0)

    def read_chronology(self) -> None:
        """Read the events that mattered."""
        stop(self._telling)
        work = partial(chronology, self._desk.session, self.ref)
        self._telling = self._desk.jobs.read(self, work, self._on_chronology, self._on_failed)

    def read_more(self, offset: int) -> None:
        """Read the entries from `offset` on, unless something is being read already."""
        if not self.is_reading:
            self._ask(self._question(offset, PAGE), self.more_read.emit)

    def people(self, done: Callable[[PeoplePage], None]) -> None:
        """Who may have been there."""
        self._desk.jobs.read(self, partial(people_page, self._desk.session, self.ref), done)

    def note(self, contact_id: str, done: Callable[[Contact], None]) -> None:
        """One note, to change it."""
        self._desk.jobs.read(self, partial(note, self._desk.session, contact_id), done)

    def names(
        self,
        ref: str,
        entry: NoteEntry,
        done: Callable[[NamesOffered], None],
        refused: Refused,
    ) -> None:
        """The people whom a note names and who are not listed on it."""
        job = partial(names_to_offer, self._desk.session, ref, entry)
        self._desk.jobs.read(self, job, done, refused)

    def add(
        self, form: FormFields, ref: str, entry: NoteEntry, done: Callable[[Saved[Contact]], None]
    ) -> None:
        """Save a new note of a family; the form's draft goes with it."""
        work = partial(add_note, self._desk.session, ref, entry)
        save(self._desk, self, form.finishing(work), done, form.refuse)

    def change(
        self,
        form: FormFields,
        contact: Contact,
        entry: NoteEntry,
        done: Callable[[Saved[Contact]], None],
    ) -> None:
        """Save a note over the one it was made from; who wrote it down stays."""
        values = {one.name: getattr(entry, one.name) for one in fields(entry)}
        values |= {"on": entry.on or contact.on, "by": contact.by}
        work = partial(change_note, self._desk.session, replace(contact, **values))
        save(self._desk, self, form.finishing(work), done, form.refuse)

    def mark(self, contact: Contact, *, significant: bool) -> None:
        """Put a note into the chronology, or take it out."""
        session = self._desk.session
        work = partial(mark_significant, session, contact, significant=significant)
        save(self._desk, self, work)

    def _read_first(self, loaded: int) -> None:
        self.asked.emit()
        self._ask(self._question(0, max(PAGE, loaded)))

    def _question(self, offset: int, limit: int) -> Callable[[], TimelinePage]:
        return partial(
            timeline,
            self._desk.session,
            self.ref,
            offset=offset,
            limit=limit,
            wanted=self.wanted,
        )

    def _on_choices(self, choices: TimelineChoices) -> None:
        self.choices_read.emit(choices)

    def _on_no_choices(self, error: KnownError) -> None:
        """The page itself says what went wrong; it can then be narrowed by words and kinds."""
        self.choices_read.emit(None)

    def _on_chronology(self, read: Chronology) -> None:
        self.chronology_read.emit(read)
