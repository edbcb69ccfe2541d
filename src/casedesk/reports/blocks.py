"""The blocks a report is made of. Each knows its height, where it may break, and how to draw.

A block is measured at the width it will be drawn at. All measures are points.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import nullcontext

from casedesk.reports.lettering import Setter
from casedesk.reports.lines import Line, Span
from casedesk.reports.pen import Pen
from casedesk.reports.style import CELL_PAD, HAIRLINE, LINE, Colour, Type

KEPT_WHOLE = 180.0
"""A row no taller than this is not broken between pages."""

Split = tuple["Block | None", "Block | None"]


class Block(ABC):
    """Something on the page.

    `before` is the gap above it, not used at the top of a page. A `sticky` block stays with
    the one that follows.
    """

    before: float = 0
    sticky: bool = False

    @abstractmethod
    def height(self, width: float) -> float:
        """The height at that width."""

    def least(self, width: float) -> float:
        """The height of the smallest piece that may stand at the foot of a page."""
        return self.height(width)

    def split(self, width: float, room: float) -> Split:
        """What fits in `room`, and the rest; (None, self) when nothing does."""
        return (self, None) if self.height(width) <= room else (None, self)

    @abstractmethod
    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draws it with its top left corner at (x, top)."""


class Text(Block):
    """Text in lines. Breaks leave at least two lines on either side."""

    def __init__(
        self, setter: Setter, spans: Sequence[Span], before: float = 0, *, sticky: bool = False
    ) -> None:
        self._setter = setter
        self._spans = spans
        self.kind: Type = spans[0][1]
        self.before = before
        self.sticky = sticky
        self._lines: list[Line] = []
        self._width = -1.0

    def lines(self, width: float) -> list[Line]:
        if width != self._width:
            self._lines = self._setter.lines(self._spans, width)
            self._width = width
        return self._lines

    def height(self, width: float) -> float:
        return len(self.lines(width)) * self.kind.leading

    def least(self, width: float) -> float:
        count = len(self.lines(width))
        return (count if count < 4 else 2) * self.kind.leading

    def split(self, width: float, room: float) -> Split:
        lines = self.lines(width)
        fit = int((room + 0.01) / self.kind.leading)
        if fit >= len(lines):
            return self, None
        fit = min(fit, len(lines) - 2)
        if fit < 2:
            return None, self
        return self._part(lines[:fit], width), self._part(lines[fit:], width)

    def _part(self, lines: list[Line], width: float) -> Text:
        part = Text(self._setter, self._spans, self.before, sticky=self.sticky)
        part._lines, part._width = lines, width
        return part

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        with pen.content(self.kind.tag):
            pen.lines(self.lines(width), x, top, self.kind, width)


class Heading(Text):
    """A heading that is also in the document's outline, `depth` levels down."""

    def __init__(self, setter: Setter, text: str, kind: Type, before: float, depth: int) -> None:
        super().__init__(setter, [(text, kind)], before, sticky=True)
        self._title = text
        self._depth = depth

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        key = f"part-{pen.canvas.getPageNumber()}-{top:.2f}"
        pen.canvas.bookmarkPage(key, fit="XYZ", left=0, top=top + 12)
        pen.canvas.addOutlineEntry(self._title, key, self._depth)
        super().paint(pen, x, top, width)


class Stack(Block):
    """Blocks below each other."""

    def __init__(self, blocks: Sequence[Block], before: float = 0) -> None:
        self.blocks = list(blocks)
        self.before = before

    def _gap(self, number: int) -> float:
        return self.blocks[number].before if number else 0

    def height(self, width: float) -> float:
        return sum(
            self._gap(number) + block.height(width) for number, block in enumerate(self.blocks)
        )

    def least(self, width: float) -> float:
        used = 0.0
        for number, block in enumerate(self.blocks):
            used += self._gap(number)
            if not block.sticky:
                return used + block.least(width)
            used += block.height(width)
        return used

    def split(self, width: float, room: float) -> Split:
        left = room
        for number, block in enumerate(self.blocks):
            left -= self._gap(number)
            tall = block.height(width)
            if tall <= left + 0.01:
                left -= tall
                continue
            head, tail = block.split(width, left) if left > 0 else (None, block)
            cut = number
            if head is None:
                while cut and self.blocks[cut - 1].sticky:
                    cut -= 1
            first = [*self.blocks[:cut], *([head] if head else [])]
            rest = [*self.blocks[cut:number], *([tail] if tail else []), *self.blocks[number + 1 :]]
            if not first:
                return None, self
            return Stack(first, self.before), Stack(rest)
        return self, None

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        for number, block in enumerate(self.blocks):
            top -= self._gap(number)
            block.paint(pen, x, top, width)
            top -= block.height(width)


