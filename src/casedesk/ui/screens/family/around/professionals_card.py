"""Everybody who works with the family, a row each; who has ended comes last, in grey."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.views.around_page import AroundPage, ProfessionalLine
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.rows_card import RowsCard
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import StateLook

LEAD = StateLook("flag", "Lead practitioner", "info")
_NONE = "Nobody yet. Add the school, the surgery or whoever works with the family."


class ProfessionalsCard(RowsCard):
    """Shows an `AroundPage`; a line is a `ProfessionalLine`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        add = "Add a professional or organisation"
        super().__init__(theme, "People around the family", add, parent=parent)

    def show_page(self, page: AroundPage) -> None:
        """Show them; the focus stays on the one it was on."""
        nobody = None if page.professionals else FlowingText(self._theme, _NONE, "body", "ink2")
        self.show_rows(page.professionals, self._row, nobody)
        self.set_count(sum(one.now for one in page.professionals) or None)

    def _row(self, line: ProfessionalLine) -> QWidget:
        sign = IconLabel(self._theme, "briefcase", 18, "accentTx" if line.now else "ink3")
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
        pencil = self.pencil(line.record.id, f"Change: {line.title}", line)
        return self.signed_row(sign, words, pencil)


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
