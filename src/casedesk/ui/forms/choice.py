"""One of a few: radio buttons side by side or one under the other."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget


class Choice(QWidget):
    """`value()` is the key of the one that is chosen.

    Signals: changed(): another one was chosen.
    """

    changed = Signal()

    def __init__(
        self,
        words: Mapping[str, str],
        *,
        about: str,
        chosen: str = "",
        upright: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """The first is chosen, or `chosen`. `about` is said before each by screen readers."""
        super().__init__(parent)
        self.buttons: dict[str, QRadioButton] = {}
        group = QButtonGroup(self)
        line = QVBoxLayout(self) if upright else QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0 if upright else 24)
        for key, said in words.items():
            button = QRadioButton(said)
            button.setAccessibleName(f"{about}: {said}")
            button.setChecked(not self.buttons)
            button.toggled.connect(lambda on: self.changed.emit() if on else None)
            group.addButton(button)
            line.addWidget(button)
            self.buttons[key] = button
        if not upright:
            line.addStretch(1)
        self.setFocusProxy(next(iter(self.buttons.values())))
        self.set_value(chosen)

    def value(self) -> str:
        """What is chosen."""
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def set_value(self, key: str) -> None:
        """Choose one; one that there is not changes nothing."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)
