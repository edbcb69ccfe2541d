"""The card of what was shared lately: whose families, and the table or why there is none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from casedesk.domain.views.reports_page import SharedLately, SharedLatelyPage
from casedesk.domain.views.today import EVERYBODY, MINE, SCOPES
from casedesk.ui.screens.reports.model import LINE_ROLE, SharedModel
from casedesk.ui.screens.reports.shared_table import SharedTable
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Hairline
from casedesk.ui.widgets.chip import Chip
from casedesk.ui.widgets.count_badge import CountBadge
from casedesk.ui.widgets.empty_state import EmptyState
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.loading import LoadingRows

PAD = 16
TITLE = "What was shared lately"
NOT_READ = "We could not read what was shared. Your records are safe."
NOTHING = "Every report you save or print is listed here, with who it went to."
NOTHING_OF_MINE = "Nothing about your own families has left CaseDesk."


class SharedCard(QFrame):
    """Signals: opened(line); scope_chosen(scope); wanted(offset); again_asked()."""

    opened = Signal(object)
    scope_chosen = Signal(str)
    wanted = Signal(int)
    again_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setAccessibleName(TITLE)
        self.model = SharedModel(self)
        self.table = SharedTable(theme, self.model)
        self.chips = {name: Chip(theme, words) for name, words in SCOPES.items()}
        self._count = CountBadge(theme, 0)
        self._count.hide()
        self._choice = QWidget()
        self._choice.setAccessibleName("Whose families")
        self._choice.hide()
        self._trouble = Banner(theme, "bad", NOT_READ, link="Try again")
        self._trouble.hide()
        self.loading = LoadingRows(theme, "Reading what was shared…", rows=4)
        self.everybody = Button(theme, "See all families")
        self.empty = EmptyState(theme, "file-text", "Nothing shared yet", "", [self.everybody])
        self._stack = QStackedWidget()
        self._waiting = _padded(self.loading)
        for page in (self._waiting, self.table, self.empty):
            self._stack.addWidget(page)
        self._lay_out()
        for name, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, one=name: self.scope_chosen.emit(one))
        self.everybody.clicked.connect(lambda: self.scope_chosen.emit(EVERYBODY))
        self.table.opened.connect(self.opened)
        self.model.wanted.connect(self.wanted)
        self._trouble.followed.connect(self.again_asked)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in the order they are read."""
        return [*self.chips.values(), self.table, self.everybody]

    def show_page(self, page: SharedLatelyPage) -> None:
        """Show the first page of a log; who stood on an entry stands on it again."""
        self._trouble.hide()
        self._choice.setVisible(page.can_choose)
        self.chips[page.scope].setChecked(True)
        self._count.set_count(page.total)
        self._count.setVisible(bool(page.total))
        was = self.table.currentIndex().data(LINE_ROLE)
        self.model.set_page(page)
        if page.total:
            self.table.stand_on(self.model.row_of(was.id) if was is not None else 0)
            self._stack.setCurrentWidget(self.table)
            return
        is_mine = page.scope == MINE
        self.everybody.setVisible(is_mine)
        words = NOTHING_OF_MINE if is_mine else NOTHING
        self.empty.set_words("file-text", "Nothing shared yet", words)
        self._stack.setCurrentWidget(self.empty)

    def add_lines(self, offset: int, lines: Sequence[SharedLately]) -> None:
        """Lines of the same log that were read later."""
        self.model.add_lines(offset, lines)

    def show_trouble(self) -> None:
        """Say that the log could not be read; what is shown stays."""
        self.loading.hide()
        self._trouble.show()

    def _lay_out(self) -> None:
        choice = QHBoxLayout(self._choice)
        choice.setContentsMargins(0, 0, 0, 0)
        choice.setSpacing(8)
        group = QButtonGroup(self)
        for chip in self.chips.values():
            group.addButton(chip)
            choice.addWidget(chip)
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setContentsMargins(PAD - 1, 7, PAD - 1, 7)
        head.setSpacing(8)
        head.addWidget(Label(TITLE, "heading"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._choice, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self._trouble)
        column.addWidget(self._stack, 1)


def _padded(widget: QWidget) -> QWidget:
    around = QWidget()
    inside = QVBoxLayout(around)
    inside.setContentsMargins(PAD - 1, 12, PAD - 1, 8)
    inside.addWidget(widget)
    return around
