"""The line above the actions: one typed action a time, whose words are kept as any form's are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.forms.form_fields import FormFields
from casedesk.ui.screens.family.plan.action_lines import LineField
from casedesk.ui.theme.theme import Theme


class LineForm(FormFields):
    """One family's. Signals: given(line): Enter was pressed on words."""

    given = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.line = LineField("Add an action in one line")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        self.body.addWidget(self.line)
        self.keep("line", self.line)
        self.line.given.connect(self.given)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.inside)
        column.addWidget(self.saved_sign)
        self.setFocusProxy(self.line)

    def take(self) -> None:
        """The line is saved: the next one may be typed."""
        self.trouble.hide()
        self.line.clear()
        self.set_busy(False)
