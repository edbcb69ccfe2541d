"""What the people around a family ask of the services."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from casedesk.domain.errors import KnownError
from casedesk.domain.records import Professional, SafeContact
from casedesk.domain.views.around_page import AroundPage, KnownProfessional
from casedesk.domain.views.saved import Saved
from casedesk.services.around import around_page
from casedesk.services.professionals import (
    ProfessionalEntry,
    add_professional,
    change_professional,
    known_professionals,
    remove_professional,
)
from casedesk.services.safe_contacts import (
    SafeContactEntry,
    remove_safe_contact,
    set_safe_contact,
)
from casedesk.ui.desk import Desk
from casedesk.ui.forms.form_end import FormEnd, save_form
from casedesk.ui.jobs import Job


class AroundPresenter(QObject):
    """Signals: answered(page); failed(sentence): it could not be read."""

    answered = Signal(object)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._looking: Job | None = None
        self.ref = ""

    def read(self, ref: str) -> None:
        """Read who is around a family; an answer about another family is dropped."""
        _stop(self._job)
        self.ref = ref
        work = partial(around_page, self._desk.session, ref)
        self._job = self._desk.jobs.read(self, work, self._on_page, self._on_failed)

    def look(
        self, owner: QObject, text: str, found: Callable[[tuple[KnownProfessional, ...]], None]
    ) -> None:
        """Look for somebody typed in another family."""
        _stop(self._looking)
        work = partial(known_professionals, self._desk.session, self.ref, text)
        self._looking = self._desk.jobs.read(owner, work, found, lambda _: None)

    def add(self, entry: ProfessionalEntry, end: FormEnd) -> None:
        """Save somebody new."""
        self._save(end, add_professional, self.ref, entry)

    def change(self, one: Professional, end: FormEnd) -> None:
        """Save somebody's details."""
        self._save(end, change_professional, one)

    def remove(self, one: Professional, end: FormEnd) -> None:
        """Take somebody out who was put in by mistake."""
        self._save(end, remove_professional, one.id, one.version)

    def set_safe(self, entry: SafeContactEntry, end: FormEnd) -> None:
        """Save how it is safe to reach somebody."""
        self._save(end, set_safe_contact, self.ref, entry)

    def remove_safe(self, one: SafeContact, end: FormEnd) -> None:
        """Take away what was agreed."""
        self._save(end, remove_safe_contact, one.id, one.version)

    def _save(self, end: FormEnd, service: Callable[..., Saved[Any]], *args: Any) -> None:
        save_form(self._desk, self, partial(service, self._desk.session, *args), end)

    def _on_page(self, page: AroundPage) -> None:
        self._job = None
        self.answered.emit(page)

    def _on_failed(self, error: KnownError) -> None:
        self._job = None
        self.failed.emit(error.sentence)


def _stop(job: Job | None) -> None:
    if job is not None and not job.is_over:
        job.cancel()
