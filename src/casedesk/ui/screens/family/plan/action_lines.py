"""Actions typed a line each: "Kerry to ring the GP by Friday", shown as they were understood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from casedesk.domain.action_lines import FAMILY, ActionLine, Known, read_action_line
from casedesk.domain.dates import long_date
from casedesk.services.actions import ActionEntry
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import IconButton
from casedesk.ui.widgets.elided_label import ElidedLabel
from casedesk.ui.widgets.flowing_text import FlowingText

EXAMPLE = "Add an action, for example “Kerry to ring the GP by Friday”"


class LineField(QLineEdit):
    """One line to type an action into.

    Signals: given(line): words were typed and Enter pressed; whoever takes them empties it.
    """

    given = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(250)
        self.setAccessibleName(name)
        self.setAccessibleDescription("Type who does what by when, and press Enter")
        self.setPlaceholderText(EXAMPLE)
        self.returnPressed.connect(self.give)

    def give(self) -> None:
        """Say that the line is to be taken, if there is one."""
        words = self.text().strip()
        if words:
            self.given.emit(words)


def entry_of(line: ActionLine, worker: str) -> ActionEntry:
    """The action of a line; nobody named is the worker. A member who does it is in it."""
    owner = line.owner
    people = (owner.id,) if owner is not None and owner.kind == FAMILY and owner.id else ()
    name = owner.name if owner is not None else worker
    return ActionEntry(title=line.title, owner=name or None, due=line.due, people=people)


class ActionLines(QWidget):
    """`lines()` are those typed so far, with what stands in the field.

    Signals: changed(): a line was added, taken out, or is being typed.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        known: Sequence[Known],
        worker: str,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._known, self._worker, self._today = theme, known, worker, today
        self._lines: list[str] = []
        self._rows: list[QWidget] = []
        self.field = LineField("Add an action")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.field.given.connect(self._on_given)
        self.field.textChanged.connect(self.changed)

    def lines(self) -> tuple[str, ...]:
        """The lines as typed."""
        typing = self.field.text().strip()
        return (*self._lines, *((typing,) if typing else ()))

    def set_lines(self, lines: Iterable[str]) -> None:
        """Other lines."""
        self._lines = [one for one in lines if one.strip()]
        self.field.clear()
        self._show()
        self.changed.emit()

    def entries(self) -> tuple[ActionEntry, ...]:
        """The actions as understood."""
        return tuple(entry_of(self._read(one), self._worker) for one in self.lines())

    def _read(self, line: str) -> ActionLine:
        return read_action_line(line, self._today(), self._known)

    def _on_given(self, line: str) -> None:
        self.field.clear()
        self._lines.append(line)
        self._show()
        self.changed.emit()

    def _take_out(self, line: str) -> None:
        self._lines.remove(line)
        self._show()
        self.field.setFocus()
        self.changed.emit()

    def _show(self) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(one) for one in self._lines]
        for number, row in enumerate(self._rows):
            self._column.insertWidget(number, row)

    def _row(self, line: str) -> QWidget:
        read = entry_of(self._read(line), self._worker)
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(FlowingText(self._theme, read.title, "med"))
        about = [read.owner or "Nobody named"]
        about.append(f"by {long_date(read.due)}" if read.due is not None else "no date")
        words.addWidget(ElidedLabel(" · ".join(about), "small", "ink2"))
        inside.addLayout(words, 1)
        remove = IconButton(self._theme, "x", f"Take out: {read.title}", bare=True, ink="ink2")
        remove.clicked.connect(lambda: self._take_out(line))
        inside.addWidget(remove)
        return row
