"""What is done with one criterion, in the panel at the side: details, a decision, a record."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from casedesk.domain.views.criteria_page import CriterionCard
from casedesk.services.recording import RecordingChoices
from casedesk.ui.desk import Desk
from casedesk.ui.forms.form_end import FormEnd
from casedesk.ui.forms.form_place import FormPlace, place_in_family
from casedesk.ui.forms.side_panel import SidePanel
from casedesk.ui.screens.family.criteria.decision_form import DecisionForm
from casedesk.ui.screens.family.criteria.details import CriterionDetails
from casedesk.ui.screens.family.criteria.presenter import CriteriaPresenter
from casedesk.ui.screens.family.criteria.record_form import CHECK, FACT, RecordForm

WIDE = 560
DISAGREE, DECIDE, RECORD = "disagree", "decide", "record"
FORMS = (DISAGREE, DECIDE, RECORD)
"""What a form of this tab is called in `show_family(ref, criterion=id, form=…)`."""


class CriterionPanel(SidePanel):
    """Opens over `host`; a form that is saved closes it."""

    def __init__(self, desk: Desk, presenter: CriteriaPresenter, host: QWidget) -> None:
        super().__init__(desk, host, width=WIDE)
        self._presenter = presenter

    def details(self, card: CriterionCard) -> None:
        """Why, all the records, what counts."""
        content = CriterionDetails(self._desk.theme, card, decides=self._presenter.is_today)
        content.record_asked.connect(self.record)
        content.decide_asked.connect(partial(self.decide, disagrees=False))
        self.show_part(f"Details: {card.short}", content)

    def open_named(self, card: CriterionCard, form: str) -> None:
        """Open the form of `FORMS`, as when its draft is taken up again."""
        if form == RECORD:
            self.record(card)
        elif form in FORMS:
            self.decide(card, disagrees=form == DISAGREE and card.records_state != "not_known")

    def decide(self, card: CriterionCard, *, disagrees: bool) -> None:
        """Disagree, or decide met or not met, with a reason."""
        form = DecisionForm(self._desk.theme, card, disagrees=disagrees)
        words, name = ("Disagree", DISAGREE) if disagrees else ("Change decision", DECIDE)
        self.open_form(
            f"{words}: {card.short}",
            form,
            partial(self._save_decision, form),
            self._place(name, words, card),
        )
        form.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def record(self, card: CriterionCard) -> None:
        """Record a fact, a check or a judgement."""
        self._presenter.choices(card.id, partial(self._show_record, card))

    def _show_record(self, card: CriterionCard, choices: RecordingChoices) -> None:
        session = self._desk.session
        form = RecordForm(self._desk.theme, card, choices, lambda: session.today)
        self.open_form(
            f"Record what you know: {card.short}",
            form,
            partial(self._save_record, form),
            self._place(RECORD, "Record", card),
        )
        form.fact.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, form: str, words: str, card: CriterionCard) -> FormPlace:
        title = f"{words}: {card.short}"
        return place_in_family(
            self._presenter.ref, "criteria", form, card.id, title, criterion=card.id
        )

    def _save_decision(self, form: DecisionForm, end: FormEnd) -> None:
        if form.state is None:
            self._presenter.disagree(form.card, form.text, end)
        else:
            self._presenter.change(form.card, form.state, form.text, end)

    def _save_record(self, form: RecordForm, end: FormEnd) -> None:
        if form.mode == FACT:
            self._presenter.record_fact(form.entry(), end)
        elif form.mode == CHECK:
            self._presenter.record_check(form.card.id, form.check_values(), end)
        else:
            self._presenter.record_judgement(form.card.id, form.judgement_values(), end)
