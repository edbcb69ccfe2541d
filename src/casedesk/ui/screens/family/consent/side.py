"""What is done on this tab: forms and entries in the panel at the side, questions in boxes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from casedesk.domain.errors import KnownError
from casedesk.domain.views.consents_page import (
    ConsentDetail,
    ConsentLine,
    ConsentPage,
    SharingDecisionLine,
)
from casedesk.domain.views.sharing_log_page import SharedLine
from casedesk.ui.desk import Desk
from casedesk.ui.dialogs import Question
from casedesk.ui.screens.family.consent.consent_form import ConsentForm
from casedesk.ui.screens.family.consent.decision_form import SharingDecisionForm
from casedesk.ui.screens.family.consent.end_form import EndDecisionForm
from casedesk.ui.screens.family.consent.more import DecisionDetails, SharedDetails
from casedesk.ui.screens.family.consent.presenter import ConsentPresenter
from casedesk.ui.screens.family.consent.study_forms import (
    EndObjectionForm,
    InformedForm,
    ObjectionForm,
)
from casedesk.ui.screens.family.consent.withdraw_form import WithdrawForm
from casedesk.ui.screens.family.criteria.form_panel import FormPanel
from casedesk.ui.widgets.drawer import Drawer

WIDE = 560
_KEPT = "It stays in the history and never counts again. This cannot be undone."


class ConsentSide(QObject):
    """Opens the panel over `host`; a form that is saved closes it."""

    def __init__(self, desk: Desk, presenter: ConsentPresenter, host: QWidget) -> None:
        super().__init__(host)
        self._desk = desk
        self._presenter = presenter
        self.drawer = Drawer(desk.theme, host, width=WIDE)
        self.content: QWidget | None = None

    def close(self) -> None:
        """Close it, whatever it shows."""
        self.drawer.close_drawer()

    def record(self, page: ConsentPage, person_id: str, recipient: str) -> None:
        """Record a consent; who and where to are filled in from the cell."""
        self._open_form("Record consent", self._consent_form(page, person_id, recipient))

    def renew(self, page: ConsentPage, detail: ConsentDetail) -> None:
        """Record a consent again that ends or has ended."""
        form = self._consent_form(page, detail.person_id, detail.recipient)
        if detail.current is not None:
            form.start_from(detail.current.record)
        self._open_form(f"Renew {detail.person}’s consent", form)

    def informed(self, detail: ConsentDetail) -> None:
        """Record that the notice of the study was left."""
        form = InformedForm(self._desk.theme, detail.person, self._desk.session.worker, self._today)
        self._bind(form, lambda: partial(self._presenter.informed, detail.person_id, form.values()))
        self._open_form(f"Tell {detail.person} about the study", form)

    def objection(self, detail: ConsentDetail) -> None:
        """Record an objection to the study."""
        form = ObjectionForm(self._desk.theme, detail.person, self._today)
        self._bind(
            form, lambda: partial(self._presenter.objection, detail.person_id, form.values())
        )
        self._open_form(f"{detail.person} objects to the study", form)

    def end_objection(self, detail: ConsentDetail) -> None:
        """End an objection."""
        form = EndObjectionForm(self._desk.theme, detail.person, self._today)
        self._bind(form, lambda: partial(self._presenter.end_objection, detail, form.values()))
        self._open_form(f"End {detail.person}’s objection", form)

    def withdraw(self, person: str, short: str, line: ConsentLine) -> None:
        """Ask whether a consent is to be withdrawn, and why."""
        *others, last = line.recipients
        to = f"{', '.join(others)} and {last}" if others else short
        title = f"Withdraw {person}’s consent to {to}?"
        self._presenter.what_stops(line.record, partial(self._ask_withdraw, title, line))

    def mark_in_error(self, line: ConsentLine) -> None:
        """Ask whether a consent was recorded in error."""
        question = Question(
            f"Mark consent {line.record.ref} as recorded in error?",
            f"{_KEPT} When somebody changed their mind, withdraw it instead.",
            "Mark as an error",
            "Keep consent",
            grave=True,
        )
        self._desk.dialogs.confirm(
            question, lambda yes: self._presenter.mark_in_error(line.record) if yes else None
        )

    def decide(self, page: ConsentPage) -> None:
        """Record a sharing decision."""
        session = self._desk.session
        conditions = {key: one.title for key, one in session.catalogue.conditions.items()}
        form = SharingDecisionForm(self._desk.theme, page, conditions, session.worker, self._today)
        self._bind(form, lambda: partial(self._presenter.decide, form.entry()))
        self._open_form("Record a sharing decision", form)

    def show_decision(self, line: SharingDecisionLine) -> None:
        """All of one sharing decision."""
        known = self._desk.session.catalogue.conditions.get(line.record.condition or "")
        content = DecisionDetails(self._desk.theme, line, known.title if known else "")
        content.end_asked.connect(self._end_decision)
        content.error_asked.connect(self._ask_decision_error)
        self._open(f"Decision {line.record.ref}: {line.headline.lower()}", content)

    def show_shared(self, line: SharedLine) -> None:
        """All of one entry of the log."""
        self._open(f"Shared with {line.recipient}", SharedDetails(self._desk.theme, line))

    def _consent_form(self, page: ConsentPage, person_id: str, recipient: str) -> ConsentForm:
        form = ConsentForm(
            self._desk.theme,
            page,
            self._desk.session.worker,
            self._today,
            person_id=person_id,
            recipient=recipient,
        )
        self._bind(form, lambda: partial(self._presenter.record, form.entry()))
        form.flags_asked.connect(partial(self._ask_flags, form))
        return form

    def _ask_flags(self, form: ConsentForm) -> None:
        try:
            entry = form.entry()
        except KnownError:
            form.show_flags(())
            return

        def got(flags: tuple[str, ...]) -> None:
            if self.content is form:
                form.show_flags(flags)

        self._presenter.flags(entry, got)

    def _ask_withdraw(self, title: str, line: ConsentLine, stops: str) -> None:
        form = WithdrawForm(self._desk.theme, stops, self._today)
        dialogs = self._desk.dialogs

        def agreed() -> bool:
            if form.is_ready():
                self._presenter.withdraw(
                    line.record, form.text, form.day(), dialogs.close_form, form.refuse
                )
            return False  # It closes once it is saved.

        dialogs.form(title, form, "Withdraw consent", "Keep consent", agreed)

    def _end_decision(self, line: SharingDecisionLine) -> None:
        form = EndDecisionForm(self._desk.theme, self._today)
        self._bind(
            form, lambda: partial(self._presenter.end_decision, line.record, form.last_day())
        )
        self._open_form(f"End decision {line.record.ref}", form)

    def _ask_decision_error(self, line: SharingDecisionLine) -> None:
        question = Question(
            f"Mark decision {line.record.ref} as recorded in error?",
            _KEPT,
            "Mark as an error",
            "Keep decision",
            grave=True,
        )

        def answered(yes: bool) -> None:
            if yes:
                self.close()
                self._presenter.mark_decision_in_error(line.record)

        self._desk.dialogs.confirm(question, answered)

    def _today(self) -> Any:
        return self._desk.session.today

    def _bind(self, form: FormPanel, work: Callable[[], Callable[..., None]]) -> None:
        """Saving asks `work` for what is filled in; it may refuse."""

        def save() -> None:
            try:
                start = work()
            except KnownError as error:
                form.refuse(error)
                return
            form.set_busy(True)
            start(partial(self._done, form), form.refuse)

        form.save_asked.connect(save)

    def _open_form(self, title: str, form: FormPanel) -> None:
        form.cancelled.connect(self.close)
        self._open(title, form)

    def _open(self, title: str, content: QWidget) -> None:
        self.content = content
        self.drawer.slide_in(title, content)

    def _done(self, form: FormPanel) -> None:
        if self.content is form:
            self.close()
