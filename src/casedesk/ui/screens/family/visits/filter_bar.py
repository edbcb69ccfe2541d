"""What the timeline is narrowed by beside kind and words: who, what about, when, by whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from casedesk.domain.views.timeline import EVERYTHING, Narrowing, TimelineChoices
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.chip import Chip
from casedesk.ui.widgets.date_field import DateField
from casedesk.ui.widgets.flow_layout import FlowLayout

_BOX_WIDE, _DATE_WIDE = 172, 160


class FilterBar(QWidget):
    """Signals: changed(): another choice was made."""

    changed = Signal()

    def __init__(
        self, theme: Theme, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName("Narrow the visits and notes")
        self.person = self._box(theme, "Who was there or was seen")
        self.category = self._box(theme, "What it is about")
        self.by = self._box(theme, "Who wrote it")
        self.from_on = self._day(theme, "From", "First day", today)
        self.to_on = self._day(theme, "To", "Last day", today)
        self.significant = Chip(theme, "Significant only", tall=36)
        self.clear = Button(theme, "Clear filters", kind="link", tall=36)
        self._set_boxes(None)
        flow = FlowLayout(8, self)
        for part in (
            self.person, self.category, self.by, self.from_on, self.to_on, self.significant,
            self.clear,
        ):  # fmt: skip
            flow.addWidget(part)
        for box in (self.person, self.category, self.by):
            box.currentIndexChanged.connect(self._on_changed)
        for day in (self.from_on, self.to_on):
            day.date_changed.connect(self._on_changed)
        self.significant.toggled.connect(self._on_changed)
        self.clear.clicked.connect(self._on_clear)
        self._on_changed_quietly()

    def offer(self, choices: TimelineChoices | None) -> None:
        """What there is to choose from; what is chosen stays chosen."""
        self._set_boxes(choices)

    def narrowed(self, by: Narrowing) -> Narrowing:
        """`by`, with what is chosen here."""
        return replace(
            by,
            person=self.person.currentData(),
            category=self.category.currentData(),
            by=self.by.currentData(),
            from_on=self.from_on.value(),
            to_on=self.to_on.value(),
            significant=self.significant.isChecked(),
        )

    @property
    def number(self) -> int:
        """How many choices are made."""
        now = self.narrowed(EVERYTHING)
        made = (now.person, now.category, now.by, now.from_on, now.to_on, now.significant)
        return sum(1 for one in made if one)

    def forget(self) -> None:
        """Choose nothing, and tell nobody."""
        self.blockSignals(True)
        for box in (self.person, self.category, self.by):
            box.setCurrentIndex(0)
        for day in (self.from_on, self.to_on):
            day.set_value(None)
        self.significant.setChecked(False)
        self.blockSignals(False)
        self._on_changed_quietly()

    def _set_boxes(self, choices: TimelineChoices | None) -> None:
        people: Sequence[tuple[str, str]] = choices.people if choices is not None else ()
        about: Sequence[tuple[str, str]] = choices.categories if choices is not None else ()
        writers = [(one, one) for one in (choices.writers if choices is not None else ())]
        for box, first, rows in (
            (self.person, "Anybody", people),
            (self.category, "Any information", about),
            (self.by, "By anybody", writers),
        ):
            chosen = box.currentData()
            box.blockSignals(True)
            box.clear()
            box.addItem(first, None)
            for key, words in rows:
                box.addItem(words, key)
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.blockSignals(False)

    def _box(self, theme: Theme, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setFixedWidth(theme.px(_BOX_WIDE))
        return box

    def _day(self, theme: Theme, words: str, name: str, today: Callable[[], date]) -> DateField:
        day = DateField(theme, name, today=today, leaning="back")
        day.setPlaceholderText(words)
        day.setFixedWidth(theme.px(_DATE_WIDE))
        return day

    def _on_clear(self) -> None:
        self.forget()
        self.changed.emit()

    def _on_changed(self, *_: object) -> None:
        self._on_changed_quietly()
        self.changed.emit()

    def _on_changed_quietly(self) -> None:
        self.clear.setVisible(self.number > 0)
