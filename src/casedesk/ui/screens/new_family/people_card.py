"""The people of the new family, one row each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui.screens.new_family.person_row import PersonRow
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Card, Hairline


class PeopleCard(Card):
    """Signals: edited(): somebody was entered, changed or taken out."""

    edited = Signal()

    def __init__(
        self, theme: Theme, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "People in the family", parent=parent)
        self._today = today
        self._family_name = ""
        self.rows: list[PersonRow] = []
        self._lines: dict[PersonRow, Hairline] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self.add = Button(theme, "Add another person", icon="user-round-plus")
        self.add.clicked.connect(self._on_add)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self.body.setSpacing(12)
        self.body.addLayout(self._column)
        self.body.addLayout(foot)
        self.start_anew()

    def start_anew(self) -> None:
        """Nobody yet, and one row to begin with."""
        self._family_name = ""
        for row in list(self.rows):
            self._take_out(row)
        self._new_row()

    def follow(self, name: str) -> None:
        """The family's name, which people have unless another one is typed."""
        bare = name.strip()
        if bare.casefold().endswith(" family"):
            bare = bare[: -len(" family")].rstrip()
        self._family_name = bare
        for row in self.rows:
            row.follow(bare)

    def entered(self) -> list[PersonRow]:
        """The rows in which somebody is entered, in order."""
        return [row for row in self.rows if not row.is_blank]

    def kept(self) -> list[dict[str, Any]]:
        """As a draft keeps it."""
        return [row.kept() for row in self.entered()]

    def put_back(self, kept: Sequence[Mapping[str, Any]]) -> None:
        """Fill it from a draft."""
        while len(self.rows) < len(kept):
            self._new_row()
        for row, one in zip(self.rows, kept, strict=False):
            row.put_back(one)

    def _on_add(self) -> None:
        row = self._new_row()
        row.controls["given_name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_row(self) -> PersonRow:
        row = PersonRow(self._theme, len(self.rows) + 1, self._today)
        row.follow(self._family_name)
        row.edited.connect(self.edited)
        row.removed.connect(partial(self._on_removed, row))
        if self.rows:
            line = Hairline()
            self._lines[row] = line
            self._column.addWidget(line)
        self._column.addWidget(row)
        self.rows.append(row)
        self._show_removers()
        return row

    def _on_removed(self, row: PersonRow) -> None:
        place = self.rows.index(row)
        self._take_out(row)
        if not self.rows:
            self._new_row()
        for number, other in enumerate(self.rows, start=1):
            other.set_number(number)
        self._show_removers()
        beside = self.rows[max(0, place - 1)]
        beside.controls["given_name"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _take_out(self, row: PersonRow) -> None:
        self.rows.remove(row)
        line = self._lines.pop(row, None)
        if line is None and self.rows:
            line = self._lines.pop(self.rows[0], None)
        for part in (row, line):
            if part is not None:
                self._column.removeWidget(part)
                part.hide()
                part.deleteLater()

    def _show_removers(self) -> None:
        for row in self.rows:
            row.remove.setVisible(len(self.rows) > 1)
