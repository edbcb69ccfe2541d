"""The progress report: a read model in, PDF bytes out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from casedesk.domain.dates import long_date
from casedesk.domain.views.progress import Cover, ProgressReport
from casedesk.reports import family_sections, plan_sections, sections
from casedesk.reports.blocks import Block, Heading, Row, Stack, Text
from casedesk.reports.document import OWNER_WIDTH, Furniture, make_pdf
from casedesk.reports.fonts import load_fonts
from casedesk.reports.frames import Panel
from casedesk.reports.lettering import Setter
from casedesk.reports.sentences import joined
from casedesk.reports.style import (
    CAPTION,
    CONTENT,
    RUNNING_BOLD,
    SECTION,
    SECTION_GAP,
    SMALL_BOLD,
    SMALL_QUIET,
    SUBTITLE,
    SUNKEN,
    TITLE,
)

TITLE_WORDS = "Progress report"
WATERMARK = "Preview – not for sharing"

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
    blocks = _cover(setter, report.cover)
    number = 0
    for title, part in _PARTS:
        inside = part(setter, report)
        if inside:
            number += 1
            words = f"{number}. {title}"
            blocks += [Heading(setter, words, SECTION, SECTION_GAP, 0), *inside]
    return make_pdf(blocks, _furniture(report), setter)


def _furniture(report: ProgressReport) -> Furniture:
    cover = report.cover
    family = "" if cover.says_family else " family"
    return Furniture(
        title=TITLE_WORDS,
        running=(f"{TITLE_WORDS} · ", cover.family_ref, " · ", cover.family_name, family),
        foot=(cover.family_ref, f" · as at {long_date(cover.as_at)}"),
        marking=cover.marking,
        watermark=WATERMARK if report.preview else None,
    )


def _cover(setter: Setter, cover: Cover) -> list[Block]:
    """Title, family and the block of who, for whom and when."""
    reader = cover.organisation or cover.reader
    entries: list[tuple[str, str, str | None]] = [
        ("Prepared for", reader or cover.recipient, cover.recipient if reader else None),
        ("As at", long_date(cover.as_at), None),
    ]
    if cover.keyworker:
        entries.append(("Keyworker", cover.keyworker, None))
    if cover.programme:
        entries.append(("Programme", cover.programme, None))
    half = (CONTENT - 2 * 14 - 16) / 2
    rows: list[Block] = []
    for at in range(0, len(entries), 2):
        cells = [(half, _entry(setter, *entry)) for entry in entries[at : at + 2]]
        rows.append(Row(cells, gap=16, pad=0, tag=None, before=10 if at else 0))
    owner = joined([cover.council, cover.team], RUNNING_BOLD) or [(" ", RUNNING_BOLD)]
    head = Row([(OWNER_WIDTH, Text(setter, owner))], pad=0, tag=None)
    title = Text(setter, [(TITLE_WORDS, TITLE)], before=20)
    between = " · " if cover.says_family else " family · "
    family = [(part, SUBTITLE) for part in (cover.family_name, between, cover.family_ref)]
    return [
        head,
        title,
        Text(setter, family, before=2, sticky=True),
        Panel(Stack(rows), SUNKEN, before=14),
    ]


def _entry(setter: Setter, label: str, value: str, more: str | None) -> Block:
    lines: list[Block] = [Text(setter, [(value, SMALL_BOLD)])]
    if more:
        lines.append(Text(setter, [(more, SMALL_QUIET)]))
    wide = (CONTENT - 2 * 14 - 16) / 2
    cells: list[tuple[float, Block]] = [
        (66.0, Text(setter, [(label, CAPTION)], before=0)),
        (wide - 66.0, Stack(lines)),
    ]
    return Row(cells, pad=0, tag=None)
