"""Recording a consent: who, what may go where, for what, who said so and how."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from casedesk.domain.dates import add_months
from casedesk.domain.records import Consent
from casedesk.domain.views.consents_page import ConsentPage
from casedesk.services.consent_page import EVALUATE, METHODS
from casedesk.services.consents import ConsentEntry
from casedesk.ui.forms.choice import Choice
from casedesk.ui.forms.dates import add_date, read_days
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.tick_list import TickList

THEMSELVES = "Themselves"
_FLAGS_AFTER_MS = 150
_MONTHS = (3, 6, 12)


class ConsentForm(FormPanel):
    """`start_from` fills it in from a consent that is to be renewed.

    Signals: flags_asked(): what it says is another consent now, perhaps with other flags.
    """

    flags_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        page: ConsentPage,
        worker: str,
        today: Callable[[], date],
        *,
        person_id: str = "",
        recipient: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Save consent", parent)
        self._page, self._today = page, today
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_FLAGS_AFTER_MS)
        self._wait.timeout.connect(self.flags_asked)
        self._add_who(recipient)
        self._add_when()
        self._add_how(worker)
        self.body.addStretch(1)
        for changed in (
            self.recipients.changed,
            self.categories.changed,
            self.purposes.changed,
            self.decision.changed,
            self.given_by.currentTextChanged,
            self.competence.textChanged,
            self.decided_on.date_changed,
        ):
            changed.connect(self._look_again)
        self.person.currentIndexChanged.connect(self._on_person)
        self.decision.changed.connect(self._on_decision)
        place = self.person.findData(person_id)
        self.person.setCurrentIndex(max(0, place))
        self._on_person()
        self.setFocusProxy(self.person)

    def start_from(self, consent: Consent) -> None:
        """Fill it in as `consent` was, from today on and for as many months again."""
        self.person.setCurrentIndex(self.person.findData(consent.person_id))
        self.recipients.set_value(consent.recipients)
        self.categories.set_value(consent.categories)
        self.purposes.set_value(consent.purposes)
        giver = consent.given_by or ""
        self.given_by.setCurrentText(THEMSELVES if giver in ("", "self") else giver)
        self.method.setCurrentIndex(max(0, self.method.findData(consent.method)))
        self.notice.setText(consent.notice_version or "")
        self.competence.setText(consent.competence or "")
        for months in _MONTHS:
            if consent.expires_on == add_months(consent.decided_on, months):
                self.expires_on.set_value(add_months(self._today(), months))

    def entry(self) -> ConsentEntry:
        """What is filled in. Raises `InvalidFields` for what is no date."""
        days = read_days({"decided_on": self.decided_on, "expires_on": self.expires_on})
        giver = self.given_by.currentText().strip()
        organisation = self.organisation.text().strip()
        only = (f"{self.kind.currentData()}/{organisation}",) if organisation else ()
        return ConsentEntry(
            person_id=self.person.currentData() or "",
            recipients=(*self.recipients.value(), *only),
            categories=self.categories.value(),
            purposes=self.purposes.value(),
            decision=self.decision.value(),
            decided_on=days["decided_on"],
            expires_on=days["expires_on"],
            given_by="self" if giver in ("", THEMSELVES) else giver,
            method=self.method.currentData(),
            explained_by=self.explained_by.text().strip() or None,
            notice_version=self.notice.text().strip() or None,
            competence=self.competence.text().strip() or None,
            note=self.note.toPlainText().strip() or None,
        )

    def show_flags(self, flags: tuple[str, ...]) -> None:
        """Say what a lead should look at; it can be saved all the same."""
        self.flags.set_words("warn", "For a lead to look at", " ".join(flags))
        self.flags.setVisible(bool(flags))

    def _add_who(self, recipient: str) -> None:
        page = self._page
        self.person = QComboBox()
        for one in page.people:
            self.person.addItem(
                f"{one.name}, {one.under}" if one.under else one.name, one.person_id
            )
        self.add_field("person_id", "Whose information is it?", self.person)
        self.decision = Choice({"given": "Given", "refused": "Refused"}, about="Consent is")
        self.add_field("decision", "Consent is", self.decision)
        shown = [one for one in page.recipients if not one.evaluation]
        self.recipients = TickList(
            [(one.id, one.title) for one in shown], [recipient], about="May go to"
        )
        self.add_field("recipients", "Who may it go to?", self.recipients)
        self.kind = QComboBox()
        self.keep("kind", self.kind)
        self.kind.setAccessibleName("Kind of the single organisation")
        for to in shown:
            if "/" not in to.id:
                self.kind.addItem(to.title, to.id)
        self.kind.setMaximumWidth(self.theme.px(270))
        self.organisation = QLineEdit()
        self.organisation.setMaxLength(120)
        self.keep("organisation", self.organisation)
        self.organisation.textChanged.connect(self._look_again)
        only = QWidget()
        row = QHBoxLayout(only)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.kind)
        row.addWidget(self.organisation, 1)
        only.setFocusProxy(self.organisation)
        self.organisation.setAccessibleName("Name of the single organisation")
        self.add_field(
            "organisation", "Or one organisation only", only, "For example one school by its name"
        )
        self.categories = TickList(page.categories, about="Information")
        self.keep("categories", self.categories)
        self.all_kinds = Button(self.theme, "Tick all kinds", kind="link", tall=32)
        self.all_kinds.clicked.connect(lambda: self.categories.set_value(self.categories.ticks))
        kinds = QWidget()
        column = QVBoxLayout(kinds)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.categories)
        line = QHBoxLayout()
        line.addWidget(self.all_kinds)
        line.addStretch(1)
        column.addLayout(line)
        kinds.setFocusProxy(self.categories)
        self.add_field("categories", "Which kinds of information?", kinds)
        purposes = [one for one in page.purposes if one[0] != EVALUATE]
        self.purposes = TickList(purposes, [page.purpose], about="For", columns=1)
        self.add_field("purposes", "What for?", self.purposes)

    def _add_when(self) -> None:
        today = self._today
        self.decided_on = add_date(
            self, "decided_on", "When they decided", today, value=today(), leaning="back"
        )
        self.expires_on = add_date(
            self,
            "expires_on",
            "Last day",
            today,
            hint="Leave empty when there is no end",
            leaning="ahead",
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        self.months: dict[int, Button] = {}
        for months in _MONTHS:
            button = Button(self.theme, f"{months} months", tall=32)
            button.setAccessibleName(f"Ends after {months} months")
            button.clicked.connect(partial(self._end_after, months))
            row.addWidget(button)
            self.months[months] = button
        row.addStretch(1)
        self.body.addLayout(row)

    def _add_how(self, worker: str) -> None:
        self.given_by = QComboBox()
        self.given_by.setEditable(True)
        self.add_field("given_by", "Who said so?", self.given_by, "Themselves, or a parent's name")
        self.method = QComboBox()
        self.method.addItem("Not noted", None)
        for key, words in METHODS.items():
            self.method.addItem(words, key)
        self.add_field("method", "How?", self.method)
        self.explained_by = QLineEdit(worker)
        self.add_field("explained_by", "Who explained it?", self.explained_by)
        self.notice = QLineEdit()
        self.add_field(
            "notice_version", "Privacy notice", self.notice, "The version you left with them"
        )
        self.competence = QLineEdit()
        self.add_field(
            "competence",
            "Under 16 and deciding alone: how do you know they understand?",
            self.competence,
        )
        self.flags = Banner(self.theme, "warn", "For a lead to look at")
        self.flags.hide()
        self.body.addWidget(self.flags)
        self.note = self.text_box(3)
        self.add_field("note", "Note", self.note)

    def _look_again(self, *_: object) -> None:
        self._wait.start()

    def _end_after(self, months: int) -> None:
        self.expires_on.set_value(add_months(self.decided_on.value() or self._today(), months))

    def _on_decision(self) -> None:
        """A refusal has no last day."""
        is_given = self.decision.value() == "given"
        self.fields["expires_on"].setVisible(is_given)
        for button in self.months.values():
            button.setVisible(is_given)
        if not is_given:
            self.expires_on.set_value(None)

    def _on_person(self) -> None:
        """Who else could have said it are the others of the family."""
        said = self.given_by.currentText()
        chosen = self.person.currentData()
        others = [one.name for one in self._page.people if one.person_id != chosen]
        self.given_by.clear()
        self.given_by.addItems([THEMSELVES, *others])
        self.given_by.setCurrentText(said if said in others else THEMSELVES)
        self._wait.start()
