"""The card of families: the worker's own, or everybody's, the first by name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.views.families_list import FamilyListPage
from casedesk.ui.screens.today.families_model import TodayFamilies
from casedesk.ui.screens.today.families_table import TodayFamiliesTable
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.label import Label

PAD = 16
NO_FAMILIES = "No families yet. Import a case workbook, or add the first one."


class FamiliesCard(QFrame):
    """Signals: opened(row), all_asked()."""

    opened = Signal(object)
    all_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.model = TodayFamilies(self)
        self.table = TodayFamiliesTable(theme, self.model)
        self._title = Label("", "heading")
        self.see_all = Button(
            theme, "See all", kind="quiet", icon="chevron-right", icon_after=True, tall=32
        )
        self._nothing = Label(NO_FAMILIES, "body", "ink2")
        self._nothing.setContentsMargins(PAD - 1, 8, PAD - 1, 12)
        self._nothing.hide()
        head = QHBoxLayout()
        head.setContentsMargins(PAD - 1, 6, 0, 0)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.see_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 4)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table)
        column.addWidget(self._nothing)
        column.addStretch(1)
        self.table.opened.connect(self.opened)
        self.see_all.clicked.connect(self.all_asked)

    def set_title(self, title: str) -> None:
        """Whose families they are."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self.table.setAccessibleName(title)

    def show_page(self, page: FamilyListPage, year: int) -> None:
        """Show the first families; the button says how many there are. `year` is this one."""
        self.table.set_headings([short for _, short in page.headings])
        self.model.set_page(page, year)
        self.see_all.setText(f"See all {page.matching:,}")
        self.see_all.setVisible(page.matching > 0)
        self.table.setVisible(bool(page.rows))
        self._nothing.setVisible(not page.rows)
