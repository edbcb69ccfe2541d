"""Recording a sharing decision: to share without agreement, or not to share, with reasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from casedesk.domain.sharing_checks import BASES, DO_NOT_SHARE, SHARE
from casedesk.domain.views.consents_page import ConsentPage
from casedesk.services.sharing_decisions import SharingDecisionEntry
from casedesk.ui.forms.choice import Choice
from casedesk.ui.forms.dates import add_date, read_days
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.tick_list import TickList

_ABOUT = (
    "To share without agreement, or not to share. Only a decision that somebody authorised "
    "goes before a refusal or a withdrawal."
)


class SharingDecisionForm(FormPanel):
    """Gives a `SharingDecisionEntry`."""

    def __init__(
        self,
        theme: Theme,
        page: ConsentPage,
        conditions: Mapping[str, str],
        worker: str,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """`conditions` are the conditions for special category information, by id."""
        super().__init__(theme, "Save decision", parent)
        self.body.addWidget(FlowingText(theme, _ABOUT, "body", "ink2"))
        self.decision = Choice({SHARE: "Share", DO_NOT_SHARE: "Do not share"}, about="Decision")
        self.add_field("decision", "What is decided?", self.decision)
        self.people = TickList(
            [(one.person_id, one.name) for one in page.people], about="About", columns=3
        )
        self.add_field("people", "Who is it about?", self.people)
        self.recipients = TickList(
            [(one.id, one.title) for one in page.recipients if not one.evaluation], about="Goes to"
        )
        self.add_field("recipients", "Who does it cover?", self.recipients)
        self.categories = TickList(page.categories, about="Information")
        self.add_field("categories", "Which kinds of information?", self.categories)
        self.basis = QComboBox()
        self.basis.addItem("Choose", None)
        for one in BASES:
            self.basis.addItem(one.replace("-", " ").capitalize(), one)
        self.add_field("basis", "Lawful basis", self.basis, "Needed to share.")
        self.condition = QComboBox()
        self.condition.addItem("None", None)
        for key, words in conditions.items():
            self.condition.addItem(words, key)
        self.condition.setMinimumContentsLength(24)
        self.condition.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.add_field(
            "condition", "Condition for sensitive information", self.condition,
            "Needed for health, violence, substances and offences.",
        )  # fmt: skip
        self.reason = self.text_box(3)
        self.add_field("reason", "Why?", self.reason, "Needed.")
        self.told = QCheckBox("The family was told")
        self.told.setChecked(True)
        self.body.addWidget(self.told)
        self.keep("told_family", self.told)
        self.not_told_why = QLineEdit()
        self.add_field("not_told_why", "Why was the family not told?", self.not_told_why, "Needed.")
        self.protected = QCheckBox("May include a protected address")
        self.body.addWidget(self.protected)
        self.keep("protected_address", self.protected)
        self.decided_by = QLineEdit(worker)
        self.add_field("decided_by", "Who decided?", self.decided_by)
        self.authorised_by = QLineEdit()
        self.add_field("authorised_by", "Who authorised it?", self.authorised_by)
        self.days = {
            "decided_on": add_date(
                self, "decided_on", "Decided on", today, value=today(), leaning="back"
            ),
            "from_on": add_date(self, "from_on", "First day", today, value=today()),
            "to_on": add_date(
                self,
                "to_on",
                "Last day",
                today,
                hint="Leave empty when there is no end",
                leaning="ahead",
            ),
        }
        self.body.addStretch(1)
        self.decision.changed.connect(self._show_parts)
        self.told.toggled.connect(self._show_parts)
        self._show_parts()
        self.setFocusProxy(self.decision)

    def entry(self) -> SharingDecisionEntry:
        """What is filled in. Raises `InvalidFields` for what is no date."""
        days = read_days(self.days)
        shares, told = self.decision.value() == SHARE, self.told.isChecked()
        return SharingDecisionEntry(
            people=self.people.value(),
            recipients=self.recipients.value(),
            categories=self.categories.value(),
            decision=self.decision.value(),
            reason=self.reason.toPlainText().strip(),
            told_family=told,
            decided_by=self.decided_by.text().strip(),
            basis=self.basis.currentData() if shares else None,
            not_told_why=None if told else self.not_told_why.text().strip() or None,
            decided_on=days["decided_on"],
            authorised_by=self.authorised_by.text().strip() or None,
            condition=self.condition.currentData() if shares else None,
            protected_address=shares and self.protected.isChecked(),
            from_on=days["from_on"],
            to_on=days["to_on"],
        )

    def _show_parts(self, *_: object) -> None:
        """What only a decision to share needs, and what only an untold family needs."""
        shares = self.decision.value() == SHARE
        for name in ("basis", "condition"):
            self.fields[name].setVisible(shares)
        self.protected.setVisible(shares)
        self.fields["not_told_why"].setVisible(not self.told.isChecked())
