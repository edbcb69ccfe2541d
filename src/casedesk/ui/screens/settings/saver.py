"""Saves a setting as soon as it is changed: toast, Undo, and word to every screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from casedesk.domain.errors import KnownError
from casedesk.services.settings import Settings, read_settings, save_settings
from casedesk.ui.desk import Desk


class SettingsSaver(QObject):
    """Holds the settings as they are on disk.

    Signals:
        read(Settings): they were read or changed.
        refused(sentence): a change was not taken; `read` follows with what stands.
    """

    read = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.settings: Settings | None = None

    def look(self) -> None:
        """Reads them anew."""
        session = self._desk.session
        self._desk.jobs.read(self, lambda: read_settings(session), self._on_read)

    def change(self, words: str, **fields: Any) -> None:
        """Saves other values for `fields`; `words` are for the toast. The same change nothing."""
        before = self.settings
        if before is None:
            return
        wanted = replace(before, **fields)
        if wanted == before:
            return
        kept = {name: getattr(before, name) for name in fields}
        self._save(wanted, words, lambda: self.change(f"{words}: put back", **kept))

    def _save(self, wanted: Settings, words: str, undo: Callable[[], None]) -> None:
        session = self._desk.session
        self.settings = wanted

        def done(_: Settings) -> None:
            self._desk.toast(words, undo)

        self._desk.write(
            self,
            lambda: save_settings(session, wanted),
            done,
            self._on_failed,
            kinds=("Setting",),
        )

    def _on_read(self, settings: Settings) -> None:
        self.settings = settings
        self.read.emit(settings)

    def _on_failed(self, error: KnownError) -> None:
        self.refused.emit(error.sentence)
        self.look()
