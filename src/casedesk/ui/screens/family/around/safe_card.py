"""How it is safe to reach each person, plainly, before anybody picks up a phone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.programmes.wording import listed
from casedesk.domain.views.around_page import AroundPage, SafeContactLine
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.rows_card import RowsCard
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import LATE, StateLook


class SafeContactCard(RowsCard):
    """Shows an `AroundPage`; a line is a `SafeContactLine`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Safe contact", "Add a safe contact instruction", parent=parent)

    def show_page(self, page: AroundPage) -> None:
        """Show them; the focus stays on the one it was on."""
        agreed = [one for one in page.safe_contacts if one.record is not None]
        rest = [one.name for one in page.safe_contacts if one.record is None]
        others: QWidget | None = None
        if rest:
            words = f"Nothing is agreed for {listed(rest)}: the usual ways."
            others = FlowingText(self._theme, words, "small", "ink2")
        self.show_rows(agreed, self._row, others)
        self.add.setEnabled(bool(rest))

    def _row(self, line: SafeContactLine) -> QWidget:
        sign = IconLabel(self._theme, "shield-alert", 18, "warnTx")
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
        pencil = self.pencil(line.person_id, f"Change how to reach {line.name}", line)
        return self.signed_row(sign, words, pencil)
