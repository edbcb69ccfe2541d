"""A small state in the top bar: a picture and words, or the picture alone when room is short."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.label import Label


class StatusWords(QWidget):
    """Icon and words in one tone.

    Signals:
        pressed(): it was clicked.
    """

    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = ("", "info", "ink2", "ink2")
        self._picture = QLabel(self)
        self._label = Label("", "small", "ink2", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._picture)
        row.addWidget(self._label)
        theme.changed.connect(self._dress)

    @property
    def words(self) -> str:
        """What it says."""
        return self._label.text()

    def say(self, words: str, icon: str, ink: str, *, icon_tone: str | None = None) -> None:
        """Shows words with an icon in the colours of tokens; screen readers are told."""
        self._look = (words, icon, ink, icon_tone or ink)
        self._dress()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def set_words_shown(self, shown: bool) -> None:
        """Whether the words stand beside the icon (else they are its tooltip)."""
        self._label.setVisible(shown)

    def _dress(self) -> None:
        words, icon, ink, icon_tone = self._look
        self._label.setText(words)
        self._label.set_ink(ink.removesuffix("Tx"))
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(self._theme.pixmap(icon, 16, icon_tone, ratio))
        self._picture.setFixedSize(QSize(16, 16))
        self.setToolTip(words)
        self.setAccessibleName(words)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override QWidget::mouseReleaseEvent."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()
