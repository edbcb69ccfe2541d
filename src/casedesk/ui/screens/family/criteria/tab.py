"""The criteria tab: how they stand, a card for each, and a panel for what is done with one."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.dates import long_date
from casedesk.domain.views.criteria_page import CriteriaPage, CriterionCard, PackColumn
from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.criteria.cards import Cards
from casedesk.ui.screens.family.criteria.packs_view import PacksView
from casedesk.ui.screens.family.criteria.panel import CriterionPanel
from casedesk.ui.screens.family.criteria.presenter import CriteriaPresenter
from casedesk.ui.screens.family.criteria.strip_legend import StripLegend
from casedesk.ui.screens.family.criteria.summary import SummaryBar
from casedesk.ui.screens.family.scrolling_page import ScrollingPage
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.loading import AFTER_MS


class CriteriaTab(QWidget):
    """`show_family(ref, criterion=id)` brings a criterion into view; `form` opens one of
    `panel.FORMS` for it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self._wanted = self._wanted_form = ""
        self._shown = ""
        self._home_programme = ""
        self._page: CriteriaPage | None = None
        self.presenter = CriteriaPresenter(desk, self)
        self.summary = SummaryBar(theme, lambda: desk.session.today)
        self.trouble = Banner(theme, "bad", "We could not read the records", link="Try again")
        self.past = Banner(theme, "info", "", link="Go back to today")
        self.other = Banner(theme, "info", "", link="Go back to the family's own")
        for banner in (self.trouble, self.past, self.other):
            banner.hide()
        self.legend = StripLegend(theme)
        self._checking = Label("Checking records…", "small", "ink2")
        self._checking.hide()
        self._own = Label("CaseDesk suggests from the records. You decide.", "small", "ink2")
        self.cards = Cards(theme)
        self.packs = PacksView(theme)
        self.back = Button(theme, "Back to the cards", icon="arrow-left", tall=32)
        self._notes = FlowingText(theme, "", "small", "ink2")
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(AFTER_MS)
        self._wait.timeout.connect(self._checking.show)
        self._lay_out()
        self.panel = CriterionPanel(desk, self.presenter, self)
        self._connect()

    def show_family(self, ref: str, criterion: str = "", form: str = "", **_: Any) -> None:
        """Show a family; the cards of the one before go at once."""
        if ref != self._shown:
            self._inside.hide()
            self.panel.close()
            self._show_cards()
            self._area.to_top()
        self._shown = ref
        self._wanted = criterion or self._wanted
        self._wanted_form = form or self._wanted_form
        self.presenter.read(ref)
        if self.is_comparing:
            self.presenter.compare()

    @property
    def is_comparing(self) -> bool:
        """Whether the programmes stand side by side instead of the cards."""
        return not self._compared.isHidden()

    def regions(self) -> list[QWidget]:
        """The stops of F6."""
        return [self.panel.drawer] if self.panel.drawer.is_open else [self._inside]

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.legend, 1)
        line.addWidget(self._checking)
        line.addWidget(self._own)
        self._compared = QWidget()
        compared = QVBoxLayout(self._compared)
        compared.setContentsMargins(0, 0, 0, 0)
        compared.setSpacing(8)
        compared.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        compared.addWidget(self.packs)
        compared.addStretch(1)
        self._area = ScrollingPage(top=12)
        self._inside = self._area.page
        inside = self._area.body
        inside.setSpacing(12)
        for part in (self.summary, self.trouble, self.past, self.other):
            inside.addWidget(part)
        inside.addLayout(line)
        inside.addWidget(self.cards)
        inside.addWidget(self._compared)
        inside.addWidget(self._notes)
        inside.addStretch(1)
        self._compared.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self._inside.hide()

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.asked.connect(self._wait.start)
        presenter.answered.connect(self._on_answered)
        presenter.compared.connect(self._on_compared)
        presenter.failed.connect(self._on_failed)
        self.summary.day_chosen.connect(self._on_day)
        self.summary.compare_asked.connect(presenter.compare)
        self.trouble.followed.connect(lambda: presenter.read(self._shown))
        self.past.followed.connect(lambda: presenter.as_at(None))
        self.other.followed.connect(lambda: presenter.under(None))
        self.back.clicked.connect(self._show_cards)
        self.packs.chosen.connect(self._on_pack)
        cards = self.cards
        cards.confirmed.connect(presenter.confirm)
        cards.disagree_asked.connect(partial(self.panel.decide, disagrees=True))
        cards.change_asked.connect(partial(self.panel.decide, disagrees=False))
        cards.nothing_found.connect(presenter.nothing_found)
        cards.record_asked.connect(self.panel.record)
        cards.details_asked.connect(self.panel.details)
        cards.consent_asked.connect(self._on_consent)

    def _on_day(self, day: object) -> None:
        self.presenter.as_at(day)  # type: ignore[arg-type]
        if self.is_comparing:
            self.presenter.compare()

    def _on_pack(self, programme: str) -> None:
        self._show_cards()
        self.presenter.under(programme)

    def _show_cards(self) -> None:
        self._compared.hide()
        self.cards.show()
        self._make_room()

    def _on_answered(self, page: CriteriaPage) -> None:
        self._settle()
        self.trouble.hide()
        self._page = page
        if self.presenter.programme is None:
            self._home_programme = page.programme
        self.summary.show_page(page)
        self.cards.show_cards(page.cards, decides=self.presenter.is_today)
        self._show_where(page)
        self._notes.set_text("\n".join(page.notes))
        self._notes.setVisible(bool(page.notes))
        self._inside.show()
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            self.cards.make_all()
            QTimer.singleShot(0, self, partial(self._bring_in, wanted))

    def _show_where(self, page: CriteriaPage) -> None:
        """Say when these are not today's cards, or not of the family's own programme."""
        today = self._desk.session.today
        ahead = page.as_at > today
        self.past.setVisible(not self.presenter.is_today)
        said = "This is how it would stand" if ahead else "This is how it stood"
        self.past.set_words(
            "info",
            f"{said} on {long_date(page.as_at)}.",
            "Decisions and records are made as at today.",
            link="Go back to today",
        )
        is_own = self.presenter.programme is None or page.programme == self._home_programme
        self.other.setVisible(not is_own)
        self.other.set_words(
            "info", "You are looking under another programme.", page.programme_title,
            link="Go back to the family's own",
        )  # fmt: skip
        self._make_room()

    def _on_compared(self, columns: tuple[PackColumn, ...]) -> None:
        self._settle()
        self.packs.show_columns(columns, self._page.programme if self._page is not None else "")
        self.cards.hide()
        self._compared.show()
        self._make_room()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, sentence: str) -> None:
        self._settle()
        kept = ""
        if self._page is not None and self._page.family_ref == self._shown:
            kept = f" What you see was read as at {long_date(self._page.as_at)}."
        self.trouble.set_words(
            "bad", "We could not read the records", sentence + kept, link="Try again"
        )
        self.trouble.show()
        self._inside.show()

    def _settle(self) -> None:
        self._wait.stop()
        self._checking.hide()

    def _on_consent(self, card: CriterionCard) -> None:
        self._desk.navigate("family", family=self._shown, tab="consent", criterion=card.id)

    def _bring_in(self, criterion: str) -> None:
        card = self.cards.of(criterion)
        if card is not None:
            self._area.ensureWidgetVisible(card, 0, 24)
            card.strip.setFocus(Qt.FocusReason.OtherFocusReason)
            form, self._wanted_form = self._wanted_form, ""
            self.panel.open_named(card.card, form)

    def _make_room(self) -> None:
        """Narrow, the line above the cards says less."""
        px = self._desk.theme.px
        has_note = self._page is not None and bool(self._page.meets_note)
        self._own.setVisible(has_note and self.width() >= px(1000))
        self.legend.setVisible(self.width() >= px(620) and not self.is_comparing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._make_room()
