"""The form of a new family: the family, its people, and what is wrong with what is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.errors import KnownError
from casedesk.domain.field_problems import FieldProblem, InvalidFields
from casedesk.domain.views.new_family import NewFamily
from casedesk.services.settings import Programme
from casedesk.ui.forms.entered import dates_that_are_none
from casedesk.ui.screens.new_family.family_card import FamilyCard
from casedesk.ui.screens.new_family.people_card import PeopleCard
from casedesk.ui.screens.new_family.person_row import PersonRow
from casedesk.ui.shell.page_area import PageArea
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.field import Field

_IN_MORE = ("nhs_number", "upn", "phone", "school")


class NewFamilyForm(QWidget):
    """Signals: edited(): something was typed, chosen, linked or taken out."""

    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        programmes: Sequence[Programme],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.family = FamilyCard(theme, programmes, today)
        self.people = PeopleCard(theme, today)
        self.trouble = Banner(theme, "bad", "Not created yet")
        self.trouble.hide()
        inside = QWidget()
        parts = QVBoxLayout(inside)
        parts.setContentsMargins(0, 4, 8, 4)
        parts.setSpacing(16)
        for part in (self.trouble, self.family, self.people):
            parts.addWidget(part)
        parts.addStretch(1)
        self._area = PageArea(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self.setFocusProxy(self.family.name)
        self.family.named.connect(self.people.follow)
        self.family.edited.connect(self.edited)
        self.people.edited.connect(self.edited)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is typed that somebody would miss."""
        return self.family.is_blank and not self.people.entered()

    def start_anew(self, programme: str, keyworker: str) -> None:
        """An empty form, with what is usual."""
        self.family.start_with(programme, keyworker)
        self.people.start_anew()
        self.trouble.hide()
        self._mark(())

    def entry(self) -> tuple[NewFamily, tuple[int, ...]]:
        """What is typed, and the rows that its people stand in, by their ids."""
        entered = self.people.entered()
        rows = tuple(row.id for row in entered)
        people = tuple(row.person() for row in entered)
        return NewFamily(**self.family.values(), people=people), rows

    def row_of(self, row_id: int | None) -> PersonRow | None:
        """A row of the people, while it is there."""
        return next((row for row in self.people.rows if row.id == row_id), None)

    def check(self) -> None:
        """Raise `InvalidFields` for a family without a name and for what is no date."""
        problems: list[FieldProblem] = []
        if not self.family.name.text().strip():
            problems.append(FieldProblem("name", "The name of the family", "is needed"))
        problems += dates_that_are_none(self.family.controls)
        for place, row in enumerate(self.people.entered()):
            problems += [
                FieldProblem(f"people.{place}.{one.field}", one.label, one.expected)
                for one in dates_that_are_none(row.controls)
            ]
        if problems:
            raise InvalidFields(problems)

    def accept(self) -> None:
        """Nothing is wrong any more."""
        self.trouble.hide()
        self._mark(())

    def refuse(self, error: KnownError) -> None:
        """Mark the fields a refusal names and go to the first; say the rest above the form."""
        problems = error.fields if isinstance(error, InvalidFields) else ()
        rest = self._mark(problems)
        self.trouble.setVisible(bool(rest) or not problems)
        if rest or not problems:
            said = "; ".join(str(one) for one in rest) or error.sentence
            self.trouble.set_words("bad", "Not created yet", said)
            self._area.verticalScrollBar().setValue(0)

    def kept(self) -> dict[str, Any] | None:
        """As a draft keeps it; None while it is blank."""
        if self.is_blank:
            return None
        return {"family": self.family.kept(), "people": self.people.kept()}

    def put_back(self, kept: Mapping[str, Any]) -> None:
        """Fill it from a draft."""
        self.family.put_back(kept.get("family", {}))
        self.people.put_back(kept.get("people", []))
        self.edited.emit()

    def _mark(self, problems: tuple[FieldProblem, ...]) -> tuple[FieldProblem, ...]:
        """Mark fields, go to the first; gives the problems that have no field here."""
        said = {one.field: str(one).strip() for one in problems}
        fields: dict[str, Field] = dict(self.family.fields)
        for row in self.people.rows:
            for field in row.fields.values():
                field.set_error("")
        for place, row in enumerate(self.people.entered()):
            fields |= {f"people.{place}.{name}": field for name, field in row.fields.items()}
            if any(f"people.{place}.{name}" in said for name in _IN_MORE):
                row.show_more(shown=True)
        for name, field in fields.items():
            field.set_error(said.get(name, ""))
        marked = [field for name, field in fields.items() if name in said]
        if marked:
            marked[0].control.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(marked[0])
        return tuple(one for one in problems if one.field not in fields)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint: it scrolls."""
        return QSize(320, 160)
