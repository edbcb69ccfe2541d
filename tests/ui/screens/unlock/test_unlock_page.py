"""The page that opens the vault: every way it goes, with real vaults."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fake_dialogs import FakeDialogs
from opened_vaults import PASSPHRASE, TODAY
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from casedesk.services import unlocking, vaults
from casedesk.services.backups import back_up
from casedesk.services.before_unlock import wait_after
from casedesk.services.session import schema
from casedesk.services.unlocking import close_session
from casedesk.storage.kdf_cost import LEAST_COST
from casedesk.storage.ports import Machine
from casedesk.storage.vault import create_vault
from casedesk.system.lockfile import hold
from casedesk.ui.jobs import Jobs
from casedesk.ui.screens.unlock.presenter import Unlocked
from casedesk.ui.screens.unlock.screen import UnlockScreen
from casedesk.ui.theme.theme import Theme

Make = Callable[[Path], UnlockScreen]
QUICK_SECOND_MS = 5


@pytest.fixture
def make(qtbot: QtBot, theme: Theme, jobs: Jobs, dialogs: FakeDialogs) -> Iterator[Make]:
    opened: list[Unlocked] = []
    kept: list[UnlockScreen] = []

    def make_page(folder: Path) -> UnlockScreen:
        page = UnlockScreen(folder, theme, jobs, dialogs, today=TODAY, second_ms=QUICK_SECOND_MS)
        qtbot.addWidget(page)
        kept.append(page)
        page.opened.connect(opened.append)
        with qtbot.waitActive(page):
            page.show()
        page.focus_first()
        return page

    yield make_page
    for one in opened:
        close_session(one.session)


def _type(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_the_passphrase_opens_it(qtbot: QtBot, make: Make, vault_folder: Path) -> None:
    page = make(vault_folder)
    form = page.passphrase
    assert form.field.hasFocus()
    assert not form.button.isEnabled()
    _type(qtbot, form.field, PASSPHRASE)
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(form.field, Qt.Key.Key_Return)
        assert form.field.isReadOnly()
        assert form.button.text() == "Unlocking…"
    assert opened.args[0].settings.worker == "Sam Okoro"
    assert form.field.text() == "", "the passphrase does not stay behind"


def test_a_wrong_one_waits_longer_each_time_and_never_locks_out(
    qtbot: QtBot, make: Make, vault_folder: Path
) -> None:
    page = make(vault_folder)
    form, presenter = page.passphrase, page.presenter
    waits: list[int] = []
    for _ in range(3):
        _type(qtbot, form.field, "not the right words")
        with qtbot.waitSignal(presenter.refused):
            qtbot.mouseClick(form.button, Qt.MouseButton.LeftButton)
        waits.append(presenter.seconds_left)
        assert form.field.text() == "not the right words", "never cleared silently"
        assert not form.button.isEnabled()
        assert form.hint.words.startswith("That is not the passphrase. Try again in ")
        qtbot.waitUntil(lambda: presenter.may_try)
        assert form.hint.words == (
            "That is not the passphrase. Check capitals and spelling, then try again."
        )
    assert waits == [1, 2, 4]
    _type(qtbot, form.field, PASSPHRASE)
    with qtbot.waitSignal(page.opened):
        qtbot.mouseClick(form.button, Qt.MouseButton.LeftButton)


def test_nothing_is_tried_during_the_wait(
    qtbot: QtBot, theme: Theme, jobs: Jobs, dialogs: FakeDialogs, vault_folder: Path
) -> None:
    page = UnlockScreen(vault_folder, theme, jobs, dialogs, second_ms=3_600_000)
    qtbot.addWidget(page)
    form = page.passphrase
    form.field.setText("not the right words")
    with qtbot.waitSignal(page.presenter.refused):
        form.button.click()
    form.field.setText(PASSPHRASE)
    qtbot.keyClick(form.field, Qt.Key.Key_Return)
    assert jobs.is_idle
    assert form.hint.words == "That is not the passphrase. Try again in 1 second."


def test_the_wait_grows_to_thirty_seconds_and_no_more() -> None:
    assert [wait_after(wrong) for wrong in range(9)] == [0, 1, 2, 4, 8, 16, 30, 30, 30]


HOLDER = (
    "import sys; from pathlib import Path; from casedesk.system.lockfile import hold;"
    "lock = hold(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
)


def test_somebody_else_has_it_open(qtbot: QtBot, make: Make, vault_folder: Path) -> None:
    page = make(vault_folder)
    banner = page.passphrase.banner
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(vault_folder / "lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        _type(qtbot, page.passphrase.field, PASSPHRASE)
        with qtbot.waitSignal(page.presenter.refused):
            page.passphrase.button.click()
        assert banner.isVisible()
        said = banner.accessibleName()
        assert said.startswith("Somebody else has it open. The vault is in use by")
        assert page.presenter.seconds_left == 0, "no wait: the passphrase was not tried"
        other.communicate()
    with qtbot.waitSignal(page.opened):
        qtbot.mouseClick(page.passphrase.next_step, Qt.MouseButton.LeftButton)


class _Keyring:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def available(self) -> bool:
        return True

    def get(self, name: str) -> bytes | None:
        return self.kept.get(name)

    def set(self, name: str, secret: bytes) -> None:
        self.kept[name] = secret

    def delete(self, name: str) -> None:
        self.kept.pop(name, None)


def test_tied_to_another_laptop_leads_to_the_recovery_code(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    folder = tmp_path / "tied"
    vault, code = create_vault(
        folder,
        name="Sam Okoro",
        role="keyworker",
        passphrase=PASSPHRASE,
        machine=Machine(keystore=_Keyring(), lock=hold),
        schema=schema(),
        cost=LEAST_COST,
    )
    vault.close()
    page = make(folder)
    _type(qtbot, page.passphrase.field, PASSPHRASE)
    with qtbot.waitSignal(page.presenter.refused):
        page.passphrase.button.click()
    assert "tied to the laptop it was made on" in page.passphrase.banner.accessibleName()
    qtbot.mouseClick(page.passphrase.next_step, Qt.MouseButton.LeftButton)
    form = page.recovery
    assert page.form_shown is form
    _type(qtbot, form.code, code.lower())
    _type(qtbot, form.new.first, "lantern-marble-otter-kettle")
    _type(qtbot, form.new.second, "lantern-marble-otter-kettle")
    with qtbot.waitSignal(page.opened, timeout=20_000):
        qtbot.mouseClick(form.button, Qt.MouseButton.LeftButton)


def test_a_mistyped_code_is_called_one_and_changes_nothing(
    qtbot: QtBot, make: Make, vault_folder: Path
) -> None:
    page = make(vault_folder)
    qtbot.mouseClick(page.passphrase.recovery_link, Qt.MouseButton.LeftButton)
    form = page.recovery
    assert form.code.hasFocus()
    _type(qtbot, form.code, "ABCD" * 9)
    assert form.code.text() == " ".join(["ABCD"] * 9)
    _type(qtbot, form.new.first, "lantern-marble-otter-kettle")
    _type(qtbot, form.new.second, "lantern-marble-otter-kettle")
    with qtbot.waitSignal(page.presenter.refused):
        qtbot.mouseClick(form.button, Qt.MouseButton.LeftButton)
    assert form.code.text() == " ".join(["ABCD"] * 9)
    assert vaults.info(vault_folder)["recovery_code"]
    qtbot.mouseClick(form.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.presenter.may_try)
    _type(qtbot, page.passphrase.field, PASSPHRASE)
    with qtbot.waitSignal(page.opened):
        page.passphrase.button.click()


def _press(field: QLineEdit, text: str, modifiers: Qt.KeyboardModifier) -> None:
    key = Qt.Key(ord(text.upper()))
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))


def test_caps_lock_is_seen_by_what_it_does(qtbot: QtBot, make: Make, vault_folder: Path) -> None:
    form = make(vault_folder).passphrase
    _press(form.field, "k", Qt.KeyboardModifier.NoModifier)
    _press(form.field, "K", Qt.KeyboardModifier.ShiftModifier)
    assert form.caps.isHidden(), "Shift and a capital are as they should be"
    _press(form.field, "K", Qt.KeyboardModifier.NoModifier)
    assert form.caps.isVisible()
    assert form.caps.accessibleName() == "Caps Lock is on"
    _press(form.field, "k", Qt.KeyboardModifier.NoModifier)
    assert form.caps.isHidden()


def test_the_eye_shows_what_was_typed(qtbot: QtBot, make: Make, vault_folder: Path) -> None:
    field = make(vault_folder).passphrase.field
    assert field.echoMode() == QLineEdit.EchoMode.Password
    qtbot.mouseClick(field.eye, Qt.MouseButton.LeftButton)
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    assert field.eye.accessibleName() == "Hide the passphrase"
    qtbot.mouseClick(field.eye, Qt.MouseButton.LeftButton)
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_another_vault_can_be_chosen(
    qtbot: QtBot, make: Make, vault_folder: Path, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    page = make(vault_folder)
    dialogs.answers.append(tmp_path)
    with qtbot.waitSignal(page.other_vault_chosen) as chosen:
        qtbot.mouseClick(page.passphrase.other_link, Qt.MouseButton.LeftButton)
    assert chosen.args == [tmp_path]


def test_nothing_of_the_vault_is_said_before_it_is_open(
    qtbot: QtBot, make: Make, vault_folder: Path
) -> None:
    page = make(vault_folder)
    said = [widget.accessibleName() for widget in page.findChildren(QLineEdit)]
    said += [label.text() for label in page.findChildren(QLabel)]
    assert "Sam" not in " ".join(said)


def test_a_damaged_vault_goes_back_to_its_latest_backup_in_one_action(
    qtbot: QtBot, make: Make, vault_folder: Path, tmp_path: Path, dialogs: FakeDialogs
) -> None:
    session = unlocking.open_for_window(vault_folder, PASSPHRASE)
    place = tmp_path / "stick"
    place.mkdir()
    back_up(session, place)
    close_session(session)
    database = vault_folder / "casedesk.db"
    data = bytearray(database.read_bytes())
    data[100] ^= 1
    database.write_bytes(bytes(data))
    page = make(vault_folder)
    form = page.passphrase
    _type(qtbot, form.field, PASSPHRASE)
    qtbot.keyClick(form.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.next_step.isVisible())
    assert form.next_step.text() == "Restore the latest good backup"
    dialogs.answers.append(True)
    with qtbot.waitSignal(page.opened, timeout=20_000):
        qtbot.mouseClick(form.next_step, Qt.MouseButton.LeftButton)
    (question,) = dialogs.questions
    assert "Everything saved after" in question.text and question.grave
    (message,) = dialogs.messages
    assert "opened and checked" in message.text and "set-aside" in message.text


def test_a_damaged_vault_without_a_backup_says_what_to_plug_in(
    qtbot: QtBot, make: Make, vault_folder: Path, dialogs: FakeDialogs
) -> None:
    (vault_folder / "casedesk.db").write_bytes(b"x" * 8192)
    page = make(vault_folder)
    form = page.passphrase
    _type(qtbot, form.field, PASSPHRASE)
    qtbot.keyClick(form.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.next_step.isVisible())
    dialogs.answers.append(None)
    qtbot.mouseClick(form.next_step, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialogs.pickers == ["Choose a backup file"])
    assert "plug in the stick" in dialogs.messages[0].text
