"""The side of the report page: who it is for, what stays behind, the day, the sections."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from casedesk.domain.views.report_preview import (
    SECTIONS,
    ReaderChoice,
    RecipientChoice,
    ReportLook,
)
from casedesk.ui.desk import Desk
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.date_field import DateField
from casedesk.ui.widgets.field import Field
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label, Paragraph
from casedesk.ui.widgets.scroll_area import ScrollArea

WIDTH = 344
GROUPS_SHOWN = 7
SECTION_GAP = 6
UNDER_TICK = 32
"""Where the words of a tick begin."""
CHOOSE = "Choose who it is for"


class ReportPanel(ScrollArea):
    """Signals: `recipient_chosen(id)`, `reader_chosen(ref)`, `day_chosen(date)`,
    `sections_chosen(ids)`, `let_go(item, go)`, `all_asked()` for every item left out."""

    recipient_chosen = Signal(str)
    reader_chosen = Signal(str)
    day_chosen = Signal(object)
    sections_chosen = Signal(object)
    let_go = Signal(str, bool)
    all_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.theme
        self.setWidgetResizable(True)
        self.setProperty("panel", "true")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(theme.px(WIDTH))
        self.recipient = QComboBox()
        self.reader = QComboBox()
        for box in (self.recipient, self.reader):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self._reader_field = Field(theme, "Who will read it", self.reader)
        self._left = Card(theme, "Left out for this recipient")
        self._left.warn_with("eye-off")
        self._see = Button(theme, "See every item left out", kind="link", tall=32)
        self._see.set_tone("warn")
        self._ticks = Card(theme, "Names in what was written")
        self.day = DateField(
            theme,
            "As at",
            today=lambda: desk.session.today,
            value=desk.session.today,
            leaning="back",
        )
        self._sections = {name: QCheckBox(words) for name, words in SECTIONS.items()}
        self._refusal = Banner(theme, "warn", "No report")
        self._theme = theme
        self._lay_out()
        self._connect()

    def offer(
        self, recipients: tuple[RecipientChoice, ...], readers: tuple[ReaderChoice, ...]
    ) -> None:
        """Who it may be for, and who in the family may read it."""
        for box in (self.recipient, self.reader):
            box.blockSignals(True)
            box.clear()
        self.recipient.addItem(CHOOSE, "")
        for one in recipients:
            self.recipient.addItem(one.title, one.id)
        for person in readers:
            self.reader.addItem(person.name, person.ref)
        for box in (self.recipient, self.reader):
            box.blockSignals(False)
        self._reader_field.hide()
        self._left.hide()
        self._ticks.hide()
        self._refusal.hide()

    def ask_reader(self, *, needed: bool) -> None:
        """Show who will read it, for a copy for the family."""
        self._reader_field.setVisible(needed)

    def show_sections(self, shown: bool) -> None:
        """Offer the parts of a report to leave out, or not: a note has none."""
        for part in (self._sections_title, *self._sections.values()):
            part.setVisible(shown)

    def show_look(self, look: ReportLook) -> None:
        """What stays behind, and what is still to be ticked."""
        self._refusal.setVisible(look.refusal is not None)
        if look.refusal is not None:
            self._refusal.set_words("warn", "No report", look.refusal)
        self._left.setVisible(bool(look.left_out))
        _clear(self._left)
        for group in look.groups[:GROUPS_SHOWN]:
            row = QHBoxLayout()
            title = Label(group.title, "med")
            title.setWordWrap(True)
            row.addWidget(title, 1)
            row.addWidget(Label(_items(group.count), "body", "ink2"))
            holder = QWidget()
            row.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(row)
            self._left.body.addWidget(holder)
        self._left.body.addWidget(self._see, 0, Qt.AlignmentFlag.AlignLeft)
        self._see.show()
        self._show_ticks(look)
        with_something = {name for name, _ in look.sections}
        for name, box in self._sections.items():
            box.setEnabled(name in with_something or not box.isChecked())

    def _show_ticks(self, look: ReportLook) -> None:
        _clear(self._ticks)
        self._ticks.setVisible(bool(look.ticks))
        if not look.ticks:
            return
        words = "These name somebody who is not among their people. Tick what may go."
        self._ticks.body.addWidget(Paragraph(self._theme, words, "small", "ink2"))
        for tick in look.ticks:
            names = " and ".join(tick.names)
            box = QCheckBox(tick.what)
            box.setToolTip(tick.text)
            box.setAccessibleName(f"{tick.what}, which names {names}")
            box.setAccessibleDescription(tick.text)
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.setChecked(tick.let_go)
            box.toggled.connect(lambda go, item=tick.id: self.let_go.emit(item, go))
            said = Paragraph(self._theme, f"It names {names}.", "small", "ink2")
            said.setContentsMargins(UNDER_TICK, 0, 0, 8)
            pair = QWidget()
            inside = QVBoxLayout(pair)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(0)
            inside.addWidget(box)
            inside.addWidget(said)
            self._ticks.body.addWidget(pair)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("side", "true")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(Field(self._theme, "Recipient", self.recipient))
        column.addWidget(self._reader_field)
        column.addWidget(self._refusal)
        column.addWidget(self._left)
        column.addWidget(self._ticks)
        hint = "Uses only what had happened by this date."
        column.addWidget(Field(self._theme, "As at", self.day, hint=hint))
        self._sections_title = Label("Sections", "sub")
        column.addWidget(self._sections_title)
        boxes = QVBoxLayout()
        boxes.setSpacing(SECTION_GAP)
        for box in self._sections.values():
            box.setChecked(True)
            boxes.addWidget(box)
        column.addLayout(boxes)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(IconLabel(self._theme, "lock", 16))
        words = "Every print and save goes in the sharing log."
        row.addWidget(Paragraph(self._theme, words, "small", "ink2"), 1)
        column.addLayout(row)
        column.addStretch(1)
        self.setWidget(inside)

    def _connect(self) -> None:
        self.recipient.currentIndexChanged.connect(
            lambda _: self.recipient_chosen.emit(self.recipient.currentData() or "")
        )
        self.reader.currentIndexChanged.connect(
            lambda _: self.reader_chosen.emit(self.reader.currentData() or "")
        )
        self.day.date_changed.connect(self._on_day)
        self._see.clicked.connect(self.all_asked)
        for box in self._sections.values():
            box.toggled.connect(self._on_sections)

    def _on_day(self, day: date | None) -> None:
        if day is not None:
            self.day_chosen.emit(day)

    def _on_sections(self, _: bool) -> None:
        chosen = {name for name, box in self._sections.items() if box.isChecked()}
        self.sections_chosen.emit(frozenset(chosen))


def _items(count: int) -> str:
    return f"{count:,} {'item' if count == 1 else 'items'}"


def _clear(card: Card) -> None:
    while (item := card.body.takeAt(0)) is not None:
        widget = item.widget()
        if widget is None:
            continue
        widget.hide()
        if not isinstance(widget, Button):
            widget.deleteLater()
