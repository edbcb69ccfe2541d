"""What the consent tab asks of the services: the matrix, what is behind a cell, and saving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from casedesk.domain.records import Consent, Restriction, SharingDecision
from casedesk.domain.views.consents_page import ConsentDetail, ConsentPage, SharingDecisionLine
from casedesk.domain.views.restrictions import RestrictionLine
from casedesk.domain.views.saved import Saved
from casedesk.domain.views.sharing_log_page import SharedLine
from casedesk.services.consent_page import consent_detail, consent_page
from casedesk.services.consents import (
    ConsentEntry,
    consent_flags_of,
    mark_consent_in_error,
    record_consent,
    what_withdrawing_stops,
    withdraw_consent,
)
from casedesk.services.evaluation_notices import end_objection, record_informed, record_objection
from casedesk.services.restrictions import (
    lift_restriction,
    record_restriction,
    restrictions_in_force,
)
from casedesk.services.sharing_decisions import (
    SharingDecisionEntry,
    end_sharing_decision,
    mark_sharing_decision_in_error,
    record_sharing_decision,
    sharing_decisions,
)
from casedesk.services.sharing_log import sharing_log_of
from casedesk.ui.desk import Desk
from casedesk.ui.forms.form_end import FormEnd, save_form
from casedesk.ui.job import Job, stop
from casedesk.ui.screens.family.tab_presenter import TabPresenter

SUPPORT = "support"


@dataclass(frozen=True)
class ConsentView:
    """Everything the tab shows besides the panel."""

    page: ConsentPage
    restrictions: tuple[RestrictionLine, ...]
    decisions: tuple[SharingDecisionLine, ...]
    log: tuple[SharedLine, ...]


class ConsentPresenter(TabPresenter):
    """Keeps which family and purpose; answers to older questions are dropped.

    Signals:
        answered(view): the matrix and the lists.
        failed(sentence): they could not be read.
        detailed(detail): what is behind a cell.
        detail_failed(sentence): that could not be read.
    """

    detailed = Signal(object)
    detail_failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self._detailing: Job | None = None
        self.purpose = SUPPORT

    def read(self, ref: str) -> None:
        """Read a family; another one starts at the purpose of helping it."""
        if ref != self.ref:
            self.ref, self.purpose = ref, SUPPORT
        self._ask(partial(_read, self._desk, self.ref, self.purpose))

    def look_for(self, purpose: str) -> None:
        """Look at another purpose."""
        self.purpose = purpose
        self.read(self.ref)

    def detail(self, person_id: str, recipient: str) -> None:
        """Read what is behind a cell."""
        stop(self._detailing)
        session = self._desk.session
        work: Callable[[], ConsentDetail] = partial(
            consent_detail, session, self.ref, person_id, recipient, purpose=self.purpose
        )
        self._detailing = self._desk.jobs.read(
            self,
            work,
            self.detailed.emit,
            lambda error: self.detail_failed.emit(error.sentence),
        )

    def flags(self, entry: ConsentEntry, got: Callable[[tuple[str, ...]], None]) -> None:
        """What a lead should look at in a consent before it is saved; none while it is unready."""
        work = partial(consent_flags_of, self._desk.session, self.ref, entry)
        self._desk.jobs.read(self, work, got, lambda _: got(()))

    def what_stops(self, consent: Consent, got: Callable[[str], None]) -> None:
        """What withdrawing a consent stops."""
        work = partial(what_withdrawing_stops, self._desk.session, consent.id)
        self._desk.jobs.read(self, work, got)

    def record(self, entry: ConsentEntry, end: FormEnd) -> None:
        """Save a consent."""
        self._save(partial(record_consent, self._desk.session, self.ref, entry), end)

    def withdraw(self, consent: Consent, reason: str, on: date | None, end: FormEnd) -> None:
        """Withdraw a consent."""
        session = self._desk.session
        work = partial(withdraw_consent, session, consent.id, consent.version, reason, on=on)
        self._save(work, end)

    def mark_in_error(self, consent: Consent) -> None:
        """Mark a consent as recorded in error."""
        session = self._desk.session
        self._save(partial(mark_consent_in_error, session, consent.id, consent.version))

    def informed(self, person_id: str, values: dict[str, Any], end: FormEnd) -> None:
        """Save that the notice of the study was left with somebody."""
        work = partial(record_informed, self._desk.session, self.ref, person_id, **values)
        self._save(work, end)

    def objection(self, person_id: str, values: dict[str, Any], end: FormEnd) -> None:
        """Save that somebody objects to purposes."""
        work = partial(record_objection, self._desk.session, self.ref, person_id, **values)
        self._save(work, end)

    def end_objection(
        self, objection_id: str, version: int, values: dict[str, Any], end: FormEnd
    ) -> None:
        """Save that an objection has ended."""
        work = partial(end_objection, self._desk.session, objection_id, version, **values)
        self._save(work, end)

    def restrict(self, person_id: str, values: dict[str, Any], end: FormEnd) -> None:
        """Save that what may be done with somebody's record is restricted."""
        work = partial(record_restriction, self._desk.session, self.ref, person_id, **values)
        self._save(work, end)

    def lift(self, restriction: Restriction, values: dict[str, Any], end: FormEnd) -> None:
        """Lift a restriction."""
        session = self._desk.session
        work = partial(lift_restriction, session, restriction.id, restriction.version, **values)
        self._save(work, end)

    def decide(self, entry: SharingDecisionEntry, end: FormEnd) -> None:
        """Save a sharing decision."""
        work = partial(record_sharing_decision, self._desk.session, self.ref, entry)
        self._save(work, end)

    def end_decision(self, decision: SharingDecision, on: date, end: FormEnd) -> None:
        """Give a sharing decision its last day."""
        session = self._desk.session
        work = partial(end_sharing_decision, session, decision.id, decision.version, on)
        self._save(work, end)

    def mark_decision_in_error(self, decision: SharingDecision) -> None:
        """Mark a sharing decision as recorded in error."""
        session = self._desk.session
        work = partial(mark_sharing_decision_in_error, session, decision.id, decision.version)
        self._save(work)

    def _save(self, work: Callable[[], Saved[Any]], end: FormEnd | None = None) -> None:
        save_form(self._desk, self, work, end)


def _read(desk: Desk, ref: str, purpose: str) -> ConsentView:
    session = desk.session
    return ConsentView(
        consent_page(session, ref, purpose=purpose),
        restrictions_in_force(session, ref),
        sharing_decisions(session, ref),
        sharing_log_of(session, ref),
    )
