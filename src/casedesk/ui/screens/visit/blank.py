"""A page with nothing on it, for when somebody looks over the shoulder."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button

WORDS = "Press F9 to come back"


class BlankPage(QWidget):
    """Says how to come back and nothing else, to the eye or aloud.

    Signals: back_asked().
    """

    back_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Blank page")
        self.back = Button(theme, WORDS, kind="quiet", tall=40)
        self.back.clicked.connect(self.back_asked)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setFocusProxy(self.back)
