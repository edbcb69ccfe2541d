"""Every keyboard shortcut of the window, in one table (the F1 list is made from it)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class Reach(Enum):
    """Who answers a shortcut."""

    WINDOW = "anywhere"
    """The shell, on every page."""
    SCREEN = "on this page"
    """The screen that is shown, when it has the action."""
    SPECIAL = "built in"
    """Read by the widget in front (Esc); only listed here."""


@dataclass(frozen=True)
class Shortcut:
    """One action and its keys, as `QKeySequence` reads them; `words` say what it does."""

    id: str
    keys: tuple[str, ...]
    words: str
    reach: Reach

    @property
    def shown(self) -> str:
        """The keys as people read them: "Ctrl Shift N"."""
        return " or ".join(key.replace("+", " ").replace("Return", "Enter") for key in self.keys)


PAGES = ("today", "families", "reports", "team")
FAMILY_TABS = 8
UNDO_AND_REDO = ("undo", "redo")
BLANK = "blank_page"

SHORTCUTS: tuple[Shortcut, ...] = (
    Shortcut("palette", ("Ctrl+K",), "Search or jump", Reach.WINDOW),
    Shortcut("page_today", ("Ctrl+1",), "Go to Today", Reach.WINDOW),
    Shortcut("page_families", ("Ctrl+2",), "Go to Families", Reach.WINDOW),
    Shortcut("page_reports", ("Ctrl+3",), "Go to Reports", Reach.WINDOW),
    Shortcut("page_team", ("Ctrl+4",), "Go to Team", Reach.WINDOW),
    Shortcut("search_list", ("Ctrl+F", "/"), "Search in this list", Reach.SCREEN),
    *(
        Shortcut(f"tab_{number}", (f"Alt+{number}",), f"Go to family tab {number}", Reach.SCREEN)
        for number in range(1, FAMILY_TABS + 1)
    ),
    Shortcut("add_note", ("Ctrl+N",), "Add a note", Reach.SCREEN),
    Shortcut("new_family", ("Ctrl+Shift+N",), "Add a new family", Reach.WINDOW),
    Shortcut("start_visit", ("Ctrl+Shift+V",), "Start a visit", Reach.SCREEN),
    Shortcut("finish_visit", ("Ctrl+Return",), "Finish the visit", Reach.SCREEN),
    Shortcut(BLANK, ("F9",), "Blank the page, or bring it back", Reach.SCREEN),
    Shortcut("report", ("Ctrl+P",), "Make or print a report", Reach.SCREEN),
    Shortcut("save_now", ("Ctrl+S",), "Save now (drafts save themselves)", Reach.SCREEN),
    Shortcut("undo", ("Ctrl+Z",), "Undo the last action", Reach.WINDOW),
    Shortcut("redo", ("Ctrl+Y", "Ctrl+Shift+Z"), "Redo what was undone", Reach.WINDOW),
    Shortcut("lock", ("Ctrl+L",), "Lock now", Reach.WINDOW),
    Shortcut("next_region", ("F6",), "Next part of the window", Reach.WINDOW),
    Shortcut("previous_region", ("Shift+F6",), "Previous part of the window", Reach.WINDOW),
    Shortcut("next_misspelt", ("F7",), "Go to the next misspelt word in a note", Reach.SPECIAL),
    Shortcut("close", ("Esc",), "Close the search, panel or dialog", Reach.SPECIAL),
    Shortcut("help", ("F1",), "What can I do here", Reach.WINDOW),
)

BY_ID = {shortcut.id: shortcut for shortcut in SHORTCUTS}


def install(window: QWidget, act: Callable[[str], None]) -> list[QShortcut]:
    """Makes the table's keys call `act(id)` anywhere in `window` (while it is shown).

    A key that types into the field with the focus ("/") or undoes in it goes to the field first.
    """
    made = []
    for shortcut in SHORTCUTS:
        if shortcut.reach is Reach.SPECIAL:
            continue
        for keys in shortcut.keys:
            one = QShortcut(QKeySequence(keys), window)
            one.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            # A key held down in a field must not go on to undo one save after the other, nor
            # show again what it has just blanked.
            one.setAutoRepeat(shortcut.id not in (*UNDO_AND_REDO, BLANK))
            one.activated.connect(partial(act, shortcut.id))
            made.append(one)
    return made
