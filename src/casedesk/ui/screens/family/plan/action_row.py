"""One action of the list: a tick, what, by when and who; the whole of it opens by its pencil."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.dates import long_date
from casedesk.domain.plan import DONE, OVERDUE, SOON
from casedesk.domain.programmes.wording import listed
from casedesk.domain.views.plan_page import PlanAction
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import IconButton
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import LATE, StateLook
from casedesk.ui.widgets.states import SOON as SOON_LOOK

_LOOKS = {OVERDUE: LATE, SOON: SOON_LOOK}


class ActionRow(QWidget):
    """Signals: ticked(action, done): the box; change_asked(action): the pencil."""

    ticked = Signal(object, bool)
    change_asked = Signal(object)

    def __init__(self, theme: Theme, action: PlanAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.action = action
        is_done = action.standing == DONE
        self.box = QCheckBox()
        self.box.setChecked(is_done)
        self.box.setAccessibleName(f"Done: {action.title}")
        about = rest_words(action)
        self.box.setAccessibleDescription(f"{action.due_words}. {about}")
        self.box.setToolTip("Mark as still to do" if is_done else "Mark as done")
        self.box.clicked.connect(self._on_clicked)
        self.edit = IconButton(theme, "pencil", f"Change: {action.title}", bare=True, ink="ink2")
        self.edit.clicked.connect(lambda: self.change_asked.emit(self.action))
        words = QVBoxLayout()
        words.setContentsMargins(0, 5, 0, 5)
        words.setSpacing(2)
        words.addWidget(FlowingText(theme, action.title, "med", "ink2" if is_done else "ink"))
        below = QHBoxLayout()
        below.setSpacing(8)
        look = _LOOKS.get(action.standing)
        if look is not None:
            badge = StateBadge(theme, StateLook(look.glyph, action.due_words, look.tone))
            below.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        else:
            about = " · ".join(part for part in (action.due_words, about) if part)
        below.addWidget(FlowingText(theme, about, "small", "ink2"), 1)
        words.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)

    def _on_clicked(self, done: bool) -> None:
        self.box.setEnabled(False)
        self.ticked.emit(self.action, done)


def rest_words(action: PlanAction) -> str:
    """The day behind a badge, who does it, for whom, and the goal."""
    parts = []
    due = action.record.due
    if action.standing in _LOOKS and due is not None:
        parts.append(long_date(due))
    if action.owner:
        parts.append(action.owner)
    if action.who:
        parts.append(f"for {listed(action.who)}")
    if action.goal:
        parts.append(f"Goal: {action.goal}")
    return " · ".join(parts)
