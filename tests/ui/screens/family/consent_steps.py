"""The consent tab as tests use it: cells by their names, forms by what is in them."""

from __future__ import annotations

from typing import TypeVar

from family_page import FamilyPage
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QWidget

from casedesk.ui.screens.family.consent.cell_panel import CellPanel
from casedesk.ui.screens.family.consent.tab import ConsentTab
from casedesk.ui.widgets.button import Button

W = TypeVar("W", bound=QWidget)


class ConsentSteps:
    """Opens the tab of a page and does things in it by clicks and keys."""

    def __init__(self, page: FamilyPage, **args: str) -> None:
        self.page = page
        tab = page.open("consent", **args)
        assert isinstance(tab, ConsentTab)
        self.tab = tab
        self.matrix = tab.card.matrix

    @property
    def panel(self) -> CellPanel:
        """What is behind the cell that is chosen."""
        assert self.tab.panel is not None
        return self.tab.panel

    def index(self, person: str, recipient: str) -> QModelIndex:
        """A cell by the name of its row and the heading of its column."""
        shown = self.tab.card.model.page
        assert shown is not None
        row = [one.name for one in shown.people].index(person)
        column = [one.short for one in shown.recipients].index(recipient)
        return self.tab.card.model.index(row, column)

    def said(self, person: str, recipient: str) -> str:
        """A cell as it is read aloud."""
        return str(self.index(person, recipient).data(Qt.ItemDataRole.AccessibleTextRole))

    def click(self, person: str, recipient: str) -> None:
        """Click a cell, scrolled to where it can be seen."""
        index = self.index(person, recipient)
        self.matrix.scrollTo(index)
        place = self.matrix.visualRect(index).center()
        self.page.qtbot.mouseClick(self.matrix.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.page.settle()

    def press(self, words: str) -> None:
        """Press a button of the panel by what it says."""
        buttons = {one.text(): one for one in self.panel.findChildren(Button)}
        self.page.press(buttons[words])

    def form(self, kind: type[W]) -> W:
        """The form that is open at the side."""
        content = self.tab.side.content
        assert isinstance(content, kind)
        assert content.isVisible()
        return content

    def tick(self, box: QCheckBox) -> None:
        """Tick a box with the keyboard."""
        box.setFocus(Qt.FocusReason.TabFocusReason)
        self.page.qtbot.keyClick(box, Qt.Key.Key_Space)
        self.page.settle()

    def choose(self, box: QComboBox, words: str) -> None:
        """Choose from a list with the arrow keys."""
        box.setFocus(Qt.FocusReason.TabFocusReason)
        wanted = box.findText(words)
        assert wanted >= 0, words
        while box.currentIndex() != wanted:
            down = box.currentIndex() < wanted
            self.page.qtbot.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
        self.page.settle()

    def type_in(self, field: QWidget, words: str) -> None:
        """Type into a field."""
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self.page.qtbot.keyClicks(field, words)

    def clear(self, field: QLineEdit) -> None:
        """Take away what stands in a field."""
        field.setFocus(Qt.FocusReason.TabFocusReason)
        field.selectAll()
        self.page.qtbot.keyClick(field, Qt.Key.Key_Delete)

    def windows(self) -> list[QWidget]:
        """The windows that can be seen: nothing opens one of its own."""
        return [one for one in QApplication.topLevelWidgets() if one.isVisible()]
