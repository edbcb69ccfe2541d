"""A chronology on paper: a read model in, PDF bytes out."""

from __future__ import annotations

from pathlib import Path

from casedesk.domain.dates import short_date
from casedesk.domain.views.papers import ChronologyPaper, PaperLine
from casedesk.reports.blocks import Block, Heading, Row, Stack, Table, Text
from casedesk.reports.cover import cover_blocks, furniture_of
from casedesk.reports.document import make_pdf
from casedesk.reports.fonts import load_fonts
from casedesk.reports.lettering import Setter
from casedesk.reports.prose import paragraphs
from casedesk.reports.rows import AFTER_HEADING, CELLS, INSET, header
from casedesk.reports.sentences import names
from casedesk.reports.style import (
    SECTION,
    SECTION_GAP,
    SMALL,
    SMALL_BOLD,
    SMALL_QUIET,
)

TITLE_WORDS = "Chronology"
_DATE, _SOURCE, _GAP = 74.0, 108.0, 12.0


def chronology_pdf(paper: ChronologyPaper, fonts_folder: Path) -> bytes:
    """The chronology as a PDF, made in memory; the same events give the same bytes.

    `fonts_folder` is resources/fonts. Raises `FileProblem` when a font is missing.
    """
    setter = Setter(load_fonts(fonts_folder))
    blocks: list[Block] = cover_blocks(setter, paper.cover, TITLE_WORDS)
    blocks.append(Heading(setter, "Events, the oldest first", SECTION, SECTION_GAP, 0))
    middle = CELLS - _DATE - _SOURCE - 2 * _GAP
    columns = ((_DATE, "Date"), (middle, "What happened"), (_SOURCE, "Known from"))
    rows = [_row(setter, one, middle) for one in paper.lines]
    blocks.append(Table(header(setter, columns, _GAP), rows, before=AFTER_HEADING + 2))
    for at, said in enumerate(paper.notes):
        blocks.append(Text(setter, [(said, SMALL_QUIET)], before=4 if at else SECTION_GAP))
    furniture = furniture_of(paper.cover, TITLE_WORDS, preview=paper.preview)
    return make_pdf(blocks, furniture, setter)


def _row(setter: Setter, one: PaperLine, wide: float) -> Row:
    what: list[Block] = [Text(setter, [(one.title, SMALL_BOLD)])]
    what += paragraphs(setter, one.text, SMALL, 1)
    if one.impact:
        what.append(Text(setter, [(one.impact, SMALL_QUIET)], before=2))
    about = names(one.people, SMALL_QUIET, "About: ")
    if about:
        what.append(Text(setter, about, before=2))
    cells: list[tuple[float, Block]] = [
        (_DATE, Text(setter, [(short_date(one.on), SMALL_BOLD)])),
        (wide, Stack(what)),
        (_SOURCE, Text(setter, [(one.source, SMALL_QUIET)])),
    ]
    return Row(cells, gap=_GAP, pad=7, inset=INSET)
