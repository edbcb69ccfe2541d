"""What is done on this tab: forms and entries in the panel at the side, questions in boxes."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from casedesk.domain.errors import KnownError
from casedesk.domain.views.consents_page import (
    ConsentDetail,
    ConsentLine,
    ConsentPage,
    SharingDecisionLine,
)
from casedesk.domain.views.restrictions import RestrictionLine
from casedesk.domain.views.sharing_log_page import SharedLine
from casedesk.ui.desk import Desk
from casedesk.ui.dialogs import Question
from casedesk.ui.forms.form_end import FormEnd
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.forms.form_place import FormPlace, place_in_family
from casedesk.ui.forms.side_panel import SidePanel, Start
from casedesk.ui.screens.family.consent.consent_form import ConsentForm
from casedesk.ui.screens.family.consent.decision_form import SharingDecisionForm
from casedesk.ui.screens.family.consent.end_form import EndDecisionForm
from casedesk.ui.screens.family.consent.more import DecisionDetails, SharedDetails
from casedesk.ui.screens.family.consent.presenter import ConsentPresenter
from casedesk.ui.screens.family.consent.restriction_forms import (
    RESTRICT,
    LiftForm,
    RestrictionForm,
)
from casedesk.ui.screens.family.consent.study_forms import (
    EndObjectionForm,
    InformedForm,
    ObjectionForm,
)
from casedesk.ui.screens.family.consent.withdraw_form import WithdrawForm

WIDE = 560
RECORD, RENEW, WITHDRAW, DECIDE = "record", "renew", "withdraw", "decide"
INFORMED, OBJECTION, LIFT = "informed", "objection", "lift"
"""What a form of this tab is called in `show_family(ref, form=…)`; and RESTRICT."""
_KEPT = "It stays in the history and never counts again. This cannot be undone."


class ConsentSide(SidePanel):
    """Opens the panel over `host`; a form that is saved closes it."""

    def __init__(self, desk: Desk, presenter: ConsentPresenter, host: QWidget) -> None:
        super().__init__(desk, host, width=WIDE)
        self._presenter = presenter

    def record(self, page: ConsentPage, person_id: str, recipient: str) -> None:
        """Record a consent; who and where to are filled in from the cell."""
        form = self._consent_form(page, person_id, recipient)
        where = {"person": person_id, "recipient": recipient}
        self._open_consent("Record consent", form, RECORD, f"{person_id} {recipient}", where)

    def ask_for(self, page: ConsentPage, person_id: str, recipient: str, criterion: str) -> None:
        """Record a consent to what a criterion is about."""
        session = self._desk.session
        about = session.packs.criterion_categories(session.programme).get(criterion, "")
        form = self._consent_form(page, person_id, recipient)
        form.categories.set_value((about,))
        self._open_consent("Record consent", form, RECORD, criterion, {"criterion": criterion})

    def renew(self, page: ConsentPage, detail: ConsentDetail) -> None:
        """Record a consent again that ends or has ended."""
        form = self._consent_form(page, detail.person_id, detail.recipient)
        current = detail.current.record if detail.current is not None else None
        if current is not None:
            form.start_from(current)
        where = {"person": detail.person_id, "recipient": detail.recipient}
        record = current.id if current is not None else ""
        self._open_consent(f"Renew {detail.person}’s consent", form, RENEW, record, where)

    def informed(self, detail: ConsentDetail) -> None:
        """Record that the notice of the study was left."""
        form = InformedForm(self._desk.theme, detail.person, self._desk.session.worker, self._today)
        self._open_study(
            f"Tell {detail.person} about the study",
            form,
            lambda end: self._presenter.informed(detail.person_id, form.values(), end),
            INFORMED,
            detail,
        )

    def objection(self, detail: ConsentDetail) -> None:
        """Record an objection to the study."""
        form = ObjectionForm(self._desk.theme, detail.person, self._today)
        self._open_study(
            f"{detail.person} objects to the study",
            form,
            lambda end: self._presenter.objection(detail.person_id, form.values(), end),
            OBJECTION,
            detail,
        )

    def end_objection(self, detail: ConsentDetail) -> None:
        """End an objection to what a cell is about."""
        if detail.objection_id is not None and detail.objection_version is not None:
            self._end_objection(detail.person, detail.objection_id, detail.objection_version)

    def end_objection_of(self, line: RestrictionLine) -> None:
        """End an objection."""
        self._end_objection(line.person, line.record.id, line.record.version)

    def restrict(self, page: ConsentPage, person_id: str) -> None:
        """Restrict what may be done with somebody's record, or note an objection."""
        form = RestrictionForm(self._desk.theme, page, self._today, person_id=person_id)

        def start(end: FormEnd) -> None:
            save = presenter.restrict if form.kind == RESTRICT else presenter.objection
            save(form.person_id, form.values(), end)

        presenter = self._presenter
        title = "Restrict or object"
        place = self._place(RESTRICT, "", title, person=person_id)
        self.open_form(title, form, start, place)

    def lift(self, line: RestrictionLine) -> None:
        """Lift a restriction."""
        form = LiftForm(self._desk.theme, self._today)
        title = f"Lift {line.person}’s restriction"
        self.open_form(
            title,
            form,
            lambda end: self._presenter.lift(line.record, form.values(), end),
            self._place(LIFT, line.record.id, title, restriction=line.record.id),
        )

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
        title = "Record a sharing decision"
        self.open_form(
            title,
            form,
            lambda end: self._presenter.decide(form.entry(), end),
            self._place(DECIDE, "", title),
        )

    def show_decision(self, line: SharingDecisionLine) -> None:
        """All of one sharing decision."""
        known = self._desk.session.catalogue.conditions.get(line.record.condition or "")
        content = DecisionDetails(self._desk.theme, line, known.title if known else "")
        content.end_asked.connect(self._end_decision)
        content.error_asked.connect(self._ask_decision_error)
        self.show_part(f"Decision {line.record.ref}: {line.headline.lower()}", content)

    def show_shared(self, line: SharedLine) -> None:
        """All of one entry of the log."""
        self.show_part(f"Shared with {line.recipient}", SharedDetails(self._desk.theme, line))

    def _consent_form(self, page: ConsentPage, person_id: str, recipient: str) -> ConsentForm:
        form = ConsentForm(
            self._desk.theme,
            page,
            self._desk.session.worker,
            self._today,
            person_id=person_id,
            recipient=recipient,
        )
        form.flags_asked.connect(partial(self._ask_flags, form))
        return form

    def _open_consent(
        self, title: str, form: ConsentForm, name: str, record: str, where: dict[str, str]
    ) -> None:
        place = self._place(name, record, title, **where)
        self.open_form(title, form, lambda end: self._presenter.record(form.entry(), end), place)

    def _open_study(
        self, title: str, form: FormPanel, start: Start, name: str, detail: ConsentDetail
    ) -> None:
        where = {"person": detail.person_id, "recipient": detail.recipient}
        self.open_form(title, form, start, self._place(name, detail.person_id, title, **where))

    def _end_objection(self, person: str, objection_id: str, version: int) -> None:
        form = EndObjectionForm(self._desk.theme, person, self._today)
        title = f"End {person}’s objection"
        self.open_form(
            title,
            form,
            lambda end: self._presenter.end_objection(objection_id, version, form.values(), end),
            self._place(LIFT, objection_id, title, restriction=objection_id),
        )

    def _place(self, form: str, record: str, title: str, /, **args: str) -> FormPlace:
        return place_in_family(self._presenter.ref, "consent", form, record, title, **args)

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
        record = line.record
        where = {"person": record.person_id, "recipient": record.recipients[0]}
        form.keep_drafts(self._desk, self._place(WITHDRAW, record.id, title.rstrip("?"), **where))

        def agreed() -> bool:
            if form.is_ready():
                form.set_busy(True)
                end = FormEnd(form, dialogs.close_form)
                self._presenter.withdraw(record, form.text, form.day(), end)
            return False  # It closes once it is saved.

        dialogs.form(title, form, "Withdraw consent", "Keep consent", agreed, form.give_up)

    def _end_decision(self, line: SharingDecisionLine) -> None:
        form = EndDecisionForm(self._desk.theme, self._today)
        self.open_form(
            f"End decision {line.record.ref}",
            form,
            lambda end: self._presenter.end_decision(line.record, form.last_day(), end),
        )

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
