"""The forms of this tab in the panel at the side; one that is saved closes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from casedesk.domain.errors import KnownError
from casedesk.domain.views.new_family import LikelyPerson
from casedesk.domain.views.people_page import PeoplePage, PersonCard, RelationshipLine
from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.criteria.form_panel import FormPanel
from casedesk.ui.screens.family.people.add_form import AddPersonForm
from casedesk.ui.screens.family.people.membership_form import MembershipForm
from casedesk.ui.screens.family.people.person_form import PersonForm
from casedesk.ui.screens.family.people.presenter import PeoplePresenter
from casedesk.ui.screens.family.people.relationship_form import RelationshipForm
from casedesk.ui.widgets.drawer import Drawer

WIDE = 480


class PeoplePanel(QObject):
    """Opens over `host`."""

    def __init__(self, desk: Desk, presenter: PeoplePresenter, host: QWidget) -> None:
        super().__init__(host)
        self._desk = desk
        self._presenter = presenter
        self.drawer = Drawer(desk.theme, host, width=WIDE)
        self.form: FormPanel | None = None
        self._today = lambda: desk.session.today

    def close(self) -> None:
        """Close it, whatever it shows."""
        self.drawer.close_drawer()

    def edit_person(self, card: PersonCard) -> None:
        """Somebody's own details."""
        form = PersonForm(self._desk.theme, card, self._today)

        def save() -> None:
            self._presenter.save_person(form.record(), partial(self._done, form), form.refuse)

        self._show(f"{card.name}: details", form, save)

    def edit_place(self, card: PersonCard) -> None:
        """Somebody's place in the family."""
        form = MembershipForm(self._desk.theme, card, self._today)

        def save() -> None:
            self._presenter.save_membership(form.record(), partial(self._done, form), form.refuse)

        self._show(f"{card.called}’s place in the family", form, save)

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

        def add(same_as: str | None) -> None:
            form.set_busy(True)
            _tried(
                form,
                lambda: self._presenter.add(
                    form.entry(), same_as, partial(self._done, form), form.refuse
                ),
            )

        def found(people: Sequence[LikelyPerson]) -> None:
            if self.form is not form or not self.drawer.is_open:
                return
            if people:
                form.show_likely(people)
            else:
                add(None)

        def look() -> None:
            form.forget_likely()
            self._presenter.look(form.entry(), found, form.refuse)

        form.same_chosen.connect(add)
        form.new_chosen.connect(lambda: add(None))
        self._show("Add person", form, look)

    def _relationship(self, form: RelationshipForm, title: str) -> None:
        done = partial(self._done, form)

        def save() -> None:
            self._presenter.save_relationship(
                form.record, form.parts(), form.days(), done, form.refuse
            )

        def remove() -> None:
            if form.record is not None:
                form.set_busy(True)
                self._presenter.remove_relationship(form.record, done, form.refuse)

        form.remove_asked.connect(remove)
        self._show(title, form, save)

    def _show(self, title: str, form: FormPanel, save: Callable[[], None]) -> None:
        def on_save() -> None:
            form.set_busy(True)
            _tried(form, save)

        form.save_asked.connect(on_save)
        form.cancelled.connect(self.close)
        self.form = form
        self.drawer.slide_in(title, form)

    def _done(self, form: FormPanel) -> None:
        if self.form is form:
            self.close()


def _tried(form: FormPanel, act: Callable[[], None]) -> None:
    try:
        act()
    except KnownError as error:
        form.refuse(error)
