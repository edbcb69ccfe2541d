"""What the people around a family ask of the services."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from casedesk.domain.records import Professional, SafeContact
from casedesk.domain.views.around_page import KnownProfessional
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
from casedesk.ui.forms.form_end import FormEnd
from casedesk.ui.job import Job, stop
from casedesk.ui.screens.family.tab_presenter import TabPresenter


class AroundPresenter(TabPresenter):
    """`answered` gives the `AroundPage`."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self._looking: Job | None = None

    def read(self, ref: str) -> None:
        """Read who is around a family; an answer about another family is dropped."""
        self.ref = ref
        self._ask(partial(around_page, self._desk.session, ref))

    def look(
        self, owner: QObject, text: str, found: Callable[[tuple[KnownProfessional, ...]], None]
    ) -> None:
        """Look for somebody typed in another family."""
        stop(self._looking)
        work = partial(known_professionals, self._desk.session, self.ref, text)
        self._looking = self._desk.jobs.read(owner, work, found, lambda _: None)

    def add(self, entry: ProfessionalEntry, end: FormEnd) -> None:
        """Save somebody new."""
        self._put(end, add_professional, self.ref, entry)

    def change(self, one: Professional, end: FormEnd) -> None:
        """Save somebody's details."""
        self._put(end, change_professional, one)

    def remove(self, one: Professional, end: FormEnd) -> None:
        """Take somebody out who was put in by mistake."""
        self._put(end, remove_professional, one.id, one.version)

    def set_safe(self, entry: SafeContactEntry, end: FormEnd) -> None:
        """Save how it is safe to reach somebody."""
        self._put(end, set_safe_contact, self.ref, entry)

    def remove_safe(self, one: SafeContact, end: FormEnd) -> None:
        """Take away what was agreed."""
        self._put(end, remove_safe_contact, one.id, one.version)
