"""How far a longer job is: always the numbers in words, never the bar alone."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.elided_label import ElidedLabel
from casedesk.ui.widgets.label import Label


class ProgressLine(QWidget):
    """ "9 of 23", what is being done now, perhaps how long it takes, over a bar 8 px high."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """`name` is what the job is called aloud: "Printing reports"."""
        super().__init__(parent)
        self._theme = theme
        self._count = Label("", "sub")
        self._now = ElidedLabel("", "body", "ink2")
        self._left = Label("", "small", "ink2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(name)
        words = QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._count)
        words.addWidget(self._now, 1)
        words.addWidget(self._left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(words)
        column.addWidget(self.bar)
        self.set_progress(0, 0)

    def set_progress(self, done: int, total: int, now: str = "", left: str = "") -> None:
        """`done` of `total`; a total of 0 means that nobody knows yet how many."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(min(done, total))
        words = f"{done:,} of {total:,}" if total else ""
        self._count.setText(words)
        self._count.setVisible(bool(words))
        self._now.setText(now)
        self._left.setText(left)
        self._left.setVisible(bool(left))
        self.bar.setAccessibleDescription(" ".join(part for part in (words, now, left) if part))
