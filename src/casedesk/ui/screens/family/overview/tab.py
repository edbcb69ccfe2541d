"""The overview: the household, the criteria, what is next, and the latest notes."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from casedesk.domain.errors import KnownError
from casedesk.domain.views.family_page import Overview
from casedesk.ui.desk import Desk
from casedesk.ui.forms.form_end import FormEnd
from casedesk.ui.forms.form_place import place_in_family
from casedesk.ui.screens.family.overview.action_form import ActionForm
from casedesk.ui.screens.family.overview.actions_card import ActionsCard
from casedesk.ui.screens.family.overview.criteria_card import CriteriaSummary
from casedesk.ui.screens.family.overview.household_card import HouseholdCard
from casedesk.ui.screens.family.overview.notes_card import NotesCard
from casedesk.ui.screens.family.overview.presenter import OverviewPresenter
from casedesk.ui.screens.family.scrolling_page import ScrollingPage
from casedesk.ui.widgets.banner import Banner

ACTION = "action"
"""What the form is called in `show_family(ref, form=…)`."""
GAP = 16
HOUSEHOLD = 476
ACTIONS = 316
THREE_FROM = 1220
TWO_FROM = 880
"""At 100% text: so wide for three cards side by side, and for two."""
_ANY_WIDTH = 16_777_215


class OverviewTab(QWidget):
    """The first tab of a family."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self._columns = 0
        self._shown = ""
        self.presenter = OverviewPresenter(desk, self)
        self.household = HouseholdCard(theme)
        self.criteria = CriteriaSummary(theme)
        self.actions_card = ActionsCard(theme, lambda: desk.session.today)
        self.notes = NotesCard(theme)
        self.trouble = Banner(theme, "bad", "We could not read this family", link="Try again")
        self.trouble.hide()
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._area = ScrollingPage(top=GAP)
        self._page = self._area.page
        self._area.body.setSpacing(GAP)
        self._area.body.addWidget(self.trouble)
        self._area.body.addLayout(self._grid)
        self._area.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self._page.hide()
        self._place()
        self._connect()

    def show_family(self, ref: str, form: str = "", **_: Any) -> None:
        """Show a family; the page of the one before goes at once."""
        if ref != self._shown:
            self._page.hide()
            self._area.to_top()
            self.actions_card.start_anew()
        self._shown = ref
        self.presenter.read(ref)
        if form == ACTION:
            self._on_add_asked()

    def regions(self) -> list[QWidget]:
        """The stops of F6."""
        return [self._page]

    def _connect(self) -> None:
        self.presenter.answered.connect(self._on_answered)
        self.presenter.failed.connect(self._on_failed)
        self.trouble.followed.connect(lambda: self.presenter.read(self._shown))
        self.household.edit_asked.connect(lambda: self._turn_to("people"))
        self.household.person_chosen.connect(lambda one: self._turn_to("people", person=one))
        self.criteria.opened.connect(lambda one: self._turn_to("criteria", criterion=one))
        self.actions_card.finished.connect(self.presenter.finish)
        self.actions_card.add_asked.connect(self._on_add_asked)
        self.notes.all_asked.connect(lambda: self._turn_to("visits"))
        self._desk.theme.changed.connect(self._place)

    def _turn_to(self, tab: str, **args: str) -> None:
        self._desk.navigate("family", family=self._shown, tab=tab, **args)

    def _on_answered(self, view: Overview) -> None:
        self.trouble.hide()
        for card in (self.household, self.criteria, self.actions_card, self.notes):
            card.show_overview(view)
        for part in (self.household, self.criteria, self.actions_card, self.notes):
            part.show()
        self._page.show()

    def _on_failed(self, sentence: str) -> None:
        self.trouble.set_words("bad", "We could not read this family", sentence, link="Try again")
        self.trouble.show()
        for part in (self.household, self.criteria, self.actions_card, self.notes):
            part.setVisible(self._page.isVisible())
        self._page.show()

    def _on_add_asked(self) -> None:
        session, dialogs = self._desk.session, self._desk.dialogs
        form = ActionForm(self._desk.theme, session.worker, lambda: session.today)
        place = place_in_family(self._shown, "overview", ACTION, "", "Add an action")
        form.keep_drafts(self._desk, place)

        def agreed() -> bool:
            form.set_busy(True)
            try:
                self.presenter.add(form.entry(), FormEnd(form, dialogs.close_form))
            except KnownError as error:
                form.refuse(error)
            return False  # It closes once it is saved.

        dialogs.form("Add an action", form, "Add action", "Cancel", agreed, form.give_up)

    def _place(self) -> None:
        """Three cards side by side, two, or one, as the window and the text size allow."""
        px, wide = self._desk.theme.px, self.width()
        columns = 3 if wide >= px(THREE_FROM) else 2 if wide >= px(TWO_FROM) else 1
        _set_width(self.household, px(HOUSEHOLD) if columns > 1 else None)
        under = px(ACTIONS if columns == 3 else HOUSEHOLD)
        _set_width(self.actions_card, under if columns > 1 else None)
        if columns == self._columns:
            return
        self._columns = columns
        cards: tuple[QWidget, ...] = (self.household, self.criteria, self.actions_card, self.notes)
        for card in cards:
            self._grid.removeWidget(card)
        places = {
            3: ((0, 0, 1), (0, 1, 1), (0, 2, 1), (1, 0, 3)),
            2: ((0, 0, 1), (0, 1, 1), (1, 0, 1), (1, 1, 1)),
            1: ((0, 0, 1), (1, 0, 1), (2, 0, 1), (3, 0, 1)),
        }[columns]
        for card, (row, column, span) in zip(cards, places, strict=True):
            self._grid.addWidget(card, row, column, 1, span)
        for column in range(3):
            stretches = column == (1 if columns > 1 else 0)
            self._grid.setColumnStretch(column, 1 if stretches else 0)
        self.notes.set_upright(columns < 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._place()


def _set_width(card: QWidget, width: int | None) -> None:
    """So wide, or as wide as there is room."""
    card.setMinimumWidth(width or 0)
    card.setMaximumWidth(width or _ANY_WIDTH)
