"""What the palette offers besides what it finds: undo, pages, actions, looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from casedesk.ui.shell.look import look_rows
from casedesk.ui.shell.palette_rows import PaletteRow
from casedesk.ui.shell.shortcuts import BY_ID, SHORTCUTS, Shortcut
from casedesk.ui.theme.theme import Theme
from casedesk.ui.undo_stack import UndoStack

PAGE_ICONS = {
    "today": "calendar-days",
    "families": "users-round",
    "reports": "file-text",
    "team": "chart-column",
}
ACTION_ICONS = {
    "add_note": "notebook-pen",
    "new_family": "plus",
    "start_visit": "play",
    "report": "file-text",
    "lock": "lock",
    "help": "keyboard",
}
"""What the palette offers besides pages."""


def palette_actions(
    act: Callable[[str], None],
    does_something: Callable[[Shortcut], bool],
    stack: UndoStack,
    theme: Theme,
    own: Iterable[PaletteRow],
    more: Iterable[PaletteRow],
) -> list[PaletteRow]:
    """The rows of this moment.

    `own` are the screen's, `more` the shell's that have no keys; `act` does what a shortcut
    stands for, where `does_something` says that it does.
    """
    offered = [one for one in SHORTCUTS if _icon(one) and does_something(one)]
    return [
        *own,
        *_undo_rows(stack, act),
        *(_row(one, act) for one in offered),
        *look_rows(theme),
        *more,
    ]


def _undo_rows(stack: UndoStack, act: Callable[[str], None]) -> Sequence[PaletteRow]:
    choices = (("Undo", "undo", stack.next_undo), ("Redo", "redo", stack.next_redo))
    return [
        PaletteRow(f"{word}: {what}", "", f"{name}-2", BY_ID[name].shown, partial(act, name))
        for word, name, what in choices
        if what
    ]


def _row(shortcut: Shortcut, act: Callable[[str], None]) -> PaletteRow:
    return PaletteRow(
        shortcut.words, "", _icon(shortcut), shortcut.shown, partial(act, shortcut.id)
    )


def _icon(shortcut: Shortcut) -> str:
    page = shortcut.id.removeprefix("page_")
    return ACTION_ICONS.get(shortcut.id) or (PAGE_ICONS[page] if page != shortcut.id else "")
