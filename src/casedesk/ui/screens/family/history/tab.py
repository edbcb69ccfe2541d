"""The history tab: everything that was done to a family's records, newest first."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from casedesk.domain.views.history import HistoryLine, HistoryPage
from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.history.change_words import what_words
from casedesk.ui.screens.family.history.details import HistoryDetails
from casedesk.ui.screens.family.history.model import HistoryModel
from casedesk.ui.screens.family.history.presenter import HistoryPresenter
from casedesk.ui.screens.family.history.table import HistoryTable
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.drawer import Drawer
from casedesk.ui.widgets.elided_label import ElidedLabel
from casedesk.ui.widgets.empty_state import EmptyState
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.loading import LoadingRows

WIDE = 480


class HistoryTab(QWidget):
    """A row opens a panel with every field from → to, and Restore."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme = desk.theme
        self._shown = ""
        self.presenter = HistoryPresenter(desk, self)
        self.model = HistoryModel(theme)
        self.table = HistoryTable(theme, self.model)
        self.count = Label("", "heading")
        self._about = ElidedLabel(
            "Newest first. Open a change to see it whole, or to restore what stood before.",
            "small",
            "ink2",
        )
        self.trouble = Banner(theme, "bad", "We could not read the history", link="Try again")
        self.trouble.hide()
        self._stack = QStackedWidget()
        self._loading = LoadingRows(theme, "Reading the history…")
        self._none = EmptyState(
            theme, "history", "No changes yet", "What is added or changed is listed here."
        )
        card = Card(theme, padding=8)
        card.setAccessibleName("History")
        card.body.addWidget(self.table)
        for part in (self._loading, card, self._none):
            self._stack.addWidget(part)
        self._card = card
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.count)
        head.addWidget(self._about, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.trouble)
        column.addWidget(self._stack, 1)
        self.drawer = Drawer(theme, self, width=WIDE)
        self.details: HistoryDetails | None = None
        self.presenter.answered.connect(self._on_answered)
        self.presenter.added.connect(self._on_added)
        self.presenter.failed.connect(self._on_failed)
        self.table.opened.connect(self._open)
        self.table.more_asked.connect(self.presenter.more)
        self.trouble.followed.connect(lambda: self.presenter.read(self._shown))

    def show_family(self, ref: str, **_: Any) -> None:
        """Show a family; the entries of the one before go at once."""
        if ref != self._shown:
            self.drawer.close_drawer()
            self.model.show_lines(())
            self.count.setText("")
            self._stack.setCurrentWidget(self._loading)
        self._shown = ref
        self.presenter.read(ref)

    def regions(self) -> list[QWidget]:
        """The stops of F6."""
        return [self.drawer] if self.drawer.is_open else [self.table]

    def _on_answered(self, page: HistoryPage) -> None:
        self.trouble.hide()
        current = self.table.currentIndex()
        lines = self.model.lines
        stood = lines[current.row()] if 0 <= current.row() < len(lines) else None
        top = self.table.verticalScrollBar().value()
        self.model.show_lines(page.lines)
        self._say_count(page)
        self._stack.setCurrentWidget(self._card if page.total else self._none)
        if page.lines:
            self.table.stand_on(_place_of(stood, page.lines))
            self.table.verticalScrollBar().setValue(top)

    def _on_added(self, page: HistoryPage) -> None:
        self.model.add_lines(page.lines)
        self._say_count(page)

    def _on_failed(self, sentence: str) -> None:
        self.trouble.set_words("bad", "We could not read the history", sentence, link="Try again")
        self.trouble.show()

    def _say_count(self, page: HistoryPage) -> None:
        words = "1 change" if page.total == 1 else f"{page.total:,} changes"
        self.count.setText(words)
        self.table.setAccessibleName(f"History of this family: {words}, newest first")

    def _open(self, line: HistoryLine) -> None:
        details = HistoryDetails(self._theme, line)
        details.restore_asked.connect(partial(self._restore, details))
        self.details = details
        self.drawer.slide_in(what_words(line), details)

    def _restore(self, details: HistoryDetails, field: str) -> None:
        details.set_busy(True)
        self.presenter.restore(
            details.line, field or None, partial(self._done, details), details.refuse
        )

    def _done(self, details: HistoryDetails) -> None:
        if self.details is details:
            self.drawer.close_drawer()


def _place_of(line: HistoryLine | None, lines: tuple[HistoryLine, ...]) -> int:
    """Where an entry is now; the first when it is not there."""
    if line is None:
        return 0
    mark = (line.device, line.sequence)
    places = (at for at, one in enumerate(lines) if (one.device, one.sequence) == mark)
    return next(places, 0)
