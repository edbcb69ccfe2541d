"""One consent in the history of a cell, with what can still be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.dates import long_date
from casedesk.domain.views.consents_page import ConsentLine
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import IconButton
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.states import CONSENT_STATES, StateLook

_IN_ERROR = StateLook("file-x", "Recorded in error", "mute")
_AFTER = {"withdrawn": "Withdrawn", "expired": "Ended"}


class HistoryRow(QWidget):
    """Signals, each with the line: withdraw_asked, error_asked."""

    withdraw_asked = Signal(object)
    error_asked = Signal(object)

    def __init__(
        self, theme: Theme, line: ConsentLine, *, told: bool = False, parent: QWidget | None = None
    ) -> None:
        """`told`: nobody agreed to anything, they were told."""
        super().__init__(parent)
        look = CONSENT_STATES.get(line.state, _IN_ERROR)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        tone = "ink3" if look.tone == "mute" else f"{look.tone}Tx"
        row.addWidget(IconLabel(theme, look.glyph, 16, tone), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        headline = "Told about the study" if told else line.headline
        if line.state in _AFTER:
            headline = f"{headline}, now {_AFTER[line.state].lower()}"
        if line.state == "in_error":
            headline = f"{headline}, recorded in error"
        words.addWidget(FlowingText(theme, headline, "sub"))
        said = f"{long_date(line.on)}, recorded by {line.recorded_by}"
        if line.record.withdrawn_on is not None:
            said += f". Withdrawn {long_date(line.record.withdrawn_on)}"
            said += f": {line.record.withdrawn_reason}" if line.record.withdrawn_reason else ""
        words.addWidget(FlowingText(theme, said, "small", "ink2"))
        if line.record.note and not told:
            words.addWidget(FlowingText(theme, line.record.note, "small", "ink2"))
        for flag in line.flags:
            words.addLayout(_flag(theme, flag))
        row.addLayout(words, 1)
        ref = line.record.ref
        if line.can_withdraw and not told:
            self.withdraw = IconButton(
                theme, "circle-arrow-left", f"Withdraw consent {ref}", bare=True, ink="ink2"
            )
            self.withdraw.clicked.connect(lambda: self.withdraw_asked.emit(line))
            row.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignTop)
        if line.state != "in_error":
            self.error = IconButton(
                theme, "file-x", f"Mark consent {ref} as an error", bare=True, ink="ink2"
            )
            self.error.clicked.connect(lambda: self.error_asked.emit(line))
            row.addWidget(self.error, 0, Qt.AlignmentFlag.AlignTop)


def nothing_yet(theme: Theme) -> Label:
    """The history of a cell that nobody was asked about."""
    return Label("Nothing recorded yet", "body", "ink2")


def _flag(theme: Theme, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    sign = IconLabel(theme, "triangle-alert", 14, "warnTx")
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(FlowingText(theme, words, "small", "warn"), 1)
    return row
