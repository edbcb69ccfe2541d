"""A form in a box over the window, which has the buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from casedesk.ui.forms.form_fields import FormFields
from casedesk.ui.theme.theme import Theme


class DialogForm(FormFields):
    """The box grows with it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.body.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.inside)
        column.addWidget(self.saved_sign)

    def event(self, event: QEvent) -> bool:
        """Override QObject::event: something in it was shown or hidden."""
        handled = super().event(event)
        box = self.window()
        if event.type() == QEvent.Type.LayoutRequest and isinstance(box, QDialog):
            box.adjustSize()
        return handled
