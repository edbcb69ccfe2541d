"""What a screen reader may ask of a place that scrolls, whenever it asks."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from casedesk.ui.widgets.scroll_area import ScrollArea


def test_a_part_that_went_since_they_were_counted_is_none(qtbot: QtBot) -> None:
    area = ScrollArea()
    page = QWidget()
    page.setFixedSize(80, 4_000)
    area.setWidget(page)
    area.resize(200, 100)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    asked = QAccessible.queryAccessibleInterface(area)
    counted = asked.childCount()
    page.setFixedSize(80, 20)
    qtbot.waitUntil(lambda: not area.verticalScrollBar().isVisible())
    area.hide()
    parts = [asked.child(number) for number in range(counted + 5)]
    assert parts[0].object() is area.viewport()
    assert parts[-1] is None
