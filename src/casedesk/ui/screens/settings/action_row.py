"""A thing and its state: title, badge and words, with its buttons beside them or below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.label import Label, Paragraph
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import StateLook

BELOW_UNDER = 520
"""Narrower than this (in px at 100% text), the buttons stand below the words."""


class ActionRow(QWidget):
    """`badge` is hidden until it has a look."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = Label(title, "sub")
        self.badge = StateBadge(theme, StateLook("circle-dashed", "", "mute"))
        self.badge.hide()
        self.words = Paragraph(theme, "", "body", "ink2")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.badge)
        head.addStretch(1)
        told = QVBoxLayout()
        told.setSpacing(4)
        told.addLayout(head)
        told.addWidget(self.words)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 4, 0, 4)
        self._row.setSpacing(12)
        self._row.addLayout(told, 1)
        self._row.addLayout(self._buttons)

    def add_button(self, button: Button) -> None:
        """One more button, after those there are."""
        self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_state(self, look: StateLook, spoken: str | None = None) -> None:
        """Shows the state in the badge."""
        self.badge.set_look(look, spoken)
        self.badge.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        below = self.width() < self._theme.px(BELOW_UNDER)
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != way:
            self._row.setDirection(way)
            self._buttons.setAlignment(
                Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignRight
            )
