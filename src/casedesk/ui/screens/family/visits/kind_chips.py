"""The kinds of contact to narrow the timeline by; they flow into as many lines as they need."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from casedesk.domain.records.work import CONTACT_KINDS
from casedesk.services.timeline import contact_kind
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.chip import Chip

_GAP = 8


class KindChips(QWidget):
    """One is on at a time; a kind of which there is nothing is not shown.

    Signals: chosen(kind): another one was pressed; None is all kinds.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Kinds of contact")
        self.chips: dict[str | None, Chip] = {None: Chip(theme, "All", checked=True, parent=self)}
        for one in CONTACT_KINDS:
            self.chips[one] = Chip(theme, contact_kind(one), parent=self)
        group = QButtonGroup(self)
        for kind, chip in self.chips.items():
            group.addButton(chip)
            chip.clicked.connect(partial(self._on_clicked, kind))
            chip.toggled.connect(self._flow)
        self._on: str | None = None
        theme.changed.connect(self._flow)
        self._flow()

    @property
    def kind(self) -> str | None:
        """Which one is on; None is all kinds."""
        return self._on

    def set_kind(self, kind: str | None) -> None:
        """Which one is on."""
        self._on = kind
        self.chips[kind].setChecked(True)

    def set_counts(self, counts: Mapping[str | None, int]) -> None:
        """How many there are of each in the whole record; empty when that is not known."""
        for kind, chip in self.chips.items():
            chip.set_count(counts.get(kind))
            is_used = counts.get(kind, 1) > 0 or kind in (None, self._on)
            chip.setVisible(is_used)
        self._flow()

    def _on_clicked(self, kind: str | None, _: bool = False) -> None:
        if kind != self._on:
            self._on = kind
            self.chosen.emit(kind)

    def _flow(self, *_: object) -> None:
        left = top = high = 0
        for chip in self.chips.values():
            if chip.isHidden():
                continue
            chip.resize(chip.sizeHint())  # The style may make it larger than that.
            if left and left + chip.width() > self.width():
                left, top = 0, top + chip.height() + _GAP
            chip.move(left, top)
            left += chip.width() + _GAP
            high = top + chip.height()
        if high != self.maximumHeight():
            self.setFixedHeight(high)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint."""
        return QSize(160, self.maximumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._flow()
