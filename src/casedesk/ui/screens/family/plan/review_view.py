"""A review that was held, to read: who was there, what each said, what was decided."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.programmes.wording import listed
from casedesk.domain.views.plan_page import ReviewLine
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Hairline
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.label import Label


class ReviewView(QWidget):
    """Signals, each with the line: change_asked, remove_asked."""

    change_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, theme: Theme, line: ReviewLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 4, 12, 8)
        self._column.setSpacing(12)
        self._column.addWidget(FlowingText(theme, line.when_words, "body", "ink2"))
        self._add("Who was there", listed(line.who))
        self._add("Also there", line.also_present or "")
        self._add("Apologies", line.apologies or "")
        if line.views:
            self._column.addWidget(Hairline())
            self._column.addWidget(Label("What each of them says", "sub"))
            for name, words in line.views:
                said = FlowingText(theme)
                said.set_strong([(f"{name or 'Somebody'}: ", True), (words, False)])
                self._column.addWidget(said)
        if line.text:
            self._column.addWidget(Hairline())
            self._column.addWidget(Label("What was said and decided", "sub"))
            self._column.addWidget(FlowingText(theme, line.text, "note"))
        self.change = Button(theme, "Change", icon="pencil")
        self.remove = Button(theme, "Remove", kind="danger", icon="trash-2")
        self.change.setAccessibleName("Change what is written about this review")
        self.remove.setAccessibleName("Remove this review: it was never held")
        self.change.clicked.connect(lambda: self.change_asked.emit(line))
        self.remove.clicked.connect(lambda: self.remove_asked.emit(line))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.change)
        row.addWidget(self.remove)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addStretch(1)

    def _add(self, label: str, words: str) -> None:
        if not words:
            return
        row = QHBoxLayout()
        row.setSpacing(12)
        name = Label(label, "small", "ink2")
        name.setFixedWidth(self._theme.px(104))
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(FlowingText(self._theme, words, "small"), 1)
        self._column.addLayout(row)
