"""A box for words in visit mode: large type, and as high as there is room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.writing.note_editor import NoteEditor
from casedesk.ui.writing.spelling import Spelling

_FRAME = 26


class WritingBox(NoteEditor):
    """At least `least` lines high, and no wish for more: whoever has room to spare gives it."""

    def __init__(
        self,
        theme: Theme,
        spelling: Spelling | None,
        name: str,
        *,
        least: int,
        parent: QWidget | None = None,
    ) -> None:
        self._least = least
        super().__init__(theme, spelling, lines=least, parent=parent)
        self.setProperty("type", "visit")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._fit()
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        line = QFontMetrics(self._theme.font("visit")).lineSpacing()
        self.setMinimumHeight(line * self._least + _FRAME)

    def sizeHint(self) -> QSize:
        """Override QPlainTextEdit::sizeHint."""
        return QSize(super().sizeHint().width(), self.minimumHeight())
