"""A third sheet: plain Qt widgets under our style sheet, and the delegate of pips."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QDate, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QSpinBox,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from casedesk.ui.theme import Theme
from casedesk.ui.widgets.calendar_popup import MonthCalendar
from casedesk.ui.widgets.criterion_pips import Pip, spoken_pips
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.pips_delegate import PIPS_ROLE, PipsDelegate
from casedesk.ui.widgets.pips_header import PipsHeader

COLUMNS = ("Family", "Keyworker", "Criteria", "Programme", "Next review")
SHORT = ("Crime", "School", "Child", "Work", "DV/DA", "Health")
FAMILIES = (
    ("Ashworth", "Jo Hebden", "met met confirmed not_known met improved", "4 of 6", "1 Dec 2026"),
    ("Bancroft", "Beth Lindley", "not_met met met met not_met not_met", "3 of 6", "14 Dec 2026"),
    ("Begum", "Jo Hebden", "not_met not_met confirmed met not_met met", "3 of 6", "9 Jan 2027"),
)


class FamilyTable(QAbstractTableModel):
    """Three families, four times over."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 12

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        if not index.isValid():
            return None
        words = FAMILIES[index.row() % 3][index.column()]
        if index.column() != 2:
            return words if role == Qt.ItemDataRole.DisplayRole else None
        pips = tuple(Pip(s, s, state) for s, state in zip(SHORT, words.split(), strict=True))
        if role == PIPS_ROLE:
            return pips
        return spoken_pips(pips) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def headerData(self, section: int, way: Qt.Orientation, role: int = 0) -> object:
        across = way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return COLUMNS[section] if across else None


class PlainSheet(QWidget):
    """Plain widgets."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.addWidget(Label("Plain widgets with the style sheet", "heading"))
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("Parts of the family")
        for name in ("Overview", "Criteria", "Plan", "Visits and notes", "Consent and sharing"):
            self.tabs.addTab(name)
        column.addWidget(self.tabs)
        self.table = QTableView()
        self.model = FamilyTable(self.table)
        self.table.setAccessibleName("Families")
        self.table.setHorizontalHeader(PipsHeader(theme, 2, SHORT, self.table))
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(2, PipsDelegate(theme, self.table))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme.px(44))
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setStretchLastSection(True)
        for section, width in enumerate((180, 180, 300, 180)):
            self.table.setColumnWidth(section, theme.px(width))
        self.table.selectRow(0)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        note = QPlainTextEdit("House warm and tidy. New lock on the front door.")
        note.setProperty("type", "note")
        note.setAccessibleName("Note")
        row.addWidget(note)
        calendar = MonthCalendar(theme, date(2026, 11, 24))
        calendar.setSelectedDate(QDate(2026, 11, 27))
        row.addWidget(calendar)
        spin = QSpinBox()
        spin.setAccessibleName("How many")
        row.addWidget(spin)
        self.menu = QMenu()
        for name in ("Change household", "Close this family", "Move to another keyworker"):
            self.menu.addAction(name)
        row.addWidget(self.menu)
        column.addLayout(row)
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setValue(39)
        bar.setAccessibleName("Printing")
        column.addWidget(bar)
