"""The place of what was found: a card beside the form, or a drawer where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from casedesk.ui.screens.new_family.decisions import Decisions
from casedesk.ui.screens.new_family.found_panel import TITLE, FoundPanel
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.drawer import Drawer

WIDE = 360
BESIDE_FROM = 980
"""Width of the page, at 100% text, from which it stands beside the form."""


class FoundSide(QObject):
    """`card` goes beside the form, `opener` is the button that opens the drawer instead."""

    def __init__(
        self, theme: Theme, panel: FoundPanel, decisions: Decisions, host: QWidget
    ) -> None:
        super().__init__(host)
        self._theme = theme
        self._panel = panel
        self._decisions = decisions
        self._is_beside = True
        self.card = Card(theme, TITLE)
        self.card.body.addWidget(panel, 1)
        self.opener = Button(theme, TITLE, icon="users-round")
        self.opener.hide()
        self.drawer = Drawer(theme, host, width=WIDE)
        self.drawer.closed.connect(self._take_back)
        self.opener.clicked.connect(self.slide_in)

    @property
    def is_beside(self) -> bool:
        """Whether it is seen all the time."""
        return self._is_beside

    def fit(self, width: int) -> None:
        """The page is so wide now."""
        self.card.setFixedWidth(self._theme.px(WIDE))
        self._is_beside = width >= self._theme.px(BESIDE_FROM)
        if self._is_beside:
            self.drawer.close_drawer()
        self.card.setVisible(self._is_beside)
        self.show_count()

    def show_count(self) -> None:
        """How many are to be decided, on the button."""
        still = len(self._decisions.open)
        self.opener.setText(f"{TITLE} {still}" if still else TITLE)
        self.opener.setVisible(not self._is_beside and bool(self._decisions.found))

    def slide_in(self) -> None:
        """Bring it into sight, and go to what is to be decided."""
        if not self._is_beside:
            self.drawer.slide_in(TITLE, self._panel)
        self._panel.focus_open()

    def close(self) -> None:
        """Everything is decided."""
        self.drawer.close_drawer()

    def _take_back(self) -> None:
        content = self.drawer.take_content()
        if content is not None:
            self.card.body.addWidget(content, 1)
            content.show()
