"""Ctrl Z in a text field undoes typing first; only then does it reach the last save."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

UNDO = "Ctrl+Z"
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
TextField = QLineEdit | QPlainTextEdit | QTextEdit


class UndoKeys(QObject):
    """Watches the field with the focus in one window.

    Fields claim the keys of undo and redo even where they have nothing to undo. This gives them
    to the window then. `keys` are those of both actions, as the table of shortcuts has them.
    """

    def __init__(self, window: QWidget, keys: tuple[str, ...]) -> None:
        super().__init__(window)
        self._window = window
        self._keys = keys
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        old, self._watched = self._watched, None
        if old is not None and shiboken6.isValid(old):
            old.removeEventFilter(self)
        if isinstance(now, TextField) and self._window.isAncestorOf(now):
            now.installEventFilter(self)
            self._watched = now

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter: a field with nothing to undo lets the key go."""
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent):
            return False
        pressed = QKeySequence(event.keyCombination()).toString()
        if pressed not in self._keys:
            return False
        forward = pressed != UNDO
        if event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(has_typing(watched, forward=forward))
        elif forward and isinstance(watched, TextField):
            # Not every platform's fields know all of the keys.
            watched.redo()
        else:
            return False
        return True


def has_typing(field: object, *, forward: bool) -> bool:
    """Whether a field has typing to undo (or, `forward`, to redo)."""
    if isinstance(field, QLineEdit):
        if field.isReadOnly():
            return False
        return field.isRedoAvailable() if forward else field.isUndoAvailable()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        if field.isReadOnly():
            return False
        document = field.document()
        return document.isRedoAvailable() if forward else document.isUndoAvailable()
    return False
