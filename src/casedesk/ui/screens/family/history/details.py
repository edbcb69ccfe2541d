"""One entry of the history whole: every field from → to, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from casedesk.domain.dates import long_date
from casedesk.domain.errors import KnownError
from casedesk.domain.views.history import FieldChange, HistoryLine
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Hairline
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.label import Label

_NOTES = {
    "add": "This is how it was first written down: there is nothing before it to put back.",
    "erase": "What it said was erased for good, as the law asks. It cannot be put back.",
}
_LEDGER = (
    "This kind of record is never edited: record a new one, or mark this one as an error there."
)
_RESTORING = "What you restore is written here too, and you can undo it."


class HistoryDetails(QWidget):
    """Signals: restore_asked(field): its name, or "" for the whole entry."""

    restore_asked = Signal(str)

    def __init__(self, theme: Theme, line: HistoryLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.line = line
        self.field_buttons: dict[str, Button] = {}
        self.all: Button | None = None
        self.trouble = Banner(theme, "bad", "Not restored")
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 12, 8)
        column.setSpacing(12)
        at = line.at.astimezone()
        said = f"{line.who}, {long_date(at.date())} at {at:%H:%M}"
        column.addWidget(FlowingText(theme, said, "body", "ink2"))
        column.addWidget(self.trouble)
        for field in line.fields:
            column.addWidget(Hairline())
            column.addWidget(self._part(field))
        column.addWidget(Hairline())
        column.addLayout(self._way_back())
        column.addStretch(1)

    def set_busy(self, busy: bool) -> None:
        """While it is being put back, it cannot be put back again."""
        for button in (*self.field_buttons.values(), *((self.all,) if self.all else ())):
            button.setEnabled(not busy)

    def refuse(self, error: KnownError) -> None:
        """Say why it was not put back."""
        self.set_busy(False)
        self.trouble.set_words("bad", "Not restored", error.sentence)
        self.trouble.show()

    def _part(self, field: FieldChange) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(Label(field.label, "sub"), 1)
        line = self.line
        if line.restorable and line.action == "change" and len(line.fields) > 1:
            button = Button(self._theme, "Restore", icon="undo-2", tall=32)
            button.setAccessibleName(f"Restore {field.label}: {field.before}")
            button.clicked.connect(lambda: self.restore_asked.emit(field.field))
            self.field_buttons[field.field] = button
            head.addWidget(button)
        column.addLayout(head)
        column.addWidget(self._sides(field))
        return part

    def _sides(self, field: FieldChange) -> QWidget:
        sides = {"add": ("after",), "remove": ("before",)}.get(
            self.line.action, ("before", "after")
        )
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, side in enumerate(sides):
            before = side == "before"
            words: QLabel = FlowingText(
                self._theme,
                field.before if before else field.after,
                "body",
                "ink2" if before else "ink",
            )
            if len(sides) == 1:
                grid.addWidget(words, row, 0, 1, 2)
                continue
            label = FlowingText(self._theme, "From" if before else "To", "body", "ink3")
            label.setMinimumWidth(self._theme.px(40))
            grid.addWidget(label, row, 0, top)
            grid.addWidget(words, row, 1)
        return part

    def _way_back(self) -> QVBoxLayout:
        line, column = self.line, QVBoxLayout()
        column.setSpacing(8)
        if not line.restorable:
            note = _NOTES.get(line.action, _LEDGER)
            column.addWidget(FlowingText(self._theme, note, "small", "ink2"))
            return column
        if line.action == "remove":
            words = f"Bring back this {line.kind}"
        else:
            words = f"Restore all {len(line.fields)}" if len(line.fields) > 1 else "Restore"
        self.all = Button(self._theme, words, kind="primary", icon="undo-2")
        self.all.setAccessibleName(f"{words}: {line.what}")
        self.all.clicked.connect(lambda: self.restore_asked.emit(""))
        row = QHBoxLayout()
        row.addWidget(self.all)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(FlowingText(self._theme, _RESTORING, "small", "ink2"))
        return column
