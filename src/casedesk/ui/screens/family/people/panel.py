"""The forms of this tab in the panel at the side; one that is saved closes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from casedesk.domain.views.new_family import LikelyPerson
from casedesk.domain.views.people_page import PeoplePage, PersonCard, RelationshipLine
from casedesk.ui.desk import Desk
from casedesk.ui.forms.form_end import FormEnd
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.forms.form_place import place_in_family
from casedesk.ui.forms.side_panel import SidePanel, Start
from casedesk.ui.screens.family.people.add_form import AddPersonForm
from casedesk.ui.screens.family.people.membership_form import MembershipForm
from casedesk.ui.screens.family.people.person_form import PersonForm
from casedesk.ui.screens.family.people.presenter import PeoplePresenter
from casedesk.ui.screens.family.people.relationship_form import RelationshipForm

WIDE = 480
ADD, PERSON, PLACE, RELATIONSHIP = "add", "person", "place", "relationship"
"""What a form of this tab is called in `show_family(ref, form=…, about=id)`."""


class PeoplePanel(SidePanel):
    """Opens over `host`."""

    def __init__(self, desk: Desk, presenter: PeoplePresenter, host: QWidget) -> None:
        super().__init__(desk, host, width=WIDE)
        self._presenter = presenter
        self._today = lambda: desk.session.today

    def open_named(self, page: PeoplePage, wanted: Mapping[str, str]) -> None:
        """Open the form that `wanted` names, with the arguments its draft was kept with."""
        form, about = wanted.get("form"), wanted.get("about", "")
        cards = {one.person.id: one for one in page.people}
        lines = {one.record.id: one for one in page.relationships}
        if form == ADD:
            self.add_person()
        elif form == PERSON and about in cards:
            self.edit_person(cards[about])
        elif form == PLACE and about in cards:
            self.edit_place(cards[about])
        elif form == RELATIONSHIP and about in lines:
            self.edit_relationship(page, lines[about])
        elif form == RELATIONSHIP and not about:
            self.add_relationship(page)

    def edit_person(self, card: PersonCard) -> None:
        """Somebody's own details."""
        form = PersonForm(self._desk.theme, card, self._today)
        self._show(
            f"{card.name}: details",
            form,
            lambda end: self._presenter.save_person(form.record(), end),
            PERSON,
            card.person.id,
        )

    def edit_place(self, card: PersonCard) -> None:
        """Somebody's place in the family."""
        form = MembershipForm(self._desk.theme, card, self._today)
        self._show(
            f"{card.called}’s place in the family",
            form,
            lambda end: self._presenter.save_membership(form.record(), end),
            PLACE,
            card.person.id,
        )

    def add_relationship(self, page: PeoplePage) -> None:
        """A new relationship."""
        self._relationship(
            RelationshipForm(self._desk.theme, page, self._today), "Add relationship"
        )

    def edit_relationship(self, page: PeoplePage, line: RelationshipLine) -> None:
        """A relationship that is recorded."""
        form = RelationshipForm(self._desk.theme, page, self._today, record=line.record)
        self._relationship(form, "Change relationship")

    def add_person(self) -> None:
        """Somebody new."""
        form = AddPersonForm(self._desk.theme, self._presenter.ref, self._today)

        def add(same_as: str | None, end: FormEnd) -> None:
            self._presenter.add(form.entry(), same_as, end)

        def look(end: FormEnd) -> None:
            form.forget_likely()
            self._presenter.look(form.entry(), partial(found, end), form.refuse)

        def found(end: FormEnd, people: Sequence[LikelyPerson]) -> None:
            if self.content is not form or not self.drawer.is_open:
                return
            if people:
                form.show_likely(people)
            else:
                self.submit(form, partial(add, None))

        form.same_chosen.connect(lambda same: self.submit(form, partial(add, same)))
        form.new_chosen.connect(lambda: self.submit(form, partial(add, None)))
        self._show("Add person", form, look, ADD, "")

    def _relationship(self, form: RelationshipForm, title: str) -> None:
        record = form.record

        def save(end: FormEnd) -> None:
            self._presenter.save_relationship(record, form.parts(), form.days(), end)

        def remove(end: FormEnd) -> None:
            if record is not None:
                self._presenter.remove_relationship(record, end)

        form.remove_asked.connect(lambda: self.submit(form, remove))
        self._show(title, form, save, RELATIONSHIP, record.id if record is not None else "")

    def _show(self, title: str, form: FormPanel, save: Start, name: str, about: str) -> None:
        place = place_in_family(self._presenter.ref, "people", name, about, title, about=about)
        self.open_form(title, form, save, place)