class Row(Block):
    """Cells beside each other, with their widths; the row of a table or of a list.

    Widths are points, `gap` between them, `inset` on either side. `tag` is TD or TH in a table,
    None elsewhere.
    """

    def __init__(
        self,
        cells: Sequence[tuple[float, Block]],
        *,
        gap: float = 0,
        pad: float = CELL_PAD,
        inset: float = 0,
        fill: Colour | None = None,
        tag: str | None = "TD",
        before: float = 0,
        keep: bool = False,
    ) -> None:
        self.cells = list(cells)
        self.gap = gap
        self.pad = pad
        self.inset = inset
        self.fill = fill
        self.tag = tag
        self.before = before
        self.keep = keep

    def height(self, width: float) -> float:
        return 2 * self.pad + max((cell.height(wide) for wide, cell in self.cells), default=0)

    def least(self, width: float) -> float:
        tall = self.height(width)
        if self.keep or tall <= KEPT_WHOLE:
            return tall
        return 2 * self.pad + max((cell.least(wide) for wide, cell in self.cells), default=0)

    def split(self, width: float, room: float) -> Split:
        if self.height(width) <= room + 0.01:
            return self, None
        inside = room - 2 * self.pad
        if inside <= 0 or self.least(width) > room + 0.01:
            return None, self
        heads: list[tuple[float, Block]] = []
        tails: list[tuple[float, Block]] = []
        for wide, cell in self.cells:
            head, tail = cell.split(wide, inside)
            heads.append((wide, head or Stack([])))
            tails.append((wide, tail or Stack([])))
        if not any(cell.height(wide) for wide, cell in heads):
            return None, self
        return self._with(heads), self._with(tails)

    def _with(self, cells: Sequence[tuple[float, Block]]) -> Row:
        return Row(
            cells, gap=self.gap, pad=self.pad, inset=self.inset, fill=self.fill, tag=self.tag,
            before=self.before,
        )  # fmt: skip

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        tall = self.height(width)
        if self.fill:
            with pen.decoration():
                pen.box(x, top - tall, width, tall, fill=self.fill)
        x += self.inset
        if self.tag is None:
            self._cells(pen, x, top)
            return
        with pen.group("TR"):
            self._cells(pen, x, top)

    def _cells(self, pen: Pen, x: float, top: float) -> None:
        for wide, cell in self.cells:
            with pen.group(self.tag) if self.tag else nullcontext():
                cell.paint(pen, x, top - self.pad, wide)
            x += wide + self.gap


class Table(Block):
    """Rows with hairlines between them, under a header that is repeated on each page."""

    def __init__(self, header: Row | None, rows: Sequence[Row], before: float = 0) -> None:
        self.header = header
        self.rows = list(rows)
        self.before = before

    def _head(self, width: float) -> float:
        return self.header.height(width) if self.header else 0

    def height(self, width: float) -> float:
        return self._head(width) + sum(row.height(width) for row in self.rows)

    def least(self, width: float) -> float:
        first = min(self.rows[0].least(width), self.rows[0].height(width)) if self.rows else 0
        return self._head(width) + first

    def split(self, width: float, room: float) -> Split:
        left = room - self._head(width)
        for number, row in enumerate(self.rows):
            tall = row.height(width)
            if tall <= left + 0.01:
                left -= tall
                continue
            head, tail = row.split(width, left)
            first = [*self.rows[:number], *([head] if isinstance(head, Row) else [])]
            if not first:
                return None, self
            rest = [*([tail] if isinstance(tail, Row) else []), *self.rows[number + 1 :]]
            return Table(self.header, first, self.before), Table(self.header, rest)
        return self, None

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        with pen.group("Table"):
            if self.header:
                self.header.paint(pen, x, top, width)
                top -= self.header.height(width)
            for number, row in enumerate(self.rows):
                if number:
                    pen.rule(x, top, width, LINE, HAIRLINE)
                row.paint(pen, x, top, width)
                top -= row.height(width)
