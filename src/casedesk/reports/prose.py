"""What somebody wrote, with its paragraphs and the steps of its lists."""

from __future__ import annotations

from casedesk.reports.blocks import Block, Text
from casedesk.reports.lettering import Setter
from casedesk.reports.style import Type

_FIXED_BLANK = "\u00a0"


def paragraphs(setter: Setter, text: str, kind: Type, before: float) -> list[Block]:
    """A block a line, `before` points above the first; a blank line is a gap of half a line."""
    blocks: list[Block] = []
    gap = before
    for line in text.split("\n"):
        words = line.strip()
        if not words:
            gap += kind.leading / 2
            continue
        deep = len(line) - len(line.lstrip(" "))
        blocks.append(Text(setter, [(_FIXED_BLANK * deep + words, kind)], before=gap))
        gap = 2.0
    return blocks
