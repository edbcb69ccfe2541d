"""What the people tab asks of the services: everybody, and what is saved about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from casedesk.domain.errors import KnownError
from casedesk.domain.records import Membership, Person, Relationship
from casedesk.domain.views.new_family import LikelyPerson, LookUp, NewFamily, NewPerson
from casedesk.domain.views.people_page import PeoplePage
from casedesk.domain.views.saved import Saved
from casedesk.services.new_family import look_for_same
from casedesk.services.people import (
    add_person,
    add_relationship,
    change_membership,
    change_person,
    change_relationship,
    remove_relationship,
)
from casedesk.services.people_page import people_page
from casedesk.ui.desk import Desk
from casedesk.ui.forms.form_end import FormEnd, save_form
from casedesk.ui.jobs import Job

Refused = Callable[[KnownError], None]


class PeoplePresenter(QObject):
    """Signals: answered(page): everybody; failed(sentence): they could not be read."""

    answered = Signal(object)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self.ref = ""

    def read(self, ref: str) -> None:
        """Read everybody in a family."""
        self.ref = ref
        if self._job is not None and not self._job.is_over:
            self._job.cancel()
        work = partial(people_page, self._desk.session, ref)
        self._job = self._desk.jobs.read(self, work, self._on_page, self._on_failed)

    def look(
        self,
        entry: NewPerson,
        found: Callable[[Sequence[LikelyPerson]], None],
        refused: Refused,
    ) -> None:
        """Look for people in the vault who may be the same."""

        def got(looked: LookUp) -> None:
            found(looked.people)

        asked = NewFamily(name="", people=(entry,))
        work = partial(look_for_same, self._desk.session, asked)
        self._desk.jobs.read(self, work, got, refused)

    def add(self, entry: NewPerson, same_as: str | None, end: FormEnd) -> None:
        """Add somebody; `same_as` is the person the vault has already."""
        self._save(add_person, self.ref, replace(entry, same_as=same_as), end=end)

    def save_person(self, person: Person, end: FormEnd) -> None:
        """Save somebody's details."""
        self._save(change_person, self.ref, person, end=end)

    def save_membership(self, membership: Membership, end: FormEnd) -> None:
        """Save somebody's place in the family."""
        self._save(change_membership, membership, end=end)

    def save_relationship(
        self,
        record: Relationship | None,
        parts: tuple[str, str, str],
        days: Mapping[str, date | None],
        end: FormEnd,
    ) -> None:
        """Save a relationship, a new one when there is no record of it yet."""
        if record is None:
            from_on, to_on = days["from_on"], days["to_on"]
            new = partial(add_relationship, from_on=from_on, to_on=to_on)
            self._save(new, self.ref, *parts, end=end)
            return
        person, relation, other = parts
        changed = replace(
            record,
            person_id=person,
            relation=relation,
            other_person_id=other,
            from_on=days["from_on"],
            to_on=days["to_on"],
        )
        self._save(change_relationship, changed, end=end)

    def remove_relationship(self, record: Relationship, end: FormEnd) -> None:
        """Take out a relationship that was never so."""
        self._save(remove_relationship, record.id, record.version, end=end)

    def _save(self, service: Callable[..., Saved[Any]], *args: Any, end: FormEnd) -> None:
        work = partial(service, self._desk.session, *args)
        save_form(self._desk, self, work, end)

    def _on_page(self, page: PeoplePage) -> None:
        self._job = None
        self.answered.emit(page)

    def _on_failed(self, error: KnownError) -> None:
        self._job = None
        self.failed.emit(error.sentence)
