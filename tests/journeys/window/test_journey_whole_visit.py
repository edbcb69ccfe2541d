"""A whole visit with no network: from Today to the saved note, taken back once and redone."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from journey import LEFT, Journey
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QListView, QTableView

from casedesk.services.visit_page import day_words
from casedesk.ui.screens.visit.seen_toggle import AloneToggle, SeenToggle
from casedesk.ui.screens.visit.tick_row import TickRow

SEEN = "House warm and tidy. Tyler still in bed at 10:40."
AGREED = ("Kerry to ring the GP by Friday", "Ask the school about the bus pass")
NEXT_WEEK = date(2026, 12, 1)


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No socket but one of this machine's own can even be made."""
    made: list[object] = []

    class Trapped(socket.socket):
        def __init__(self, family: int = -1, *more: object, **named: object) -> None:
            if family != socket.AF_UNIX:
                made.append(family)
                raise OSError("there is no network")
            super().__init__(family, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "socket", Trapped)
    yield
    assert made == [], "something asked for the network"


def _pressed(journey: Journey, kind: type[QAbstractButton], name: str) -> None:
    """Click on what is called so aloud, with whatever is said after it."""
    journey.qtbot.mouseClick(journey.part(kind, name), LEFT)
    journey.settle()


def _visit(journey: Journey) -> None:
    journey.press("Start visit: Ashworth, 10:30")
    for name in ("Kerry", "Tyler", "Ellie"):
        _pressed(journey, SeenToggle, name)
    _pressed(journey, AloneToggle, "Tyler was seen alone")
    assert "14, seen alone" in journey.part(SeenToggle, "Tyler").accessibleName()
    journey.press("The words of Ellie")
    journey.type("What Ellie said", "I like Wednesdays.")
    journey.type("What did you see and hear?", SEEN)
    for line in AGREED:
        journey.type("Add an action", line)
        journey.keys("Return")
    _pressed(journey, TickRow, "Call school about")
    journey.press(day_words(NEXT_WEEK))
    journey.press("Finish visit")
    journey.until(lambda: journey.workspace.page == "family")


def _spoken(view: QAbstractItemView) -> list[str]:
    """What a table or list says of each cell."""
    model, role = view.model(), Qt.ItemDataRole.AccessibleTextRole
    columns = range(model.columnCount()) if isinstance(view, QTableView) else (0,)
    rows = range(model.rowCount())
    return [str(model.index(row, column).data(role)) for row in rows for column in columns]


def _newest(journey: Journey) -> str:
    """The newest entry of the family's timeline."""
    journey.search("ashworth")
    journey.part(QTableView, "Families").setFocus(Qt.FocusReason.TabFocusReason)
    journey.keys("Return")
    journey.turn_to("Visits and notes")
    return _spoken(journey.part(QListView, "Visits and notes"))[0]


def _plan(journey: Journey) -> str:
    journey.turn_to("Plan")
    return journey.words()


def _today(journey: Journey) -> str:
    journey.keys("Ctrl+1")
    return journey.words()


def _next_week(journey: Journey) -> str:
    journey.keys("Ctrl+1")
    journey.press("See the week")
    journey.press("This week")
    journey.press("The week after")
    return "\n".join(_spoken(journey.part(QTableView, "Visits of the week")))


def test_a_whole_visit_offline(
    start: Callable[[Path], Journey], own_vault: tuple[Path, str], offline: None
) -> None:
    journey = start(own_vault[0])
    journey.unlock(own_vault[1])
    before = (_today(journey), _newest(journey), _plan(journey), _next_week(journey))
    journey.keys("Ctrl+1")
    _visit(journey)

    note = journey.words()
    assert SEEN in note
    assert "I like Wednesdays." in note
    assert "Kerry, Tyler and Ellie" in note
    after = (_today(journey), _newest(journey), _plan(journey), _next_week(journey))
    today, newest, plan, week = after
    assert "Written up" in today
    assert newest.startswith("Home visit, 24 November 2026")
    assert "Call school about" in before[2]
    assert "Call school about" not in plan, "it was ticked"
    assert "Ring the GP\nDue in 3 days\n27 November 2026 · Kerry" in plan
    assert "Ask the school about the bus pass" in plan
    assert "Tuesday 1 December: 10:30, Ashworth, Home visit" in week

    journey.keys("Ctrl+Z")
    undone = (_today(journey), _newest(journey), _plan(journey), _next_week(journey))
    assert undone == before, "one step took all of it back"
    journey.keys("Ctrl+Y")
    assert (_today(journey), _newest(journey)) == (today, newest)
