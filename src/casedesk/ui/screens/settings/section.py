"""One page of the settings: a heading, a sentence, and cards under it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui.desk import Desk
from casedesk.ui.shell.page_area import PageArea
from casedesk.ui.widgets.label import Label, Paragraph

WIDEST = 1000


class Section(QWidget):
    """Sections add their parts to `column` and read what they show in `look`.

    `name` is its id for `show_for`, `heading` its words in the list.
    """

    name = ""
    heading = ""
    icon = "settings"

    def __init__(self, desk: Desk, sentence: str) -> None:
        super().__init__()
        self.desk = desk
        self.theme = desk.theme
        self.column = QVBoxLayout()
        # Room for the focus ring on every side.
        self.column.setContentsMargins(4, 4, 4, 16)
        self.column.setSpacing(12)
        self._sentence = Paragraph(self.theme, sentence, "body", "ink2")
        if not sentence:
            self._sentence.hide()
        self._heading = Label(self.heading, "title")
        self.column.addWidget(self._heading)
        self.column.addWidget(self._sentence)

    def look(self) -> None:
        """Reads anew what is shown; called when it is turned to and after saves."""

    def set_head_shown(self, shown: bool) -> None:
        """Whether heading and sentence stand over the cards: low windows want the room."""
        self._heading.setVisible(shown)
        self._sentence.setVisible(shown and bool(self._sentence.plain()))

    def put_away(self) -> None:
        """Takes secrets off the screen before the lock."""

    def in_page(self) -> PageArea:
        """The section with its page around it; call once, when all parts are added."""
        self.column.addStretch(1)
        middle = QWidget()
        middle.setLayout(self.column)
        middle.setMaximumWidth(self.theme.px(WIDEST))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(middle, 1000)
        row.addStretch(1)
        return PageArea(self)
