"""Somebody who works with the family: who, where, how to reach them, with whom, since when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from casedesk.domain.records import Professional
from casedesk.domain.views.around_page import AroundPage, KnownProfessional
from casedesk.domain.views.plan_page import people_to_tick
from casedesk.services.professionals import ProfessionalEntry
from casedesk.ui.forms.choice_boxes import choice_box, text_line, typed
from casedesk.ui.forms.dates import add_date, read_days
from casedesk.ui.forms.removable_form import RemovableForm
from casedesk.ui.screens.family.around.typed_before import TypedBefore
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.tick_list import TickList

_LINES = {
    "name": ("Name", "Leave empty when you only know the organisation"),
    "organisation": ("Organisation", "School, surgery, team or charity"),
    "role": ("What they do", ""),
    "phone": ("Phone", ""),
    "email": ("Email", ""),
}
_LOOKED_FOR = ("name", "organisation", "phone")
_LOOK_AFTER_MS = 200


class ProfessionalForm(RemovableForm):
    """Somebody new, or `record` changed or taken out.

    Signals: look_asked(text): who was typed before with these words; remove_asked().
    """

    look_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        page: AroundPage,
        today: Callable[[], date],
        *,
        record: Professional | None = None,
        parent: QWidget | None = None,
    ) -> None:
        words, is_new = ("Add professional", True) if record is None else ("Save changes", False)
        super().__init__(theme, words, "Remove", is_new=is_new, parent=parent)
        self.record = record
        self.lines: dict[str, QLineEdit] = {}
        self.known = TypedBefore(theme)
        self.known.chosen.connect(self.take_over)
        for name, (label, hint) in _LINES.items():
            line = self.lines[name] = text_line(getattr(record, name) if record else None)
            self.add_field(name, label, line, hint)
            if name == "organisation":
                self.body.addWidget(self.known)
        kinds = [(title, key) for key, title in page.recipients]
        self.recipient = choice_box(kinds, record.recipient if record else None)
        self.add_field(
            "recipient", "What kind of organisation is it?", self.recipient,
            "So that a report knows which consent covers them",
        )  # fmt: skip
        named = record.people if record is not None else ()
        self.people = TickList(
            people_to_tick(page.people, named), named, about="They work with", columns=3
        )
        self.add_field(
            "people", "Whom do they work with?", self.people, "Nobody ticked: the whole family"
        )
        self._add_rest(today, record)
        self._watch()
        self.setFocusProxy(self.lines["name"])

    def entry(self) -> ProfessionalEntry:
        """What is typed. Raises `InvalidFields` for what is no date."""
        days = read_days({"from_on": self.from_on, "to_on": self.to_on})
        said = {name: typed(line) for name, line in self.lines.items()}
        return ProfessionalEntry(
            name=said["name"],
            organisation=said["organisation"],
            role=said["role"],
            phone=said["phone"],
            email=said["email"],
            recipient=self.recipient.currentData(),
            people=self.people.value(),
            from_on=days["from_on"],
            to_on=days["to_on"],
            lead=self.lead.isChecked(),
            note=typed(self.note),
        )

    def changed(self, record: Professional) -> Professional:
        """`record` as changed. Raises `InvalidFields` for what is no date."""
        entry = self.entry()
        values = {one.name: getattr(entry, one.name) for one in fields(entry)}
        return replace(record, **values)

    def take_over(self, known: KnownProfessional) -> None:
        """Copy somebody's details; what only this family knows stays as it is."""
        self._wait.stop()
        for name, line in self.lines.items():
            line.setText(getattr(known, name) or "")
        place = self.recipient.findData(known.recipient)
        self.recipient.setCurrentIndex(max(0, place))
        self._wait.stop()
        self.known.show_known(())
        self.lines["role"].setFocus()

    def _add_rest(self, today: Callable[[], date], record: Professional | None) -> None:
        self.lead = QCheckBox("Lead practitioner: one at a time")
        self.lead.setChecked(bool(record and record.lead))
        self.keep("lead", self.lead)
        self.body.addWidget(self.lead)
        self.from_on = add_date(
            self, "from_on", "Works with them since", today,
            value=record.from_on if record else None, leaning="back",
        )  # fmt: skip
        self.to_on = add_date(
            self, "to_on", "Last day", today, value=record.to_on if record else None,
            hint="Leave empty while they work with the family",
        )  # fmt: skip
        self.note = text_line(record.note if record else None)
        self.add_field("note", "Note", self.note, "For example: reach her before 9")
        self.remove.setAccessibleName("Remove: they never worked with the family")
        self.end_with_remove()

    def _watch(self) -> None:
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_LOOK_AFTER_MS)
        self._wait.timeout.connect(self._look)
        self._typed_in = ""
        for name in _LOOKED_FOR:
            self.lines[name].textEdited.connect(self._on_typed)

    def _on_typed(self, text: str) -> None:
        self._typed_in = text
        if self.record is None:
            self._wait.start()

    def _look(self) -> None:
        self.look_asked.emit(self._typed_in)
