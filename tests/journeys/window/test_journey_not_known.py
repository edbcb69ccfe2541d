"""What nobody knows yet is settled from its card: in one click, or two with what is known."""

from __future__ import annotations

import pytest
from journey import Journey
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QTableView, QWidget

from casedesk.ui.screens.family.criteria.card import CriterionCardView

WORK = "Adults out of work"


class Clicks(QObject):
    """Counts the clicks on anything; clicking into a field would count too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.count = 0
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_click = event.type() == QEvent.Type.MouseButtonRelease
        self.count += is_click and isinstance(watched, QAbstractButton)
        return False


@pytest.fixture
def card(journey: Journey) -> CriterionCardView:
    journey.search("ashworth")
    journey.part(QTableView, "Families").setFocus(Qt.FocusReason.TabFocusReason)
    journey.keys("Return")
    journey.turn_to("Criteria")
    card = journey.part(CriterionCardView, WORK)
    assert card.accessibleName().endswith("Not known")
    assert "Ask the family and the Jobcentre" in journey.words(card)
    return card


def test_asked_and_nothing_found_is_one_click(journey: Journey, card: CriterionCardView) -> None:
    clicks = Clicks(journey.window)
    journey.press("I asked, nothing found", card)
    assert clicks.count == 1
    card = journey.part(CriterionCardView, WORK)
    assert card.accessibleName().endswith("Not met")
    assert "a check on 24 November 2026 found nothing" in journey.words(card)

    journey.keys("Ctrl+Z")
    card = journey.part(CriterionCardView, WORK)
    assert card.accessibleName().endswith("Not known")


def test_what_is_known_is_two_clicks_with_save(journey: Journey, card: CriterionCardView) -> None:
    clicks = Clicks(journey.window)
    journey.press("Record what you know", card)
    kind = QApplication.focusWidget()
    assert kind is not None
    assert kind.accessibleName() == "What it is"  # The form waits for the first answer.
    for keys in ("Tab", "K", "Tab"):  # Kerry, then since when.
        journey.keys(keys)
    assert kind.window() is journey.window
    journey.qtbot.keyClicks(QApplication.focusWidget(), "1 March 2026")
    journey.press("Save record")
    assert clicks.count == 2
    card = journey.part(CriterionCardView, WORK)
    assert card.accessibleName().endswith("Met – from records")
