"""Two small screens for tests of the shell."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from casedesk.ui.desk import Desk
from casedesk.ui.screens import ScreenEntry


class ListSheet(QWidget):
    """Has a search field, and says what it was asked."""

    title = "Families"
    handles = frozenset({"search_list", "new_family"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.shown: list[dict[str, Any]] = []
        self.acted: list[str] = []
        self.put_away_times = 0
        self.search = QLineEdit()
        self.search.setAccessibleName("Search families")
        self.open = QPushButton("Open Ashworth")
        self.open.clicked.connect(lambda: desk.navigate("family", family="CD-0412"))
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.open)

    def show_for(self, **args: Any) -> None:
        self.shown.append(args)

    def on_action(self, action: str) -> None:
        self.acted.append(action)
        if action == "search_list":
            self.search.setFocus()

    def put_away(self) -> None:
        self.put_away_times += 1


class OneSheet(QWidget):
    """A page behind the list, with a side panel for F6."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = ""
        self.crumbs = [("Families", "families", {})]
        self.note, self.panel = QPushButton("Add note"), QPushButton("In the panel")
        column = QVBoxLayout(self)
        column.addWidget(self.note)
        column.addWidget(self.panel)

    def show_for(self, family: str = "") -> None:
        self.title = family

    def regions(self) -> list[QWidget]:
        return [self.note, self.panel]


SHEETS = {
    "families": ScreenEntry(ListSheet),
    "family": ScreenEntry(OneSheet),
}
