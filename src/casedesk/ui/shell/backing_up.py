"""Back up now: to the place chosen before, or to one that is chosen first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from casedesk.services.settings import BackupState, Settings, back_up, read_settings
from casedesk.ui.desk import Desk


class BackingUp(QObject):
    """One backup at a time; the toast says where it went."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._under_way = False

    def start(self) -> None:
        """Backs up, asking for the place when there is none (or it is not there now)."""
        if self._under_way:
            return
        session = self._desk.session
        self._desk.jobs.read(self, lambda: read_settings(session), self._on_settings)

    def _on_settings(self, settings: Settings) -> None:
        folder = settings.backup_folder
        if folder is None or not folder.is_dir():
            self._desk.dialogs.choose_folder("Choose a place for backups", self._to)
        else:
            self._to(folder)

    def _to(self, folder: Path | None) -> None:
        if folder is None:
            return
        self._under_way = True
        session = self._desk.session
        job = self._desk.write(
            self, lambda: back_up(session, folder), self._on_done, kinds=("Setting",)
        )
        job.ended.connect(self._on_ended)

    def _on_done(self, state: BackupState) -> None:
        self._desk.toast(f"Backed up, opened and checked: {Path(state.file).name}")

    def _on_ended(self) -> None:
        self._under_way = False
