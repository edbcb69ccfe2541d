"""The eleven steps to choose from, and the steps of a goal over time."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from casedesk.ui.screenshots import drawn
from casedesk.ui.theme import Theme
from casedesk.ui.widgets.score_chart import ChartPoint, ScoreChart
from casedesk.ui.widgets.score_scale import ScoreScale

POINTS = (
    ChartPoint(date(2026, 6, 17), 2, "17 June 2026: 2"),
    ChartPoint(date(2026, 8, 1), 5, "1 August 2026: 5"),
    ChartPoint(date(2026, 11, 24), 4, "24 November 2026: 4"),
)


def value(widget: QWidget) -> str:
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Value))


@pytest.fixture
def scale(theme: Theme, qtbot: QtBot) -> ScoreScale:
    made = ScoreScale(theme, "Where does it stand?")
    qtbot.addWidget(made)
    made.resize(500, made.sizeHint().height())
    made.show()
    return made


@pytest.fixture
def chart(theme: Theme, qtbot: QtBot) -> ScoreChart:
    made = ScoreChart(theme, "Steps")
    qtbot.addWidget(made)
    made.resize(260, made.sizeHint().height())
    made.show()
    return made


def test_nothing_is_chosen_at_first(scale: ScoreScale) -> None:
    assert scale.value() is None
    assert value(scale) == "Not chosen yet"


def test_keys_choose_a_step(scale: ScoreScale, qtbot: QtBot) -> None:
    for key, expected in (
        (Qt.Key.Key_Right, 0), (Qt.Key.Key_Right, 1), (Qt.Key.Key_Up, 2), (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_End, 10), (Qt.Key.Key_Right, 10), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Down, 0),
        (Qt.Key.Key_7, 7), (Qt.Key.Key_1, 1), (Qt.Key.Key_0, 10), (Qt.Key.Key_0, 0),
    ):  # fmt: skip
        qtbot.keyClick(scale, key)
        assert scale.value() == expected, key
    assert value(scale) == "0 of 10"


def test_a_click_chooses_the_step_under_it(scale: ScoreScale, qtbot: QtBot) -> None:
    with qtbot.waitSignal(scale.changed, timeout=1_000):
        middle = scale.step_rect(6).center().toPoint()
        qtbot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=middle)
    assert scale.value() == 6
    assert drawn(scale).pixelColor(int(scale.step_rect(6).left()) + 4, 20) != drawn(
        scale
    ).pixelColor(int(scale.step_rect(3).left()) + 4, 20)


def test_what_is_no_step_chooses_none(scale: ScoreScale) -> None:
    scale.set_value(4)
    for wrong in (-1, 11, None):
        scale.set_value(wrong)
        assert scale.value() is None


def test_the_chart_stands_by_day_and_step(chart: ScoreChart) -> None:
    chart.set_points(POINTS, "Started at 2")
    first, second, last = (chart.place_of(index) for index in range(3))
    assert first.x() < second.x() < last.x()
    assert second.y() < last.y() < first.y(), "higher is further up"
    # 45 of 160 days
    assert (second.x() - first.x()) / (last.x() - first.x()) == pytest.approx(45 / 160)


def test_arrows_say_each_step(chart: ScoreChart, qtbot: QtBot) -> None:
    chart.set_points(POINTS, "Started at 2")
    assert value(chart) == "24 November 2026: 4"
    for key, said in (
        (Qt.Key.Key_Left, "1 August 2026: 5"),
        (Qt.Key.Key_Home, "17 June 2026: 2"),
        (Qt.Key.Key_Left, "17 June 2026: 2"),
        (Qt.Key.Key_End, "24 November 2026: 4"),
    ):
        qtbot.keyClick(chart, key)
        assert value(chart) == said
    assert chart.accessibleDescription() == "Started at 2"


@pytest.mark.parametrize(
    "points",
    [
        (),
        POINTS[:1],
        (ChartPoint(None, 7, "Now: 7"),),
        (POINTS[0], ChartPoint(None, 7, "Now: 7")),
        (POINTS[0], ChartPoint(POINTS[0].on, 9, "the same day")),
    ],
)
def test_few_steps_or_undated_ones_draw(
    chart: ScoreChart, qtbot: QtBot, points: tuple[ChartPoint, ...]
) -> None:
    chart.set_points(points, "")
    assert not drawn(chart).isNull()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End):
        qtbot.keyClick(chart, key)
    assert all(0 <= chart.place_of(i).x() <= chart.width() for i in range(len(points)))
