"""What the rows of all parts share: measures, the header of a table, a label before text."""

from __future__ import annotations

from collections.abc import Sequence

from casedesk.reports.blocks import Row, Text
from casedesk.reports.lettering import Setter
from casedesk.reports.lines import Span
from casedesk.reports.style import CAPTION_BOLD, COLUMN_GAP, CONTENT, SUNKEN, Type

AFTER_HEADING = 7.0
SIDE = 188.0
"""The column beside the words of a criterion or goal."""
MAIN = CONTENT - SIDE - COLUMN_GAP
INSET = 8.0
CELLS = CONTENT - 2 * INSET
"""The room of a table's cells, with the gaps between them."""


def header(setter: Setter, columns: Sequence[tuple[float, str]], gap: float = 10) -> Row:
    cells = [(wide, Text(setter, [(title, CAPTION_BOLD)])) for wide, title in columns]
    return Row(cells, gap=gap, pad=5, inset=INSET, fill=SUNKEN, tag="TH", keep=True)


def after(before: str, text: str | None, kind: Type) -> list[Span]:
    """`text` after a label of ours; nothing where there is none."""
    return [(before, kind), (text, kind)] if text else []
