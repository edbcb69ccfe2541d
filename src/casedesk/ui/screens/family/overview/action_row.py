"""One thing to do: a box to tick, what it is, when it is due and who does it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.dates import long_date
from casedesk.domain.views.family_page import ActionLine
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.elided_label import ElidedLabel
from casedesk.ui.widgets.label import Paragraph
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import LATE, StateLook


class ActionRow(QWidget):
    """Signals: finished(line): the box was ticked."""

    finished = Signal(object)

    def __init__(
        self, theme: Theme, line: ActionLine, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = line
        self.box = QCheckBox()
        self.box.setAccessibleName(f"Done: {line.title}")
        self.box.setAccessibleDescription(_when(line, today))
        self.box.setToolTip("Mark as done")
        self.box.clicked.connect(self._on_clicked)
        title = Paragraph(theme, "", "body")
        title.set_strong([(line.title, True)])
        below = QHBoxLayout()
        below.setSpacing(8)
        if line.late:
            below.addWidget(StateBadge(theme, StateLook(LATE.glyph, line.due_words, LATE.tone)))
        below.addWidget(ElidedLabel(_rest(line, today), "small", "ink2"), 1)
        words = QVBoxLayout()
        words.setContentsMargins(0, 5, 0, 5)
        words.setSpacing(1)
        words.addWidget(title)
        words.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def _on_clicked(self) -> None:
        self.box.setEnabled(False)
        self.finished.emit(self.line)


def _rest(line: ActionLine, today: date) -> str:
    """What stands behind the badge, or for all of it when there is none."""
    parts = [] if line.late else [line.due_words]
    if line.late and line.due is not None:
        words = long_date(line.due)
        parts.append(words.rpartition(" ")[0] if line.due.year == today.year else words)
    if line.owner:
        parts.append(_called(line.owner))
    return " · ".join(parts)


def _called(owner: str) -> str:
    """A person by the first name; a team or service ("Children's social care") as it is."""
    names = owner.split()
    is_person = len(names) == 2 and all(name[:1].isupper() for name in names)
    return names[0] if is_person else owner


def _when(line: ActionLine, today: date) -> str:
    rest = _rest(line, today)
    return f"{line.due_words}, {rest}" if line.late else rest
