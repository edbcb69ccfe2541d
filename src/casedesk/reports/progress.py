"""The progress report: a read model in, PDF bytes out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from casedesk.domain.views.progress import ProgressReport
from casedesk.reports import family_sections, plan_sections, sections
from casedesk.reports.blocks import Block, Heading
from casedesk.reports.cover import cover_blocks, furniture_of
from casedesk.reports.document import make_pdf
from casedesk.reports.fonts import load_fonts
from casedesk.reports.lettering import Setter
from casedesk.reports.style import SECTION, SECTION_GAP

TITLE_WORDS = "Progress report"

_Part = tuple[str, Callable[[Setter, ProgressReport], list[Block]]]
_PARTS: tuple[_Part, ...] = (
    ("Summary", sections.summary),
    ("What has changed", sections.criteria),
    ("School attendance", sections.attendance),
    ("What the children say", sections.voices),
    ("Goals", plan_sections.goals),
    ("Actions", plan_sections.actions),
    ("Reviews", plan_sections.reviews),
    ("Visits and other contacts", family_sections.visits),
    ("Household", family_sections.household),
    ("About this report", sections.about),
)


def progress_pdf(report: ProgressReport, fonts_folder: Path) -> bytes:
    """The report as a PDF, made in memory; the same report gives the same bytes.

    `fonts_folder` is resources/fonts. Parts with nothing in them are left out. Raises
    `FileProblem` when a font is missing.
    """
    setter = Setter(load_fonts(fonts_folder))
    blocks = cover_blocks(setter, report.cover, TITLE_WORDS)
    number = 0
    for title, part in _PARTS:
        inside = part(setter, report)
        if inside:
            number += 1
            words = f"{number}. {title}"
            blocks += [Heading(setter, words, SECTION, SECTION_GAP, 0), *inside]
    furniture = furniture_of(report.cover, TITLE_WORDS, preview=report.preview)
    return make_pdf(blocks, furniture, setter)
