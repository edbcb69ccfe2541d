"""The looks to choose from: colours and text size, in the menu and in the palette."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from casedesk.ui.shell.palette_rows import PaletteRow
from casedesk.ui.theme.theme import Theme

LOOKS = (
    ("light", "Light colours", "sun"),
    ("dark", "Dark colours", "contrast"),
    ("system", "Same colours as this computer", "laptop"),
    ("contrast", "High contrast", "contrast"),
)
TEXT_SIZES = ((1.0, "Text size 100%"), (1.15, "Text size 115%"), (1.3, "Text size 130%"))


def look_choices(theme: Theme) -> list[tuple[str, bool, Callable[[], None]]]:
    """Words, whether it is in force, and what puts it in force."""
    modes = [(words, theme.mode == mode, partial(theme.set_mode, mode)) for mode, words, _ in LOOKS]
    sizes = [
        (words, theme.factor == factor, partial(theme.set_factor, factor))
        for factor, words in TEXT_SIZES
    ]
    return [*modes, *sizes]


def look_rows(theme: Theme) -> list[PaletteRow]:
    """The looks that are not in force, as rows of the palette."""
    icons = {words: icon for _, words, icon in LOOKS}
    return [
        PaletteRow(words, icon=icons.get(words, "a-large-small"), run=choose)
        for words, in_force, choose in look_choices(theme)
        if not in_force
    ]
