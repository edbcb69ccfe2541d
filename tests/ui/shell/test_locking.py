"""The lock (security.md, S8): blank first, nothing lost, from whatever asks and over whatever
is open; then the hand-over to a process that never held the key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from opened_vaults import PASSPHRASE, TODAY
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from sheet_screens import SHEETS

from casedesk.services.drafts import DraftKey, all_drafts
from casedesk.services.settings import read_settings, save_settings
from casedesk.services.unlocking import close_session, is_open, open_for_window
from casedesk.ui.desk import Desk
from casedesk.ui.dialogs import Message
from casedesk.ui.forms.draft_keeper import DraftKeeper
from casedesk.ui.jobs import Jobs
from casedesk.ui.screens import ScreenEntry
from casedesk.ui.screens.unlock.screen import UnlockScreen
from casedesk.ui.shell.autolock import AutoLock
from casedesk.ui.shell.handover import StartHeir, read_handover
from casedesk.ui.shell.input_watch import InputWatch
from casedesk.ui.shell.lock_trigger import LockTrigger
from casedesk.ui.shell.window import MADE_UP, SAME_PROCESS, MainWindow
from casedesk.ui.shell.window_dialogs import WindowDialogs
from casedesk.ui.theme.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier
KEY = DraftKey("note", "CD-0412")


class NoteSheet(QWidget):
    """A page with a note that is being typed."""

    title = "Note"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.reads: list[bool] = []
        self.note = QPlainTextEdit()
        self.note.setAccessibleName("Note")
        column = QVBoxLayout(self)
        column.addWidget(self.note)
        self.keeper = DraftKeeper(
            desk, self, KEY, read=self._read, title="A note", page="note", args={}
        )
        self.note.textChanged.connect(self.keeper.note_edit)

    def show_for(self, **args: Any) -> None:
        pass

    def _read(self) -> dict[str, Any] | None:
        window = self.window()
        if isinstance(window, MainWindow):
            others = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
            self.reads.append(window.locking.cover.isVisible() and others == [window])
        text = self.note.toPlainText()
        return {"text": text} if text else None


class Lock:
    """A window on a vault with a note being typed, and everything that may lock it."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        theme: Theme,
        jobs: Jobs,
        start: StartHeir | None,
        known: str | None = None,
    ) -> None:
        self.qtbot, self.folder, self.jobs = qtbot, folder, jobs
        self.dialogs = WindowDialogs(theme)
        self.autolock = AutoLock(InputWatch(QApplication.instance()), 10)  # type: ignore[arg-type]
        self.trigger = LockTrigger()
        self.window = MainWindow(
            folder,
            theme,
            jobs,
            self.dialogs,
            self.autolock,
            today=TODAY,
            registry={"note": ScreenEntry(NoteSheet), **SHEETS},
            start_heir=start,
            known_passphrase=known,
        )
        self.dialogs.stand_over(self.window)
        self.window.lock_with(self.trigger)
        qtbot.addWidget(self.window)
        self.window.start()
        with qtbot.waitActive(self.window):
            self.window.show()

    def unlock(self) -> NoteSheet:
        page = self.window.page_shown
        assert isinstance(page, UnlockScreen)
        # Nobody else does it on the platform without a screen, once a box is closed.
        self.window.activateWindow()
        page.passphrase.field.setText(PASSPHRASE)
        with self.qtbot.waitSignal(self.window.unlocked):
            self.qtbot.keyClick(page.passphrase.field, Qt.Key.Key_Return)
        workspace = self.window.workspace
        assert workspace is not None
        workspace.desk.navigate("note", family="CD-0412")
        sheet = workspace.screen_shown
        assert isinstance(sheet, NoteSheet)
        return sheet

    def open_over(self, what: str) -> None:
        workspace = self.window.workspace
        assert workspace is not None
        if what == "a dialog":
            self.dialogs.tell(Message("Something to read", "Words."))
        elif what == "a file picker":
            self.dialogs.choose_open_file("Choose a file", (), lambda _: None)
        elif what == "the palette":
            workspace.palette_box.open()

    def press(self, how: str) -> None:
        workspace = self.window.workspace
        assert workspace is not None
        if how == "key":
            front = self.dialogs.shown[-1] if self.dialogs.shown else None
            field = workspace.palette_box.field
            target = front or (field if field.isVisible() else workspace)
            self.qtbot.waitUntil(target.isActiveWindow)
            self.qtbot.keyClick(target, Qt.Key.Key_L, CONTROL)
        elif how == "idle":
            self.autolock.idle.emit()
        else:
            self.trigger.left.emit(how)

    def drafts(self) -> list[Any]:
        session = open_for_window(self.folder, PASSPHRASE)
        try:
            return [one.contents["text"] for one in all_drafts(session)]
        finally:
            close_session(session)


