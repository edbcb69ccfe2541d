"""One visit or note to read: what was seen and heard, who was there, what the children said."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.views.timeline import TimelineEntry
from casedesk.ui.screens.family.flowing_text import FlowingText
from casedesk.ui.screens.family.visits.model import joined
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Hairline
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import StateLook

CONFIDENTIAL = StateLook("lock", "Confidential", "warn")
SIGNIFICANT = StateLook("star", "Significant", "info")
_TEAM_ONLY = "For the keyworker's team only."
_LINE_WIDE = 620
"""Of `note` type, about 75 characters."""


class EntryView(QWidget):
    """Signals: edit_asked(entry): change it."""

    edit_asked = Signal(object)

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
        self.edit = Button(theme, "Change note", kind="quiet", icon="pencil", tall=32)
        self.edit.clicked.connect(lambda: self.edit_asked.emit(entry))
        self._column = QVBoxLayout(self)
        side = 20 if headed else 4
        self._column.setContentsMargins(side, 14 if headed else 0, side, 20)
        self._column.setSpacing(6)
        self._add_head(entry, headed=headed)
        words = FlowingText(theme, entry.text, "note")
        words.setMaximumWidth(theme.px(_LINE_WIDE))
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(words)
        self._add_said(entry)
        self._add_facts(entry)
        self._column.addStretch(1)

    def _add_head(self, entry: TimelineEntry, *, headed: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        by = f", written by {entry.by}" if entry.by else ""
        when = FlowingText(self._theme, f"{entry.when}{by}", "body", "ink2")
        row.addWidget(Label(entry.kind, "heading") if headed else when, 1)
        row.addWidget(self.edit)
        self._column.addLayout(row)
        if headed:
            self._column.addWidget(when)
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
            words.set_strong([*name, (f"“{said.words}”", False)])
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


def seen_words(entry: TimelineEntry) -> str:
    """ "Tyler (alone) and Mia"."""
    every = tuple(dict.fromkeys((*entry.seen, *entry.alone)))
    return joined(tuple(f"{one} (alone)" if one in entry.alone else one for one in every)) or "None"
