"""A field to search this list with: a lens, a way to clear it, and a pause before it acts."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import IconButton

_PAUSE_MS = 150
_ICON = 18
_LEFT = 12
_HIT = 32


class SearchField(QLineEdit):
    """Emits `searched` with the trimmed text after a short pause in typing, or on Enter.

    Esc clears it when there is something to clear; else Esc is the window's.
    """

    searched = Signal(str)

    def __init__(
        self, theme: Theme, name: str, placeholder: str, *, parent: QWidget | None = None
    ) -> None:
        """`name` is what the field is called aloud, `placeholder` what can be searched by."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("tall", "40")
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._clear = IconButton(theme, "x", "Clear the search", bare=True, ink="ink2", parent=self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self._search)
        theme.changed.connect(self._place)
        self._place()

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._pause.start()

    def _search(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text().strip())

    def _place(self) -> None:
        hit = self._theme.px(_HIT)
        self.setTextMargins(self._theme.px(_ICON) + _LEFT - 1, 0, hit - 4, 0)
        self._clear.setFixedSize(hit, hit)
        self._clear.move(self.width() - hit - 4, (self.height() - hit) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        size = self._theme.px(_ICON)
        lens = QRectF(_LEFT, (self.height() - size) / 2, size, size)
        self._theme.paint_icon(painter, lens, "search", "ink2")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._search()
            return
        super().keyPressEvent(event)
