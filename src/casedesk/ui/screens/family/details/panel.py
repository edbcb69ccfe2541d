"""The drawer in which a family's details are changed; what is saved closes it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from casedesk.domain.views.family_details import FamilyDetails
from casedesk.services.drafts import DraftKey
from casedesk.services.families_editing import family_details, save_details
from casedesk.services.settings import programmes
from casedesk.ui.desk import Desk
from casedesk.ui.forms.form_end import FormEnd, save_form
from casedesk.ui.forms.form_place import FormPlace
from casedesk.ui.forms.side_panel import SidePanel
from casedesk.ui.screens.family.details.form import DetailsForm

WIDE = 480
FORM = "family details"
EDIT = "details"
"""The argument `edit` of the family page that opens this."""


class DetailsPanel(SidePanel):
    """Opens over `host`, the page of the family."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(desk, host, width=WIDE)

    def edit(self, ref: str) -> None:
        """Read the family's details as they stand and show them."""
        read = partial(family_details, self._desk.session, ref)
        self._desk.jobs.read(self, read, self._show)

    def _show(self, details: FamilyDetails) -> None:
        session = self._desk.session
        form = DetailsForm(self._desk.theme, details, programmes(), lambda: session.today)
        ref, title = details.family.ref, f"{details.family.name}: details"

        def start(end: FormEnd) -> None:
            save_form(self._desk, self, partial(save_details, session, form.details()), end)

        where = {"family": ref, "edit": EDIT}
        self.open_form(title, form, start, FormPlace(DraftKey(FORM, ref), title, "family", where))
