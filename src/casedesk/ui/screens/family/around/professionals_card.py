"""Everybody who works with the family, a row each; who has ended comes last, in grey."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.views.around_page import AroundPage, ProfessionalLine
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button, IconButton
from casedesk.ui.widgets.card import Card, Hairline
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import StateLook

LEAD = StateLook("flag", "Lead practitioner", "info")
_NONE = "Nobody yet. Add the school, the surgery or whoever works with the family."


class ProfessionalsCard(Card):
    """Signals: add_asked(); change_asked(line)."""

    add_asked = Signal()
    change_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "People around the family", parent=parent)
        self._theme = theme
        self.add = Button(theme, "Add", kind="quiet", icon="plus", tall=32)
        self.add.setAccessibleName("Add a professional or organisation")
        self.add.clicked.connect(self.add_asked)
        self.add_action(self.add)
        self.buttons: dict[str, IconButton] = {}
        self._rows: QWidget | None = None
        self.body.addStretch(1)

    def show_page(self, page: AroundPage) -> None:
        """Show them; the focus stays on the one it was on."""
        focused = next((key for key, one in self.buttons.items() if one.hasFocus()), "")
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget()
        self.buttons = {}
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for number, line in enumerate(page.professionals):
            if number:
                column.addWidget(Hairline())
            column.addWidget(self._row(line))
        if not page.professionals:
            column.addWidget(FlowingText(self._theme, _NONE, "body", "ink2"))
        self.body.insertWidget(0, self._rows)
        self.set_count(sum(one.now for one in page.professionals) or None)
        if focused:
            self.buttons.get(focused, self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, line: ProfessionalLine) -> QWidget:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 4, 0, 4)
        inside.setSpacing(10)
        sign = IconLabel(self._theme, "briefcase", 18, "accentTx" if line.now else "ink3")
        inside.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        head = QHBoxLayout()
        head.setSpacing(8)
        name = FlowingText(self._theme)
        ink = "ink" if line.now else "ink2"
        name.set_ink(ink)
        about = f", {_inside(line.about)}" if line.about else ""
        name.set_strong([(line.title, True), (about, False)])
        head.addWidget(name, 1)
        if line.lead:
            head.addWidget(StateBadge(self._theme, LEAD), 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(head)
        for said in _lines(line):
            words.addWidget(FlowingText(self._theme, said, "small", "ink2"))
        inside.addLayout(words, 1)
        change = IconButton(self._theme, "pencil", f"Change: {line.title}", bare=True, ink="ink2")
        change.clicked.connect(lambda: self.change_asked.emit(line))
        self.buttons[line.record.id] = change
        inside.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _inside(words: str) -> str:
    """Words as they stand inside a sentence: "Head of year", but "GP" and "CAMHS worker"."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _lines(line: ProfessionalLine) -> list[str]:
    """How to reach them, and with whom since when."""
    record = line.record
    reach = " · ".join(part for part in (record.phone, record.email) if part)
    with_whom = f"Works with {line.who}" if line.who else "Works with the whole family"
    if not line.now:
        with_whom = with_whom.replace("Works", "Worked", 1)
    sharing = f"for sharing: {line.sharing}" if line.sharing else ""
    since = " · ".join(part for part in (with_whom, line.since, sharing) if part)
    return [one for one in (reach, since, record.note or "") if one]
