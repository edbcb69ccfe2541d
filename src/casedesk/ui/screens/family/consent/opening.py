"""Opening a form of this tab by name: from another tab's link, or to take up a draft."""

from __future__ import annotations

from collections.abc import Mapping

from casedesk.domain.views.consents_page import ConsentDetail, ConsentPage
from casedesk.ui.screens.family.consent.presenter import ConsentView
from casedesk.ui.screens.family.consent.restriction_forms import RESTRICT
from casedesk.ui.screens.family.consent.side import (
    DECIDE,
    INFORMED,
    LIFT,
    OBJECTION,
    RECORD,
    RENEW,
    WITHDRAW,
    ConsentSide,
)

OF_A_CELL = (RENEW, INFORMED, OBJECTION, WITHDRAW)
"""Forms that need what is behind a cell."""


def open_form(
    side: ConsentSide,
    view: ConsentView,
    wanted: Mapping[str, str],
    cell: tuple[str, str] | None,
) -> str:
    """Open the form that `wanted` names, with the arguments it was kept with.

    `criterion` instead of a form asks for consent to what that criterion is about, in the
    cell that is chosen, and `shared` shows that entry of the sharing log. Gives the form's name
    where it has to wait for what is behind its cell.
    """
    form, person, recipient = (wanted.get(name, "") for name in ("form", "person", "recipient"))
    ends = next(
        (one for one in view.restrictions if one.record.id == wanted.get("restriction")), None
    )
    if form in OF_A_CELL:
        return form
    shared = next((one for one in view.log if one.id == wanted.get("shared")), None)
    if shared is not None:
        side.show_shared(shared)
        return ""
    if form == RESTRICT:
        side.restrict(view.page, person)
    elif form == DECIDE:
        side.decide(view.page)
    elif form == LIFT and ends is not None:
        lift = side.end_objection_of if ends.is_objection else side.lift
        lift(ends)
    elif wanted.get("criterion"):
        if cell is not None:
            side.ask_for(view.page, *cell, wanted["criterion"])
    elif form == RECORD:
        side.record(view.page, person, recipient)
    return ""


def open_of_cell(side: ConsentSide, page: ConsentPage, form: str, detail: ConsentDetail) -> None:
    """Open a form about what is behind a cell."""
    if form == RENEW:
        side.renew(page, detail)
    elif form == INFORMED:
        side.informed(detail)
    elif form == OBJECTION:
        side.objection(detail)
