"""What planning a visit asks of the services."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from casedesk.domain.errors import KnownError
from casedesk.domain.records import PlannedVisit
from casedesk.domain.views.diary import PlanEntry, VisitChoices, VisitLine
from casedesk.domain.views.saved import Saved
from casedesk.services.diary import day_plan, one_visit, visit_choices
from casedesk.services.planned_visits import change_planned, plan_visit
from casedesk.services.session import Session
from casedesk.ui.desk import Desk
from casedesk.ui.job import Job
from casedesk.ui.saving import save

PAUSE_MS = 120


class PlanPresenter(QObject):
    """Reads what a form needs, looks at the day while it is filled in, and saves it.

    Signals:
        opened(choices, line): a family's form, and the visit to change or None.
        refused(sentence): the family or the visit cannot be read.
        day_read(plan): what else is on the day.
    """

    opened = Signal(object, object)
    refused = Signal(str)
    day_read = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._looking: Job | None = None
        self._day: dict[str, Any] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look)

    def open_form(self, ref: str, visit_id: str) -> None:
        """Read what the form of a family needs; `visit_id` is the visit to change, or empty."""
        work = partial(_read, self._desk.session, ref, visit_id)
        self._desk.jobs.read(self, work, lambda both: self.opened.emit(*both), self._on_refused)

    def look_at(
        self, day: date | None, at_time: time | None, minutes: int | None, by: str, but: str | None
    ) -> None:
        """Look, a moment later, at what else `by` has on a day."""
        if day is None:
            self._pause.stop()
            return
        self._day = {"day": day, "at_time": at_time, "minutes": minutes, "by": by, "but": but}
        self._pause.start()

    def plan(
        self,
        ref: str,
        entry: PlanEntry,
        before: PlannedVisit | None,
        wrap: Callable[[Callable[[], Any]], Callable[[], Any]],
        done: Callable[[Saved[PlannedVisit]], None],
        failed: Callable[[KnownError], None],
    ) -> None:
        """Save a new visit, or over the one that stood there `before`."""
        session = self._desk.session
        if before is None or entry.on is None:
            work = partial(plan_visit, session, ref, entry)
        else:
            work = partial(change_planned, session, _changed(before, entry, session.worker))
        save(self._desk, self, wrap(work), done, failed)

    def _look(self) -> None:
        if self._looking is not None and not self._looking.is_over:
            self._looking.cancel()
        work = partial(day_plan, self._desk.session, **self._day)
        self._looking = self._desk.jobs.read(self, work, self.day_read.emit)

    def _on_refused(self, error: KnownError) -> None:
        self.refused.emit(error.sentence)


def _read(session: Session, ref: str, visit_id: str) -> tuple[VisitChoices, VisitLine | None]:
    return visit_choices(session, ref), one_visit(session, visit_id) if visit_id else None


def _changed(before: PlannedVisit, entry: PlanEntry, worker: str) -> PlannedVisit:
    return replace(
        before,
        on=entry.on or before.on,
        at_time=entry.at_time,
        minutes=entry.minutes,
        kind=entry.kind,
        people=entry.people,
        also_present=entry.also_present,
        place=entry.place,
        purpose=entry.purpose,
        by=entry.by or worker,
    )
