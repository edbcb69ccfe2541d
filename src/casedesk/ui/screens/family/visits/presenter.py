"""What the visits and notes ask of the services."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from casedesk.domain.errors import KnownError
from casedesk.domain.gate import NamedMember
from casedesk.domain.records import Contact
from casedesk.domain.records.work import CONTACT_KINDS
from casedesk.domain.views.people_page import PeoplePage
from casedesk.domain.views.saved import Saved
from casedesk.domain.views.timeline import TimelinePage
from casedesk.services.notes import NoteEntry, add_note, change_note, names_to_offer
from casedesk.services.people_page import people_page
from casedesk.services.session import Session
from casedesk.services.timeline import timeline
from casedesk.ui.desk import Desk
from casedesk.ui.jobs import Job
from casedesk.ui.screens.family.saving import save

PAGE = 50
Counts = Mapping[str | None, int]
Refused = Callable[[KnownError], None]


class VisitsPresenter(QObject):
    """Reads one family's timeline, narrowed by `kind` and `text`, `PAGE` entries at a time.

    An answer to what is no longer asked is dropped.

    Signals:
        asked(): a first page is being read.
        answered(page): the first entries; they replace what was shown.
        more_read(page): those after them.
        counted(counts): how many there are of each kind; None is all of them.
        failed(sentence): they could not be read.
    """

    asked = Signal()
    answered = Signal(object)
    more_read = Signal(object)
    counted = Signal(object)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: Job | None = None
        self._counting: Job | None = None
        self.ref = ""
        self.kind: str | None = None
        self.text = ""

    def read(self, ref: str, loaded: int = 0) -> None:
        """Read a family anew, at least as many entries as are `loaded`."""
        if ref != self.ref:
            self.kind, self.text = None, ""
        self.ref = ref
        self._read_first(loaded)
        _stop(self._counting)
        session = self._desk.session
        self._counting = self._desk.jobs.read(
            self, partial(_counts, session, ref), self.counted.emit, self._on_uncounted
        )

    def narrow(self, *, kind: str | None, text: str) -> None:
        """Read those of a kind (None: of any) in which `text` is written."""
        if (kind, text) != (self.kind, self.text):
            self.kind, self.text = kind, text
            self._read_first(0)

    def read_more(self, offset: int) -> None:
        """Read the entries from `offset` on, unless something is being read already."""
        if self._asked is not None and not self._asked.is_over:
            return
        self._asked = self._desk.jobs.read(
            self, self._question(offset, PAGE), self._on_more, self._on_failed
        )

    def people(self, done: Callable[[PeoplePage], None]) -> None:
        """Who may have been there."""
        self._desk.jobs.read(self, partial(people_page, self._desk.session, self.ref), done)

    def names(
        self,
        ref: str,
        entry: NoteEntry,
        done: Callable[[tuple[NamedMember, ...]], None],
        refused: Refused,
    ) -> None:
        """The people whom a note names and who are not listed on it."""
        job = partial(names_to_offer, self._desk.session, ref, entry)
        self._desk.jobs.read(self, job, done, refused)

    def add(
        self, ref: str, entry: NoteEntry, done: Callable[[Saved[Contact]], None], refused: Refused
    ) -> None:
        """Save a new note of a family."""
        save(self._desk, self, partial(add_note, self._desk.session, ref, entry), done, refused)

    def change(
        self,
        contact: Contact,
        entry: NoteEntry,
        done: Callable[[Saved[Contact]], None],
        refused: Refused,
    ) -> None:
        """Save a note over the one it was made from; who wrote it down stays."""
        values = {one.name: getattr(entry, one.name) for one in fields(entry)}
        values |= {"on": entry.on or contact.on, "by": contact.by}
        changed = replace(contact, **values)
        save(self._desk, self, partial(change_note, self._desk.session, changed), done, refused)

    def _read_first(self, loaded: int) -> None:
        _stop(self._asked)
        self.asked.emit()
        self._asked = self._desk.jobs.read(
            self, self._question(0, max(PAGE, loaded)), self._on_read, self._on_failed
        )

    def _question(self, offset: int, limit: int) -> Callable[[], TimelinePage]:
        return partial(
            timeline,
            self._desk.session,
            self.ref,
            offset=offset,
            limit=limit,
            kind=self.kind,
            text=self.text,
        )

    def _on_read(self, page: TimelinePage) -> None:
        self._asked = None
        self.answered.emit(page)

    def _on_more(self, page: TimelinePage) -> None:
        self._asked = None
        self.more_read.emit(page)

    def _on_failed(self, error: KnownError) -> None:
        self._asked = None
        self.failed.emit(error.sentence)

    def _on_uncounted(self, error: KnownError) -> None:
        """The page itself says what went wrong; the chips then show no numbers."""
        self.counted.emit({})


def _stop(job: Job | None) -> None:
    if job is not None and not job.is_over:
        job.cancel()


def _counts(session: Session, ref: str) -> Counts:
    return {
        kind: timeline(session, ref, limit=1, kind=kind).total for kind in (None, *CONTACT_KINDS)
    }
