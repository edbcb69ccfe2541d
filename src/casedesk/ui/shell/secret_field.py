"""A field for a passphrase: hidden, with an eye to show it, and a word when Caps Lock is on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import IconButton
from casedesk.ui.widgets.icon_label import IconLabel

TALL = 44
ICON, GAP, RIGHT = 18, 10, 40


class SecretField(QLineEdit):
    """`name` is what it is called aloud.

    Signals:
        caps_lock_seen(on): from what a letter came out as.
    """

    caps_lock_seen = Signal(bool)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("tall", str(TALL))
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        # No suggestions, no capitals and nothing learnt by an on-screen keyboard.
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._key = IconLabel(theme, "key-round", ICON, "ink2", self)
        self.eye = IconButton(theme, "eye", "Show the passphrase", bare=True, tall=32, parent=self)
        self.eye.clicked.connect(self._on_eye)
        theme.changed.connect(self._dress)
        self._dress()

    def set_shown(self, shown: bool) -> None:
        """Shows or hides what is typed."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        words = "Hide the passphrase" if shown else "Show the passphrase"
        self.eye.set_icon("eye-off" if shown else "eye", words)

    def _on_eye(self) -> None:
        self.set_shown(self.echoMode() == QLineEdit.EchoMode.Password)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        self.setFont(self._theme.font("note"))
        self.setTextMargins(self._theme.px(ICON) + GAP, 0, RIGHT, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QLineEdit::keyPressEvent."""
        text = event.text()
        if len(text) == 1 and text.isalpha() and text.lower() != text.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock_seen.emit(text.isupper() != shifted)
        elif event.key() == Qt.Key.Key_CapsLock:
            self.caps_lock_seen.emit(False)
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Override QLineEdit::sizeHint."""
        return QSize(super().sizeHint().width(), self._theme.px(TALL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QLineEdit::resizeEvent: key and eye stand inside."""
        super().resizeEvent(event)
        middle = self.height() // 2
        key = self._key.sizeHint()
        self._key.setGeometry(12, middle - key.height() // 2, key.width(), key.height())
        self.eye.setGeometry(self.width() - 38, middle - 16, 32, 32)
