"""How the window looks on this computer; kept beside the vault's own settings, never in it.

It is read before the vault is open, so nothing of the case file or its people is in it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from casedesk.ui.theme.theme import MODES, Theme
from casedesk.ui.theme.typography import FACTORS

_MODE, _FACTOR, _PLACE = "look/mode", "look/text_size", "window/place"


def preferences_file() -> Path:
    """Where this user's preferences are kept."""
    place = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(place)) / "CaseDesk" / "window.ini"


class Preferences:
    """Look and place of the window. What cannot be read is as if it had never been set."""

    def __init__(self, file: Path) -> None:
        self._kept = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def mode(self) -> str:
        """Light, dark, system or contrast."""
        mode = str(self._kept.value(_MODE, "system"))
        return mode if mode in MODES else "system"

    @property
    def factor(self) -> float:
        """The text size: 1.0, 1.15 or 1.3."""
        kept = str(self._kept.value(_FACTOR, "1.0"))
        return next((factor for factor in FACTORS if str(factor) == kept), 1.0)

    def keep_look(self, theme: Theme) -> None:
        """Keeps the colours and text size in force."""
        self._kept.setValue(_MODE, theme.mode)
        self._kept.setValue(_FACTOR, str(theme.factor))

    @property
    def place(self) -> QByteArray | None:
        """Where the window stood, as `QWidget.restoreGeometry` reads it."""
        kept = self._kept.value(_PLACE, None)
        return kept if isinstance(kept, QByteArray) else None

    @place.setter
    def place(self, place: QByteArray) -> None:
        self._kept.setValue(_PLACE, place)

    def save(self) -> None:
        """Writes everything to the disk now."""
        self._kept.sync()
