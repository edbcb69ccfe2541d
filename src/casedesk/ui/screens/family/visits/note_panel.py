"""The note that is being written, in the panel at the side; every word of it is kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casedesk.domain.dates import long_date
from casedesk.domain.errors import KnownError
from casedesk.domain.records import Contact
from casedesk.domain.views.people_page import PeoplePage
from casedesk.domain.views.saved import Saved
from casedesk.services.notes import NoteEntry
from casedesk.ui.desk import Desk
from casedesk.ui.forms.form_place import FormPlace, place_in_family
from casedesk.ui.forms.note_spelling import spelling_for
from casedesk.ui.forms.side_panel import SidePanel
from casedesk.ui.screens.family.visits.note_form import NoteForm
from casedesk.ui.screens.family.visits.presenter import VisitsPresenter

WIDE = 560
NOTE = "note"
"""What the form is called in `show_family(ref, form=…)`."""


class NotePanel(SidePanel):
    """Opens the form over `host`. Closed by mistake, its draft is offered the next time.

    Signals: saved(contact id): a note was saved.
    """

    saved = Signal(str)

    def __init__(self, desk: Desk, presenter: VisitsPresenter, host: QWidget) -> None:
        super().__init__(desk, host, width=WIDE)
        self._presenter = presenter

    @property
    def form(self) -> NoteForm | None:
        """The note that is being written, if one is."""
        return self.content if isinstance(self.content, NoteForm) else None

    def write(self, contact: Contact | None = None) -> None:
        """Add a note, or change `contact`."""
        if not (self.drawer.is_open and self.form is not None):
            self._presenter.people(partial(self._make, self._presenter.ref, contact))

    def write_again(self, contact_id: str) -> None:
        """As `write`, for a note by its id; "" is a new one."""
        if contact_id:
            self._presenter.note(contact_id, self.write)
        else:
            self.write()

    def _make(self, ref: str, contact: Contact | None, people: PeoplePage) -> None:
        if ref != self._presenter.ref or self.drawer.is_open:
            return
        session = self._desk.session
        titles = {key: one.title for key, one in session.catalogue.categories.items()}
        spelling = spelling_for(self._desk, self, ref)
        form = NoteForm(
            self._desk.theme,
            ref,
            people,
            titles,
            lambda: session.today,
            contact=contact,
            spelling=spelling,
        )
        form.destroyed.connect(spelling.deleteLater)
        form.save_asked.connect(partial(self._on_save, form))
        form.ready.connect(partial(self._on_ready, form))
        form.cancelled.connect(self.close)
        form.keep_drafts(self._desk, self._place(ref, contact))
        when = "" if contact is None else long_date(contact.on)
        self.show_part(f"Change the note of {when}" if when else "Add a note", form)
        form.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, ref: str, contact: Contact | None) -> FormPlace:
        if contact is None:
            return place_in_family(ref, "visits", NOTE, "", "Note")
        title = f"Change to the note of {long_date(contact.on)}"
        return place_in_family(ref, "visits", NOTE, contact.id, title, contact=contact.id)

    def _on_save(self, form: NoteForm) -> None:
        form.set_busy(True)
        try:
            entry = form.entry()
        except KnownError as error:
            form.refuse(error)
            return
        self._presenter.names(form.ref, entry, form.settle_names, form.refuse)

    def _on_ready(self, form: NoteForm, entry: NoteEntry) -> None:
        form.set_busy(True)
        done = partial(self._on_saved, form)
        if form.contact is None:
            self._presenter.add(form, form.ref, entry, done)
        else:
            self._presenter.change(form, form.contact, entry, done)

    def _on_saved(self, form: NoteForm, saved: Saved[Contact]) -> None:
        self.saved.emit(saved.record.id)
        if self.content is form:
            self.close()
