"""What the overview asks of the services."""

from __future__ import annotations

from functools import partial

from casedesk.domain.errors import KnownError
from casedesk.domain.views.family_page import ActionLine
from casedesk.services.actions import ActionEntry, add_action, finish_action
from casedesk.services.family_page import overview
from casedesk.ui.forms.form_end import FormEnd
from casedesk.ui.saving import save
from casedesk.ui.screens.family.tab_presenter import TabPresenter


class OverviewPresenter(TabPresenter):
    """`answered` gives the `Overview`."""

    def read(self, ref: str) -> None:
        """Read a family's overview."""
        self.ref = ref
        self._ask(partial(overview, self._desk.session, ref))

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
        self._put(end, add_action, self.ref, entry)
