"""States are told by shape and word, not only by colour; badges, pips and glyphs."""

from __future__ import annotations

import itertools

import pytest
from component_sheet import PIPS
from plain_sheet import FamilyTable
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView, QToolTip
from pytestqt.qtbot import QtBot

from casedesk.ui.theme import Theme
from casedesk.ui.widgets.criterion_pips import CriterionPips, pip_at, spoken_pips
from casedesk.ui.widgets.glyphs import PAINTED, paint_glyph
from casedesk.ui.widgets.pips_delegate import PipsDelegate
from casedesk.ui.widgets.pips_header import PipsHeader
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import (
    CONSENT_STATES,
    CRITERION_STATES,
    StateLook,
    criterion_key,
)


def said(widget: object, part: QAccessible.Text) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(part)  # type: ignore[call-overload]


def grey(theme: Theme, glyph: str, tone: str, ground: str) -> QImage:
    """The sign in greys, as a printer without colour has it."""
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(theme.colour(ground))
    painter = QPainter(picture)
    paint_glyph(painter, QRectF(0, 0, 40, 40), glyph, theme, tone)
    painter.end()
    return picture.convertToFormat(QImage.Format.Format_Grayscale8)


def differing(one: QImage, other: QImage) -> int:
    """How many of 1,600 pixels differ clearly."""
    return sum(
        abs(one.pixelColor(x, y).red() - other.pixelColor(x, y).red()) > 60
        for x in range(40)
        for y in range(40)
    )


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("states", [CRITERION_STATES, CONSENT_STATES], ids=["criteria", "consent"])
def test_states_differ_without_colour(
    theme: Theme, mode: str, states: dict[str, StateLook]
) -> None:
    theme.set_mode(mode)
    drawn = {look.glyph: grey(theme, look.glyph, look.tone, "surface") for look in states.values()}
    alike = [
        pair
        for pair in itertools.combinations(drawn, 2)
        if differing(drawn[pair[0]], drawn[pair[1]]) < 60
    ]
    assert alike == []


def test_words_of_the_states_are_those_of_the_design() -> None:
    assert {key: look.word for key, look in CRITERION_STATES.items()} == {
        "met": "Met – from records",
        "confirmed": "Confirmed by keyworker",
        "disagreed": "Keyworker disagrees",
        "not_met": "Not met",
        "not_known": "Not known",
        "improved": "Improved and sustained",
    }
    assert {look.tone for look in CRITERION_STATES.values()} == {"need", "mute", "good"}


@pytest.mark.parametrize(
    ("flags", "key"),
    [
        ({}, "met"),
        ({"confirmed": True}, "confirmed"),
        ({"disagreed": True}, "disagreed"),
        ({"confirmed": True, "improved": True}, "improved"),
    ],
)
def test_what_stands_beside_a_state_decides_its_sign(flags: dict[str, bool], key: str) -> None:
    assert criterion_key("met", **flags) == key


def test_a_badge_says_its_word(theme: Theme, qtbot: QtBot) -> None:
    badge = StateBadge(theme, CRITERION_STATES["met"], large=True)
    qtbot.addWidget(badge)
    assert said(badge, QAccessible.Text.Name) == "Met – from records"
    role = QAccessible.queryAccessibleInterface(badge).role()
    assert role == QAccessible.Role.StaticText
    narrow = badge.sizeHint().width()
    badge.set_look(CRITERION_STATES["confirmed"], "School attendance: confirmed by keyworker")
    assert said(badge, QAccessible.Text.Name) == "School attendance: confirmed by keyworker"
    assert badge.sizeHint().width() > narrow


@pytest.mark.parametrize("key", CRITERION_STATES)
def test_a_badge_is_painted_in_its_tone(theme: Theme, qtbot: QtBot, key: str) -> None:
    look = CRITERION_STATES[key]
    badge = StateBadge(theme, look)
    qtbot.addWidget(badge)
    badge.resize(badge.sizeHint())
    picture = badge.grab().toImage()
    assert picture.pixelColor(picture.width() - 4, 12) == theme.colour(f"{look.tone}Bg")


