"""The records behind a criterion: who, what, when and where it is from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.label import Label

SHOWN = 2
_PERSON, _WHAT, _WHEN, _SOURCE = range(4)
_TOP = Qt.AlignmentFlag.AlignTop
_WIDTHS = {_PERSON: 48, _WHEN: 124, _SOURCE: 108}


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One record, in the words of the screen. `when` is already written out."""

    person: str
    what: str
    when: str
    source: str


class EvidenceList(QWidget):
    """The first rows, and `more`: a link "See 3 more" for the card to place (`asked_for_all`)."""

    asked_for_all = Signal()

    def __init__(
        self,
        theme: Theme,
        rows: Sequence[EvidenceRow] = (),
        *,
        shown: int = SHOWN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shown = shown
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(_WHAT, 1)
        self.more = Button(theme, "", kind="link", tall=32)
        self.more.clicked.connect(self.asked_for_all)
        for column, width in _WIDTHS.items():
            self._grid.setColumnMinimumWidth(column, width)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[EvidenceRow], total: int | None = None) -> None:
        """Show records, newest first. `total` counts them when not all are handed in."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = tuple(rows)
        for number, row in enumerate(self.rows[: self._shown]):
            what = Label(row.what, "small", "ink2")
            what.setWordWrap(True)
            self._grid.addWidget(Label(row.person, "smallb"), number, _PERSON, _TOP)
            self._grid.addWidget(what, number, _WHAT, _TOP)
            self._grid.addWidget(Label(row.when, "small", "ink2"), number, _WHEN, _TOP)
            self._grid.addWidget(Label(row.source, "smallb", "ink2"), number, _SOURCE, _TOP)
        left = (len(self.rows) if total is None else total) - min(len(self.rows), self._shown)
        self.more.setText(f"See {left} more")
        self.more.setVisible(left > 0)
        self.setAccessibleName(
            "; ".join(f"{one.person}: {one.what}, {one.when}, {one.source}" for one in self.rows)
        )