Make = Callable[..., Lock]


@pytest.fixture
def make(qtbot: QtBot, vault_folder: Path, theme: Theme, jobs: Jobs) -> Make:
    def make_lock(start: StartHeir | None = None, known: str | None = None) -> Lock:
        return Lock(qtbot, vault_folder, theme, jobs, start, known)

    return make_lock


@pytest.mark.parametrize("how", ["key", "idle", "session locked", "sleep", "another user"])
def test_blank_first_and_nothing_lost(qtbot: QtBot, make: Make, how: str) -> None:
    lock = make()
    typed: list[str] = []
    for what in ("nothing", "a dialog", "a file picker", "the palette"):
        sheet = lock.unlock()
        session = lock.window.session
        assert session is not None
        assert [one.contents["text"] for one in all_drafts(session)] == typed
        typed = [f"Seen with Kerry, {what} open"]
        sheet.note.setPlainText(typed[0])
        lock.open_over(what)
        sheet.reads.clear()
        with qtbot.waitSignal(lock.window.locked):
            lock.press(how)
            qtbot.waitUntil(lambda: lock.window.session is None)
            assert sheet.reads, "the note was looked at once more"
            assert sheet.reads[0], "everything was covered by then"
        assert isinstance(lock.window.page_shown, UnlockScreen)
        assert not lock.window.locking.cover.isVisible()
        assert lock.dialogs.shown == ()
        assert not is_open(session)
    assert lock.drafts() == typed


def test_closing_the_window_keeps_the_words_and_forgets_the_place(qtbot: QtBot, make: Make) -> None:
    lock = make()
    sheet = lock.unlock()
    sheet.note.setPlainText("Seen with Kerry")
    lock.open_over("a dialog")
    with qtbot.waitSignal(lock.window.locked):
        lock.window.close()
    assert lock.drafts() == ["Seen with Kerry"]
    again = make()
    page = again.window.page_shown
    assert isinstance(page, UnlockScreen)
    page.passphrase.field.setText(PASSPHRASE)
    with qtbot.waitSignal(again.window.unlocked):
        page.passphrase.button.click()
    assert again.window.workspace is not None
    assert again.window.workspace.page == "families"
    with qtbot.waitSignal(again.window.locked):
        again.window.close()


def test_the_unlock_leads_back_to_where_it_was(qtbot: QtBot, make: Make) -> None:
    lock = make()
    lock.unlock()
    with qtbot.waitSignal(lock.window.locked):
        lock.press("key")
    page = lock.window.page_shown
    assert isinstance(page, UnlockScreen)
    page.passphrase.field.setText(PASSPHRASE)
    with qtbot.waitSignal(lock.window.unlocked):
        page.passphrase.button.click()
    assert lock.window.workspace is not None
    assert lock.window.workspace.place.page == "note"
    assert lock.window.workspace.place.args == {"family": "CD-0412"}
    with qtbot.waitSignal(lock.window.locked):
        lock.window.close()


