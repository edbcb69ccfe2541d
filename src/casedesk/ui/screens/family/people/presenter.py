"""What the people tab asks of the services: everybody, and what is saved about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from casedesk.domain.errors import KnownError
from casedesk.domain.records import Membership, Person, Relationship
from casedesk.domain.views.new_family import LikelyPerson, LookUp, NewFamily, NewPerson
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
from casedesk.ui.forms.form_end import FormEnd
from casedesk.ui.screens.family.tab_presenter import TabPresenter

Refused = Callable[[KnownError], None]


class PeoplePresenter(TabPresenter):
    """`answered` gives the `PeoplePage`."""

    def read(self, ref: str) -> None:
        """Read everybody in a family."""
        self.ref = ref
        self._ask(partial(people_page, self._desk.session, ref))

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
        self._put(end, add_person, self.ref, replace(entry, same_as=same_as))

    def save_person(self, person: Person, end: FormEnd) -> None:
        """Save somebody's details."""
        self._put(end, change_person, self.ref, person)

    def save_membership(self, membership: Membership, end: FormEnd) -> None:
        """Save somebody's place in the family."""
        self._put(end, change_membership, membership)

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
            self._put(end, new, self.ref, *parts)
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
        self._put(end, change_relationship, changed)

    def remove_relationship(self, record: Relationship, end: FormEnd) -> None:
        """Take out a relationship that was never so."""
        self._put(end, remove_relationship, record.id, record.version)
