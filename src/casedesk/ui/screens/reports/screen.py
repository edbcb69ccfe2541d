"""Reports: choose a family and make one, and see what was shared lately."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QVBoxLayout, QWidget

from casedesk.domain.dates import long_date
from casedesk.domain.views.reports_page import SharedLately
from casedesk.domain.views.today import SCOPES
from casedesk.ui.desk import Desk
from casedesk.ui.dialogs import Message
from casedesk.ui.forms.find_family import FindFamily
from casedesk.ui.screens.reports.model import state_of
from casedesk.ui.screens.reports.presenter import ReportsPresenter
from casedesk.ui.screens.reports.reviews_card import ReviewsCard
from casedesk.ui.screens.reports.shared_card import SharedCard
from casedesk.ui.shell.page_area import PageArea
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.label import Label

MARGIN = 24
SIDE_WIDE = 552
SIDE_SHARE = 0.5
"""The reviews take no more of the width than this: their words wrap."""
ONE_COLUMN_UNDER = 900
FOUND_ROWS = 4
MAKE = "Make a report"
SENTENCE = "Make a report for a meeting or a partner, and see what has left CaseDesk."


class ReportsScreen(QWidget):
    """The third place of the rail; it names families and nobody in them."""

    title = "Reports"
    handles = frozenset({"search_list", "report"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self._presenter = ReportsPresenter(desk, self)
        self.make = Button(theme, MAKE, kind="primary", icon="file-text", tall=40)
        self.make.setEnabled(False)
        who = "Who is it about?"
        self.finder = FindFamily(desk, who, who, closed_too=True, rows=FOUND_ROWS, beside=self.make)
        self.reviews = ReviewsCard(theme)
        self.shared = SharedCard(theme)
        self._lay_out()
        self._connect()

    def show_for(self, search: str = "", scope: str = "", **_: Any) -> None:
        """Show the page, with `search` already typed, and for one of `SCOPES` or as it was."""
        if scope in SCOPES:
            self._presenter.scope = scope
        if search:
            self.finder.field.setText(search)
        self.finder.look()
        self._presenter.read()
        self.finder.setFocus(Qt.FocusReason.OtherFocusReason)

    def whereabouts(self) -> dict[str, Any]:
        """What leads back to this page after a lock."""
        return {"scope": self._presenter.scope}

    def regions(self) -> list[QWidget]:
        """The stops of F6."""
        return [self.finder, self.reviews, self.shared.table]

    def on_action(self, action: str) -> None:
        """A shortcut of the table of shortcuts."""
        if action == "search_list":
            self.finder.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.finder.field.selectAll()
        elif action == "report":
            self.finder.take()

    def _lay_out(self) -> None:
        heading = QVBoxLayout()
        heading.setSpacing(2)
        heading.addWidget(Label("Reports", "display"))
        heading.addWidget(Label(SENTENCE, "body", "ink2"))
        choosing = QFrame()
        choosing.setProperty("card", "true")
        choosing.setAccessibleName(MAKE)
        inside = QVBoxLayout(choosing)
        inside.setContentsMargins(12, 8, 12, 11)
        inside.addWidget(self.finder)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(16)
        self._top.addWidget(choosing, 1)
        self._top.addWidget(self.reviews)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(MARGIN, 12, MARGIN, 16)
        column.setSpacing(16)
        column.addLayout(heading)
        column.addLayout(self._top)
        column.addWidget(self.shared, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        around.addWidget(PageArea(page))
        self._place()
        self._order_stops()

    def _connect(self) -> None:
        presenter, shared, reviews = self._presenter, self.shared, self.reviews
        self.finder.chosen.connect(self._make)
        self.finder.marked.connect(self._on_marked)
        self.make.clicked.connect(self.finder.take)
        reviews.chosen.connect(self._make)
        reviews.all_asked.connect(self._see_reviews)
        reviews.again_asked.connect(presenter.read)
        shared.opened.connect(self._on_opened)
        shared.scope_chosen.connect(presenter.choose)
        shared.wanted.connect(presenter.read_more)
        shared.again_asked.connect(presenter.read_log)
        presenter.reviews_read.connect(reviews.show_reviews)
        presenter.reviews_read.connect(self._order_stops)
        presenter.reviews_failed.connect(reviews.show_trouble)
        presenter.answered.connect(shared.show_page)
        presenter.rows_read.connect(shared.add_lines)
        presenter.failed.connect(shared.show_trouble)
        self._desk.changed.connect(self._on_changed)
        self._desk.theme.changed.connect(self._place)

    def _order_stops(self) -> None:
        """Tab goes as one reads: what is shown anew would else come last."""
        finder = self.finder
        first: list[QWidget] = [finder.field, self.make, finder.list]
        for before, after in pairwise([*first, *self.reviews.stops, *self.shared.stops]):
            self.setTabOrder(before, after)

    def _on_marked(self) -> None:
        family = self.finder.family
        self.make.setEnabled(bool(family))
        self.make.setAccessibleName(f"{MAKE} about {family}" if family else MAKE)

    def _make(self, ref: str) -> None:
        self._desk.navigate("report", family=ref)

    def _see_reviews(self) -> None:
        self._desk.navigate("families", filters=("mine", "open"), sort="next_review")

    def _on_opened(self, line: SharedLately) -> None:
        """The entry in its family's sharing log; what is in no family's log is told here."""
        if line.family_ref is not None:
            args = {"family": line.family_ref, "tab": "consent", "shared": line.id}
            self._desk.navigate("family", **args)
            return
        at = line.at.astimezone()
        when = f"{long_date(at.date())}, {at:%H:%M}"
        self._desk.dialogs.tell(
            Message(
                f"Shared with {line.recipient}",
                f"{line.family}. For: {line.purpose}. {line.how} on {when} by {line.by}. "
                f"{state_of(line).word}.",
            )
        )

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds != {"Setting"}:
            self._presenter.read()
            self.finder.look()

    def _place(self) -> None:
        """The reviews beside the choice of a family, or under it where the window is narrow."""
        px = self._desk.theme.px
        wide = self.width() >= px(ONE_COLUMN_UNDER)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._top.setDirection(way)
        side = min(px(SIDE_WIDE), int((self.width() - 2 * MARGIN) * SIDE_SHARE))
        self.reviews.setMinimumWidth(side if wide else 0)
        self.reviews.setMaximumWidth(side if wide else 16_777_215)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint."""
        return QSize(600, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._place()
