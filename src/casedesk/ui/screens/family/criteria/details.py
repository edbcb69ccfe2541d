"""Everything about one criterion: why, all the records, what would improve it, what counts."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from casedesk.domain.views.criteria_page import CriterionCard, WhatCounts
from casedesk.ui.screens.family.criteria.evidence_table import EvidenceTable
from casedesk.ui.screens.family.criteria.reason_words import strong_pieces
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Hairline
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.glyphs import paint_glyph
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import CRITERION_STATES

_SIGN = 16
COUNT_TODAY = "Records that count today"
DO_NOT_COUNT = "Other records, which do not count today"


class StateSign(QWidget):
    """The shape of a state, 16 px; the words beside it say the same."""

    def __init__(self, theme: Theme, state: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = CRITERION_STATES[state]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_SIGN), self._theme.px(_SIGN) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        size = self._theme.px(_SIGN)
        rect = QRectF(0, 2, size, size)
        paint_glyph(QPainter(self), rect, self._look.glyph, self._theme, self._look.tone)


class CriterionDetails(QWidget):
    """Signals, each with the card: `record_asked`, `decide_asked`."""

    record_asked = Signal(object)
    decide_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        card: CriterionCard,
        *,
        decides: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.card = card
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 8)
        column.setSpacing(8)
        column.addWidget(FlowingText(theme, card.title, "heading"))
        badge = QHBoxLayout()
        badge.addWidget(StateBadge(theme, CRITERION_STATES[card.state], large=True))
        badge.addStretch(1)
        column.addLayout(badge)
        if card.another_look is not None:
            column.addWidget(Banner(theme, "warn", "Look again", card.another_look))
        self.reason = FlowingText(theme)
        self.reason.set_strong(strong_pieces(card.reason))
        column.addWidget(self.reason)
        if card.settle is not None:
            column.addWidget(FlowingText(theme, card.settle.question, "body", "ink2"))
        if decides:
            self._add_actions()
        self._add_evidence()
        self._add_progress()
        self._add_counts()
        column.addStretch(1)

    def _add_actions(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.record = Button(self._theme, "Record what you know", icon="pencil", tall=32)
        self.decide = Button(self._theme, "Decide it yourself", icon="user-round-check", tall=32)
        self.record.clicked.connect(lambda: self.record_asked.emit(self.card))
        self.decide.clicked.connect(lambda: self.decide_asked.emit(self.card))
        row.addWidget(self.record)
        row.addWidget(self.decide)
        row.addStretch(1)
        self._column.addLayout(row)

    def _head(self, words: str) -> None:
        self._column.addSpacing(4)
        self._column.addWidget(Hairline())
        self._column.addWidget(Label(words, "sub"))

    def _add_evidence(self) -> None:
        counting = tuple(row for row in self.card.evidence if row.counts)
        others = tuple(row for row in self.card.evidence if not row.counts)
        self.tables: list[EvidenceTable] = []
        for words, rows in ((COUNT_TODAY, counting), (DO_NOT_COUNT, others)):
            if rows:
                self._head(words)
                table = EvidenceTable(self._theme, words, rows)
                self.tables.append(table)
                self._column.addWidget(table)
        if not self.tables:
            self._head(COUNT_TODAY)
            words = "No record bears on this yet."
            self._column.addWidget(FlowingText(self._theme, words, "body", "ink2"))

    def _add_progress(self) -> None:
        if not self.card.progress_words:
            return
        self._head("Improved and sustained")
        self._column.addWidget(FlowingText(self._theme, self.card.progress_words))
        for sentence in self.card.missing:
            self._column.addWidget(FlowingText(self._theme, sentence, "small", "ink2"))

    def _add_counts(self) -> None:
        self._head("What counts?")
        for one in self.card.counts:
            self._column.addWidget(self._count_row(one))

    def _count_row(self, one: WhatCounts) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 2, 0, 4)
        row.setSpacing(10)
        row.addWidget(
            StateSign(self._theme, "met" if one.met else "not_met"), 0, Qt.AlignmentFlag.AlignTop
        )
        words = QVBoxLayout()
        words.setSpacing(2)
        title = FlowingText(self._theme, "", "body")
        title.set_strong([(one.title, True), (": met" if one.met else ": no record of it", False)])
        words.addWidget(title)
        if one.reason:
            reason = FlowingText(self._theme, "", "small", "ink2")
            reason.set_strong(strong_pieces(f"{one.reason}."))
            words.addWidget(reason)
        checked = "" if one.checked else " Not checked: compare it with your council's plan."
        words.addWidget(FlowingText(self._theme, f"{one.source}.{checked}", "small", "ink3"))
        row.addLayout(words, 1)
        return part
