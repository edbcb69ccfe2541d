"""What the overview asks of the services."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from casedesk.domain.errors import KnownError
from casedesk.domain.views.family_page import ActionLine, Overview
from casedesk.services.actions import ActionEntry, add_action, finish_action
from casedesk.services.family_page import overview
from casedesk.ui.desk import Desk
from casedesk.ui.forms.form_end import FormEnd, save_form
from casedesk.ui.jobs import Job
from casedesk.ui.saving import save


class OverviewPresenter(QObject):
    """Reads one family's overview; an answer about another family is dropped.

    Signals:
        answered(view): the overview.
        failed(sentence): it could not be read.
    """

    answered = Signal(object)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: Job | None = None
        self.ref = ""

    def read(self, ref: str) -> None:
        """Read a family's overview."""
        if self._asked is not None and not self._asked.is_over:
            self._asked.cancel()
        self.ref = ref
        self._asked = self._desk.jobs.read(
            self, partial(overview, self._desk.session, ref), self._on_read, self._on_failed
        )

    def finish(self, line: ActionLine) -> None:
        """Mark an action as done."""
        session = self._desk.session

        def refused(error: KnownError) -> None:
            self._desk.toast(error.sentence)
            self.read(self.ref)

        save(
            self._desk,
            self,
            partial(finish_action, session, line.id, line.version),
            failed=refused,
        )

    def add(self, entry: ActionEntry, end: FormEnd) -> None:
        """Save a new action."""
        save_form(self._desk, self, partial(add_action, self._desk.session, self.ref, entry), end)

    def _on_read(self, view: Overview) -> None:
        self._asked = None
        self.answered.emit(view)

    def _on_failed(self, error: KnownError) -> None:
        self._asked = None
        self.failed.emit(error.sentence)
