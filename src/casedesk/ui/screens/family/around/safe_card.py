"""How it is safe to reach each person, plainly, before anybody picks up a phone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.programmes.wording import listed
from casedesk.domain.views.around_page import AroundPage, SafeContactLine
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button, IconButton
from casedesk.ui.widgets.card import Card, Hairline
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import LATE, StateLook


class SafeContactCard(Card):
    """Signals: add_asked(); change_asked(line)."""

    add_asked = Signal()
    change_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Safe contact", parent=parent)
        self._theme = theme
        self.add = Button(theme, "Add", kind="quiet", icon="plus", tall=32)
        self.add.setAccessibleName("Add a safe contact instruction")
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
        agreed = [one for one in page.safe_contacts if one.record is not None]
        for number, line in enumerate(agreed):
            if number:
                column.addWidget(Hairline())
            column.addWidget(self._row(line))
        rest = [one.name for one in page.safe_contacts if one.record is None]
        if rest:
            if agreed:
                column.addWidget(Hairline())
            words = f"Nothing is agreed for {listed(rest)}: the usual ways."
            column.addWidget(FlowingText(self._theme, words, "small", "ink2"))
        self.body.insertWidget(0, self._rows)
        self.add.setEnabled(bool(rest))
        if focused:
            self.buttons.get(focused, self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, line: SafeContactLine) -> QWidget:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 4, 0, 4)
        inside.setSpacing(10)
        sign = IconLabel(self._theme, "shield-alert", 18, "warnTx")
        inside.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        said = FlowingText(self._theme)
        said.set_strong([(f"{line.name}: ", True), (line.instruction, False)])
        words.addWidget(said)
        ways = f"Safe: {listed(line.safe).lower()}" if line.safe else "No way is marked as safe"
        unsafe = f"Not safe: {listed(line.unsafe, 'or').lower()}" if line.unsafe else ""
        ends = ". ".join(part for part in (ways, unsafe) if part)
        words.addWidget(FlowingText(self._theme, f"{ends}.", "small", "ink2"))
        about = [line.agreed, "" if line.review_late else line.review]
        agreed = " · ".join(part for part in about if part)
        if agreed:
            words.addWidget(FlowingText(self._theme, agreed, "small", "ink2"))
        if line.review_late:
            late = StateBadge(self._theme, StateLook(LATE.glyph, line.review, LATE.tone))
            words.addWidget(late, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addLayout(words, 1)
        change = IconButton(
            self._theme, "pencil", f"Change how to reach {line.name}", bare=True, ink="ink2"
        )
        change.clicked.connect(lambda: self.change_asked.emit(line))
        self.buttons[line.person_id] = change
        inside.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        return row
