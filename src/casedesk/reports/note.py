"""One visit or note on paper: a read model in, PDF bytes out."""

from __future__ import annotations

from pathlib import Path

from casedesk.domain.dates import long_date
from casedesk.domain.views.papers import NotePaper
from casedesk.reports.blocks import Block, Heading, Stack, Text
from casedesk.reports.cover import cover_blocks, furniture_of
from casedesk.reports.document import make_pdf
from casedesk.reports.fonts import load_fonts
from casedesk.reports.frames import Bar
from casedesk.reports.lettering import Setter
from casedesk.reports.prose import paragraphs
from casedesk.reports.rows import AFTER_HEADING, after
from casedesk.reports.sentences import joined, names
from casedesk.reports.style import (
    ACCENT,
    BODY,
    CAPTION,
    QUOTE,
    SECTION,
    SECTION_GAP,
    SMALL,
    SMALL_QUIET,
)

TITLE_WORDS = "Note"


def note_pdf(paper: NotePaper, fonts_folder: Path) -> bytes:
    """The note as a PDF, made in memory; the same note gives the same bytes.

    `fonts_folder` is resources/fonts. Raises `FileProblem` when a font is missing.
    """
    setter = Setter(load_fonts(fonts_folder))
    blocks: list[Block] = cover_blocks(setter, paper.cover, TITLE_WORDS)
    blocks.append(Heading(setter, f"{paper.kind}, {paper.when}", SECTION, SECTION_GAP, 0))
    who = (
        after("Written by ", paper.by, SMALL_QUIET),
        names(paper.people, SMALL, "There: "),
        names(paper.seen, SMALL, "Children seen: "),
        names(paper.seen_alone, SMALL, "Seen alone: "),
        after("Also there: ", paper.also_present, SMALL),
    )
    blocks += [Text(setter, spans, before=2) for spans in who if spans]
    blocks += paragraphs(setter, paper.text, BODY, AFTER_HEADING + 4)
    if paper.said:
        blocks.append(Heading(setter, "What the children said", SECTION, SECTION_GAP, 0))
        for one in paper.said:
            by = joined([one.name, long_date(one.on)], CAPTION, ", ")
            words = [Text(setter, [(one.words, QUOTE)]), Text(setter, by, before=2)]
            blocks.append(Bar(Stack(words), ACCENT, before=AFTER_HEADING + 1))
    for at, said in enumerate(paper.notes):
        blocks.append(Text(setter, [(said, SMALL_QUIET)], before=4 if at else SECTION_GAP))
    furniture = furniture_of(paper.cover, TITLE_WORDS, preview=paper.preview)
    return make_pdf(blocks, furniture, setter)
