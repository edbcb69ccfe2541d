"""How it is safe to reach one person: the ways, what to do, with whom it was agreed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from casedesk.domain.records.around import SAFE_WAYS
from casedesk.domain.views.around_page import SafeContactLine
from casedesk.services.safe_contacts import WAY_WORDS, SafeContactEntry
from casedesk.ui.forms.choice_boxes import choice_box, text_line, typed
from casedesk.ui.forms.dates import add_date, read_days
from casedesk.ui.forms.removable_form import RemovableForm
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.tick_list import TickList


class SafeContactForm(RemovableForm):
    """For one of `lines`; `chosen` is the one it is opened for, who stays that one.

    Signals: remove_asked(): any way is safe again.
    """

    def __init__(
        self,
        theme: Theme,
        lines: tuple[SafeContactLine, ...],
        today: Callable[[], date],
        *,
        chosen: SafeContactLine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        record = chosen.record if chosen is not None else None
        words, is_new = "Save instruction", record is None
        super().__init__(theme, words, "Remove instruction", is_new=is_new, parent=parent)
        self.line = chosen
        open_ones = [one for one in lines if one.record is None]
        offered = [chosen] if chosen is not None else open_ones
        self.person = choice_box(
            [(one.name, one.person_id) for one in offered],
            chosen.person_id if chosen is not None else None,
            or_none=False,
        )
        self.add_field("person_id", "Who is it about?", self.person)
        self.fields["person_id"].setVisible(chosen is None)
        ways = [(way, WAY_WORDS[way]) for way in SAFE_WAYS]
        self.ways = TickList(ways, record.ways if record else (), about="Safe", columns=3)
        self.add_field("ways", "Which ways are safe?", self.ways, "Those not ticked are not used")
        self.instruction = self.text_box(3)
        self.instruction.setPlainText(record.instruction if record else "")
        self.add_field(
            "instruction", "What to do", self.instruction,
            "For example: text first, ring only after she answers",
        )  # fmt: skip
        self.agreed_by = text_line(record.agreed_by if record else None)
        self.add_field("agreed_by", "Agreed with", self.agreed_by)
        self.agreed_on = add_date(
            self, "agreed_on", "Agreed on", today,
            value=record.agreed_on if record else today(), leaning="back",
        )  # fmt: skip
        self.review_on = add_date(
            self, "review_on", "Look at it again on", today,
            value=record.review_on if record else None, leaning="ahead",
        )  # fmt: skip
        self.end_with_remove()
        self.setFocusProxy(self.ways if chosen is not None else self.person)

    def entry(self) -> SafeContactEntry:
        """What is typed. Raises `InvalidFields` for what is no date."""
        days = read_days({"agreed_on": self.agreed_on, "review_on": self.review_on})
        return SafeContactEntry(
            person_id=self.person.currentData() or "",
            instruction=self.instruction.toPlainText(),
            ways=self.ways.value(),
            agreed_by=typed(self.agreed_by),
            agreed_on=days["agreed_on"],
            review_on=days["review_on"],
        )
