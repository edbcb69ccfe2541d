"""What stands around a block: a tinted ground, or a bar at its left."""

from __future__ import annotations

from casedesk.reports.blocks import Block, Split
from casedesk.reports.pen import Pen
from casedesk.reports.style import Colour


class Panel(Block):
    """A block on a tinted ground."""

    def __init__(self, inside: Block, fill: Colour, pad: float = 14, before: float = 0) -> None:
        self.inside = inside
        self.fill = fill
        self.pad = pad
        self.before = before

    def height(self, width: float) -> float:
        return self.inside.height(width - 2 * self.pad) + 2 * self.pad

    def least(self, width: float) -> float:
        return self.inside.least(width - 2 * self.pad) + 2 * self.pad

    def split(self, width: float, room: float) -> Split:
        head, tail = self.inside.split(width - 2 * self.pad, room - 2 * self.pad)
        if head is None or tail is None:
            return (self, None) if tail is None else (None, self)
        return (
            Panel(head, self.fill, self.pad, self.before),
            Panel(tail, self.fill, self.pad),
        )

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        tall = self.height(width)
        with pen.decoration():
            pen.box(x, top - tall, width, tall, fill=self.fill, radius=5)
        self.inside.paint(pen, x + self.pad, top - self.pad, width - 2 * self.pad)


class Bar(Block):
    """A block with a coloured bar at its left, for words that somebody said."""

    _INDENT = 13.0

    def __init__(self, inside: Block, colour: Colour, before: float = 0) -> None:
        self.inside = inside
        self.colour = colour
        self.before = before

    def height(self, width: float) -> float:
        return self.inside.height(width - self._INDENT)

    def least(self, width: float) -> float:
        return self.inside.least(width - self._INDENT)

    def split(self, width: float, room: float) -> Split:
        head, tail = self.inside.split(width - self._INDENT, room)
        return (
            Bar(head, self.colour, self.before) if head else None,
            Bar(tail, self.colour) if tail else None,
        )

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        tall = self.height(width)
        with pen.decoration():
            pen.box(x, top - tall, 2.6, tall, fill=self.colour, radius=1.3)
        with pen.group("BlockQuote"):
            self.inside.paint(pen, x + self._INDENT, top, width - self._INDENT)
