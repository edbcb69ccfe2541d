"""Before a note is saved: somebody is named in it who is not listed. Were they there?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.services.notes import NamesOffered
from casedesk.ui.screens.family.visits.model import joined
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.flowing_text import FlowingText

_WHY = "A report leaves out what is about somebody who has not agreed: it goes by this list."


class NamesOffer(QFrame):
    """Signals: chosen(who): add these (`NamesOffered`, maybe nobody) and save."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = NamesOffered()
        self._banner = Banner(theme, "info", "")
        self.add = Button(theme, "Add and save", kind="primary")
        self.leave = Button(theme, "Save without adding")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 4)
        column.setSpacing(8)
        column.addWidget(self._banner)
        column.addWidget(FlowingText(theme, _WHY, "small", "ink2"))
        column.addLayout(buttons)
        self.add.clicked.connect(self._on_add)
        self.leave.clicked.connect(lambda: self.chosen.emit(NamesOffered()))
        self.hide()

    def _on_add(self) -> None:
        self.chosen.emit(self._offered)

    def offer(self, named: NamesOffered) -> None:
        """Ask about these."""
        self._offered = named
        called = (*(one.name for one in named.members), *(one.name for one in named.professionals))
        names = joined(called)
        self._banner.set_words("info", f"You wrote about {names}", "Not listed on the note yet.")
        self.add.setText(f"Add {names if len(called) == 1 else f'these {len(called)}'} and save")
        self.show()
        self.add.setFocus()
