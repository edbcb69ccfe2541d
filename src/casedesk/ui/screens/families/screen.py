"""The families page: search as you type, filters with counts, and the list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from casedesk.domain.views.families_list import (
    FILTERS,
    FamilyListPage,
    FamilyListRow,
)
from casedesk.domain.views.families_list import (
    Chip as ChipView,
)
from casedesk.ui.desk import Desk
from casedesk.ui.screens.families.legend import Legend
from casedesk.ui.screens.families.model import FamiliesModel
from casedesk.ui.screens.families.presenter import FamiliesPresenter
from casedesk.ui.screens.families.table import FamiliesTable
from casedesk.ui.screens.families.words import count_words, looking_at
from casedesk.ui.shell.hint_line import HintLine
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.chip import Chip
from casedesk.ui.widgets.empty_state import EmptyState
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.loading import LoadingRows
from casedesk.ui.widgets.search_field import SearchField
from casedesk.ui.widgets.spoken import say_aloud

MARGIN = 24
CORNER = 3
"""Rows end so far before the card does, whose corners are round."""
AS_HIGH_AS_THERE_IS = 16_777_215
SEARCHED_BY = "Name, reference, address or school"
LEGEND_ABOVE = 1000
MORE = "Only names were searched: type more letters to search addresses, schools and phones too."


class FamiliesScreen(QWidget):
    """Every family the worker may see, and one press to open one."""

    title = "Families"
    handles = frozenset({"search_list", "new_family"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self._presenter = FamiliesPresenter(desk, self)
        self._model = FamiliesModel(self)
        self._heading = Label("Families", "display")
        self._count = Label("", "body", "ink2")
        self.new = Button(theme, "New family", kind="primary", icon="plus")
        self.search = SearchField(theme, "Search families", SEARCHED_BY)
        self._chips = {name: Chip(theme, words) for name, words in FILTERS.items()}
        self._clear = Button(theme, "Clear", kind="quiet", icon="x", tall=32)
        self.table = FamiliesTable(theme, self._model)
        self._loading = LoadingRows(theme, "Opening the families…")
        self._empty = EmptyState(theme, "search", "No families yet")
        self._all = Button(theme, "Search all families", kind="secondary")
        self._near = Button(theme, "", kind="secondary", icon="search")
        self._more = HintLine(theme, MORE)
        self._found_for = ""
        self._entered = False
        self._empty.add_action(self._near)
        self._empty.add_action(self._all)
        self._legend = Legend(theme)
        self._stack = QStackedWidget()
        for page in (self.table, self._loading, self._empty):
            self._stack.addWidget(page)
        self._lay_out()
        self._connect()

    def show_for(
        self, search: str = "", filters: tuple[str, ...] = (), sort: str = "", **_: Any
    ) -> None:
        """Show the list, with `search` already typed, only these filters on, sorted by `sort`."""
        if filters:
            self._presenter.narrow(frozenset(filters) & FILTERS.keys(), sort or "name")
            self._empty_search()
        if search and search != self.search.text():
            self.search.setText(search)
        self._presenter.search(search or self.search.text().strip())
        self._presenter.refresh()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        """The stops of F6."""
        return [self.search, self.table]

    def on_action(self, action: str) -> None:
        """A shortcut of the table of shortcuts."""
        if action == "search_list":
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()
        elif action == "new_family":
            self._desk.navigate("new_family")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._heading)
        top.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBaseline)
        top.addStretch(1)
        top.addWidget(self.new)
        self._filters = FlowLayout()
        for chip in self._chips.values():
            self._filters.addWidget(chip)
        self._filters.addWidget(self._clear)
        self._searching = QHBoxLayout()
        self._searching.setSpacing(8)
        self._searching.addWidget(self.search, 1)
        self._finding = QHBoxLayout()
        self._finding.setSpacing(16)
        self._finding.addLayout(self._searching, 1)
        self._finding.addLayout(self._filters)
        self._card = card = QFrame()
        card.setProperty("card", "true")
        card.setAccessibleName("List of families")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, CORNER, 1, CORNER)
        inside.addWidget(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 16, MARGIN, 12)
        # Narrow, the filters go under the search: the row's width asks for nothing.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setSpacing(12)
        column.addLayout(top)
        column.addLayout(self._finding)
        column.addWidget(self._more)
        # All for the card, unless it ends with its rows.
        column.addWidget(card, 1000)
        column.addStretch(1)
        column.addWidget(self._legend)
        self._more.hide()
        self._stack.setCurrentWidget(self._loading)

    def _connect(self) -> None:
        presenter = self._presenter
        self.search.searched.connect(presenter.search)
        self.search.returnPressed.connect(self._on_enter)
        self.search.textEdited.connect(self._on_edited)
        for name, chip in self._chips.items():
            chip.clicked.connect(lambda _=False, one=name: presenter.toggle(one))
        self._clear.clicked.connect(self._on_clear)
        self._all.clicked.connect(presenter.search_all)
        self.new.clicked.connect(lambda: self.on_action("new_family"))
        self._near.clicked.connect(lambda: self.search.setText(self._near.property("name")))
        self.table.opened.connect(self._on_opened)
        self.table.sort_asked.connect(presenter.sort)
        self._model.wanted.connect(presenter.read_more)
        presenter.answered.connect(self._on_answered)
        presenter.rows_read.connect(self._on_rows_read)
        presenter.chips_read.connect(self._on_chips_read)
        presenter.near_found.connect(self._on_near_found)
        self._desk.changed.connect(self._on_changed)

    def _on_enter(self) -> None:
        """The first family found, or where there is none the name that is nearly the same."""
        self._entered = True
        if self._found_for == self.search.text().strip():
            self._enter()

    def _on_edited(self) -> None:
        self._entered = False

    def _enter(self) -> None:
        self._entered = False
        if self._stack.currentWidget() is self.table:
            self.table.open_chosen()
        elif self._stack.currentWidget() is self._empty and not self._near.isHidden():
            self._near.click()

    def _on_clear(self) -> None:
        self._empty_search()
        self._presenter.clear()

    def _empty_search(self) -> None:
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)

    def _on_opened(self, row: FamilyListRow) -> None:
        self._desk.navigate("family", family=row.ref)

    def _on_answered(self, page: FamilyListPage) -> None:
        question = self._presenter.question
        self._model.set_page(page)
        self.table.set_headings([short for _, short in page.headings])
        self.table.show_sort(question.sort, descending=question.descending)
        self._legend.set_min_criteria(page.min_criteria)
        self._count.setText(count_words(page, question.text))
        self.table.show_found(finding=bool(question.text))
        self._more.setVisible(page.more)
        self._fit_card()
        if question.text and question.text != self._found_for:
            say_aloud(self._count, self._count.text())
        self._found_for = question.text
        if page.matching:
            self._stack.setCurrentWidget(self.table)
            self.table.setCurrentIndex(self._model.index(0, 0))
        else:
            self._show_empty(question.text, bool(question.filters))
        if self._entered:
            self._enter()

    def _fit_card(self) -> None:
        """The card ends with its rows where they are few."""
        rows = self._model.rowCount()
        high = self.table.height_of(rows) + 2 * (CORNER + 1) if rows else AS_HIGH_AS_THERE_IS
        self._card.setMaximumHeight(min(high, AS_HIGH_AS_THERE_IS))

    def _show_empty(self, text: str, filtered: bool) -> None:
        self._near.hide()
        self._all.setVisible(filtered)
        if text:
            why, wider = "", "."
            if filtered:
                why = f"{looking_at(self._presenter.question.filters)} "
                wider = ", or search all families, including closed ones."
            sentence = f"{why}Check the spelling{wider}"
            self._empty.set_words("search", f"No families match “{text}”", sentence)
        elif filtered:
            looking = looking_at(self._presenter.question.filters)
            self._empty.set_words("search", "No families here", looking)
        else:
            self._empty.set_words(
                "users-round",
                "No families yet",
                "Press “New family” to enter the first one, or import a case workbook.",
            )
        self._stack.setCurrentWidget(self._empty)

    def _on_near_found(self, names: tuple[str, ...]) -> None:
        if names and self._stack.currentWidget() is self._empty:
            self._near.setText(f"Search for “{names[0]}”")
            self._near.setProperty("name", names[0])
            self._near.show()

    def _on_rows_read(self, offset: int, page: FamilyListPage) -> None:
        self._model.add_rows(offset, page.rows)

    def _on_chips_read(self, chips: tuple[ChipView, ...]) -> None:
        for chip in chips:
            self._chips[chip.id].setChecked(chip.chosen)
            self._chips[chip.id].set_count(chip.count)
        self._clear.setVisible(any(chip.chosen for chip in chips))

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds != {"Setting"}:
            self._presenter.refresh()

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint."""
        return QSize(600, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent: the filters go under the search when it is narrow."""
        super().resizeEvent(event)
        room = self.width() - 2 * MARGIN
        wide = self._filters.sizeHint().width() + self._desk.theme.px(320) + 16
        way = (
            QHBoxLayout.Direction.LeftToRight if room >= wide else QHBoxLayout.Direction.TopToBottom
        )
        self._finding.setDirection(way)
        beside = way is QHBoxLayout.Direction.LeftToRight
        self._finding.setAlignment(
            self._filters, Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag(0)
        )
        # Alone on a row of its own, it would cost a family.
        if beside and self._searching.indexOf(self._clear) >= 0:
            self._searching.removeWidget(self._clear)
            self._filters.addWidget(self._clear)
        elif not beside and self._filters.indexOf(self._clear) >= 0:
            self._filters.removeWidget(self._clear)
            self._searching.addWidget(self._clear)
        self._legend.setVisible(room >= self._desk.theme.px(LEGEND_ABOVE))
