"""A field of a form: its label, what to type in, a hint, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label, Paragraph
from casedesk.ui.widgets.properties import set_look


class Field(QWidget):
    """A label above `control`, and under it a hint or an error in words with its sign.

    Screen readers get the label as name and the hint or error as description.
    """

    def __init__(
        self,
        theme: Theme,
        label: str,
        control: QWidget,
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._hint = hint
        self._label = Label(label, "sub")
        self._label.setBuddy(control)
        self._sign = IconLabel(theme, "circle-alert", 16, "badTx")
        self._words = Paragraph(theme, "", "small", "ink3")
        self.error = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._below = QHBoxLayout()
        self._below.setSpacing(6)
        self._below.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._below.addWidget(self._words, 1)
        column.addWidget(self._label)
        column.addWidget(control)
        column.addLayout(self._below)
        if not control.accessibleName():
            control.setAccessibleName(label)
        self.set_error("")

    def set_error(self, error: str) -> None:
        """Say what is wrong and what to type instead; empty takes it away."""
        self.error = error
        words = error or self._hint
        self._sign.setVisible(bool(error))
        self._words.set_text(words)
        self._words.set_ink("bad" if error else "ink3")
        self._words.setVisible(bool(words))
        self.control.setAccessibleDescription(words)
        set_look(self.control, wrong="true" if error else "false")
