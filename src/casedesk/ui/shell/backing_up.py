"""Backups from the window: one by hand, the day's own in the background, and what is wrong."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from casedesk.domain.errors import KnownError
from casedesk.services.backup_warnings import BackupWarning, backup_warning
from casedesk.services.backups import back_up, back_up_after_unlock
from casedesk.services.settings import BackupState, Settings, read_settings
from casedesk.ui.desk import Desk
from casedesk.ui.shell.backup_banner import BackupBanner

FIRST_LOOK_MS = 4_000
"""After the unlock: the first page is on the screen by then."""
LOOK_EVERY_MS = 60 * 60 * 1_000
"""A window may stay open for days."""


class BackingUp(QObject):
    """One backup at a time. What goes wrong stands in `banner` and never stops work."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._under_way = self._is_over = False
        self.banner = BackupBanner(desk.theme)
        self.banner.followed.connect(self._on_followed)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(FIRST_LOOK_MS)
        self._first.timeout.connect(self.by_itself)
        self._again = QTimer(self)
        self._again.setInterval(LOOK_EVERY_MS)
        self._again.timeout.connect(self.by_itself)
        self._first.start()
        self._again.start()

    def start(self) -> None:
        """Backs up, asking for the place when there is none (or it is not there now)."""
        if self._under_way:
            return
        session = self._desk.session
        self._desk.jobs.read(self, lambda: read_settings(session), self._on_settings)

    def by_itself(self) -> None:
        """The day's backup, when it is due; a lock stops it at once and nothing is half done."""
        if self._under_way:
            return
        self._under_way = True
        session = self._desk.session
        # Among the reads, so that saving goes on and the top bar does not say "Saving".
        job = self._desk.jobs.read_steps(
            self,
            lambda task: back_up_after_unlock(session, task.step),
            self._on_made,
            self._on_failed,
        )
        job.ended.connect(self._on_ended)

    def put_away(self) -> None:
        """The vault is about to close: nothing more is begun."""
        self._is_over = True
        self._first.stop()
        self._again.stop()

    def look(self) -> None:
        """Shows, or takes away, what is wrong with the backups."""
        if self._is_over:
            return
        session = self._desk.session
        self._desk.jobs.read(self, lambda: backup_warning(session), self._show)

    def _on_settings(self, settings: Settings) -> None:
        folder = settings.backup_folder
        if folder is None or not folder.is_dir():
            self._choose()
        else:
            self._to(folder)

    def _choose(self) -> None:
        self._desk.dialogs.choose_folder("Choose a place for backups", self._to)

    def _to(self, folder: Path | None) -> None:
        if folder is None or self._under_way:
            return
        self._under_way = True
        session = self._desk.session
        job = self._desk.write(
            self, lambda: back_up(session, folder), self._on_done, kinds=("Setting",)
        )
        job.ended.connect(self._on_ended)

    def _on_done(self, state: BackupState) -> None:
        self._desk.toast(f"Backed up, opened and checked: {Path(state.file).name}")

    def _on_made(self, state: BackupState | None) -> None:
        if state is not None:
            self._desk.say_changed("Setting")

    def _on_failed(self, _: KnownError) -> None:
        # It is kept in the vault, and `look` shows it.
        self._desk.say_changed("Setting")

    def _on_ended(self) -> None:
        self._under_way = False
        self.look()

    def _show(self, warning: BackupWarning | None) -> None:
        self.banner.show_warning(warning)

    def _on_followed(self, action: str) -> None:
        if action == "choose_place":
            self._choose()
        else:
            self.start()
