"""One visit of the day: when, whom, where, and what to do with it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.views.diary import VisitLine
from casedesk.ui.theme.theme import Theme
from casedesk.ui.visit_actions import VisitActions
from casedesk.ui.widgets.button import Button, IconButton
from casedesk.ui.widgets.elided_label import ElidedLabel
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import CARE, COMPLETE, StateLook

TIME_WIDE = 88


class VisitRow(QWidget):
    """Its buttons do what `actions` can."""

    def __init__(
        self,
        theme: Theme,
        line: VisitLine,
        actions: VisitActions,
        *,
        is_next: bool,
        show_who: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`is_next` gives it the page's primary button; `show_who` names who goes."""
        super().__init__(parent)
        self.line = line
        self._theme = theme
        self.setAccessibleName(line.spoken)
        self.start = Button(
            theme,
            "Start visit",
            kind="primary" if is_next else "secondary",
            icon="play" if is_next else None,
        )
        self.start.setAccessibleName(f"Start visit: {line.family}, {line.time_words}")
        # Shown before it has a place, it would be a window of its own and take the keyboard.
        if line.done or not actions.can_start:
            self.start.hide()
        self.more = IconButton(
            theme, "ellipsis", f"More for {line.family}, {line.time_words}", bare=True
        )
        self._actions = actions
        self._times = QWidget()
        times = QVBoxLayout(self._times)
        times.setContentsMargins(0, 0, 0, 0)
        times.setSpacing(2)
        style = "time" if line.record.at_time is not None else "sub"
        times.addWidget(Label(line.time_words, style))
        if line.length_words:
            times.addWidget(Label(line.length_words, "small", "ink2"))
        times.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 10, 8, 10)
        row.setSpacing(0)
        row.addWidget(self._times)
        row.addLayout(self._words(show_who), 1)
        row.addSpacing(12)
        row.addWidget(self.start, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(8)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        self.start.clicked.connect(lambda: actions.start(line))
        self.more.clicked.connect(self._open_menu)
        theme.changed.connect(self._grown)
        self._grown()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in the order they are read."""
        return [one for one in (self.start, self.more) if not one.isHidden()]

    def _words(self, show_who: bool) -> QVBoxLayout:
        theme, line = self._theme, self.line
        name = Label(line.family, "heading")
        head = FlowLayout()
        head.addWidget(name)
        for look in _badges(line):
            head.addWidget(StateBadge(theme, look))
        where = f"{line.kind} · {line.place}" if line.place else line.kind
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        sign = "lock" if line.place_protected else "map-pin"
        if line.place_protected:
            where += " (protected address)"
        column.addLayout(_with_icon(theme, sign, where))
        if line.who:
            column.addLayout(_with_icon(theme, "users-round", line.who))
        if show_who and line.by:
            column.addLayout(_with_icon(theme, "user-round", line.by))
        column.addStretch(1)
        return column

    def _open_menu(self) -> None:
        # Made each time, so that its icons are in the colours of now; and the window's, because
        # time passing may show this row anew while it is open.
        menu = self._actions.menu(self.line, self.window())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))

    def _grown(self) -> None:
        self._times.setFixedWidth(self._theme.px(TIME_WIDE))


def _badges(line: VisitLine) -> list[StateLook]:
    found = []
    if line.alert:
        found.append(StateLook(CARE.glyph, line.alert, CARE.tone))
    if line.done:
        found.append(StateLook(COMPLETE.glyph, "Written up", COMPLETE.tone))
    elif line.soon:
        found.append(StateLook("clock", line.soon, "info"))
    if line.first:
        found.append(StateLook("info", "First visit", "info"))
    return found


def _with_icon(theme: Theme, icon: str, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(IconLabel(theme, icon, 16, "ink3"))
    row.addWidget(ElidedLabel(words, "body", "ink2"), 1)
    return row
