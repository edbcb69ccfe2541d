"""Several of a list: a tick for each, in one or two columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget


class TickList(QWidget):
    """`choices` are (id, words); `value()` gives the ids that are ticked, in their order.

    Signals: changed(): a tick was set or taken away.
    """

    changed = Signal()

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        chosen: Iterable[str] = (),
        *,
        about: str = "",
        columns: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        """`about` is said before each choice by screen readers."""
        super().__init__(parent)
        ticked = set(chosen)
        self.ticks: dict[str, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        down = -(-len(choices) // columns)
        for place, (key, words) in enumerate(choices):
            tick = QCheckBox(words)
            tick.setAccessibleName(f"{about}: {words}" if about else words)
            tick.setChecked(key in ticked)
            tick.toggled.connect(self.changed)
            self.ticks[key] = tick
            grid.addWidget(tick, place % down, place // down)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        if self.ticks:
            self.setFocusProxy(next(iter(self.ticks.values())))

    def value(self) -> tuple[str, ...]:
        """What is ticked."""
        return tuple(key for key, tick in self.ticks.items() if tick.isChecked())

    def set_value(self, keys: Iterable[str]) -> None:
        """Tick these and no others."""
        wanted = set(keys)
        for key, tick in self.ticks.items():
            tick.setChecked(key in wanted)
