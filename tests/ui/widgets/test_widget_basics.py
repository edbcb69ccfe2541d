"""Buttons, labels, chips, cards, banners, empty states, avatars, progress and loading."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from casedesk.ui.theme import Theme
from casedesk.ui.widgets.avatar import Avatar, initials
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import KINDS, Button, IconButton
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.chip import Chip
from casedesk.ui.widgets.elided_label import ElidedLabel
from casedesk.ui.widgets.empty_state import EmptyState
from casedesk.ui.widgets.label import Label, Paragraph
from casedesk.ui.widgets.loading import LoadingRows
from casedesk.ui.widgets.progress import ProgressLine
from casedesk.ui.widgets.search_field import SearchField

NAME, VALUE = QAccessible.Text.Name, QAccessible.Text.Value


def said(widget: QWidget, part: QAccessible.Text = NAME) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(part))


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


@pytest.mark.parametrize("tall", [32, 36, 40, 44])
@pytest.mark.parametrize("kind", KINDS)
def test_a_button_is_as_high_as_asked(theme: Theme, qtbot: QtBot, kind: str, tall: int) -> None:
    button = Button(theme, "Start visit", kind=kind, icon="play", tall=tall)
    qtbot.addWidget(button)
    button.show()
    assert button.height() == tall
    assert (said(button), role(button)) == ("Start visit", QAccessible.Role.Button)
    theme.set_factor(1.3)
    assert button.sizeHint().height() == round(tall * 1.3)


def test_enter_and_space_press_a_button(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Start visit", kind="primary")
    qtbot.addWidget(button)
    button.show()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        with qtbot.waitSignal(button.clicked, timeout=1000):
            qtbot.keyClick(button, key)


def test_a_button_changes_its_kind_and_colour(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Save PDF")
    qtbot.addWidget(button)
    button.show()
    assert button.grab().toImage().pixelColor(6, 18) == theme.colour("surface")
    button.set_kind("primary")
    assert button.grab().toImage().pixelColor(6, 18) == theme.colour("accent")
    with pytest.raises(ValueError, match="huge"):
        Button(theme, "Save", kind="huge")


def test_a_link_is_told_by_its_line(theme: Theme, qtbot: QtBot) -> None:
    link, quiet = (
        Button(theme, "See 3 more", kind="link"),
        Button(theme, "See 3 more", kind="quiet"),
    )
    lines = []
    for button in (link, quiet):
        qtbot.addWidget(button)
        button.resize(120, 36)
        picture = button.grab().toImage()
        longest = 0
        for y in range(22, 34):
            row = [picture.pixelColor(x, y) != picture.pixelColor(1, y) for x in range(120)]
            longest = max(longest, sum(row))
        lines.append(longest)
    assert lines[0] > 60 > lines[1]


def test_an_icon_button_has_a_name_and_a_tooltip(theme: Theme, qtbot: QtBot) -> None:
    button = IconButton(theme, "ellipsis", "More actions")
    qtbot.addWidget(button)
    assert (said(button), button.toolTip()) == ("More actions", "More actions")
    button.set_icon("pause", "Pause the clock")
    assert said(button) == "Pause the clock"
    assert button.sizeHint().height() >= 36


def test_words_from_records_are_never_read_as_html(theme: Theme, qtbot: QtBot) -> None:
    words = "<b>Kerry</b> & <img src='x'>"
    label, paragraph = Label(words), Paragraph(theme, words)
    for widget in (label, paragraph):
        qtbot.addWidget(widget)
        assert said(widget) == words
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert "<img" not in paragraph.text()


def test_a_paragraph_has_the_line_height_of_its_style(theme: Theme, qtbot: QtBot) -> None:
    paragraph = Paragraph(theme, "House warm and tidy. " * 20, "note")
    qtbot.addWidget(paragraph)
    lines = {paragraph.heightForWidth(300) - paragraph.heightForWidth(w) for w in (300,)}
    one = Paragraph(theme, "House", "note")
    two = Paragraph(theme, "House\nhome", "note")
    qtbot.addWidget(one)
    qtbot.addWidget(two)
    assert lines == {0}
    assert two.heightForWidth(300) - one.heightForWidth(300) == 26
    assert two.plain() == "House\nhome"


def test_a_style_that_is_not_in_the_table_is_a_bug(theme: Theme, qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="shout"):
        Label("Kerry", "shout")
    with pytest.raises(ValueError, match="shout"):
        Paragraph(theme, "Kerry", "shout")


def test_a_label_changes_style_and_ink(theme: Theme, qtbot: QtBot) -> None:
    label = Label("5 days late", "body")
    qtbot.addWidget(label)
    label.show()
    label.set_style("smallb")
    label.set_ink("bad")
    assert label.font().pixelSize() == 13
    assert label.palette().windowText().color() == theme.colour("badTx")


def test_words_that_do_not_fit_are_in_the_tooltip(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel("Criminal damage, youth caution")
    qtbot.addWidget(label)
    label.resize(90, 20)
    label.grab()
    assert label.toolTip() == "Criminal damage, youth caution"
    label.resize(600, 20)
    label.grab()
    assert label.toolTip() == ""
    assert said(label) == "Criminal damage, youth caution"


def test_a_chip_is_on_or_off_in_shape_and_aloud(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, "Open", count=64)
    qtbot.addWidget(chip)
    chip.show()
    assert (said(chip), role(chip)) == ("Open, 64", QAccessible.Role.CheckBox)
    off = chip.sizeHint()
    assert not QAccessible.queryAccessibleInterface(chip).state().checked
    with qtbot.waitSignal(chip.toggled, timeout=1000):
        qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert QAccessible.queryAccessibleInterface(chip).state().checked
    assert chip.sizeHint().width() > off.width()
    assert off.height() == 32
    chip.set_count(1200)
    assert said(chip) == "Open, 1200"
    chip.set_count(None)
    assert said(chip) == "Open"


def test_a_card_is_called_by_its_title(theme: Theme, qtbot: QtBot) -> None:
    card = Card(theme, "Next actions", count=4)
    qtbot.addWidget(card)
    card.add_action(Button(theme, "Add", kind="quiet", icon="plus"))
    card.body.addWidget(QLabel("Call school"))
    assert said(card) == "Next actions"
    card.show()
    words = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert words == ["Next actions", "4", "Call school"]
    card.set_count(None)
    card.set_title("Done")
    words = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert words == ["Done", "Call school"]


def test_a_banner_tells_a_screen_reader_and_leads_on(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner(theme, "warn", "Two-person visits", "Do not visit alone.", link="See reason")
    qtbot.addWidget(banner)
    banner.show()
    assert role(banner) == QAccessible.Role.AlertMessage
    assert said(banner) == "Two-person visits. Do not visit alone."
    link = next(b for b in banner.findChildren(Button) if b.isVisible())
    with qtbot.waitSignal(banner.followed, timeout=1000):
        qtbot.keyClick(link, Qt.Key.Key_Space)
    assert banner.grab().toImage().pixelColor(1, 20) == theme.colour("warn")
    banner.set_words("bad", "Backup is 9 days old")
    assert said(banner) == "Backup is 9 days old"
    assert not link.isVisible()
    with pytest.raises(KeyError):
        banner.set_words("loud", "Fire")


def test_a_banner_grows_instead_of_cutting_its_words(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner(theme, "warn", "Two-person visits", "Do not visit this family alone. " * 6)
    qtbot.addWidget(banner)
    host_width = 420
    banner.resize(host_width, banner.heightForWidth(host_width))
    assert banner.heightForWidth(host_width) > 60 > banner.heightForWidth(1800)
    assert banner.minimumHeight() == 40


def test_an_empty_state_says_why_and_what_next(theme: Theme, qtbot: QtBot) -> None:
    state = EmptyState(
        theme, "calendar-days", "No visits today", "Plan one.", [Button(theme, "Plan a visit")]
    )
    qtbot.addWidget(state)
    state.show()
    assert said(state) == "No visits today. Plan one."
    state.add_action(Button(theme, "See families"))
    texts = [button.text() for button in state.findChildren(Button)]
    assert texts == ["Plan a visit", "See families"]
    state.set_words("search", "No families match “ashwerth”", "")
    assert said(state) == "No families match “ashwerth”"


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Jo Hebden", "JH"), ("Samira", "S"), ("mary jane watson", "MW"), ("", "")],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_an_avatar_is_called_by_the_name(theme: Theme, qtbot: QtBot) -> None:
    avatar = Avatar(theme, "Jo Hebden")
    qtbot.addWidget(avatar)
    assert (said(avatar), avatar.text()) == ("Jo Hebden", "JH")
    assert avatar.sizeHint().height() == 32


def test_progress_is_in_words_too(theme: Theme, qtbot: QtBot) -> None:
    line = ProgressLine(theme, "Printing reports")
    qtbot.addWidget(line)
    line.set_progress(9, 23, "Now: Okafor, for School", "About 2 minutes left")
    line.show()
    shown = [label.text() for label in line.findChildren(QLabel) if label.isVisible()]
    assert shown == ["9 of 23", "Now: Okafor, for School", "About 2 minutes left"]
    assert said(line.bar) == "Printing reports"
    assert said(line.bar, VALUE) in ("9", "39%")
    assert said(line.bar, QAccessible.Text.Description).startswith("9 of 23")
    line.set_progress(0, 0, "Reading the file")
    shown = [label.text() for label in line.findChildren(QLabel) if label.isVisible()]
    assert shown == ["Reading the file"]


def test_loading_shows_nothing_at_first(theme: Theme, qtbot: QtBot) -> None:
    rows = LoadingRows(theme, "Opening 64 families…")
    qtbot.addWidget(rows)
    rows.show()
    label = rows.findChild(QLabel)
    assert label is not None
    assert not label.isVisible()
    qtbot.waitUntil(label.isVisible, timeout=5000)
    assert said(rows) == "Opening 64 families…"
    rows.hide()
    rows.show()
    assert not label.isVisible()


def test_a_search_waits_for_a_pause_and_enter_does_not(theme: Theme, qtbot: QtBot) -> None:
    field = SearchField(theme, "Search families", "Search by name")
    qtbot.addWidget(field)
    field.show()
    assert (said(field), role(field)) == ("Search families", QAccessible.Role.EditableText)
    heard: list[str] = []
    field.searched.connect(heard.append)
    qtbot.keyClicks(field, " ash")
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["ash"], timeout=5000)
    qtbot.keyClicks(field, "w")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == ["ash", "ashw"]


def test_esc_clears_a_search_and_is_then_the_windows(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    pressed: list[int] = []
    window.keyPressEvent = lambda event: pressed.append(event.key())  # type: ignore[method-assign]
    field = SearchField(theme, "Search families", "Search by name")
    field.setParent(window)
    qtbot.addWidget(window)
    window.show()
    field.setText("ash")
    heard: list[str] = []
    field.searched.connect(heard.append)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), heard, pressed) == ("", [""], [])
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert pressed == [Qt.Key.Key_Escape]


def test_the_cross_of_a_search_is_there_when_it_is_needed(theme: Theme, qtbot: QtBot) -> None:
    field = SearchField(theme, "Search families", "Search by name")
    qtbot.addWidget(field)
    field.resize(400, 40)
    field.show()
    cross = field.findChild(IconButton)
    assert cross is not None
    assert not cross.isVisible()
    field.setText("ash")
    assert cross.isVisible()
    assert (cross.width(), cross.height()) == (32, 32)
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert field.text() == ""


def test_placeholders_can_be_read(theme: Theme, qtbot: QtBot) -> None:
    field = SearchField(theme, "Search families", "Search by name")
    qtbot.addWidget(field)
    field.show()
    colour = field.palette().placeholderText().color()
    assert colour == QColor(theme.tokens.ink3)
