"""One look at every key and movement: the idle lock and the focus ring ask it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.Shortcut})
_HANDS = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)
_INPUT = _KEYS | _HANDS


class InputWatch(QObject):
    """Sees the input of the whole program, from `begin` on, and takes nothing away.

    Signals:
        used(): somebody pressed a key or moved the pointer.
        mouse_pressed(): a button of the mouse went down.
    """

    used = Signal()
    mouse_pressed = Signal()

    def __init__(self, app: QObject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.last_was_key = False
        self._app = app

    def begin(self) -> None:
        """Looks from now on.

        The first look at every event costs the wrapping of all of Qt's classes, so the window
        asks for it once its first page is painted.
        """
        self._app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter."""
        kind = event.type()
        if kind not in _INPUT:
            return False
        if kind in _KEYS:
            self.last_was_key = True
            self.used.emit()
        else:
            if kind == QEvent.Type.MouseButtonPress:
                self.last_was_key = False
                self.mouse_pressed.emit()
            self.used.emit()
        return False
