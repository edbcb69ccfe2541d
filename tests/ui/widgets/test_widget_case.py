"""The larger widgets: strip, evidence, drawer, genogram, consent matrix, dates, form fields."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from case_sheet import ROWS, TODAY, MatrixModel, household, months
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from casedesk.domain.consent_matrix import MatrixCell
from casedesk.domain.genogram import HouseholdDrawing
from casedesk.ui.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.calendar_popup import CalendarPopup
from casedesk.ui.widgets.consent_cell import CELL_ROLE, look_of
from casedesk.ui.widgets.consent_matrix import ConsentMatrix
from casedesk.ui.widgets.date_field import NOT_A_DATE, DateField
from casedesk.ui.widgets.drawer import Drawer
from casedesk.ui.widgets.evidence_list import EvidenceList, EvidenceRow
from casedesk.ui.widgets.field import Field
from casedesk.ui.widgets.genogram_legend import ENTRIES, GenogramLegend
from casedesk.ui.widgets.genogram_view import GenogramView
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.timeline_strip import TimelineStrip

NAME, VALUE = QAccessible.Text.Name, QAccessible.Text.Value
DESCRIPTION = QAccessible.Text.Description


def said(widget: QWidget, part: QAccessible.Text = NAME) -> str:
    return str(QAccessible.queryAccessibleInterface(widget).text(part))


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def shown(qtbot: QtBot, widget: QWidget) -> None:
    """Show it as the active window, so that focus is real."""
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


# The strip of months


def test_a_strip_says_the_month_under_its_cursor(theme: Theme, qtbot: QtBot) -> None:
    strip = TimelineStrip(theme, months(), name="School attendance, 24 months")
    qtbot.addWidget(strip)
    shown(qtbot, strip)
    assert (said(strip), role(strip)) == ("School attendance, 24 months", QAccessible.Role.Slider)
    assert said(strip, VALUE) == "November 2026: improved and sustained"
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert said(strip, VALUE) == "November 2026: improved and sustained"
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    assert said(strip, VALUE) == "December 2024: not known"
    for _ in range(4):
        qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert said(strip, VALUE) == "April 2025: not met"
    for _ in range(30):
        qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert strip.cursor_at == 0
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.cell_rect(12).center().toPoint())
    assert said(strip, VALUE) == "December 2025: met"


def test_cells_fill_the_width_without_touching(theme: Theme, qtbot: QtBot) -> None:
    strip = TimelineStrip(theme, months())
    qtbot.addWidget(strip)
    for width in (200, 457, 556, 903):
        strip.resize(width, strip.sizeHint().height())
        cells = [strip.cell_rect(index) for index in range(24)]
        assert cells[0].left() == 0
        assert cells[-1].right() == width
        gaps = {b.left() - a.right() for a, b in pairwise(cells)}
        assert gaps == {2}


def test_states_of_a_strip_differ_in_height(theme: Theme, qtbot: QtBot) -> None:
    strip = TimelineStrip(theme, months("-#^?"))
    qtbot.addWidget(strip)
    strip.resize(200, strip.sizeHint().height())
    picture = strip.grab().toImage()
    ground = picture.pixelColor(1, 1)

    def inked(index: int) -> list[bool]:
        cell = strip.cell_rect(index)
        x = int(cell.center().x())
        return [
            picture.pixelColor(x, y) != ground for y in range(int(cell.top()), int(cell.bottom()))
        ]

    heights = [sum(inked(index)) for index in range(3)]
    assert heights[0] < heights[2] < heights[1] == 16
    assert inked(2).count(False) > 4


def test_a_strip_without_months_says_so(theme: Theme, qtbot: QtBot) -> None:
    strip = TimelineStrip(theme)
    qtbot.addWidget(strip)
    strip.show()
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert said(strip, VALUE) == "No months yet"


# Evidence


def test_evidence_shows_two_rows_and_how_many_more(theme: Theme, qtbot: QtBot) -> None:
    evidence = EvidenceList(theme, ROWS)
    qtbot.addWidget(evidence)
    evidence.show()
    words = [label.text() for label in evidence.findChildren(QLabel)]
    assert words[:4] == [
        "Tyler",
        "Criminal damage, youth caution",
        "18 August 2026",
        "Youth Offending",
    ]
    assert len(words) == 8
    assert evidence.more.text() == "See 1 more"
    with qtbot.waitSignal(evidence.asked_for_all, timeout=1000):
        evidence.more.click()
    assert said(evidence).count(";") == 2


def test_evidence_can_be_shown_anew(theme: Theme, qtbot: QtBot) -> None:
    evidence = EvidenceList(theme, ROWS)
    qtbot.addWidget(evidence)
    evidence.set_rows([EvidenceRow("Kerry", "Told you she left work", "10 November 2026", "Visit")])
    assert evidence.more.isHidden()
    shown_now = [one.text() for one in evidence.findChildren(QLabel) if not one.isHidden()]
    assert shown_now == ["Kerry", "Told you she left work", "10 November 2026", "Visit"]
    evidence.set_rows(ROWS, total=12)
    assert evidence.more.text() == "See 10 more"


# The drawer


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    QVBoxLayout(host).addWidget(Button(theme, "See 3 more"))
    host.resize(1000, 600)
    shown(qtbot, host)
    return host


def test_focus_goes_into_a_drawer_stays_and_goes_back(
    theme: Theme, qtbot: QtBot, page: QWidget
) -> None:
    opener = page.findChild(Button)
    assert opener is not None
    opener.setFocus()
    drawer = Drawer(theme, page)
    content = QWidget()
    column = QVBoxLayout(content)
    fields = [QLineEdit(), QLineEdit()]
    for field in fields:
        column.addWidget(field)
    drawer.slide_in("All records", content)
    assert (said(drawer), role(drawer)) == ("All records", QAccessible.Role.Dialog)
    assert QApplication.focusWidget() is fields[0]
    seen = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert opener not in seen
    assert drawer.close_button in seen
    assert fields[1] in seen
    with qtbot.waitSignal(drawer.closed, timeout=1000):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not drawer.is_open
    assert QApplication.focusWidget() is opener


def test_a_drawer_stands_at_the_right_and_leaves_some_page(
    theme: Theme, qtbot: QtBot, page: QWidget
) -> None:
    drawer = Drawer(theme, page)
    drawer.slide_in("Kerry to NHS", QLabel("Expires soon"))
    assert (drawer.width(), drawer.geometry().right()) == (360, 999)
    assert drawer.close_button.hasFocus()
    page.resize(380, 600)
    QApplication.processEvents()
    assert drawer.width() == 332
    qtbot.mouseClick(page.childAt(10, 300), Qt.MouseButton.LeftButton)
    assert not drawer.is_open


def test_the_content_of_a_drawer_can_go_back_to_the_page(
    theme: Theme, qtbot: QtBot, page: QWidget
) -> None:
    drawer = Drawer(theme, page)
    content = QLabel("Expires soon")
    qtbot.addWidget(content)
    drawer.slide_in("Kerry to NHS", content)
    assert drawer.take_content() is content
    drawer.close_drawer()
    drawer.close_drawer()
    assert not drawer.is_open


# The household


def test_people_of_a_household_are_walked_and_said(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    view, after = GenogramView(theme, household()), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(view)
    column.addWidget(after)
    window.resize(560, 500)
    assert (said(view), role(view)) == ("Household drawing", QAccessible.Role.Graphic)
    assert said(view, VALUE).startswith("Kerry, Maureen, Tyler")
    assert said(view, DESCRIPTION).startswith("Kerry, Maureen, Tyler")
    shown(qtbot, window)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert said(view, VALUE) == "Ron, died 2019"
    walked = []
    while view.hasFocus():
        walked.append(view.current_person)
        qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert walked == ["ron", "maureen", "darren", "kerry", "tyler", "ellie", "sam"]
    assert after.hasFocus()
    qtbot.keyClick(after, Qt.Key.Key_Backtab)
    assert said(view, VALUE) == "Sam, 3, lives here"


def test_arrows_go_to_the_nearest_and_enter_opens(theme: Theme, qtbot: QtBot) -> None:
    view = GenogramView(theme, household())
    qtbot.addWidget(view)
    shown(qtbot, view)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    ways = [Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Up]
    seen = []
    for way in ways:
        qtbot.keyClick(view, way)
        seen.append(view.current_person)
    assert seen == ["maureen", "kerry", "darren", "ron", "ron"]
    with qtbot.waitSignal(view.person_chosen, timeout=1000) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == ["ron"]


def test_a_click_chooses_a_person(theme: Theme, qtbot: QtBot) -> None:
    view = GenogramView(theme, household())
    qtbot.addWidget(view)
    view.resize(600, 460)
    shown(qtbot, view)
    point = view.mapFromScene(QPointF(2.5 * 112, 92))
    with qtbot.waitSignal(view.person_chosen, timeout=1000) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert chosen.args == ["kerry"]
    assert "expecting" in said(view, VALUE)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert view.current_person == "kerry"


def test_another_drawing_keeps_the_person_where_still_there(theme: Theme, qtbot: QtBot) -> None:
    view = GenogramView(theme, household())
    qtbot.addWidget(view)
    shown(qtbot, view)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    theme.set_mode("dark")
    assert view.current_person == "maureen"
    view.set_drawing(HouseholdDrawing((), (), (), 0, 0, ("Nobody is recorded yet.",)))
    assert view.current_person is None
    assert said(view, VALUE) == "Nobody is recorded yet."
    qtbot.keyClick(view, Qt.Key.Key_Right)


def test_the_same_scene_prints(theme: Theme, qtbot: QtBot) -> None:
    view = GenogramView(theme, household())
    qtbot.addWidget(view)
    page = QImage(1200, 1000, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    view.print_scene().render(painter)
    painter.end()
    inked = sum(
        page.pixelColor(x, y) == theme.colour("ink") for x in range(1200) for y in range(0, 1000, 9)
    )
    assert inked > 100


def test_a_legend_names_every_sign_and_wraps(theme: Theme, qtbot: QtBot) -> None:
    legend = GenogramLegend(theme)
    qtbot.addWidget(legend)
    assert said(legend) == "Signs: " + ", ".join(ENTRIES)
    assert legend.heightForWidth(1000) == 22
    assert legend.heightForWidth(300) > 40
    legend.set_drawing(household())
    assert said(legend) == "Signs: Male, Female, Unknown, Divorced, Died, Home"
    assert legend.heightForWidth(444) == 22
    legend.set_drawing(HouseholdDrawing((), (), (), 0, 0, ()))
    assert legend.heightForWidth(444) == 0


# The consent matrix


@pytest.fixture
def matrix(theme: Theme, qtbot: QtBot) -> ConsentMatrix:
    made = ConsentMatrix(theme)
    qtbot.addWidget(made)
    made.setModel(MatrixModel(made))
    made.resize(900, 400)
    shown(qtbot, made)
    return made


def test_cells_are_read_with_person_recipient_and_state(matrix: ConsentMatrix) -> None:
    interface = QAccessible.queryAccessibleInterface(matrix)
    assert interface.text(NAME) == "Consent by person and recipient"
    names = [
        cell.text(NAME)
        for cell in (interface.child(index) for index in range(interface.childCount()))
        if cell is not None and cell.role() == QAccessible.Role.Cell
    ]
    assert len(names) == 45
    assert "Kerry, NHS: Expires soon" in names
    assert "Maureen, DWP: Withdrawn" in names


def test_arrows_move_in_the_matrix_and_tab_leaves_it(matrix: ConsentMatrix, qtbot: QtBot) -> None:
    matrix.setFocus()
    where = [matrix.currentIndex()]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(matrix, key)
        where.append(matrix.currentIndex())
    assert [(one.row(), one.column()) for one in where] == [(0, 0), (0, 1), (1, 1)]
    qtbot.keyClick(matrix, Qt.Key.Key_Tab)
    assert (matrix.currentIndex().row(), matrix.currentIndex().column()) == (1, 1)
    with qtbot.waitSignal(matrix.cell_opened, timeout=1000) as opened:
        qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert opened.args[0].data(CELL_ROLE).state == "refused"


def test_a_click_opens_a_cell(matrix: ConsentMatrix, qtbot: QtBot) -> None:
    place = matrix.visualRect(matrix.model().index(4, 1)).center()
    with qtbot.waitSignal(matrix.cell_opened, timeout=1000) as opened:
        qtbot.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (opened.args[0].row(), opened.args[0].column()) == (4, 1)


@pytest.mark.parametrize("factor", [1.0, 1.3])
def test_no_word_of_the_matrix_is_cut_off(
    matrix: ConsentMatrix, theme: Theme, factor: float
) -> None:
    theme.set_factor(factor)
    model = matrix.model()
    from PySide6.QtGui import QFontMetrics

    metrics = QFontMetrics(theme.font("capb"))
    for row in range(5):
        for column in range(9):
            words = model.index(row, column).data(CELL_ROLE).words
            assert metrics.horizontalAdvance(words) + 6 <= matrix.columnWidth(column)
        assert matrix.rowHeight(row) >= round(52 * factor)
    header = matrix.verticalHeader().sizeHint().width()
    assert header > QFontMetrics(theme.font("cap")).horizontalAdvance("9, Kerry decides") + 16


def test_what_was_not_asked_stays_quiet(matrix: ConsentMatrix, theme: Theme) -> None:
    picture = matrix.viewport().grab().toImage()

    def ground(row: int, column: int) -> QColor:
        place = matrix.visualRect(matrix.model().index(row, column))
        return picture.pixelColor(place.left() + 8, place.center().y())

    assert ground(1, 0).alpha() == 0
    assert ground(0, 2) == theme.colour("goodBg")
    assert ground(1, 1) == theme.colour("badBg")


@pytest.mark.parametrize(
    ("cell", "glyph", "tone"),
    [
        (MatrixCell("given", "Given", 7, 7), "circle-check", "good"),
        (MatrixCell("given", "Expires soon", 7, 7, True), "hourglass", "warn"),
        (MatrixCell("some_given", "3 of 7 given", 3, 7, True), "list-checks", "info"),
        (MatrixCell("not_told", "Not told yet", 0, 7), "circle-dashed", "mute"),
        (MatrixCell("objected", "Objected", 0, 7), "ban", "bad"),
    ],
)
def test_the_look_of_a_cell(cell: MatrixCell, glyph: str, tone: str) -> None:
    look = look_of(cell)
    assert (look.glyph, look.word, look.tone) == (glyph, cell.words, tone)


# Dates


@pytest.fixture
def field(theme: Theme, qtbot: QtBot) -> DateField:
    made = DateField(theme, "Start date", today=lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(300, 36)
    shown(qtbot, made)
    return made


def heard(field: DateField) -> list[date | None]:
    days: list[date | None] = []
    field.date_changed.connect(days.append)
    return days


def test_a_typed_date_is_written_out(field: DateField, qtbot: QtBot) -> None:
    days = heard(field)
    qtbot.keyClicks(field, "1/12/26")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.value(), days) == ("1 December 2026", days[0], [date(2026, 12, 1)])
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert len(days) == 1
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert days[1:] == [None]


def test_what_is_no_date_stays_and_says_what_to_do(field: DateField, qtbot: QtBot) -> None:
    problems: list[str] = []
    field.problem_changed.connect(problems.append)
    qtbot.keyClicks(field, "31 February 2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.value()) == ("31 February 2026", None)
    assert said(field, DESCRIPTION) == NOT_A_DATE
    field.setText("28 February 2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert problems == [NOT_A_DATE, ""]
    assert field.value() == date(2026, 2, 28)


def test_arrows_step_days_and_weeks(field: DateField, qtbot: QtBot) -> None:
    days = heard(field)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Down):
        qtbot.keyClick(field, key)
    assert [day and day.day for day in days] == [24, 25, 2, 1]
    field.set_value(date(1, 1, 1))
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.value() == date(1, 1, 1)


def test_a_day_is_picked_from_the_calendar(field: DateField, qtbot: QtBot) -> None:
    days = heard(field)
    field.set_value(date(2026, 12, 1))
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = field.findChild(CalendarPopup)
    assert popup is not None
    assert popup.calendar.selectedDate() == QDate(2026, 12, 1)
    popup.calendar.activated.emit(QDate(2026, 12, 24))
    assert (field.value(), days) == (date(2026, 12, 24), [date(2026, 12, 24)])


# A field of a form


def test_a_form_field_names_hints_and_corrects(theme: Theme, qtbot: QtBot) -> None:
    control = QLineEdit()
    field = Field(theme, "Passphrase", control, hint="Four words or more.")
    qtbot.addWidget(field)
    field.show()
    assert (said(control), said(control, DESCRIPTION)) == ("Passphrase", "Four words or more.")
    sign = field.findChild(IconLabel)
    assert sign is not None
    assert not sign.isVisible()
    field.set_error("That is not the passphrase.")
    assert sign.isVisible()
    assert said(control, DESCRIPTION) == "That is not the passphrase."
    assert control.property("wrong") == "true"
    field.set_error("")
    assert said(control, DESCRIPTION) == "Four words or more."
    assert not sign.isVisible()
