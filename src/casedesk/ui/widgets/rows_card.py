"""A card of rows that are changed one by one: a line between them, and a button to add one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button, IconButton
from casedesk.ui.widgets.card import Card, Hairline
from casedesk.ui.widgets.icon_label import IconLabel

T = TypeVar("T")


class RowsCard(Card):
    """`buttons` are the pencils of the rows, by the id of what each changes.

    Signals: add_asked(); change_asked(line).
    """

    add_asked = Signal()
    change_asked = Signal(object)

    def __init__(
        self, theme: Theme, title: str, add: str, *, gap: int = 4, parent: QWidget | None = None
    ) -> None:
        """`add` is what the button is called aloud; `gap` px stand above and below a line."""
        super().__init__(theme, title, parent=parent)
        self._gap = gap
        self.add = Button(theme, "Add", kind="quiet", icon="plus", tall=32)
        self.add.setAccessibleName(add)
        self.add.clicked.connect(self.add_asked)
        self.add_action(self.add)
        self.buttons: dict[str, IconButton] = {}
        self._rows: QWidget | None = None
        self.body.addStretch(1)

    def show_rows(
        self, lines: Sequence[T], row: Callable[[T], QWidget], below: QWidget | None = None
    ) -> None:
        """Show a row of each line; the focus stays on the one it was on.

        `row` makes one, with a `pencil` in it; `below` stands under the last.
        """
        focused = next((key for key, one in self.buttons.items() if one.hasFocus()), "")
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget()
        self.buttons = {}
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._gap)
        made = [row(line) for line in lines]
        for number, one in enumerate([*made, *([below] if below is not None else [])]):
            if number:
                column.addWidget(Hairline())
            column.addWidget(one)
        self.body.insertWidget(0, self._rows)
        if focused:
            self.buttons.get(focused, self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def pencil(self, key: str, name: str, line: object) -> IconButton:
        """The button at the end of a row; `name` is what it is called aloud."""
        made = IconButton(self._theme, "pencil", name, bare=True, ink="ink2")
        made.clicked.connect(lambda: self.change_asked.emit(line))
        self.buttons[key] = made
        return made

    @staticmethod
    def signed_row(sign: IconLabel, words: QLayout, pencil: IconButton) -> QWidget:
        """A sign, words in several lines, and the pencil; all of them begin at the top."""
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 4, 0, 4)
        inside.setSpacing(10)
        inside.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(words, 1)
        inside.addWidget(pencil, 0, Qt.AlignmentFlag.AlignTop)
        return row
