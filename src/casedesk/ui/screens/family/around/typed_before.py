"""Those whose details somebody has typed in another family, to take over with one press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from casedesk.domain.views.around_page import KnownProfessional
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.label import Label


class TypedBefore(QFrame):
    """Hidden while there is nobody. Signals: chosen(known professional)."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "sunken")
        self._theme = theme
        self.buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(0)
        self._column.addWidget(Label("Typed before in another family", "small", "ink2"))
        self.hide()

    def show_known(self, known: Sequence[KnownProfessional]) -> None:
        """Offer these."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(one) for one in known]
        self.setVisible(bool(known))

    def _button(self, one: KnownProfessional) -> Button:
        button = Button(self._theme, f"Use {one.words}", kind="link", tall=32)
        where = ", ".join(one.where)
        about = ", ".join(part for part in (one.role, one.phone, f"in {where}") if part)
        button.setToolTip(about)
        button.setAccessibleDescription(about)
        button.clicked.connect(lambda: self.chosen.emit(one))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button
