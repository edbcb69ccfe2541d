"""Writing down a visit, call or other contact; or changing what was written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from casedesk.domain.dates import age_on
from casedesk.domain.field_problems import FieldProblem, InvalidFields
from casedesk.domain.gate import NamedMember
from casedesk.domain.records import Contact
from casedesk.domain.records.work import CONTACT_KINDS
from casedesk.domain.views.people_page import PeoplePage, PersonCard
from casedesk.services.notes import NoteEntry
from casedesk.services.timeline import contact_kind
from casedesk.ui.screens.family.consent.tick_list import TickList
from casedesk.ui.screens.family.criteria.form_panel import FormPanel
from casedesk.ui.screens.family.visits.child_rows import ChildRows
from casedesk.ui.screens.family.visits.clock_time import read_time
from casedesk.ui.screens.family.visits.names_offer import NamesOffer
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.date_field import NOT_A_DATE, DateField

ADULT = 18


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
        parent: QWidget | None = None,
    ) -> None:
        """`categories` are titles by id."""
        super().__init__(theme, "Save note" if contact is None else "Save changes", parent)
        self.ref, self.contact = ref, contact
        self._today = today
        self._listed = _listed(people, contact)
        self._add_when()
        self._add_words()
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
        self.is_touched = False
        self._watch()
        self.setFocusProxy(self.text)

    def heightForWidth(self, width: int) -> int:
        """Override QWidget::heightForWidth: the fields scroll, the offer and the buttons stay."""
        return -1

    def entry(self) -> NoteEntry:
        """What is filled in. Raises `InvalidFields` for what is no date or no time."""
        wrong, at_time = [], self._time()
        if self.on.problem:
            wrong.append(FieldProblem("on", NOT_A_DATE, ""))
        if at_time is None and self.at_time.text().strip():
            wrong.append(FieldProblem("at_time", "The time", "should be like 14:03"))
        if not self.text.toPlainText().strip():
            wrong.append(FieldProblem("text", "What happened", "is needed"))
        if wrong:
            raise InvalidFields(wrong)
        return NoteEntry(
            on=self.on.value() or self._today(),
            at_time=at_time,
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

    def settle_names(self, names: tuple[NamedMember, ...]) -> None:
        """Ask about people who are named and not listed; with none it is ready."""
        if not names:
            self.ready.emit(self.entry())
            return
        self.set_busy(False)
        self._show_buttons(False)
        self.offer.offer(names)

    def _add_when(self) -> None:
        self.on = DateField(self.theme, "Date", today=self._today, value=self._today())
        self.at_time = QLineEdit()
        self.at_time.setPlaceholderText("14:03")
        self.kind = QComboBox()
        self.kind.addItem(contact_kind(None), None)
        for kind in CONTACT_KINDS:
            self.kind.addItem(contact_kind(kind), kind)
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, label, control, wide in (
            ("on", "Date", self.on, 9),
            ("at_time", "Time", self.at_time, 5),
            ("kind", "What kind of contact", self.kind, 8),
        ):
            row.addWidget(self.add_field(name, label, control), wide, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.on.problem_changed.connect(self.fields["on"].set_error)
        self.at_time.editingFinished.connect(self._on_time)

    def _add_words(self) -> None:
        self.text = self.text_box(7)
        self.text.setProperty("type", "note")
        self.text.setPlaceholderText("What you saw and heard")
        self.add_field("text", "What happened", self.text)

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

    def _watch(self) -> None:
        """From now on, what is typed is worth keeping, and names are looked for again."""
        for changed in (
            self.text.textChanged,
            self.child_rows.changed,
            self.people.changed,
            self.categories.changed,
            self.also_present.textChanged,
            self.at_time.textChanged,
            self.kind.currentIndexChanged,
            self.on.date_changed,
            self.significant.toggled,
            self.confidential.toggled,
        ):
            changed.connect(self._on_touched)

    def _fill(self, contact: Contact) -> None:
        self.on.set_value(contact.on)
        if contact.at_time is not None:
            self.at_time.setText(f"{contact.at_time:%H:%M}")
        self.kind.setCurrentIndex(max(0, self.kind.findData(contact.kind)))
        self.text.setPlainText(contact.text)
        self.child_rows.set_value(contact.children_seen, contact.seen_alone, contact.child_voice)
        self.people.set_value(contact.people)
        self.also_present.setText(contact.also_present or "")
        self.categories.set_value(contact.categories)
        self.significant.setChecked(contact.significant)
        self.confidential.setChecked(contact.confidential)

    def _time(self) -> time | None:
        return read_time(self.at_time.text())

    def _on_time(self) -> None:
        found = self._time()
        if found is not None:
            self.at_time.setText(f"{found:%H:%M}")
        is_wrong = found is None and bool(self.at_time.text().strip())
        self.fields["at_time"].set_error("The time should be like 14:03" if is_wrong else "")

    def _on_seen(self, person_id: str) -> None:
        self.people.set_value((*self.people.value(), person_id))

    def _on_touched(self, *_: object) -> None:
        self.is_touched = True
        self.offer.hide()
        self._show_buttons(True)

    def _on_names_chosen(self, added: tuple[str, ...]) -> None:
        if added:
            self.people.set_value((*self.people.value(), *added))
        self.offer.hide()
        self._show_buttons(True)
        try:
            entry = self.entry()
        except InvalidFields as error:
            self.refuse(error)
            return
        self.ready.emit(entry)

    def _show_buttons(self, shown: bool) -> None:
        self.save.setVisible(shown)
        self.cancel.setVisible(shown)


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
