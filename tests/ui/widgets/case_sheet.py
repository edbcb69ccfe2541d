"""A second sheet: the larger widgets, with the made-up Ashworth family on them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from casedesk.domain.consent_matrix import MatrixCell
from casedesk.domain.dates import add_months
from casedesk.domain.genogram import HouseholdDrawing, Line, Node, Outline
from casedesk.domain.views.criteria import MonthCell
from casedesk.ui.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.consent_cell import CELL_ROLE, spoken_cell
from casedesk.ui.widgets.consent_matrix import NOTE_ROLE, ConsentMatrix
from casedesk.ui.widgets.date_field import DateField
from casedesk.ui.widgets.evidence_list import EvidenceList, EvidenceRow
from casedesk.ui.widgets.field import Field
from casedesk.ui.widgets.genogram_legend import GenogramLegend
from casedesk.ui.widgets.genogram_view import GenogramView
from casedesk.ui.widgets.loading import LoadingRows
from casedesk.ui.widgets.progress import ProgressLine
from casedesk.ui.widgets.timeline_strip import TimelineStrip

TODAY = date(2026, 11, 24)
STATES = "????-------#######^^^^^^"
ROWS = (
    EvidenceRow("Tyler", "Criminal damage, youth caution", "18 August 2026", "Youth Offending"),
    EvidenceRow("Maureen", "Anti-social behaviour, proven", "9 May 2026", "Police"),
    EvidenceRow("Tyler", "Anti-social behaviour, proven", "1 May 2026", "Police"),
)


def months(states: str = STATES) -> tuple[MonthCell, ...]:
    """Cells from signs: ? not known, - not met, # met, ^ improved."""
    words = {"?": "not_known", "-": "not_met", "#": "met", "^": "met"}
    first = add_months(TODAY, -(len(states) - 1))
    return tuple(
        MonthCell(on=add_months(first, i), state=words[sign], improved=sign == "^")
        for i, sign in enumerate(states)
    )


def household() -> HouseholdDrawing:
    """The Ashworths as the picture has them."""
    nodes = (
        Node("ron", "P-1", "Ron", "died 2019", "square", 1.9, 0, died=True),
        Node("maureen", "P-2", "Maureen", "61", "circle", 3.1, 0, at_home=True),
        Node("darren", "P-3", "Darren", "37", "square", 0, 1),
        Node("kerry", "P-4", "Kerry", "34", "circle", 2.5, 1, at_home=True, expecting=True),
        Node("tyler", "P-5", "Tyler", "14", "square", 0.9, 2, at_home=True),
        Node("ellie", "P-6", "Ellie", "9", "circle", 1.9, 2, at_home=True),
        Node("sam", "P-7", "Sam", "3", "diamond", 2.9, 2, at_home=True),
    )
    lines = (
        Line("couple", ((1.9, 0), (3.1, 0)), ("ron", "maureen")),
        Line("child", ((2.5, 0), (2.5, 1)), ("ron", "maureen", "kerry")),
        Line("couple", ((0, 1), (2.5, 1)), ("darren", "kerry"), 2, (0.8, 1)),
        Line("child", ((1.4, 1), (1.4, 1.62)), ("darren", "kerry")),
        Line("siblings", ((0.9, 1.62), (2.9, 1.62)), ("tyler", "ellie", "sam")),
        Line("child", ((0.9, 1.62), (0.9, 2)), ("tyler",)),
        Line("child", ((1.9, 1.62), (1.9, 2)), ("ellie",)),
        Line("child", ((2.9, 1.62), (2.9, 2)), ("sam",)),
    )
    loop = (
        (2.35, -0.35),
        (3.55, -0.35),
        (3.55, 2.9),
        (0.4, 2.9),
        (0.4, 1.4),
        (1.7, 1.4),
        (1.7, 0.65),
        (2.35, 0.65),
    )
    home = Outline("14 Calder Street", ("maureen", "kerry", "tyler", "ellie", "sam"), (loop,))
    words = ("Kerry, Maureen, Tyler, Ellie and Sam live at 14 Calder Street.",)
    return HouseholdDrawing(nodes, lines, (home,), 3.1, 2, words)


