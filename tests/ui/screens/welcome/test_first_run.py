"""The first run, from an empty folder to an open vault, with real clicks and keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from fake_dialogs import FakeDialogs
from opened_vaults import TODAY
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from casedesk.domain.errors import KeyringRefused
from casedesk.services import session, vaults
from casedesk.services import settings as settings_service
from casedesk.services.before_unlock import is_vault
from casedesk.services.first_run import compare_typed, must_type_code_back, set_up
from casedesk.services.settings import Settings, read_settings
from casedesk.services.unlocking import close_session, open_for_window
from casedesk.storage.kdf_cost import LEAST_COST
from casedesk.system.keystore import LOCKED
from casedesk.ui.jobs import Jobs
from casedesk.ui.screens.welcome.screen import BACKUP, CODE, PASSPHRASE, YOU, WelcomeScreen
from casedesk.ui.theme.theme import Theme

WORDS = "lantern-marble-otter-kettle-brisk"

SLASHED_NOUGHT = "\ue06b"
"""What the typeface calls the 0 that nobody takes for an O."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, jobs: Jobs, dialogs: FakeDialogs, folder: Path
) -> WelcomeScreen:
    made = WelcomeScreen(folder, theme, jobs, dialogs, today=TODAY)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.focus_first()
    return made


