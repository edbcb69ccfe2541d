"""One criterion: its state, why, two years of months, what is behind it, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from casedesk.domain.views.criteria import MonthCell
from casedesk.domain.views.criteria_page import CriterionCard
from casedesk.ui.screens.family.criteria.reason_words import card_pieces
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.evidence_list import EvidenceList, EvidenceRow
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import CRITERION_STATES
from casedesk.ui.widgets.timeline_strip import TimelineStrip

HIGH = 228
SHOWN = 2


class CriterionCardView(QFrame):
    """A card; `show_card` may be called again for the same criterion.

    Signals, each with the card: `confirmed`, `disagree_asked`, `change_asked`,
    `record_asked`, `nothing_found`, `consent_asked`, `details_asked`.
    """

    confirmed = Signal(object)
    disagree_asked = Signal(object)
    change_asked = Signal(object)
    record_asked = Signal(object)
    nothing_found = Signal(object)
    consent_asked = Signal(object)
    details_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        card: CriterionCard,
        *,
        decides: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._theme = theme
        self.card = card
        self._title = Label("", "heading")
        self._title.setWordWrap(True)
        # Its first line stands as high as the word in the badge.
        self._title.setContentsMargins(0, 4, 0, 0)
        self.badge = StateBadge(theme, CRITERION_STATES[card.state], large=True)
        self.reason = FlowingText(theme)
        self._look: Banner | None = None
        self.strip = TimelineStrip(theme, name=f"{card.title}, the last 24 months")
        self.evidence = EvidenceList(theme, shown=SHOWN)
        self.ask = FlowingText(theme, "", "small", "ink2")
        self.confirm = self._button("Confirm", "check", self.confirmed)
        self.disagree = self._button("Disagree", "x", self.disagree_asked)
        self.change = self._button("Change decision", "undo-2", self.change_asked)
        self.record = self._button("Record what you know", "pencil", self.record_asked)
        self.nothing = self._button("I asked, nothing found", None, self.nothing_found)
        self.consent = self._button("Ask for consent", None, self.consent_asked)
        self.more = Button(theme, "", kind="link", tall=32)
        self.more.clicked.connect(lambda: self.details_asked.emit(self.card))
        self._lay_out()
        theme.changed.connect(self._grown)
        self._grown()
        self.show_card(card, decides=decides)

    def show_card(self, card: CriterionCard, *, decides: bool) -> None:
        """Show a criterion. `decides`: it is as at today, so that it can be decided here."""
        self.card = card
        self.setAccessibleName(f"{card.title}: {card.word}")
        self._title.setText(card.title)
        self.badge.set_look(CRITERION_STATES[card.state])
        self.reason.set_strong(card_pieces(card))
        self._show_look(card.another_look)
        self.strip.set_cells(
            [
                MonthCell(
                    on=cell.month,
                    state="met" if cell.state == "improved" else cell.state,
                    improved=cell.state == "improved",
                )
                for cell in card.strip
            ]
        )
        rows = [
            EvidenceRow(one.who, one.what, one.on_words, one.source)
            for one in card.evidence[:SHOWN]
        ]
        # All the rest is behind `more`, which stands in the row of buttons.
        self.evidence.set_rows(rows)
        self.evidence.setVisible(bool(rows))
        self.ask.set_text(card.settle.question if card.settle is not None else "")
        self.ask.setVisible(card.settle is not None and len(rows) < SHOWN)
        self._show_buttons(card, decides)

    @property
    def look(self) -> Banner:
        """That another look is needed; made when it is, which is seldom."""
        if self._look is None:
            self._look = Banner(self._theme, "warn", "Look again")
            self._look.hide()
            self._column.insertWidget(self._column.indexOf(self.reason) + 1, self._look)
        return self._look

    def _show_look(self, words: str | None) -> None:
        if words is not None:
            self.look.set_words("warn", "Look again", words)
            self.look.show()
        elif self._look is not None:
            self._look.hide()

    def _show_buttons(self, card: CriterionCard, decides: bool) -> None:
        stands = card.decision is not None
        unknown = card.settle is not None
        self.confirm.setVisible(decides and card.can_confirm)
        self.disagree.setVisible(decides and card.can_disagree)
        self.change.setVisible(decides and stands and not card.can_disagree)
        self.record.setVisible(decides and unknown)
        self.nothing.setVisible(decides and unknown)
        self.consent.setVisible(decides and unknown)
        more = len(card.evidence) - SHOWN
        if unknown:
            words = "What counts?"
        elif more > 0:
            words = f"See {more} more"
        else:
            words = "See details"
        self.more.setText(words)
        self.more.setAccessibleName(f"{words}: {card.title}")

    def _button(self, words: str, icon: str | None, signal: SignalInstance) -> Button:
        button = Button(self._theme, words, icon=icon, tall=32)
        button.setAccessibleName(f"{words}: {self.card.title}")
        button.clicked.connect(lambda: signal.emit(self.card))
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        for button in (self.confirm, self.disagree, self.change, self.record, self.consent):
            actions.addWidget(button)
        actions.addStretch(1)
        actions.addWidget(self.more)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(19, 11, 19, 11)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.reason)
        column.addStretch(1)
        column.addWidget(self.strip)
        column.addWidget(self.evidence)
        question = QHBoxLayout()
        question.setSpacing(12)
        question.addWidget(self.ask, 1)
        question.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(question)
        column.addStretch(2)
        column.addLayout(actions)

    def _grown(self) -> None:
        self.setMinimumHeight(self._theme.px(HIGH))
