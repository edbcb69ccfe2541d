"""What is done with one criterion, in the panel at the side: details, a decision, a record."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from casedesk.domain.errors import KnownError
from casedesk.domain.views.criteria_page import CriterionCard
from casedesk.services.recording import RecordingChoices
from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.criteria.decision_form import DecisionForm
from casedesk.ui.screens.family.criteria.details import CriterionDetails
from casedesk.ui.screens.family.criteria.form_panel import FormPanel
from casedesk.ui.screens.family.criteria.presenter import CriteriaPresenter
from casedesk.ui.screens.family.criteria.record_form import CHECK, FACT, RecordForm
from casedesk.ui.widgets.drawer import Drawer

WIDE = 560
FORM_WIDE = 480


class CriterionPanel(QObject):
    """Opens the panel over `host`; a form that is saved closes it."""

    def __init__(self, desk: Desk, presenter: CriteriaPresenter, host: QWidget) -> None:
        super().__init__(host)
        self._desk = desk
        self._presenter = presenter
        self.drawer = Drawer(desk.theme, host, width=WIDE)
        self.content: QWidget | None = None

    def close(self) -> None:
        """Close it, whatever it shows."""
        self.drawer.close_drawer()

    def details(self, card: CriterionCard) -> None:
        """Why, all the records, what counts."""
        content = CriterionDetails(self._desk.theme, card, decides=self._presenter.is_today)
        content.record_asked.connect(self.record)
        content.decide_asked.connect(partial(self.decide, disagrees=False))
        self._open(f"Details: {card.short}", content)

    def decide(self, card: CriterionCard, *, disagrees: bool) -> None:
        """Disagree, or decide met or not met, with a reason."""
        form = DecisionForm(self._desk.theme, card, disagrees=disagrees)
        form.save_asked.connect(partial(self._save_decision, form))
        self._open_form("Disagree" if disagrees else "Change decision", card, form)
        form.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def record(self, card: CriterionCard) -> None:
        """Record a fact, a check or a judgement."""
        self._presenter.choices(card.id, partial(self._show_record, card))

    def _show_record(self, card: CriterionCard, choices: RecordingChoices) -> None:
        session = self._desk.session
        form = RecordForm(self._desk.theme, card, choices, lambda: session.today)
        form.save_asked.connect(partial(self._save_record, form))
        self._open_form("Record what you know", card, form)

    def _open_form(self, words: str, card: CriterionCard, form: FormPanel) -> None:
        form.cancelled.connect(self.close)
        self._open(f"{words}: {card.short}", form)

    def _open(self, title: str, content: QWidget) -> None:
        self.content = content
        self.drawer.slide_in(title, content)

    def _save_decision(self, form: DecisionForm) -> None:
        form.set_busy(True)
        done, refused = partial(self._done, form), partial(_refuse, form)
        if form.state is None:
            self._presenter.disagree(form.card, form.text, done, refused)
        else:
            self._presenter.change(form.card, form.state, form.text, done, refused)

    def _save_record(self, form: RecordForm) -> None:
        done, refused = partial(self._done, form), partial(_refuse, form)
        form.set_busy(True)
        try:
            if form.mode == FACT:
                self._presenter.record_fact(form.entry(), done, refused)
            elif form.mode == CHECK:
                self._presenter.record_check(form.card.id, form.check_values(), done, refused)
            else:
                self._presenter.record_judgement(
                    form.card.id, form.judgement_values(), done, refused
                )
        except KnownError as error:
            form.refuse(error)

    def _done(self, form: FormPanel) -> None:
        if self.content is form:
            self.close()


def _refuse(form: FormPanel, error: KnownError) -> None:
    form.refuse(error)
