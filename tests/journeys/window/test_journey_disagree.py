"""A keyworker looks for "ashwerth", reads why a criterion is met, and disagrees with it."""

from __future__ import annotations

from journey import Journey
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from casedesk.ui.screens.family.criteria.card import CriterionCardView
from casedesk.ui.widgets.criterion_pips import Pip
from casedesk.ui.widgets.pips_delegate import PIPS_ROLE

SCHOOL = "Children who have not been attending school"
REASON = "The register was wrong in June"


def _pips(journey: Journey) -> list[Pip]:
    model = journey.part(QTableView, "Families").model()
    columns = range(model.columnCount())
    return next(
        list(pips) for one in columns if (pips := model.index(0, one).data(PIPS_ROLE)) != ()
    )


def _school(journey: Journey) -> str:
    return next(pip.state for pip in _pips(journey) if pip.short == "School")


def test_a_near_name_a_reason_read_and_a_disagreement(journey: Journey) -> None:
    journey.search("ashwerth")
    assert "No families match “ashwerth”" in journey.words()
    journey.until(lambda: "Search for “Ashworth”" in journey.buttons())
    journey.press("Search for “Ashworth”")
    families = journey.part(QTableView, "Families")
    assert journey.rows(families) == ["Ashworth"]
    assert _school(journey) == "met"
    families.setFocus(Qt.FocusReason.TabFocusReason)
    journey.keys("Return")

    journey.turn_to("Criteria")
    card = journey.part(CriterionCardView, SCHOOL)
    said = journey.words(card)
    assert "Met because Tyler attended 71.1% over the last 3 terms" in said
    assert "the threshold is below 90%" in said

    journey.press("Disagree", card)
    journey.press("Save disagreement")
    journey.type("Why do you disagree?", REASON)
    journey.press("Save disagreement")
    card = journey.part(CriterionCardView, SCHOOL)
    assert "Keyworker disagrees" in card.accessibleName()
    assert REASON in journey.words(card)

    journey.turn_to("History")
    history = journey.part(QTableView, "History")
    model = history.model()
    newest = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert any("decision" in one for one in newest), newest
    assert any(REASON in one for one in newest), newest

    journey.search("ashworth")
    assert _school(journey) == "disagreed"
