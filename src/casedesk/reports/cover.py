"""The first page's title and who it is for, and what is repeated on every page."""

from __future__ import annotations

from casedesk.domain.dates import long_date
from casedesk.domain.views.progress import Cover
from casedesk.reports.blocks import Block, Row, Stack, Text
from casedesk.reports.document import OWNER_WIDTH, Furniture
from casedesk.reports.frames import Panel
from casedesk.reports.lettering import Setter
from casedesk.reports.sentences import joined
from casedesk.reports.style import (
    CAPTION,
    CONTENT,
    RUNNING_BOLD,
    SMALL_BOLD,
    SMALL_QUIET,
    SUBTITLE,
    SUNKEN,
    TITLE,
)

WATERMARK = "Preview – not for sharing"


def furniture_of(cover: Cover, title: str, *, preview: bool) -> Furniture:
    """What is repeated on every page of a document called `title`."""
    family = "" if cover.says_family else " family"
    return Furniture(
        title=title,
        running=(f"{title} · ", cover.family_ref, " · ", cover.family_name, family),
        foot=(cover.family_ref, f" · as at {long_date(cover.as_at)}"),
        marking=cover.marking,
        watermark=WATERMARK if preview else None,
    )


def cover_blocks(setter: Setter, cover: Cover, title_words: str) -> list[Block]:
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
    reached = [one for one in (cover.phone, cover.email) if one]
    if reached:
        entries.append(("Contact", reached[0], reached[1] if len(reached) > 1 else None))
    half = (CONTENT - 2 * 14 - 16) / 2
    rows: list[Block] = []
    for at in range(0, len(entries), 2):
        cells = [(half, _entry(setter, *entry)) for entry in entries[at : at + 2]]
        rows.append(Row(cells, gap=16, pad=0, tag=None, before=10 if at else 0))
    owner = joined([cover.council, cover.team], RUNNING_BOLD) or [(" ", RUNNING_BOLD)]
    head = Row([(OWNER_WIDTH, Text(setter, owner))], pad=0, tag=None)
    title = Text(setter, [(title_words, TITLE)], before=20)
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
