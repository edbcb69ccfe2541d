"""F1: the keys that do something here, and what they do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from casedesk.ui.shell.shortcuts import Shortcut
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.scroll_area import ScrollArea

TALLEST = 400
TAB = "tab_"


class KeysList(QWidget):
    """Two columns: what it does, and the keys."""

    def __init__(self, theme: Theme, shortcuts: Sequence[Shortcut]) -> None:
        super().__init__()
        inside = QWidget()
        inside.setProperty("page", True)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for row, (words, keys) in enumerate(_lines(shortcuts)):
            grid.addWidget(Label(words, "body"), row, 0)
            grid.addWidget(Label(keys, "sub", "ink2"), row, 1)
        area = ScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setAccessibleName("Keys")
        area.setMinimumHeight(min(inside.sizeHint().height() + 2, theme.px(TALLEST)))
        self.setFocusProxy(area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)


def _lines(shortcuts: Sequence[Shortcut]) -> list[tuple[str, str]]:
    """Words and keys; the tabs of a family in one line."""
    tabs = [one for one in shortcuts if one.id.startswith(TAB)]
    lines = []
    for one in shortcuts:
        if one not in tabs:
            lines.append((one.words, one.shown))
        elif one is tabs[0]:
            lines.append(("Go to a tab of the family", f"{one.shown} … {tabs[-1].shown}"))
    return lines
