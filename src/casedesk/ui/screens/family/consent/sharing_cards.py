"""The two lists below the matrix: sharing decisions, and what has left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casedesk.domain.dates import short_date
from casedesk.domain.views.consents_page import SharingDecisionLine
from casedesk.domain.views.sharing_log_page import SharedLine
from casedesk.ui.screens.family.consent.rows_table import Column, Row, RowsTable
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.flowing_text import FlowingText

AT_MOST = 7
NO_DECISIONS = (
    "No sharing decisions. Record one when you share without agreement, or decide not to share."
)
NOTHING_SHARED = "Nothing has been shared yet. Every report you save or print is listed here."
_STATES = {"done": "Done", "pending": "Not finished", "failed": "Did not work"}


class _ListCard(Card):
    """A card with a table, what it says when there is nothing, and "See all 14"."""

    opened = Signal(object)

    def __init__(
        self,
        theme: Theme,
        title: str,
        columns: Sequence[Column],
        empty: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(theme, title, parent=parent)
        self.table = RowsTable(theme, title, columns)
        self.empty = FlowingText(theme, empty, "body", "ink2")
        self.all = Button(theme, "See all", kind="quiet", tall=32)
        self._rows: list[Row] = []
        self._is_all = False
        self.body.addWidget(self.empty)
        self.body.addWidget(self.table)
        self.body.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self.table.opened.connect(self.opened)
        self.all.clicked.connect(self._show_all)
        self._show([])

    def _show(self, rows: list[Row]) -> None:
        self._rows = rows
        shown = rows if self._is_all else rows[:AT_MOST]
        self.table.show_rows(shown)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.all.setText(f"See all {len(rows)}")
        self.all.setVisible(len(shown) < len(rows))
        self.set_count(len(rows) or None)

    def _show_all(self) -> None:
        self._is_all = True
        self._show(self._rows)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self) -> None:
        """At most 7 again, for another family."""
        self._is_all = False


class DecisionsCard(_ListCard):
    """Signals: opened(line); record_asked()."""

    record_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        columns = (
            Column("Date", 112),
            Column("Decision", 112),
            Column("About", 120, sheds=True),
            Column("Who"),
            Column("Basis", 172, sheds=True),
            Column("State", 88),
        )
        super().__init__(theme, "Sharing decisions", columns, NO_DECISIONS, parent)
        self.record = Button(theme, "Record a decision", kind="quiet", icon="plus", tall=32)
        self.record.clicked.connect(self.record_asked)
        self.add_action(self.record)

    def show_lines(self, lines: tuple[SharingDecisionLine, ...]) -> None:
        """Show the decisions, newest first."""
        self._show([_decision_row(one) for one in lines])


class LogCard(_ListCard):
    """Signals: opened(line)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        columns = (
            Column("Date", 112),
            Column("Shared with", 136),
            Column("About", 110, sheds=True),
            Column("What"),
            Column("Basis", 130),
            Column("By", 110, sheds=True),
        )
        super().__init__(theme, "Sharing log", columns, NOTHING_SHARED, parent)

    def show_lines(self, lines: tuple[SharedLine, ...]) -> None:
        """Show what has left, newest first."""
        self._show([_log_row(one) for one in lines])


def state_words(line: SharingDecisionLine) -> str:
    """Whether a decision counts today."""
    if line.record.in_error:
        return "In error"
    return "In force" if line.in_force else "Ended"


def _decision_row(one: SharingDecisionLine) -> Row:
    cells = (
        short_date(one.record.decided_on),
        one.headline,
        ", ".join(one.people),
        ", ".join(one.recipients),
        one.basis or "–",
        state_words(one),
    )
    sign = (4, "scale", "accentTx") if one.basis else None
    return Row(cells, _aloud(cells), one, sign)


def _log_row(one: SharedLine) -> Row:
    what = one.what if one.state == "done" else f"{_STATES[one.state]}: {one.what}"
    cells = (
        short_date(one.at.astimezone().date()),
        one.recipient,
        ", ".join(one.about),
        what,
        one.basis or "–",
        one.by,
    )
    is_consent = one.basis.startswith("Consent")
    sign: Any = (4, "circle-check", "goodTx") if is_consent else (4, "scale", "accentTx")
    return Row(cells, _aloud(cells), one, sign if one.basis else None)


def _aloud(cells: tuple[str, ...]) -> str:
    return ", ".join(cell for cell in cells if cell not in ("", "–"))
