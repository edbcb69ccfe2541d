"""The latest notes, side by side; in a narrow window one under the other."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.dates import long_date
from casedesk.domain.views.family_page import NoteLine, Overview
from casedesk.ui.screens.family.overview.clamped_text import ClampedText
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Card, Hairline
from casedesk.ui.widgets.label import Label, Paragraph


class NotesCard(Card):
    """Signals: all_asked(): the visits and notes."""

    all_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Latest notes", parent=parent)
        self._theme = theme
        self._upright = False
        self._notes: tuple[NoteLine, ...] = ()
        self.all = Button(
            theme, "All notes", kind="quiet", icon="chevron-right", icon_after=True, tall=32
        )
        self.all.clicked.connect(self.all_asked)
        self.add_action(self.all)
        self._none = Paragraph(
            theme, "No notes yet. The first visit or call you write down stands here.", "body",
            "ink2",
        )  # fmt: skip
        self.body.addWidget(self._none)
        self._row: QWidget | None = None

    def show_overview(self, view: Overview) -> None:
        """Show what was said last."""
        self._notes = view.notes
        self._none.setVisible(not view.notes)
        self.all.setVisible(bool(view.notes))
        self._build()

    def set_upright(self, upright: bool) -> None:
        """One under the other, or side by side."""
        if upright != self._upright:
            self._upright = upright
            self._build()

    def _build(self) -> None:
        if self._row is not None:
            self._row.hide()
            self._row.deleteLater()
        self._row = QWidget()
        way = (
            QBoxLayout.Direction.TopToBottom
            if self._upright
            else (QBoxLayout.Direction.LeftToRight)
        )
        layout = QBoxLayout(way, self._row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12 if self._upright else 16)
        for number, note in enumerate(self._notes):
            if number:
                layout.addWidget(Hairline(upright=not self._upright))
            layout.addWidget(self._note(note), 1)
        self.body.addWidget(self._row)

    def _note(self, note: NoteLine) -> QWidget:
        one = QWidget()
        column = QVBoxLayout(one)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(note.kind, "smallb"))
        head.addWidget(Label(long_date(note.on), "small", "ink2"))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(ClampedText(self._theme, note.text))
        column.addStretch(1)
        return one
