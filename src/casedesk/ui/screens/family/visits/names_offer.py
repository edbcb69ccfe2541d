"""Before a note is saved: somebody is named in it who is not listed. Were they there?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.gate import NamedMember
from casedesk.ui.screens.family.flowing_text import FlowingText
from casedesk.ui.screens.family.visits.model import joined
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button

_WHY = "A report leaves out what is about somebody who has not agreed: it goes by this list."


class NamesOffer(QFrame):
    """Signals: chosen(person ids to add): add these, or none, and save."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[NamedMember, ...] = ()
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
        self.leave.clicked.connect(lambda: self.chosen.emit(()))
        self.hide()

    def _on_add(self) -> None:
        self.chosen.emit(tuple(one.person_id for one in self._people))

    def offer(self, people: tuple[NamedMember, ...]) -> None:
        """Ask about these."""
        self._people = people
        names = joined(tuple(one.name for one in people))
        is_one = len(people) == 1
        self._banner.set_words("info", f"You wrote about {names}", "Not listed on the note yet.")
        self.add.setText(f"Add {names if is_one else f'these {len(people)}'} and save")
        self.show()
        self.add.setFocus()
