"""One step of the first run: a heading, a sentence, and what is asked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.label import Label, Paragraph


class Step(QWidget):
    """Steps add their own parts to `column`.

    Signals:
        ready_changed(): whether the step is filled in may be another.
        entered(): Enter was pressed where it means "go on".
    """

    ready_changed = Signal()
    entered = Signal()
    next_words = "Continue"

    def __init__(self, theme: Theme, heading: str, text: str) -> None:
        super().__init__()
        self.theme = theme
        self.column = QVBoxLayout(self)
        # Room for the focus ring on every side.
        self.column.setContentsMargins(4, 4, 4, 4)
        self.column.setSpacing(8)
        self.column.addWidget(Label(heading, "display"))
        self.column.addWidget(Paragraph(theme, text, "body", "ink2"))
        self.column.addSpacing(8)

    @property
    def is_ready(self) -> bool:
        """Whether the worker may go on."""
        return True

    def focus_first(self) -> None:
        """Puts the focus where the worker begins."""
