"""Puts blocks on pages: breaks where a block allows it and keeps headings with what follows."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from casedesk.reports.blocks import Block

Page = list[tuple[float, Block]]
"""Blocks of a page, each with the distance of its top from the top of the text area."""


def paginate(blocks: Sequence[Block], width: float, first_room: float, room: float) -> list[Page]:
    """The blocks page by page; there is at least one page.

    `first_room` and `room` are the heights of the text area on the first and the later pages.
    Every block must fit in `room` or be able to split.
    """
    waiting = deque(blocks)
    pages: list[Page] = [[]]
    used = 0.0
    limit = first_room
    while waiting:
        block = waiting.popleft()
        gap = block.before if pages[-1] else 0.0
        left = limit - used - gap
        if pages[-1] and _needed(block, waiting, width) > left + 0.01:
            waiting.appendleft(block)
            pages.append([])
            used, limit = 0.0, room
            continue
        head, tail = block.split(width, left)
        if head is None:
            if pages[-1]:
                waiting.appendleft(block)
                pages.append([])
                used, limit = 0.0, room
                continue
            head, tail = block, None
        pages[-1].append((used + gap, head))
        used += gap + head.height(width)
        if tail is not None:
            waiting.appendleft(tail)
            pages.append([])
            used, limit = 0.0, room
    return pages


def _needed(block: Block, following: Sequence[Block] | deque[Block], width: float) -> float:
    """The room a block needs to begin here, with the ones it must stay with."""
    if not block.sticky:
        return block.least(width)
    needed = block.height(width)
    for after in following:
        needed += after.before
        if not after.sticky:
            return needed + after.least(width)
        needed += after.height(width)
    return needed
