"""What nobody knows yet is settled from its card: its form, "nothing found", saved."""

from __future__ import annotations

from journey import Journey
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from casedesk.ui.screens.family.criteria.card import CriterionCardView

WORK = "Adults out of work"


def test_asked_and_nothing_found(journey: Journey) -> None:
    journey.search("ashworth")
    journey.part(QTableView, "Families").setFocus(Qt.FocusReason.TabFocusReason)
    journey.keys("Return")
    journey.turn_to("Criteria")
    card = journey.part(CriterionCardView, WORK)
    assert card.accessibleName().endswith("Not known")
    assert "Ask the family and the Jobcentre" in journey.words(card)

    journey.press("Record what you know", card)
    journey.press("I asked, nothing found")
    journey.press("Save check")
    card = journey.part(CriterionCardView, WORK)
    assert card.accessibleName().endswith("Not met")
    assert "a check on 24 November 2026 found nothing" in journey.words(card)

    journey.keys("Ctrl+Z")
    card = journey.part(CriterionCardView, WORK)
    assert card.accessibleName().endswith("Not known")
