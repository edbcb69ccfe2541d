"""How one person is related to another: "Kerry is parent of Tyler"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from casedesk.domain.records import Relationship
from casedesk.domain.records.people import RELATIONS
from casedesk.domain.views.people_page import PeoplePage
from casedesk.services.person_words import relation_words
from casedesk.ui.forms.choice_boxes import choice_box
from casedesk.ui.forms.dates import add_date, read_days
from casedesk.ui.forms.removable_form import RemovableForm
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.flowing_text import FlowingText


class RelationshipForm(RemovableForm):
    """A new relationship, or `record` changed or taken out.

    Signals: remove_asked(): it was never so.
    """

    def __init__(
        self,
        theme: Theme,
        page: PeoplePage,
        today: Callable[[], date],
        *,
        record: Relationship | None = None,
        parent: QWidget | None = None,
    ) -> None:
        is_new = record is None
        super().__init__(theme, "Save relationship", "Remove", is_new=is_new, parent=parent)
        self.record = record
        self._called = {one.person.id: one.called for one in page.people}
        people = [(one.name, one.person.id) for one in page.people]
        relations = [(relation_words("", one, "").strip(), one) for one in RELATIONS]
        first, second = _pair(page, record)
        self.person = choice_box(people, first, or_none=False)
        self.relation = choice_box(relations, record.relation if record else None, or_none=False)
        self.other = choice_box(people, second, or_none=False)
        self.add_field("person_id", "Who", self.person)
        self.add_field("relation", "How", self.relation)
        self.add_field("other_person_id", "Of whom", self.other)
        self.sentence = FlowingText(theme, "", "sub")
        self.body.addWidget(self.sentence)
        self.from_on = add_date(
            self,
            "from_on",
            "Since",
            today,
            value=record.from_on if record else None,
            leaning="back",
            hint="Leave empty when it was always so, or nobody knows",
        )
        self.to_on = add_date(
            self, "to_on", "Until", today, value=record.to_on if record else None,
            hint="Leave empty while it is so",
        )  # fmt: skip
        self.remove.setAccessibleName("Remove this relationship: it was never so")
        self.end_with_remove()
        for box in (self.person, self.relation, self.other):
            box.currentIndexChanged.connect(self._say_it)
        self.setFocusProxy(self.person)
        self._say_it()

    def days(self) -> dict[str, date | None]:
        """From when until when. Raises `InvalidFields` for what is no date."""
        return read_days({"from_on": self.from_on, "to_on": self.to_on})

    def parts(self) -> tuple[str, str, str]:
        """Person, relation, other person."""
        person, relation, other = (
            box.currentData() or "" for box in (self.person, self.relation, self.other)
        )
        return person, relation, other

    def _say_it(self) -> None:
        person, relation, other = self.parts()
        called = self._called
        said = relation_words(called.get(person, ""), relation, called.get(other, ""))
        self.sentence.set_text(f"{said}.")


def _pair(page: PeoplePage, record: Relationship | None) -> tuple[str | None, str | None]:
    """The two people a form starts with: those of `record`, else the first two."""
    if record is not None:
        return record.person_id, record.other_person_id
    ids = [one.person.id for one in page.people]
    return next(iter(ids), None), next(iter(ids[1:]), None)