def _type(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    qtbot.keyClicks(field, text)


def _press_next(qtbot: QtBot, page: WelcomeScreen) -> None:
    qtbot.mouseClick(page.next, Qt.MouseButton.LeftButton)


def _to_code(qtbot: QtBot, page: WelcomeScreen) -> str:
    _type(qtbot, page.you.name, "Jo Hebden")
    _press_next(qtbot, page)
    _type(qtbot, page.passphrase.new.first, WORDS)
    _type(qtbot, page.passphrase.new.second, WORDS)
    with qtbot.waitSignal(page.presenter.made, timeout=30_000):
        _press_next(qtbot, page)
        assert page.next.text() == "Making your vault…"
        assert not page.next.isEnabled()
    return page.presenter.code


def test_from_nothing_to_an_open_vault(
    qtbot: QtBot, page: WelcomeScreen, folder: Path, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    assert page.you.name.hasFocus()
    assert not page.next.isEnabled()
    _type(qtbot, page.you.name, "Jo Hebden")
    _type(qtbot, page.you.council, "Millbridge Council")
    _type(qtbot, page.you.team, "Calder Valley")
    page.you.programme.setFocus()
    qtbot.keyClick(page.you.programme, Qt.Key.Key_Down)
    chosen = page.you.programme.currentData()
    _press_next(qtbot, page)
    assert page.step == PASSPHRASE

    new = page.passphrase.new
    _type(qtbot, new.first, "short")
    assert new.sentence.words.startswith("The passphrase is too short")
    new.first.selectAll()
    _type(qtbot, new.first, WORDS)
    assert not page.next.isEnabled()
    _type(qtbot, new.second, WORDS)
    with qtbot.waitSignal(page.presenter.made, timeout=30_000):
        qtbot.keyClick(new.second, Qt.Key.Key_Return)
    assert page.step == CODE
    assert page.back.isHidden(), "the vault is made: there is no way back"
    assert new.passphrase == ""

    code = page.presenter.code
    spoken = page.code.card.spoken_value()
    assert [group.split(": ")[1].replace(" ", "") for group in spoken.split(". ")] == (
        code.split("-")
    )
    _type(qtbot, page.code.field, code[:19])
    assert page.code.card.is_covered
    assert page.code.card.spoken_value() == "Covered while you type it"
    assert not page.next.isEnabled()
    _type(qtbot, page.code.field, code[19:].lower())
    assert page.code.hint.words == "That is the code. Keep the paper at the office."
    with qtbot.waitSignal(page.presenter.code_kept):
        _press_next(qtbot, page)
    assert page.step == BACKUP
    assert page.presenter.code == ""

    stick = tmp_path / "stick"
    stick.mkdir()
    dialogs.answers.append(stick)
    qtbot.mouseClick(page.backup.choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.backup.is_ready)
    # The same disk as the vault here; it may be chosen all the same.
    qtbot.waitUntil(lambda: page.backup.hint.look == "warn")
    assert "this laptop's own disk" in page.backup.hint.words
    with qtbot.waitSignal(page.finished, timeout=20_000) as finished:
        _press_next(qtbot, page)
    session = finished.args[0]
    kept = read_settings(session)
    state = settings_service.backup_state(session)
    assert not must_type_code_back(session)
    close_session(session)
    assert kept == Settings(
        worker="Jo Hebden",
        role="keyworker",
        council="Millbridge Council",
        team="Calder Valley",
        programme=chosen,
        backup_folder=stick,
    )
    assert Path(state.file).parent == stick
    close_session(open_for_window(folder, WORDS))


def test_a_wrong_group_is_named(qtbot: QtBot, page: WelcomeScreen) -> None:
    code = _to_code(qtbot, page)
    wrong = "0000" if not code.startswith("0000") else "1111"
    _type(qtbot, page.code.field, wrong)
    assert page.code.hint.words == "Group 1 is different on your paper."
    assert not page.next.isEnabled()
    page.put_away()


def test_the_code_is_printed_whole_and_never_by_us_into_a_file(
    qtbot: QtBot, page: WelcomeScreen, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    code = _to_code(qtbot, page)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    paper = tmp_path / "paper.pdf"
    printer.setOutputFileName(str(paper))
    dialogs.answers.append(printer)
    qtbot.mouseClick(page.code.print, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.code.printed.words.startswith("Sent to the printer"))
    document = pypdfium2.PdfDocument(paper)
    text = "".join(document[0].get_textpage().get_text_range().split())
    document.close()
    text = text.replace(SLASHED_NOUGHT, "0")
    assert "JoHebden" in text
    for number, group in enumerate(code.split("-"), 1):
        assert f"{number}{group}" in text
    page.put_away()


def test_stopping_before_the_code_is_typed_back_gives_a_new_code_next_time(
    qtbot: QtBot, page: WelcomeScreen, folder: Path, jobs: Jobs
) -> None:
    old = _to_code(qtbot, page)
    with qtbot.waitSignal(jobs.became_idle):
        page.put_away()
    session = open_for_window(folder, WORDS)
    assert must_type_code_back(session)
    page.go_on_with(session, "NEW0-" + old[5:])
    assert page.step == CODE
    with qtbot.waitSignal(jobs.became_idle):
        page.put_away()


def test_suggested_words_are_shown_strong_and_have_to_be_typed_again(
    qtbot: QtBot, page: WelcomeScreen
) -> None:
    _type(qtbot, page.you.name, "Jo Hebden")
    qtbot.keyClick(page.you.name, Qt.Key.Key_Return)
    new = page.passphrase.new
    qtbot.mouseClick(new.suggest, Qt.MouseButton.LeftButton)
    assert len(new.passphrase.split("-")) >= 5
    assert new.first.echoMode() == QLineEdit.EchoMode.Normal
    assert new.second.hasFocus()
    assert not page.next.isEnabled()
    _type(qtbot, new.second, new.passphrase)
    assert page.next.isEnabled()


def test_your_own_name_is_no_passphrase(qtbot: QtBot, page: WelcomeScreen) -> None:
    _type(qtbot, page.you.name, "Philippa Featherstonehaugh")
    _press_next(qtbot, page)
    new = page.passphrase.new
    _type(qtbot, new.first, "Philippa Featherstonehaugh")
    assert "too easy to guess" in new.sentence.words


def test_going_back_keeps_what_was_typed(qtbot: QtBot, page: WelcomeScreen) -> None:
    _type(qtbot, page.you.name, "Jo Hebden")
    _press_next(qtbot, page)
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert page.step == YOU
    assert page.you.name.text() == "Jo Hebden"


def test_a_folder_that_is_taken_says_so_and_makes_nothing(
    qtbot: QtBot, page: WelcomeScreen, folder: Path
) -> None:
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    _type(qtbot, page.you.name, "Jo Hebden")
    _press_next(qtbot, page)
    _type(qtbot, page.passphrase.new.first, WORDS)
    _type(qtbot, page.passphrase.new.second, WORDS)
    with qtbot.waitSignal(page.presenter.failed):
        _press_next(qtbot, page)
    assert page.step == PASSPHRASE
    assert page.problem.isVisible()
    assert page.passphrase.new.passphrase == WORDS
    assert not is_vault(folder)
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    "spelt",
    [
        lambda code: code,
        lambda code: code.lower().replace("-", " "),
        lambda code: code.replace("0", "O").replace("1", "l"),
        lambda code: f"  {code.replace('-', '')}  ",
    ],
)
def test_the_code_counts_however_it_is_spelt(spelt: Callable[[str], str], tmp_path: Path) -> None:
    made = set_up(tmp_path / "v", Settings(worker="Jo Hebden", role="lead"), WORDS, cost=LEAST_COST)
    close_session(made.session)
    typed = compare_typed(made.recovery_code, spelt(made.recovery_code))
    assert (typed.right, typed.complete, typed.first_wrong) == (9, True, None)
    assert not compare_typed(made.recovery_code, made.recovery_code[:-2]).complete
    assert vaults.info(tmp_path / "v")["recovery_code"]


class LockedKeyring:
    """A laptop's keyring that stays locked when it is asked to open."""

    def available(self) -> bool:
        return True

    def get(self, name: str) -> bytes | None:
        raise KeyringRefused(LOCKED)

    def set(self, name: str, secret: bytes) -> None:
        raise KeyringRefused(LOCKED)

    def delete(self, name: str) -> None:
        raise KeyringRefused(LOCKED)


def test_a_locked_keyring_is_no_dead_end(
    qtbot: QtBot, page: WelcomeScreen, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "OsKeystore", LockedKeyring)
    _type(qtbot, page.you.name, "Jo Hebden")
    _press_next(qtbot, page)
    _type(qtbot, page.passphrase.new.first, WORDS)
    _type(qtbot, page.passphrase.new.second, WORDS)
    with qtbot.waitSignal(page.presenter.keyring_refused, timeout=30_000):
        _press_next(qtbot, page)
    assert "keyring is locked" in page.problem.words
    assert not is_vault(folder)
    with qtbot.waitSignal(page.presenter.made, timeout=30_000):
        qtbot.mouseClick(page.unbound, Qt.MouseButton.LeftButton)
    assert page.step == CODE
    assert not page.presenter.bound
    assert page.unbound.isHidden()
    page.put_away()
