"""Writing down a visit, call or other contact; or changing what was written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from casedesk.domain.dates import age_on
from casedesk.domain.field_problems import FieldProblem, InvalidFields
from casedesk.domain.records import Contact
from casedesk.domain.records.work import CONTACT_KINDS
from casedesk.domain.typed_times import read_typed_time
from casedesk.domain.views.people_page import PeoplePage, PersonCard
from casedesk.services.notes import NamesOffered, NoteEntry
from casedesk.services.timeline import contact_kind, length_words
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.screens.family.visits.child_rows import ChildRows
from casedesk.ui.screens.family.visits.names_offer import NamesOffer
from casedesk.ui.screens.family.visits.visit_length import read_length
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.date_field import NOT_A_DATE, DateField
from casedesk.ui.widgets.tick_list import TickList
from casedesk.ui.writing.note_editor import NoteEditor
from casedesk.ui.writing.spelling import Spelling
from casedesk.ui.writing.writing_line import WritingLine

ADULT = 18
CHILDREN = "children"
"""The name under which a draft keeps the rows of the children."""


class NoteForm(FormPanel):
    """`contact` is the note to change, or None for a new one.

    Signals: ready(entry): the names in the words are settled; save it.
    """

    ready = Signal(object)

    def __init__(
        self,
        theme: Theme,
        ref: str,
        people: PeoplePage,
        categories: Mapping[str, str],
        today: Callable[[], date],
        *,
        contact: Contact | None = None,
        spelling: Spelling | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`categories` are titles by id; without `spelling` nothing is checked."""
        super().__init__(theme, "Save note" if contact is None else "Save changes", parent)
        self.ref, self.contact = ref, contact
        self._spelling = spelling
        self._today = today
        self._listed = _listed(people, contact)
        self._add_words()
        self._add_when()
        self._add_people()
        self._add_marks(categories)
        self.body.addStretch(1)
        self.offer = NamesOffer(theme)
        self.offer.chosen.connect(self._on_names_chosen)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.offer)
        if contact is not None:
            self._fill(contact)
        self.edited.connect(self._on_touched)
        self.setFocusProxy(self.text)

    def heightForWidth(self, width: int) -> int:
        """Override QWidget::heightForWidth: the fields scroll, the offer and the buttons stay."""
        return -1

    def values_kept(self) -> dict[str, Any]:
        """As `FormFields.values_kept`, with what each child did and said."""
        return {**super().values_kept(), CHILDREN: self.child_rows.kept()}

    def put_values(self, values: Mapping[str, Any]) -> None:
        """As `FormFields.put_values`; a child that was seen is then ticked as there, or not."""
        self.child_rows.put_back(values.get(CHILDREN))
        super().put_values(values)

    def entry(self) -> NoteEntry:
        """What is filled in. Raises `InvalidFields` for what is no date, time or length."""
        wrong, at_time = [], self._time()
        minutes = read_length(self.minutes.text())
        if self.on.problem:
            wrong.append(FieldProblem("on", NOT_A_DATE, ""))
        if at_time is None and self.at_time.text().strip():
            wrong.append(FieldProblem("at_time", "The time", "should be like 14:03"))
        if minutes is None and self.minutes.text().strip():
            wrong.append(FieldProblem("minutes", "How long", "should be like 50 or 1 h 20"))
        if not self.text.toPlainText().strip():
            wrong.append(FieldProblem("text", "What happened", "is needed"))
        if wrong:
            raise InvalidFields(wrong)
        return NoteEntry(
            on=self.on.value() or self._today(),
            at_time=at_time,
            minutes=minutes,
            kind=self.kind.currentData(),
            text=self.text.toPlainText().strip(),
            people=self.people.value(),
            also_present=self.also_present.text().strip() or None,
            children_seen=self.child_rows.seen_ids(),
            seen_alone=self.child_rows.alone_ids(),
            child_voice=self.child_rows.said(),
            categories=self.categories.value(),
            significant=self.significant.isChecked(),
            confidential=self.confidential.isChecked(),
        )

    def settle_names(self, named: NamesOffered) -> None:
        """Ask about people who are named and not listed; with none it is ready."""
        if not named:
            self.ready.emit(self.entry())
            return
        self.set_busy(False)
        self._buttons.hide()
        self.offer.offer(named)

    def _add_when(self) -> None:
        self.on = DateField(
            self.theme, "Date", today=self._today, value=self._today(), leaning="back"
        )
        self.at_time = QLineEdit()
        self.at_time.setPlaceholderText("14:03")
        self.minutes = QLineEdit()
        self.minutes.setPlaceholderText("50 min")
        self.kind = QComboBox()
        self.kind.addItem(contact_kind(None), None)
        for kind in CONTACT_KINDS:
            self.kind.addItem(contact_kind(kind), kind)
        for fields in (
            (("on", "Date", self.on, 1), ("kind", "What kind of contact", self.kind, 1)),
            (("at_time", "Time", self.at_time, 1), ("minutes", "How long", self.minutes, 1)),
        ):
            row = QHBoxLayout()
            row.setSpacing(12)
            for name, label, control, wide in fields:
                field = self.add_field(name, label, control)
                row.addWidget(field, wide, Qt.AlignmentFlag.AlignTop)
            self.body.addLayout(row)
        self.on.problem_changed.connect(self.fields["on"].set_error)
        self.at_time.editingFinished.connect(self._on_time)
        self.minutes.editingFinished.connect(self._on_length)

    def _add_words(self) -> None:
        self.text = NoteEditor(self.theme, self._spelling)
        self.text.setPlaceholderText("What you saw and heard")
        self.add_field("text", "What happened", self.text)
        self.body.addWidget(WritingLine(self.theme, self.text))

    def _add_people(self) -> None:
        everyone = [(one.person.id, one.called) for one in self._listed]
        self.people = TickList(everyone, about="Was there", columns=3)
        self.add_field("people", "Who was there?", self.people)
        self.also_present = QLineEdit()
        self.also_present.setMaxLength(200)
        self.add_field("also_present", "Anybody else?", self.also_present, "For example: the nurse")
        today = self._today()
        seen = self.contact.children_seen if self.contact is not None else ()
        children = [
            (one.person.id, one.called, one.age_words)
            for one in self._listed
            if _is_child(one, today) or one.person.id in seen
        ]
        self.child_rows = ChildRows(self.theme, children)
        field = self.add_field("children_seen", "Which children did you see?", self.child_rows)
        field.setVisible(bool(children))
        self.child_rows.seen.connect(self._on_seen)
        self.child_rows.changed.connect(self._on_edited)

    def _add_marks(self, categories: Mapping[str, str]) -> None:
        self.categories = TickList(list(categories.items()), about="Information")
        self.add_field(
            "categories",
            "Which kinds of information are in it?",
            self.categories,
            "A report shares a kind only where consent covers it",
        )
        self.significant = QCheckBox("Significant: put it into the chronology")
        self.confidential = QCheckBox("Confidential: for the keyworker's team only")
        marks = QVBoxLayout()
        marks.setSpacing(2)
        marks.addWidget(self.significant)
        marks.addWidget(self.confidential)
        self.body.addLayout(marks)
        self.keep("significant", self.significant)
        self.keep("confidential", self.confidential)

    def _fill(self, contact: Contact) -> None:
        self.on.set_value(contact.on)
        if contact.at_time is not None:
            self.at_time.setText(f"{contact.at_time:%H:%M}")
        if contact.minutes is not None:
            self.minutes.setText(length_words(contact.minutes))
        self.kind.setCurrentIndex(max(0, self.kind.findData(contact.kind)))
        self.text.setPlainText(contact.text)
        self.child_rows.set_value(contact.children_seen, contact.seen_alone, contact.child_voice)
        self.people.set_value(contact.people)
        self.also_present.setText(contact.also_present or "")
        self.categories.set_value(contact.categories)
        self.significant.setChecked(contact.significant)
        self.confidential.setChecked(contact.confidential)

    def _time(self) -> time | None:
        return read_typed_time(self.at_time.text())

    def _on_time(self) -> None:
        found = self._time()
        if found is not None:
            self.at_time.setText(f"{found:%H:%M}")
        is_wrong = found is None and bool(self.at_time.text().strip())
        self.fields["at_time"].set_error("The time should be like 14:03" if is_wrong else "")

    def _on_length(self) -> None:
        text = self.minutes.text().strip()
        found = read_length(text)
        if found is not None:
            self.minutes.setText(length_words(found))
        is_wrong = found is None and bool(text)
        self.fields["minutes"].set_error("How long should be like 50 or 1 h 20" if is_wrong else "")

    def _on_seen(self, person_id: str) -> None:
        self.people.set_value((*self.people.value(), person_id))

    def _on_touched(self) -> None:
        """Names are looked for again in what is saved next."""
        self.offer.hide()
        self._buttons.show()

    def _on_names_chosen(self, added: NamesOffered) -> None:
        if added.members:
            ids = (one.person_id for one in added.members)
            self.people.set_value((*self.people.value(), *ids))
        if added.professionals:
            there = [self.also_present.text().strip(), *(one.words for one in added.professionals)]
            self.also_present.setText("; ".join(one for one in there if one))
        self.offer.hide()
        self._buttons.show()
        try:
            entry = self.entry()
        except InvalidFields as error:
            self.refuse(error)
            return
        self.ready.emit(entry)


def _listed(people: PeoplePage, contact: Contact | None) -> list[PersonCard]:
    """Members of today, and whoever is on the note already."""
    named: set[str | None] = set()
    if contact is not None:
        named = {*contact.people, *contact.children_seen, *(who for who, _ in contact.child_voice)}
    return [one for one in people.people if one.member_now or one.person.id in named]


def _is_child(one: PersonCard, today: date) -> bool:
    born = one.person.date_of_birth
    if born is None:
        return "child" in one.role_words.lower()
    return age_on(born, today) < ADULT
