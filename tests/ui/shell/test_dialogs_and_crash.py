"""The window's own boxes, and what happens to a bug."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_dialogs import FakeDialogs
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QAbstractPrintDialog
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from casedesk.domain.errors import DamagedVault, KnownError
from casedesk.ui.crash import CrashReporter
from casedesk.ui.dialogs import Dialogs, FileKind, Message, Question
from casedesk.ui.shell.window_dialogs import WindowDialogs
from casedesk.ui.theme.theme import Theme

WITHDRAW = Question(
    "Withdraw Kerry’s consent to NHS?",
    "From today nothing about health goes to the NHS.",
    "Withdraw consent",
    "Keep consent",
    grave=True,
)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def own(theme: Theme, window: QWidget) -> WindowDialogs:
    made = WindowDialogs(theme, window)
    made.stand_over(window)
    return made


def _button(own: WindowDialogs, words: str) -> QPushButton:
    found = [one for one in own.shown[-1].findChildren(QPushButton) if one.text() == words]
    assert len(found) == 1
    return found[0]


def test_both_are_the_port(own: WindowDialogs, dialogs: FakeDialogs) -> None:
    ports: list[Dialogs] = [own, dialogs]
    assert len(ports) == 2


@pytest.mark.parametrize(("words", "answer"), [("Withdraw consent", True), ("Keep consent", False)])
def test_a_question_answers_once(
    qtbot: QtBot, own: WindowDialogs, words: str, answer: bool
) -> None:
    answers: list[bool] = []
    own.confirm(WITHDRAW, answers.append)
    assert answers == [], "asking does not wait"
    qtbot.mouseClick(_button(own, words), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: own.shown == ())
    assert answers == [answer]


def test_what_cannot_be_undone_has_the_focus_on_keeping(qtbot: QtBot, own: WindowDialogs) -> None:
    own.confirm(WITHDRAW, lambda _: None)
    qtbot.waitUntil(lambda: _button(own, "Keep consent").hasFocus())
    own.close_all()


def test_esc_is_the_answer_that_keeps_things(qtbot: QtBot, own: WindowDialogs) -> None:
    answers: list[bool] = []
    own.confirm(WITHDRAW, answers.append)
    qtbot.keyClick(own.shown[-1], Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: answers == [False])


def test_a_form_stays_open_while_it_is_wrong(qtbot: QtBot, own: WindowDialogs) -> None:
    field = QLineEdit()
    own.form("Add a note", field, "Save note", "Cancel", lambda: bool(field.text()))
    qtbot.mouseClick(_button(own, "Save note"), Qt.MouseButton.LeftButton)
    assert len(own.shown) == 1
    qtbot.keyClicks(field, "seen")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: own.shown == ())


def test_only_the_declining_button_of_a_form_declines(qtbot: QtBot, own: WindowDialogs) -> None:
    declined: list[str] = []
    for _ in range(2):
        field = QLineEdit("seen")

        def note(field: QLineEdit = field) -> None:
            declined.append(field.text())

        own.form("Add a note", field, "Save note", "Cancel", lambda: True, note)
        if not declined:
            qtbot.mouseClick(_button(own, "Cancel"), Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(own.shown[-1], Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: own.shown == ())
    assert declined == ["seen"]


def test_the_lock_works_in_a_box_and_closes_it_unanswered(qtbot: QtBot, own: WindowDialogs) -> None:
    answers: list[bool] = []
    own.confirm(WITHDRAW, answers.append)
    box = own.shown[-1]
    qtbot.waitUntil(box.isActiveWindow)
    with qtbot.waitSignal(own.lock_asked):
        qtbot.keyClick(box, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    own.close_all()
    assert answers == []
    assert own.shown == ()


def test_printing_to_a_file_is_not_offered(qtbot: QtBot, own: WindowDialogs) -> None:
    chosen: list[object] = []
    own.choose_printer("Print the recovery code", chosen.append)
    dialog = own.shown[-1]
    assert isinstance(dialog, QAbstractPrintDialog)
    assert not dialog.testOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile)
    dialog.reject()
    qtbot.waitUntil(lambda: chosen == [None])


def test_a_picker_gives_a_path_or_none(qtbot: QtBot, own: WindowDialogs, tmp_path: Path) -> None:
    chosen: list[Path | None] = []
    kinds = [FileKind("PDF", ("pdf",))]
    own.choose_save_file("Save PDF", tmp_path / "report.pdf", kinds, chosen.append)
    own.shown[-1].reject()
    qtbot.waitUntil(lambda: chosen == [None])
    own.choose_save_file("Save PDF", tmp_path / "report.pdf", kinds, chosen.append)
    own.shown[-1].accept()
    qtbot.waitUntil(lambda: chosen == [None, tmp_path / "report.pdf"])


def test_a_bug_shows_a_reference_and_nothing_personal(
    qtbot: QtBot, own: WindowDialogs, own_home: Path
) -> None:
    reporter = CrashReporter(own)
    reference = reporter.bug(RuntimeError("Tyler Ashworth, 14 Calder Street"))
    box = own.shown[-1]
    said = " ".join(label.text() for label in box.findChildren(QLabel))
    assert reference in said
    assert "Tyler" not in said
    logged = "".join(path.read_text() for path in own_home.rglob("*.log"))
    assert reference in logged
    assert "Tyler" not in logged
    qtbot.mouseClick(_button(own, "Copy the reference"), Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == reference
    own.close_all()


def test_damage_offers_the_way_to_the_backups(qtbot: QtBot, dialogs: FakeDialogs) -> None:
    reporter = CrashReporter(dialogs)
    damage = DamagedVault("The vault's database is damaged: restore the latest backup.")
    reporter.told(damage)
    assert [one.text for one in dialogs.messages] == [damage.sentence], "nothing is unlocked"
    opened: list[bool] = []
    reporter.way_to_backups = lambda: lambda: opened.append(True)
    dialogs.answers += [False, True]
    reporter.told(damage)
    reporter.told(damage)
    qtbot.waitUntil(lambda: opened == [True])
    question = dialogs.questions[-1]
    assert (question.text, question.agree) == (damage.sentence, "Open backups")


def test_what_a_slot_raises_reaches_the_reporter(dialogs: FakeDialogs) -> None:
    reporter = CrashReporter(dialogs, record=lambda error: "ab12cd34")
    bug = ValueError("Kerry")
    reporter.hook(ValueError, bug, None)
    assert dialogs.crashes == ["ab12cd34"]
    reporter.hook(KnownError, KnownError("The disk is full: free some space."), None)
    assert dialogs.messages == [Message("That did not work", "The disk is full: free some space.")]
