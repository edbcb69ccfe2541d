"""The people tab: everybody in the family as cards, and how they are related."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from casedesk.domain.views.people_page import PeoplePage, RelationshipLine
from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.around.section import FORMS, AroundSection
from casedesk.ui.screens.family.people.panel import PeoplePanel
from casedesk.ui.screens.family.people.parts import PeopleParts
from casedesk.ui.screens.family.people.people_grid import PeopleGrid
from casedesk.ui.screens.family.people.presenter import PeoplePresenter
from casedesk.ui.screens.family.people.relationships_card import RelationshipsCard
from casedesk.ui.screens.family.scrolling_page import ScrollingPage
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.empty_state import EmptyState
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.loading import LoadingRows

BESIDE_FROM = 1040
"""At 100% text: so wide for the relationships beside the people."""
_SIDE = 340


class PeopleTab(QWidget):
    """`show_family(ref, person=id)` brings a person into view, `part="around"` shows who works
    with the family; `form` opens a form of `panel` or of the people around."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme = desk.theme
        self._shown = self._wanted = ""
        self._form: dict[str, str] = {}
        self.page: PeoplePage | None = None
        self.presenter = PeoplePresenter(desk, self)
        self.trouble = Banner(theme, "bad", "We could not read the people", link="Try again")
        self.trouble.hide()
        self.count = Label("", "heading")
        self.add = Button(theme, "Add person", icon="user-round-plus")
        self.grid = PeopleGrid(theme)
        self.relationships = RelationshipsCard(theme)
        self._first = Button(theme, "Add the first person", icon="user-round-plus")
        self._none = EmptyState(
            theme,
            "users-round",
            "Nobody is in this family yet",
            "Everything else is recorded about the people in it.",
            [self._first],
        )
        self._loading = LoadingRows(theme, "Reading the people…")
        self.around = AroundSection(desk, self)
        self._lay_out()
        self.panel = PeoplePanel(desk, self.presenter, self)
        self.presenter.answered.connect(self._on_answered)
        self.presenter.failed.connect(self._on_failed)
        self.trouble.followed.connect(lambda: self.presenter.read(self._shown))
        self.add.clicked.connect(self.panel.add_person)
        self._first.clicked.connect(self.panel.add_person)
        self.grid.details_asked.connect(self.panel.edit_person)
        self.grid.place_asked.connect(self.panel.edit_place)
        self.grid.family_asked.connect(self._to_family)
        self.relationships.add_asked.connect(self._add_relationship)
        self.relationships.change_asked.connect(self._edit_relationship)
        self.around.presenter.answered.connect(self._show_safe)
        theme.changed.connect(self._make_room)

    def show_family(self, ref: str, person: str = "", **args: Any) -> None:
        """Show a family; the people of the one before go at once."""
        if ref != self._shown:
            self.panel.close()
            self._inside.hide()
            self._none.hide()
            self._loading.show()
            self._area.to_top()
            self._parts.show_around(shown=False)
        self._shown = ref
        self._wanted = person or self._wanted
        if args.get("part") or args.get("form") in FORMS:
            self._parts.show_around(shown=True)
        if args.get("form") in FORMS:
            self.around.open_named(args["form"], args.get("record", ""))
        elif args.get("form"):
            self._form = args
        self.presenter.read(ref)
        self.around.show_family(ref)

    def regions(self) -> list[QWidget]:
        """The stops of F6."""
        for drawer in (self.panel.drawer, self.around.panel.drawer):
            if drawer.is_open:
                return [drawer]
        return [self._area.page]

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.add)
        people = QVBoxLayout()
        people.addWidget(self.grid)
        people.addStretch(1)
        side = QVBoxLayout()
        side.addWidget(self.relationships)
        side.addStretch(1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(16)
        self._both.addLayout(people, 1)
        self._both.addLayout(side)
        self.relationships.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addLayout(head)
        inside.addLayout(self._both)
        self._area = ScrollingPage(top=12)
        self._parts = PeopleParts(self._theme, self.around)
        for part in (self.trouble, self._loading, self._inside, self._none):
            self._parts.family.addWidget(part)
        self._area.body.addWidget(self._parts)
        self._area.body.addStretch(1)
        self._inside.hide()
        self._none.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)

    def _on_answered(self, page: PeoplePage) -> None:
        self.trouble.hide()
        self._loading.hide()
        self.page = page
        now = sum(one.member_now for one in page.people)
        before = len(page.people) - now
        words = "1 person" if now == 1 else f"{now} people"
        self.count.setText(f"{words}, and {before} who left or died" if before else words)
        self.grid.show_people(page.people)
        self._parts.count_family(now)
        self._show_safe()
        self.relationships.show_page(page)
        side = [self.relationships.add, *self.relationships.buttons.values()]
        for stop, after in pairwise([self.add, *self.grid.stops(), *side]):
            QWidget.setTabOrder(stop, after)
        self._inside.setVisible(bool(page.people))
        self._none.setVisible(not page.people)
        wanted_form, self._form = self._form, {}
        self.panel.open_named(page, wanted_form)
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            QTimer.singleShot(0, self, partial(self._bring_in, wanted))

    def _on_failed(self, sentence: str) -> None:
        self._loading.hide()
        self.trouble.set_words("bad", "We could not read the people", sentence, link="Try again")
        self.trouble.show()

    def _show_safe(self, *_: object) -> None:
        """How it is safe to reach somebody stands on their card."""
        page = self.around.page
        lines = page.safe_contacts if page is not None else ()
        said = {one.person_id: one.instruction for one in lines}
        for card in self.grid.cards:
            card.show_safe(said.get(card.card.person.id, ""))

    def _add_relationship(self) -> None:
        if self.page is not None:
            self.panel.add_relationship(self.page)

    def _edit_relationship(self, line: RelationshipLine) -> None:
        if self.page is not None:
            self.panel.edit_relationship(self.page, line)

    def _to_family(self, ref: str) -> None:
        self._desk.navigate("family", family=ref)

    def _bring_in(self, person_id: str) -> None:
        card = self.grid.of(person_id)
        if card is not None:
            self._area.ensureWidgetVisible(card, 0, 24)
            button = card.edit if card.edit.isVisible() else card.reveal
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_room(self) -> None:
        px = self._theme.px
        beside = self.width() >= px(BESIDE_FROM)
        way = QBoxLayout.Direction
        self._both.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self.relationships.setMinimumWidth(px(_SIDE) if beside else 0)
        self.relationships.setMaximumWidth(px(_SIDE) if beside else 16_777_215)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._make_room()
