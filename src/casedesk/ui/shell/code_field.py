"""A field for the recovery code: nine groups of four, grouped as they are typed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from casedesk.services.before_unlock import GROUP_LENGTH, GROUPS
from casedesk.ui.theme.theme import Theme

TALL = 44
LENGTH = GROUPS * GROUP_LENGTH


class CodeField(QLineEdit):
    """Puts a space after each group; takes any case, hyphens and spaces, typed or pasted."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("tall", str(TALL))
        self.setAccessibleName(name)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhPreferUppercase
        )
        self.textEdited.connect(self._on_edited)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def is_full(self) -> bool:
        """Whether nine groups are typed."""
        return len(_bare(self.text())) == LENGTH

    def _on_edited(self, text: str) -> None:
        before = len(_bare(text[: self.cursorPosition()]))
        bare = _bare(text)[:LENGTH]
        shown = " ".join(
            bare[start : start + GROUP_LENGTH] for start in range(0, len(bare), GROUP_LENGTH)
        )
        if shown == text:
            return
        self.setText(shown)
        before = min(before, LENGTH)
        self.setCursorPosition(before + max(0, before - 1) // GROUP_LENGTH)

    def _dress(self) -> None:
        font = self._theme.font("mono")
        font.setPixelSize(self._theme.px(16))
        self.setFont(font)

    def sizeHint(self) -> QSize:
        """Override QLineEdit::sizeHint."""
        return QSize(super().sizeHint().width(), self._theme.px(TALL))


def _bare(text: str) -> str:
    return "".join(character for character in text if character.isalnum()).upper()
