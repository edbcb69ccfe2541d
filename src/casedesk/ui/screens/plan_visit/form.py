"""The form of one visit: when, what kind, where, who, and what for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QWidget

from casedesk.domain.field_problems import FieldProblem, InvalidFields
from casedesk.domain.records import PlannedVisit
from casedesk.domain.typed_times import read_typed_time
from casedesk.domain.views.diary import PlanEntry, VisitChoices
from casedesk.services.diary_lines import length_words
from casedesk.services.planned_visits import PLANNED_KINDS
from casedesk.services.timeline import contact_kind
from casedesk.ui.forms.choice_boxes import choice_box, text_line, typed
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.date_field import NOT_A_DATE, DateField
from casedesk.ui.widgets.field import Field
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Paragraph
from casedesk.ui.widgets.tick_list import TickList

NOT_A_TIME = "Enter a time, for example 10:30 or 2pm"
LENGTHS = (15, 30, 45, 60, 75, 90, 120, 180)
USUAL = 60
PROTECTED = "This address is protected: keep it off paper. It is never put in a calendar file."
RESTRICTED = " (record restricted)"


class PlanForm(FormPanel):
    """Signals: looked_for(): the day, time, length or who goes was changed."""

    looked_for = Signal()

    def __init__(
        self,
        theme: Theme,
        choices: VisitChoices,
        today: Callable[[], date],
        before: PlannedVisit | None,
        *,
        on: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`before` is the visit to change, None for a new one; `on` the day to begin with."""
        super().__init__(theme, "Plan visit" if before is None else "Save visit", parent)
        self._choices = choices
        self.before = before
        visit = before
        self.on = DateField(
            theme, "Day", today=today, value=visit.on if visit else on, leaning="ahead"
        )
        self.at_time = text_line(f"{visit.at_time:%H:%M}" if visit and visit.at_time else None)
        self.at_time.setPlaceholderText("10:30")
        minutes = visit.minutes if visit else USUAL
        lengths = sorted({*LENGTHS, *([minutes] if minutes else [])})
        self.minutes = choice_box(((length_words(one), one) for one in lengths), minutes)
        self.kind = choice_box(
            ((contact_kind(one), one) for one in PLANNED_KINDS),
            visit.kind if visit else PLANNED_KINDS[0],
            or_none=False,
        )
        self.place = self._place_box(visit.place if visit else None)
        people = [
            (one.id, one.words + (RESTRICTED if one.restricted else "")) for one in choices.people
        ]
        self.people = TickList(
            people, visit.people if visit else (), about="Will be seen", columns=3
        )
        self.also = text_line(visit.also_present if visit else None)
        self.purpose = text_line(visit.purpose if visit else None)
        self.by = _editable(choices.workers, "Who goes")
        self.by.setCurrentText((visit.by if visit else None) or choices.worker)
        self.clash = Banner(theme, "warn", "Something else is on then")
        self.clash.hide()
        self._usual = self._usual_place()
        if visit is None:
            self.place.setCurrentText(self._usual)
        self._lay_out()
        self._connect()
        self._show_protected()

    def _lay_out(self) -> None:
        when = self._together(
            ("on", "Day", self.on, "“fri” or “in 2 weeks” will do"),
            ("at_time", "Time", self.at_time, "Leave it blank for any time"),
            ("minutes", "How long", self.minutes, ""),
        )
        self.body.addWidget(when)
        self.body.addWidget(self.clash)
        self.body.addWidget(self._together(("kind", "Kind", self.kind, ""),
                                           ("by", "Who goes", self.by, "")))  # fmt: skip
        self.add_field("place", "Place", self.place)
        self._lock = IconLabel(self.theme, "lock", 16, "warnTx")
        self._protected = Paragraph(self.theme, PROTECTED, "small", "warn")
        kept = QHBoxLayout()
        kept.setSpacing(8)
        kept.addWidget(self._lock)
        kept.addWidget(self._protected, 1)
        self.body.addLayout(kept)
        self.add_field("people", "Who will be seen", self.people)
        self.body.addWidget(
            self._together(
                ("also_present", "Who else comes", self.also, "For example the head of year"),
                ("purpose", "What it is for", self.purpose, ""),
            )
        )
        self.body.addStretch(1)

    def _together(self, *fields: tuple[str, str, QWidget, str]) -> QWidget:
        """Some fields side by side."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        for place, (name, label, control, hint) in enumerate(fields):
            field = Field(self.theme, label, control, hint=hint)
            self.fields[name] = field
            self.keep(name, control)
            grid.addWidget(field, 0, place, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place, 1)
        return holder

    def _connect(self) -> None:
        self.on.problem_changed.connect(self.fields["on"].set_error)
        self.at_time.editingFinished.connect(self._check_time)
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.place.currentTextChanged.connect(self._show_protected)
        self.on.date_changed.connect(self._on_looked)
        self.at_time.textChanged.connect(self._on_looked)
        self.minutes.currentIndexChanged.connect(self._on_looked)
        self.by.currentTextChanged.connect(self._on_looked)

    @property
    def time_typed(self) -> time | None:
        """The time, None where there is none or what is typed is none."""
        return read_typed_time(self.at_time.text())

    def entry(self) -> PlanEntry:
        """What is filled in. Raises `InvalidFields` for what is no date or no time."""
        problems = []
        if self.on.problem:
            problems.append(FieldProblem("on", NOT_A_DATE, ""))
        if self.at_time.text().strip() and self.time_typed is None:
            problems.append(FieldProblem("at_time", NOT_A_TIME, ""))
        if problems:
            raise InvalidFields(problems)
        return PlanEntry(
            on=self.on.value(),
            at_time=self.time_typed,
            minutes=self.minutes.currentData(),
            kind=self.kind.currentData(),
            people=self.people.value(),
            also_present=typed(self.also),
            place=self.place.currentText().strip() or None,
            purpose=typed(self.purpose),
            by=self.by.currentText().strip() or None,
        )

    def show_clashes(self, clashes: Sequence[str]) -> None:
        """Say what else is on; it refuses nothing."""
        if clashes:
            self.clash.set_words("warn", "Something else is on then", " ".join(clashes))
        self.clash.setVisible(bool(clashes))

    def _place_box(self, value: str | None) -> QComboBox:
        box = _editable([one.words for one in self._choices.places], "Place")
        for place, one in enumerate(self._choices.places):
            words = f"{one.why} (protected address)" if one.protected else one.why
            box.setItemData(place, words, 3)  # its tooltip
        box.setCurrentText(value or "")
        return box

    def _usual_place(self) -> str:
        kind = self.kind.currentData()
        usual = {"home visit": self._choices.home, "school": self._choices.school}.get(kind)
        return usual.words if usual is not None else ""

    def _on_kind(self, _: int) -> None:
        """The usual place of the new kind, unless another one was typed."""
        before, self._usual = self._usual, self._usual_place()
        if self.place.currentText().strip() in ("", before):
            self.place.setCurrentText(self._usual)

    def _on_looked(self, *_: object) -> None:
        self.looked_for.emit()

    def _check_time(self) -> None:
        is_none = bool(self.at_time.text().strip()) and self.time_typed is None
        self.fields["at_time"].set_error(NOT_A_TIME if is_none else "")

    def _show_protected(self, *_: object) -> None:
        here = self.place.currentText().strip()
        on = any(one.protected and one.words == here for one in self._choices.places)
        was = self.before is not None and here == (self.before.place or "")
        shown = on or (was and self._was_protected)
        self._lock.setVisible(shown)
        self._protected.setVisible(shown)

    _was_protected = False

    def set_was_protected(self, protected: bool) -> None:
        """Whether the place of the visit to change is a protected address."""
        self._was_protected = protected
        self._show_protected()


def _editable(words: Sequence[str], name: str) -> QComboBox:
    """A box that offers words and takes any."""
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    box.addItems(list(words))
    box.setCurrentText("")
    box.setAccessibleName(name)
    line = box.lineEdit()
    if line is not None:
        line.setAccessibleName(name)
        line.setMaxLength(200)
    return box
