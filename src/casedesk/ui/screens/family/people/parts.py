"""The two parts of the people tab: those in the family, and those around it."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from casedesk.domain.views.around_page import AroundPage
from casedesk.ui.screens.family.around.section import AroundSection
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.chip import Chip
from casedesk.ui.widgets.flow_layout import FlowLayout


class PeopleParts(QWidget):
    """Put what is shown of the family into `family`; the chips above say which part is shown."""

    def __init__(self, theme: Theme, around: AroundSection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inside = Chip(theme, "In the family", checked=True)
        self.outside = Chip(theme, "Around the family")
        group = QButtonGroup(self)
        chips = FlowLayout()
        for chip in (self.inside, self.outside):
            group.addButton(chip)
            chips.addWidget(chip)
        self._family, self._around = QWidget(), QWidget()
        self.family = QVBoxLayout(self._family)
        beside = QVBoxLayout(self._around)
        beside.addWidget(around)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        for layout in (column, self.family, beside):
            layout.setContentsMargins(0, 0, 0, 0)
        column.addLayout(chips)
        column.addWidget(self._family)
        column.addWidget(self._around)
        self._around.hide()
        self.outside.toggled.connect(lambda on: self.show_around(shown=on))
        around.presenter.answered.connect(self._count_around)

    def show_around(self, *, shown: bool) -> None:
        """Show those around the family, or those in it."""
        (self.outside if shown else self.inside).setChecked(True)
        self._around.setVisible(shown)
        self._family.setVisible(not shown)

    def count_family(self, number: int) -> None:
        """How many are in the family today."""
        self.inside.set_count(number)

    def _count_around(self, page: AroundPage) -> None:
        self.outside.set_count(sum(one.now for one in page.professionals))
