"""Facts in two columns: what it is, and the words for it, which wrap."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.flowing_text import FlowingText

_NAMES_WIDE = 92


class FactsGrid(QWidget):
    """`facts` are (name, words, ink); facts without words are left out."""

    def __init__(
        self,
        theme: Theme,
        facts: Sequence[tuple[str, str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for name, words, ink in facts:
            if not words:
                continue
            row = QHBoxLayout()
            row.setSpacing(8)
            label = FlowingText(theme, name, "body", "ink2")
            label.setFixedWidth(theme.px(_NAMES_WIDE))
            said = FlowingText(theme)
            if ink == "ink":
                said.set_text(words)
            else:
                said.set_strong([(words, True)])
                said.set_ink(ink)
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(said, 1)
            column.addLayout(row)