def test_a_mistake_of_ours_does_not_stop_the_lock(
    qtbot: QtBot, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = make()
    session = lock.unlock() and lock.window.session
    assert session is not None

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(NoteSheet, "put_away", broken, raising=False)
    monkeypatch.setattr(NoteSheet, "whereabouts", broken, raising=False)
    with qtbot.waitSignal(lock.window.locked):
        lock.press("sleep")
    assert not is_open(session)


def test_the_made_up_caseload_opens_again_by_its_button(qtbot: QtBot, make: Make) -> None:
    lock = make(known=PASSPHRASE)
    lock.unlock()
    with qtbot.waitSignal(lock.window.locked):
        lock.press("key")
    page = lock.window.page_shown
    assert isinstance(page, UnlockScreen)
    assert page.passphrase.hint.words == MADE_UP
    with qtbot.waitSignal(lock.window.unlocked):
        qtbot.mouseClick(page.passphrase.button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(lock.window.locked):
        lock.window.close()


def test_the_minutes_of_the_idle_lock_change_at_once(qtbot: QtBot, make: Make) -> None:
    lock = make()
    lock.unlock()
    session, workspace = lock.window.session, lock.window.workspace
    assert session is not None
    assert workspace is not None
    save_settings(session, replace(read_settings(session), lock_after=3))
    workspace.desk.say_changed("Setting")
    qtbot.waitUntil(lambda: lock.autolock.minutes == 3)
    with qtbot.waitSignal(lock.window.locked):
        lock.window.close()


class FakeHeir:
    """A process that answers when the test says so."""

    def __init__(self) -> None:
        self.places: list[str] = []
        self.stopped = 0

    def start(self, place: str, shown: Callable[[], None], failed: Callable[[], None]) -> FakeHeir:
        self.places.append(place)
        self.shown, self.failed = shown, failed
        return self

    def stop(self) -> None:
        self.stopped += 1


def test_an_heir_is_told_the_place_and_this_process_ends_when_it_is_shown(
    qtbot: QtBot, make: Make
) -> None:
    heir = FakeHeir()
    lock = make(heir.start)
    lock.unlock()
    over: list[bool] = []
    lock.window.over.connect(lambda: over.append(True))
    with qtbot.waitSignal(lock.window.locked):
        lock.press("key")
        qtbot.waitUntil(lambda: bool(heir.places))
        assert lock.window.locking.cover.isVisible()
    assert over == [], "the place on the screen is not empty for a moment"
    handed = read_handover(heir.places[0])
    assert (handed.folder, handed.today) == (lock.folder, TODAY)
    assert "CD-0412" not in heir.places[0]
    heir.shown()
    qtbot.waitUntil(lambda: over == [True])
    assert lock.window.isHidden()


def test_no_heir_after_all_is_said_on_the_page_of_this_process(qtbot: QtBot, make: Make) -> None:
    heir = FakeHeir()
    lock = make(heir.start)
    lock.unlock()
    with qtbot.waitSignal(lock.window.locked):
        lock.press("sleep")
    heir.failed()
    qtbot.waitUntil(lambda: isinstance(lock.window.page_shown, UnlockScreen))
    page = lock.window.page_shown
    assert isinstance(page, UnlockScreen)
    assert not lock.window.locking.cover.isVisible()
    assert page.passphrase.banner.isVisible()
    assert SAME_PROCESS in page.passphrase.banner.accessibleName()
    lock.unlock()
    with qtbot.waitSignal(lock.window.locked):
        lock.window.close()


def test_an_heir_that_is_late_is_not_waited_for(qtbot: QtBot, make: Make) -> None:
    lock = make(FakeHeir().start)
    lock.unlock()
    with qtbot.waitSignal(lock.window.locked):
        lock.press("key")
    assert lock.window.locking.succession is not None
    with qtbot.waitSignal(lock.window.over):
        lock.window.locking.succession.clock.timeout.emit()


def test_closing_while_the_heir_starts_ends_it_too(qtbot: QtBot, make: Make) -> None:
    heir = FakeHeir()
    lock = make(heir.start)
    lock.unlock()
    with qtbot.waitSignal(lock.window.locked):
        lock.press("key")
    lock.window.close()
    assert heir.stopped == 1
    with qtbot.assertNotEmitted(lock.window.over):
        heir.shown()
        QApplication.processEvents()
