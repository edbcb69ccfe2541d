"""Planning a visit: the family, the form, and what else is on that day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from casedesk.domain.errors import KnownError
from casedesk.domain.records import PlannedVisit
from casedesk.domain.views.diary import DayPlan, VisitChoices, VisitLine
from casedesk.domain.views.saved import Saved
from casedesk.services.drafts import DraftKey
from casedesk.ui.desk import Desk
from casedesk.ui.forms.find_family import FindFamily
from casedesk.ui.forms.form_place import FormPlace
from casedesk.ui.screens.plan_visit.day_card import DayCard
from casedesk.ui.screens.plan_visit.form import PlanForm
from casedesk.ui.screens.plan_visit.presenter import PlanPresenter
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import CARE, StateLook

MARGIN = 24
FORM_WIDE = 720
SIDE_WIDE = 360
ONE_COLUMN_UNDER = 1000
PAGE = "plan_visit"


class PlanVisitScreen(QWidget):
    """A visit to a family: planned anew, or changed. Without a family, it asks for one."""

    title = "Plan a visit"
    handles = frozenset({"save_now"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self.crumbs: list[tuple[str, str, dict[str, Any]]] = [("Today", "today", {})]
        self._presenter = PlanPresenter(desk, self)
        self._ref = ""
        self._visit_id = ""
        self._on: date | None = None
        self._back: tuple[str, Mapping[str, Any]] = ("today", {})
        self.form: PlanForm | None = None
        self._heading = Label("Plan a visit", "display")
        self._alert = StateBadge(theme, StateLook(CARE.glyph, "", CARE.tone))
        self._alert.hide()
        self.finder = FindFamily(desk, "Which family will you visit?", "Family to visit")
        self.day = DayCard(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.finder)
        self._lay_out()
        presenter = self._presenter
        self.finder.chosen.connect(self._on_family)
        presenter.opened.connect(self._on_opened)
        presenter.refused.connect(self._on_refused)
        presenter.day_read.connect(self._on_day)
        desk.theme.changed.connect(self._place)

    def show_for(
        self, family: str = "", planned: str = "", on: str = "", back: str = "", **_: Any
    ) -> None:
        """Plan a visit to `family` (a reference) or change the visit `planned` (its id).

        `on` is a day to begin with, as ISO text; `back` is the page to go to when it is saved:
        today, week or family.
        """
        same = family == self._ref and planned == self._visit_id and self.form is not None
        self._on = _day(on)
        self._back = _way_back(back, family, self._on)
        if family and same and self.form is not None:
            if self._on is not None and self.form.before is None:
                self.form.on.set_value(self._on)
                self._look()
            return
        self._ref, self._visit_id = family, planned
        self._take_form_away()
        if family:
            self._presenter.open_form(family, planned)
        else:
            self._set_title("Plan a visit", "")
            self._stack.setCurrentWidget(self.finder)
            self.finder.look()
            self.finder.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        """The stops of F6."""
        return [self.form if self.form is not None else self.finder]

    def on_action(self, action: str) -> None:
        """A shortcut of the table of shortcuts."""
        if action == "save_now" and self.form is not None and self.form.keeper is not None:
            self.form.keeper.write_now()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._heading)
        head.addWidget(self._alert, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        card = QFrame()
        card.setProperty("card", "true")
        card.setAccessibleName("The visit")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(11, 12, 8, 12)
        inside.addWidget(self._stack)
        self._card = card
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(card, 1)
        beside = QVBoxLayout()
        beside.addWidget(self.day)
        beside.addStretch(1)
        row.addLayout(beside)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(row, 1)
        self._place()

    def _place(self) -> None:
        px = self._desk.theme.px
        self.day.setVisible(self.form is not None and self.width() >= px(ONE_COLUMN_UNDER))
        self.day.setFixedWidth(px(SIDE_WIDE))

    def _set_title(self, words: str, alert: str) -> None:
        self.title = words
        self._heading.setText(words)
        self._alert.set_look(StateLook(CARE.glyph, alert, CARE.tone))
        self._alert.setVisible(bool(alert))
        self._desk.retitled.emit()

    def _take_form_away(self) -> None:
        form, self.form = self.form, None
        self._place()
        self.day.show_nothing()
        if form is not None:
            self._stack.setCurrentWidget(self.finder)
            self._stack.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _on_family(self, ref: str) -> None:
        self._ref = ref
        self._presenter.open_form(ref, "")

    def _on_opened(self, choices: VisitChoices, line: VisitLine | None) -> None:
        if choices.family_ref != self._ref:
            return
        self._take_form_away()
        desk, before = self._desk, line.record if line is not None else None
        words = "Visit to the" if line is not None else "Plan a visit to the"
        self._set_title(f"{words} {choices.title}", choices.alert or "")
        form = PlanForm(desk.theme, choices, lambda: desk.session.today, before, on=self._on)
        form.set_was_protected(line is not None and line.place_protected)
        args = {"family": choices.family_ref, "planned": self._visit_id}
        key = DraftKey(PAGE, choices.family_ref, self._visit_id)
        form.keep_drafts(desk, FormPlace(key, f"Visit to {choices.family}", PAGE, args))
        form.looked_for.connect(self._look)
        form.save_asked.connect(self._save)
        form.cancelled.connect(self._leave)
        self.form = form
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        self._place()
        self._look()
        first = form.at_time if form.on.value() is not None and before is None else form.on
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, sentence: str) -> None:
        self._desk.toast(sentence)
        self._leave()

    def _look(self) -> None:
        form = self.form
        if form is None:
            return
        day = form.on.value()
        if day is None:
            self.day.show_nothing()
            form.show_clashes(())
        self._presenter.look_at(
            day,
            form.time_typed,
            form.minutes.currentData(),
            form.by.currentText().strip(),
            self._visit_id or None,
        )

    def _on_day(self, plan: DayPlan) -> None:
        form = self.form
        if form is not None and form.on.value() == plan.on:
            self.day.show_plan(plan)
            form.show_clashes(plan.clashes)

    def _save(self) -> None:
        form = self.form
        if form is None:
            return
        try:
            entry = form.entry()
        except KnownError as error:
            form.refuse(error)
            return
        form.set_busy(True)
        self._presenter.plan(
            self._ref, entry, form.before, form.finishing, self._on_saved, form.refuse
        )

    def _on_saved(self, _: Saved[PlannedVisit]) -> None:
        self._leave()

    def _leave(self) -> None:
        """Back to where it was asked for; the next form is a new one."""
        page, args = self._back
        self._ref, self._visit_id = "", ""
        self._take_form_away()
        self.finder.field.clear()
        self._desk.navigate(page, **args)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint."""
        return QSize(600, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._place()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _way_back(back: str, family: str, on: date | None) -> tuple[str, Mapping[str, Any]]:
    if back == "family" and family:
        return "family", {"family": family, "tab": "visits"}
    if back == "week":
        return "week", {} if on is None else {"on": on.isoformat()}
    return "today", {}
