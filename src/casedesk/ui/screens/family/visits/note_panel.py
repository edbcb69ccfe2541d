"""The note that is being written, in the panel at the side; closed by mistake, it is kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from casedesk.domain.errors import KnownError
from casedesk.domain.records import Contact
from casedesk.domain.views.people_page import PeoplePage
from casedesk.domain.views.saved import Saved
from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.visits.note_form import NoteForm
from casedesk.ui.screens.family.visits.presenter import VisitsPresenter
from casedesk.ui.widgets.drawer import Drawer

WIDE = 560


class NotePanel(QObject):
    """Opens the form over `host`.

    A form that was closed with words in it comes back when the same note is asked for again.

    Signals: saved(contact id): a note was saved.
    """

    saved = Signal(str)

    def __init__(self, desk: Desk, presenter: VisitsPresenter, host: QWidget) -> None:
        super().__init__(host)
        self._desk = desk
        self._presenter = presenter
        self._host = host
        self.drawer = Drawer(desk.theme, host, width=WIDE)
        self.form: NoteForm | None = None
        self._kept: dict[tuple[str, str], NoteForm] = {}

    def write(self, contact: Contact | None = None) -> None:
        """Add a note, or change `contact`."""
        if self.drawer.is_open and self.form is not None:
            return
        kept = self._kept.get((self._presenter.ref, contact.id if contact is not None else ""))
        if kept is not None:
            self._show(kept)
        else:
            self._presenter.people(partial(self._make, self._presenter.ref, contact))

    def put_away(self) -> None:
        """Close it, for another family is turned to; what is typed is kept."""
        self.drawer.close_drawer()

    def _make(self, ref: str, contact: Contact | None, people: PeoplePage) -> None:
        if ref != self._presenter.ref or self.drawer.is_open:
            return
        session = self._desk.session
        titles = {key: one.title for key, one in session.catalogue.categories.items()}
        form = NoteForm(
            self._desk.theme, ref, people, titles, lambda: session.today, contact=contact
        )
        form.save_asked.connect(partial(self._on_save, form))
        form.ready.connect(partial(self._on_ready, form))
        form.cancelled.connect(partial(self._on_cancel, form))
        self._show(form)

    def _show(self, form: NoteForm) -> None:
        if form is not self.form:
            self._set_aside()
        self.form = form
        title = "Add a note" if form.contact is None else "Change the note"
        self._kept[_key(form)] = form
        self.drawer.slide_in(title, form)
        form.show()
        form.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_aside(self) -> None:
        """Take the last form out of the drawer; one with nothing typed is let go."""
        form, self.form = self.form, None
        if form is None:
            return
        self.drawer.take_content()
        form.setParent(self._host)
        form.hide()
        if not form.is_touched:
            self._kept.pop(_key(form), None)
        if _key(form) not in self._kept:
            form.deleteLater()

    def _on_save(self, form: NoteForm) -> None:
        form.set_busy(True)
        try:
            entry = form.entry()
        except KnownError as error:
            form.refuse(error)
            return
        self._presenter.names(form.ref, entry, form.settle_names, form.refuse)

    def _on_ready(self, form: NoteForm, entry: object) -> None:
        form.set_busy(True)
        done = partial(self._on_saved, form)
        if form.contact is None:
            self._presenter.add(form.ref, entry, done, form.refuse)  # type: ignore[arg-type]
        else:
            self._presenter.change(form.contact, entry, done, form.refuse)  # type: ignore[arg-type]

    def _on_saved(self, form: NoteForm, saved: Saved[Contact]) -> None:
        self._kept.pop(_key(form), None)
        self.saved.emit(saved.record.id)
        if self.form is form:
            self.drawer.close_drawer()
            self._set_aside()

    def _on_cancel(self, form: NoteForm) -> None:
        self.drawer.close_drawer()
        self._kept.pop(_key(form), None)
        if form.is_touched:
            self._desk.toast(
                "Put the note away without saving it.", partial(self._bring_back, form)
            )

    def _bring_back(self, form: NoteForm) -> None:
        if self.form is form and form.ref == self._presenter.ref:
            self._show(form)
        else:
            self._desk.toast("That note is gone: another one was begun since.")


def _key(form: NoteForm) -> tuple[str, str]:
    return form.ref, form.contact.id if form.contact is not None else ""
