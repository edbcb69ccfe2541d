"""Colours, type and measures of the printed reports: always the light theme.

Measures are points. Colours are (red, green, blue), 0 to 1. A colour never says anything
alone: each state has a shape and a word too.
"""

from __future__ import annotations

from dataclasses import dataclass

from casedesk.reports.fonts import BOLD, ITALIC, REGULAR

Colour = tuple[float, float, float]


def _colour(code: str) -> Colour:
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return (red, green, blue)


SURFACE = _colour("#FFFFFF")
SUNKEN = _colour("#F2F5F5")
LINE = _colour("#D9E0E2")
CONTROL = _colour("#6F7F87")
INK = _colour("#14222A")
INK2 = _colour("#42535C")
INK3 = _colour("#58696F")
ACCENT = _colour("#0D5566")
ACCENT_BACK = _colour("#E1EFF2")
NEED = _colour("#63407A")
NEED_TEXT = _colour("#55336B")
GOOD = _colour("#1D7049")
GOOD_TEXT = _colour("#14593A")
WARN = _colour("#A35A00")
WARN_TEXT = _colour("#7A4300")
BAD = _colour("#B3261E")
BAD_TEXT = _colour("#9C1F2B")
MUTE = _colour("#6F7F87")
MUTE_TEXT = _colour("#42535C")
WATERMARK = _colour("#E3E9EB")


@dataclass(frozen=True, slots=True)
class Type:
    """How a run of text is set. `tag` is its role in the document's structure."""

    size: float
    leading: float
    style: str = REGULAR
    colour: Colour = INK
    tag: str = "P"


TITLE = Type(25, 30, BOLD, INK, "H1")
SUBTITLE = Type(13, 18, REGULAR, INK2)
SECTION = Type(15, 20, BOLD, INK, "H2")
SUBSECTION = Type(11.5, 15, BOLD, INK, "H3")
BODY = Type(10.5, 15)
BODY_BOLD = Type(10.5, 15, BOLD)
QUOTE = Type(10.5, 15, ITALIC)
SMALL = Type(9.5, 13)
SMALL_BOLD = Type(9.5, 13, BOLD)
SMALL_QUIET = Type(9.5, 13, REGULAR, INK2)
CAPTION = Type(8.5, 11.5, REGULAR, INK3)
CAPTION_BOLD = Type(8.5, 11.5, BOLD, INK2)
RUNNING = Type(8.5, 11, REGULAR, INK3)
RUNNING_BOLD = Type(8.5, 11, BOLD, INK)

PAGE_WIDTH = 595.28
PAGE_HEIGHT = 841.89
MARGIN = 56.7
CONTENT = PAGE_WIDTH - 2 * MARGIN
TOP = PAGE_HEIGHT - 74
FIRST_TOP = PAGE_HEIGHT - 57.5
BOTTOM = 66

HAIRLINE = 0.6
CELL_PAD = 7
COLUMN_GAP = 14
SECTION_GAP = 24
