"""One visit or note to read: what was seen and heard, who was there, what the children said."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.views.timeline import Spans, TimelineEntry
from casedesk.ui.screens.family.visits.model import joined
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Hairline
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import StateLook

CONFIDENTIAL = StateLook("lock", "Confidential", "warn")
SIGNIFICANT = StateLook("star", "Significant", "info")
INTO_IT, OUT_OF_IT = "Put into chronology", "Take out of chronology"
_TEAM_ONLY = "For the keyworker's team only."
_LEADING = re.compile(r"^ +", re.MULTILINE)
_LINE_WIDE = 620
"""Of `note` type, about 75 characters."""


class EntryView(QWidget):
    """Signals:
    edit_asked(entry): change it.
    marked(contact, significant): put it into the chronology, or take it out.
    print_asked(contact id): print or save it.
    """

    edit_asked = Signal(object)
    marked = Signal(object, bool)
    print_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        entry: TimelineEntry,
        *,
        headed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Not `headed`, what kind it is stands above it already."""
        super().__init__(parent)
        self._theme = theme
        self.entry = entry
        self.setAccessibleName(f"{entry.kind}, {entry.when}")
        self.edit = Button(theme, "Change note", icon="pencil", tall=32)
        self.edit.clicked.connect(lambda: self.edit_asked.emit(entry))
        act = OUT_OF_IT if entry.significant else INTO_IT
        self.mark = Button(theme, act, icon="star", tall=32)
        self.mark.clicked.connect(lambda: self.marked.emit(entry.record, not entry.significant))
        self.print = Button(theme, "Print or save", icon="printer", tall=32)
        self.print.clicked.connect(lambda: self.print_asked.emit(entry.record.id))
        self._column = QVBoxLayout(self)
        side = 20 if headed else 4
        self._column.setContentsMargins(side, 14 if headed else 0, side, 20)
        self._column.setSpacing(6)
        self._add_head(entry, headed=headed)
        words = FlowingText(theme, "", "note")
        words.set_strong(_pieces(entry.text, entry.marks))
        words.setMaximumWidth(theme.px(_LINE_WIDE))
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(words)
        self._add_said(entry)
        self._add_facts(entry)
        self._column.addStretch(1)

    def _add_head(self, entry: TimelineEntry, *, headed: bool) -> None:
        by = f", written by {entry.by}" if entry.by else ""
        when = FlowingText(self._theme, f"{entry.when}{by}", "body", "ink2")
        if headed:
            self._column.addWidget(Label(entry.kind, "heading"))
        self._column.addWidget(when)
        actions = QWidget()
        row = FlowLayout(8, actions)
        for button in (self.edit, self.mark, self.print):
            row.addWidget(button)
        self._column.addWidget(actions)
        if entry.confidential or entry.significant:
            marks = QHBoxLayout()
            marks.setSpacing(8)
            if entry.confidential:
                marks.addWidget(StateBadge(self._theme, CONFIDENTIAL))
                marks.addWidget(Label(_TEAM_ONLY, "small", "ink2"))
            if entry.significant:
                marks.addWidget(StateBadge(self._theme, SIGNIFICANT))
            marks.addStretch(1)
            self._column.addLayout(marks)
        self._column.addSpacing(8)

    def _add_said(self, entry: TimelineEntry) -> None:
        if not entry.said:
            return
        self._column.addSpacing(14)
        self._column.addWidget(Label("What the children said", "sub"))
        for said in entry.said:
            quote = QFrame()
            quote.setProperty("card", "sunken")
            row = QHBoxLayout(quote)
            row.setContentsMargins(12, 10, 12, 10)
            row.setSpacing(10)
            sign = IconLabel(self._theme, "message-square-quote", 18, "accentTx")
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            words = FlowingText(self._theme)
            name = [(f"{said.name}: ", True)] if said.name else []
            words.set_strong([*name, ("“", False), *_pieces(said.words, said.marks), ("”", False)])
            row.addWidget(words, 1)
            quote.setMaximumWidth(self._theme.px(_LINE_WIDE))
            self._column.addWidget(quote)

    def _add_facts(self, entry: TimelineEntry) -> None:
        self._column.addSpacing(12)
        self._column.addWidget(Hairline())
        self._column.addSpacing(4)
        there = "; ".join(part for part in (joined(entry.people), entry.also_present) if part)
        facts = (
            ("Who was there", there or "Nobody listed"),
            ("Children seen", seen_words(entry)),
            ("Kinds of information", ", ".join(entry.categories) or "None chosen"),
        )
        for label, words in facts:
            row = QHBoxLayout()
            row.setSpacing(12)
            name = FlowingText(self._theme, label, "small", "ink2")
            name.setFixedWidth(self._theme.px(136))
            row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(FlowingText(self._theme, words, "small"), 1)
            self._column.addLayout(row)


def _pieces(text: str, marks: Spans) -> list[tuple[str, bool]]:
    """The text with what was looked for standing out; the blanks before a list's item stay."""
    text = _LEADING.sub(lambda found: "\u00a0" * len(found[0]), text)
    pieces, at = [], 0
    for first, last in marks:
        pieces += [(text[at:first], False), (text[first:last], True)]
        at = last
    return [*pieces, (text[at:], False)]


def seen_words(entry: TimelineEntry) -> str:
    """ "Tyler (alone) and Mia"."""
    every = tuple(dict.fromkeys((*entry.seen, *entry.alone)))
    return joined(tuple(f"{one} (alone)" if one in entry.alone else one for one in every)) or "None"
