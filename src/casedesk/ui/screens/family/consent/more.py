"""All of one entry of the lists, in the panel at the side."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.dates import long_date
from casedesk.domain.views.consents_page import SharingDecisionLine
from casedesk.domain.views.sharing_log_page import SharedLine
from casedesk.ui.screens.family.consent.facts_grid import FactsGrid
from casedesk.ui.screens.family.consent.rows_table import Column, Row, RowsTable
from casedesk.ui.screens.family.consent.sharing_cards import state_words
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.label import Label


class DecisionDetails(QWidget):
    """Signals, each with the line: end_asked, error_asked."""

    end_asked = Signal(object)
    error_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        line: SharingDecisionLine,
        condition: str,
        parent: QWidget | None = None,
    ) -> None:
        """`condition` is the title of the condition it names."""
        super().__init__(parent)
        self.line = line
        record = line.record
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 12, 8)
        column.setSpacing(12)
        for words in line.warnings:
            column.addWidget(Banner(theme, "warn", "Look again", words))
        told = "Yes" if record.told_family else f"No: {record.not_told_why or ''}"
        days = f"From {long_date(record.from_on)}"
        days += f" to {long_date(record.to_on)}" if record.to_on is not None else ", no end"
        column.addWidget(
            FactsGrid(
                theme,
                [
                    ("State", state_words(line), "ink"),
                    ("About", ", ".join(line.people), "ink"),
                    ("Who", ", ".join(line.recipients), "ink"),
                    ("Information", ", ".join(line.categories), "ink"),
                    ("Basis", line.basis, "ink"),
                    ("Condition", condition, "ink"),
                    ("Why", record.reason, "ink"),
                    ("Family told", told, "ink"),
                    ("Address", "May be included" if record.protected_address else "", "ink"),
                    ("Decided by", record.decided_by, "ink"),
                    ("Authorised", record.authorised_by or "Nobody noted", "ink"),
                    ("Decided", long_date(record.decided_on), "ink"),
                    ("Days", days, "ink"),
                    ("Recorded by", record.recorded_by, "ink"),
                ],
            )
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        self.end = Button(theme, "End this decision")
        self.error = Button(theme, "Mark as an error", kind="danger")
        self.end.clicked.connect(lambda: self.end_asked.emit(line))
        self.error.clicked.connect(lambda: self.error_asked.emit(line))
        row.addWidget(self.end)
        row.addWidget(self.error)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.end.setVisible(line.in_force)
        self.error.setVisible(not record.in_error)


class SharedDetails(QWidget):
    """What left at one time, item by item."""

    def __init__(self, theme: Theme, line: SharedLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 12, 8)
        column.setSpacing(12)
        at = line.at.astimezone()
        column.addWidget(
            FactsGrid(
                theme,
                [
                    ("Shared with", line.recipient, "ink"),
                    ("Reader", line.named_person or "", "ink"),
                    ("For", line.purpose, "ink"),
                    ("About", ", ".join(line.about), "ink"),
                    ("What", line.what, "ink"),
                    ("Basis", line.basis, "ink"),
                    ("When", f"{long_date(at.date())}, {at:%H:%M}", "ink"),
                    ("How", line.how.capitalize(), "ink"),
                    ("By", line.by, "ink"),
                    ("File", line.file_name or "", "ink"),
                ],
            )
        )
        column.addWidget(Label("Item by item", "sub"))
        columns = (Column("Reference", 120), Column("What", 110), Column("Basis"))
        self.items = RowsTable(theme, "Items", columns)
        self.items.show_rows(
            [
                Row((ref, kind, because), f"{kind} {ref}: {because}", ref)
                for ref, kind, because in line.items
            ]
        )
        column.addWidget(self.items)
        column.addStretch(1)
