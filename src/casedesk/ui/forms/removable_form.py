"""A form of something that may be taken out again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button


class RemovableForm(FormPanel):
    """`remove` stands below the fields (`end_with_remove`), where there is something to remove.

    Signals: remove_asked().
    """

    remove_asked = Signal()

    def __init__(
        self, theme: Theme, words: str, remove: str, *, is_new: bool, parent: QWidget | None = None
    ) -> None:
        """`words` is what the saving button says, `remove` what the other; a new one has none."""
        super().__init__(theme, words, parent)
        self.remove = Button(theme, remove, kind="danger", icon="trash-2")
        self.remove.clicked.connect(self.remove_asked)
        if is_new:
            self.remove.hide()

    def end_with_remove(self) -> None:
        """The last part of the form."""
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def set_busy(self, busy: bool) -> None:
        """Override FormPanel.set_busy."""
        super().set_busy(busy)
        self.remove.setEnabled(not busy)