def test_pips_say_all_and_then_the_one_under_the_cursor(theme: Theme, qtbot: QtBot) -> None:
    pips = CriterionPips(theme, PIPS)
    qtbot.addWidget(pips)
    assert said(pips, QAccessible.Text.Name) == "Criteria"
    assert said(pips, QAccessible.Text.Value) == spoken_pips(PIPS)
    with qtbot.waitActive(pips):
        pips.show()
        pips.activateWindow()
    assert "School attendance: Confirmed by keyworker" in spoken_pips(PIPS)
    pips.setFocus()
    qtbot.keyClick(pips, Qt.Key.Key_Right)
    assert said(pips, QAccessible.Text.Value) == "School attendance: Confirmed by keyworker"
    for _ in range(10):
        qtbot.keyClick(pips, Qt.Key.Key_Right)
    assert said(pips, QAccessible.Text.Value) == "Health: Keyworker disagrees"
    qtbot.keyClick(pips, Qt.Key.Key_Left)
    assert said(pips, QAccessible.Text.Value) == "Domestic abuse: Improved and sustained"


def test_the_pip_under_the_pointer(theme: Theme) -> None:
    row = QRect(100, 50, 400, 44)
    assert pip_at(row, PIPS, theme, QPoint(101, 60)) == PIPS[0]
    assert pip_at(row, PIPS, theme, QPoint(100 + 48 * 2 + 5, 60)) == PIPS[2]
    assert pip_at(row, PIPS, theme, QPoint(100 + 48 * 7, 60)) is None
    assert pip_at(row, PIPS, theme, QPoint(5, 60)) is None


def test_pips_of_a_table_are_the_pips_of_the_widget(theme: Theme, qtbot: QtBot) -> None:
    """One painting: the first pip of a row looks as it does in the widget."""
    table = QTableView()
    qtbot.addWidget(table)
    model = FamilyTable(table)
    table.setHorizontalHeader(PipsHeader(theme, 2, ("Crime",), table))
    table.setModel(model)
    delegate = PipsDelegate(theme, table)
    option = QStyleOptionViewItem()
    option.widget = table
    option.rect = QRect(0, 0, 48 * 6, 44)
    picture = QImage(48 * 6, 44, QImage.Format.Format_RGB32)
    picture.fill(theme.colour("surface"))
    painter = QPainter(picture)
    delegate.paint(painter, option, model.index(0, 2))
    painter.end()
    assert picture.pixelColor(24 - 7, 14) == theme.colour("need")
    assert delegate.sizeHint(option, model.index(0, 2)).width() == 48 * 6
    words = model.data(model.index(0, 2), Qt.ItemDataRole.AccessibleTextRole)
    assert str(words).startswith("Crime: Met – from records, School: Met")


def test_a_pip_in_a_table_names_itself(theme: Theme, qtbot: QtBot, monkeypatch: object) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    model = FamilyTable(table)
    table.setModel(model)
    delegate = PipsDelegate(theme, table)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 48 * 6, 44)
    point = QPoint(48 * 5 + 10, 20)
    event = QHelpEvent(QEvent.Type.ToolTip, point, point)
    table.show()
    assert delegate.helpEvent(event, table, option, model.index(0, 2))
    assert QToolTip.text() == "Health: Improved and sustained"
    QToolTip.hideText()


def test_every_painted_sign_stays_in_its_box(theme: Theme) -> None:
    for name in PAINTED:
        picture = QImage(60, 60, QImage.Format.Format_RGB32)
        picture.fill(theme.colour("surface"))
        painter = QPainter(picture)
        paint_glyph(painter, QRectF(20, 20, 20, 20), name, theme, "mute")
        painter.end()
        outside = [
            (x, y)
            for x in range(60)
            for y in range(60)
            if not (19 <= x <= 40 and 19 <= y <= 40)
            and picture.pixelColor(x, y) != theme.colour("surface")
        ]
        assert outside == []