class MatrixModel(QAbstractTableModel):
    """Five people, nine recipients."""

    people = (
        ("Kerry", "34, for herself"),
        ("Tyler", "14, own consent"),
        ("Ellie", "9, Kerry decides"),
        ("Sam", "3, Kerry decides"),
        ("Maureen", "61, for herself"),
    )
    recipients = (
        "NHS",
        "DWP",
        "Police",
        "Ministry of Justice",
        "Probation",
        "School",
        "Youth service",
        "Youth Offending Team",
        "National Impact Study",
    )
    cells: ClassVar = {
        (0, 0): MatrixCell("given", "Expires soon", 7, 7, True),
        (0, 2): MatrixCell("given", "Given", 7, 7),
        (0, 5): MatrixCell("some_given", "3 of 7 given", 3, 7),
        (1, 1): MatrixCell("refused", "Refused", 0, 7),
        (4, 1): MatrixCell("withdrawn", "Withdrawn", 0, 7),
        (2, 6): MatrixCell("expired", "Expired", 0, 7),
        (0, 8): MatrixCell("informed", "Informed", 7, 7),
        (1, 8): MatrixCell("objected", "Objected", 0, 7),
        (2, 8): MatrixCell("not_told", "Not told yet", 0, 7),
    }

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.people)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.recipients)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        if not index.isValid():
            return None
        where = (index.row(), index.column())
        cell = self.cells.get(where, MatrixCell("not_asked", "Not asked", 0, 7))
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_cell(self.people[where[0]][0], self.recipients[where[1]], cell)
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = 0) -> object:
        if way == Qt.Orientation.Horizontal:
            return self.recipients[section] if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.people[section][0]
        return self.people[section][1] if role == NOTE_ROLE else None


class CaseSheet(QWidget):
    """The larger widgets."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setAutoFillBackground(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 16, 24, 16)
        grid.setSpacing(16)
        grid.addWidget(self._household(), 0, 0, 2, 1)
        grid.addWidget(self._consent(), 0, 1, 1, 2)
        grid.addWidget(self._criterion(), 1, 1)
        grid.addWidget(self._form(), 1, 2)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 4)
        grid.setColumnStretch(2, 3)

    def _household(self) -> Card:
        card = Card(self.theme, "Household")
        card.add_action(Button(self.theme, "Edit", kind="quiet", icon="pencil"))
        self.genogram = GenogramView(self.theme, household())
        card.body.addWidget(self.genogram, 1)
        card.body.addWidget(GenogramLegend(self.theme))
        return card

    def _consent(self) -> Card:
        card = Card(self.theme, "Consent", count=45)
        self.matrix = ConsentMatrix(self.theme)
        self.model = MatrixModel(self.matrix)
        self.matrix.setModel(self.model)
        self.matrix.setMinimumHeight(self.theme.px(52) * 5 + 60)
        card.body.addWidget(self.matrix)
        return card

    def _criterion(self) -> Card:
        card = Card(self.theme, "Crime or anti-social behaviour", padding=20)
        self.strip = TimelineStrip(self.theme, months())
        self.evidence = EvidenceList(self.theme, ROWS)
        card.body.addWidget(self.strip)
        card.body.addWidget(self.evidence)
        row = QHBoxLayout()
        row.addWidget(Button(self.theme, "Confirm", icon="check"))
        row.addWidget(Button(self.theme, "Disagree", icon="x"))
        row.addStretch(1)
        row.addWidget(self.evidence.more)
        card.body.addLayout(row)
        self.progress = ProgressLine(self.theme, "Printing reports")
        self.progress.set_progress(9, 23, "Now: Okafor, for School", "About 2 minutes left")
        card.body.addWidget(self.progress)
        card.body.addStretch(1)
        return card

    def _form(self) -> Card:
        card = Card(self.theme, "Form")
        self.day = DateField(self.theme, "Start date", today=lambda: TODAY, value=TODAY)
        self.wrong = DateField(self.theme, "End date", today=lambda: TODAY)
        card.body.addWidget(Field(self.theme, "Start date", self.day, hint="Day, month, year"))
        field = Field(self.theme, "End date", self.wrong)
        self.wrong.problem_changed.connect(field.set_error)
        self.wrong.setText("31 February 2026")
        self.wrong.editingFinished.emit()
        card.body.addWidget(field)
        self.loading = LoadingRows(self.theme, "Opening 64 families…", rows=3)
        self.loading.show_now()
        card.body.addWidget(self.loading)
        card.body.addStretch(1)
        return card
