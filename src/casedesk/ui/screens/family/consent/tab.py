"""The consent and sharing tab: the matrix and the lists, and at the side what is behind a cell."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.views.consents_page import ConsentDetail, ConsentLine
from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.consent.cell_panel import CellPanel
from casedesk.ui.screens.family.consent.matrix_card import MatrixCard
from casedesk.ui.screens.family.consent.opening import open_form, open_of_cell
from casedesk.ui.screens.family.consent.presenter import ConsentPresenter, ConsentView
from casedesk.ui.screens.family.consent.restriction_banners import RestrictionBanners
from casedesk.ui.screens.family.consent.sharing_cards import DecisionsCard, LogCard
from casedesk.ui.screens.family.consent.side import WITHDRAW, ConsentSide
from casedesk.ui.screens.family.scrolling_page import MARGIN, ScrollingPage
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.drawer import Drawer

PANEL_WIDE = 320
ROOMY = 1020
"""From so many px on, the panel stands beside the matrix."""


class ConsentTab(QWidget):
    """`show_family(ref, person=id, recipient=id)` chooses a cell; `criterion` asks for consent to
    what that criterion is about, `form` opens a form of `side`, `shared` an entry of the log."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self._shown = ""
        self._wanted: tuple[str, str] | None = None
        self._opens = False
        self._form: dict[str, str] = {}
        self._wanted_of_cell = ""
        self._view: ConsentView | None = None
        self.presenter = ConsentPresenter(desk, self)
        self.trouble = Banner(theme, "bad", "We could not read the records", link="Try again")
        self.trouble.hide()
        self.restrictions = RestrictionBanners(theme)
        self.card = MatrixCard(theme)
        self.decisions = DecisionsCard(theme)
        self.log = LogCard(theme)
        self.panel: CellPanel | None = None
        self.panel_trouble = Banner(theme, "bad", "We could not read this consent")
        self.panel_trouble.hide()
        self._lay_out()
        self.cell_drawer = Drawer(theme, self)
        self.side = ConsentSide(desk, self.presenter, self)
        self._connect()
        self._inside.hide()
        self._beside.hide()

    @property
    def is_roomy(self) -> bool:
        """Whether the panel stands beside the matrix."""
        return self.width() >= self._desk.theme.px(ROOMY)

    def show_family(self, ref: str, person: str = "", recipient: str = "", **args: Any) -> None:
        """Show a family; what was shown of the one before goes at once."""
        if ref != self._shown:
            self._inside.hide()
            self._beside.hide()
            self.side.close()
            self.cell_drawer.close_drawer()
            self.card.forget()
            self.decisions.fold()
            self.log.fold()
            self._area.to_top()
            self._view = None
        self._shown = ref
        if person or recipient:
            self._wanted = (person, recipient)
        if any(args.get(one) for one in ("form", "criterion", "shared")):
            self._form = {"person": person, "recipient": recipient, **args}
        self.presenter.read(ref)

    def regions(self) -> list[QWidget]:
        """The stops of F6."""
        for drawer in (self.side.drawer, self.cell_drawer):
            if drawer.is_open:
                return [drawer]
        return [self._inside, self._beside] if self._beside.isVisible() else [self._inside]

    def _lay_out(self) -> None:
        self._area = ScrollingPage(top=12)
        self._inside = self._area.page
        inside = self._area.body
        inside.setSpacing(16)
        for part in (self.trouble, self.restrictions, self.card, self.decisions, self.log):
            inside.addWidget(part)
        inside.addStretch(1)
        self._beside = QFrame()
        self._beside.setProperty("card", "true")
        self._beside.setAccessibleName("The consent that is chosen")
        self._place = QVBoxLayout(self._beside)
        self._place.setContentsMargins(15, 15, 15, 15)
        self._place.addWidget(self.panel_trouble)
        self._right = column = QVBoxLayout()
        column.addWidget(self._beside)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._area, 1)
        row.addLayout(column)

    def _connect(self) -> None:
        presenter, side, card = self.presenter, self.side, self.card
        presenter.answered.connect(self._on_answered)
        presenter.failed.connect(self._on_failed)
        presenter.detailed.connect(self._on_detailed)
        presenter.detail_failed.connect(self._on_detail_failed)
        self.trouble.followed.connect(lambda: presenter.read(self._shown))
        card.purpose_chosen.connect(presenter.look_for)
        card.cell_chosen.connect(presenter.detail)
        card.cell_opened.connect(self._on_opened)
        card.record_asked.connect(self._on_record)
        card.restrict_asked.connect(self._on_restrict)
        self.restrictions.lift_asked.connect(side.lift)
        self.restrictions.end_asked.connect(side.end_objection_of)
        self.decisions.record_asked.connect(self._on_decide)
        self.decisions.opened.connect(side.show_decision)
        self.log.opened.connect(side.show_shared)
        self._desk.theme.changed.connect(self._make_room)

    def _on_answered(self, view: ConsentView) -> None:
        self.trouble.hide()
        is_first = self._view is None
        self._view = view
        self.restrictions.show_lines(view.restrictions)
        self.card.show_page(view.page)
        self.decisions.show_lines(view.decisions)
        self.log.show_lines(view.log)
        self._inside.show()
        if self._wanted is not None or is_first:
            wanted, self._wanted = self._wanted or ("", ""), None
            self.card.choose(*wanted)
        self._make_room()
        wanted_form, self._form = self._form, {}
        if wanted_form:
            self._wanted_of_cell = open_form(self.side, view, wanted_form, self.card.cell)

    def _on_restrict(self) -> None:
        cell = self.card.cell
        if self._view is not None:
            self.side.restrict(self._view.page, cell[0] if cell is not None else "")

    def _on_failed(self, sentence: str) -> None:
        self.trouble.set_words("bad", "We could not read the records", sentence, link="Try again")
        self.trouble.show()
        self._inside.show()

    def _on_detailed(self, detail: ConsentDetail) -> None:
        if self._view is None or self.card.cell != (detail.person_id, detail.recipient):
            return
        had_focus = self.panel is not None and self.panel.isAncestorOf(self.focusWidget() or self)
        panel = CellPanel(self._desk.theme, detail, self.card.heading_of(detail.recipient))
        side, page = self.side, self._view.page
        panel.record_asked.connect(lambda one: side.record(page, one.person_id, one.recipient))
        panel.renew_asked.connect(lambda one: side.renew(page, one))
        panel.informed_asked.connect(side.informed)
        panel.objection_asked.connect(side.objection)
        panel.end_objection_asked.connect(side.end_objection)
        panel.withdraw_asked.connect(self._on_withdraw)
        panel.error_asked.connect(side.mark_in_error)
        self.panel_trouble.hide()
        self._put_away_panel()
        self.panel = panel
        if self.is_roomy:
            self._place.addWidget(panel, 1)
        elif self.cell_drawer.is_open or self._opens:
            self._open_cell(panel)
        else:
            panel.setParent(self)
            panel.hide()
        self._opens = False
        self._make_room()
        form, self._wanted_of_cell = self._wanted_of_cell, ""
        if form == WITHDRAW:
            standing = next((one for one in detail.history if one.can_withdraw), None)
            if standing is not None:
                self._on_withdraw(standing)
        elif form:
            open_of_cell(side, page, form, detail)
        if had_focus and self.is_roomy:
            self.enter_panel()

    def _open_cell(self, panel: CellPanel) -> None:
        """In the drawer, whose title says whose consent it is."""
        panel.heading.hide()
        self.cell_drawer.slide_in(panel.title, panel)

    def _on_detail_failed(self, sentence: str) -> None:
        self._put_away_panel()
        self.panel_trouble.set_words("bad", "We could not read this consent", sentence)
        self.panel_trouble.show()

    def _put_away_panel(self) -> None:
        panel, self.panel = self.panel, None
        if panel is not None:
            if self.cell_drawer.isAncestorOf(panel):
                self.cell_drawer.take_content()
            panel.hide()
            panel.setParent(self)
            panel.deleteLater()

    def _on_opened(self, by_key: bool) -> None:
        """Enter or a click on a cell: beside the matrix only Enter goes into the panel."""
        if self.is_roomy:
            if by_key:
                self.enter_panel()
        elif self.panel is not None and self.card.cell == self._cell_of(self.panel):
            self._open_cell(self.panel)
        else:
            self._opens = True

    def enter_panel(self) -> None:
        """The first button of the panel takes the focus."""
        if self.panel is not None and self.panel.buttons:
            self.panel.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _cell_of(self, panel: CellPanel) -> tuple[str, str]:
        return panel.detail.person_id, panel.detail.recipient

    def _on_record(self) -> None:
        cell = self.card.cell
        if self._view is not None and cell is not None:
            self.side.record(self._view.page, *cell)

    def _on_decide(self) -> None:
        if self._view is not None:
            self.side.decide(self._view.page)

    def _on_withdraw(self, line: ConsentLine) -> None:
        if self.panel is not None:
            detail = self.panel.detail
            self.side.withdraw(detail.person, self.card.heading_of(detail.recipient), line)

    def _make_room(self) -> None:
        """Narrow, the panel comes in at the side when a cell is opened."""
        roomy = self.is_roomy
        self._beside.setFixedWidth(self._desk.theme.px(PANEL_WIDE))
        has_people = self._view is not None and bool(self._view.page.people)
        self._beside.setVisible(roomy and has_people)
        self._right.setContentsMargins(0, 12, MARGIN if roomy and has_people else 0, 16)
        panel = self.panel
        if panel is None:
            return
        if roomy and not self._beside.isAncestorOf(panel):
            if self.cell_drawer.isAncestorOf(panel):
                self.cell_drawer.take_content()
                self.cell_drawer.close_drawer()
            self._place.addWidget(panel, 1)
            panel.heading.show()
            panel.show()
        elif not roomy and self._beside.isAncestorOf(panel):
            self._place.removeWidget(panel)
            panel.setParent(self)
            panel.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._make_room()
