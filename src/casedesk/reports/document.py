"""The paper around a report: page size, running heads, page numbers, outline, metadata.

Makes PDF bytes in memory. The same blocks give the same bytes: no clock, user or path goes
into the file.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFInfo, PDFString

from casedesk.reports import style
from casedesk.reports.blocks import Block
from casedesk.reports.flow import Page, paginate
from casedesk.reports.fonts import BOLD, DRAWING, REGULAR
from casedesk.reports.lettering import Setter
from casedesk.reports.pen import Pen
from casedesk.reports.structure import Paper
from casedesk.reports.style import (
    BOTTOM,
    CONTENT,
    FIRST_TOP,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RUNNING,
    RUNNING_BOLD,
    TOP,
    Type,
)

OWNER_WIDTH = CONTENT * 0.6
"""The room beside the marking at the top of the first page, for whose document it is."""

PRODUCER = "CaseDesk"
LANGUAGE = "en-GB"
_WATERMARK = Type(58, 64, BOLD, style.WATERMARK)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is repeated on every page.

    `title` is the document's title in the metadata and must say nothing about anybody.
    `running` stands at the head of all pages but the first, `foot` at the foot, both in parts
    of our words and case text; `marking` at head and foot. `watermark` is printed across the page.
    """

    title: str
    running: Sequence[str]
    foot: Sequence[str]
    marking: str
    watermark: str | None = None


class _Information(PDFInfo):
    """Title and program only: no author, no dates."""

    def format(self, document: PDFDocument) -> bytes:
        entries = {"Title": PDFString(self.title), "Producer": PDFString(PRODUCER)}
        return PDFDictionary(entries).format(document)


def make_pdf(blocks: Sequence[Block], furniture: Furniture, setter: Setter) -> bytes:
    """The blocks as a PDF of A4 pages."""
    with DRAWING:
        pages = paginate(blocks, CONTENT, FIRST_TOP - BOTTOM, TOP - BOTTOM)
        target = io.BytesIO()
        canvas = Paper(
            target,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=1,
            invariant=1,
            lang=LANGUAGE,
            initialFontName=setter.fonts.main[REGULAR].name,  # type: ignore[arg-type]
            pdfVersion=(1, 7),
        )
        canvas._doc.info = _Information()
        canvas.setTitle(furniture.title)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        pen = Pen(canvas, setter)
        for number, page in enumerate(pages, start=1):
            _draw_page(pen, page, furniture, number, len(pages))
            canvas._doc.updateSignature("\n".join(canvas._code))
            pen.structure.end_page()
            canvas.showPage()
        pen.structure.write()
        canvas.save()
    return target.getvalue()


def _draw_page(pen: Pen, page: Page, furniture: Furniture, number: int, total: int) -> None:
    with pen.decoration():
        if furniture.watermark:
            _watermark(pen, furniture.watermark)
        _head(pen, furniture, first=number == 1)
        _foot(pen, furniture, number, total)
    top = FIRST_TOP if number == 1 else TOP
    for offset, block in page:
        block.paint(pen, MARGIN, top - offset, CONTENT)


def _watermark(pen: Pen, text: str) -> None:
    canvas = pen.canvas
    canvas.saveState()
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    canvas.rotate(52)
    pen.text(text, 0, -_WATERMARK.size / 3, _WATERMARK, align="middle")
    canvas.restoreState()


def _head(pen: Pen, furniture: Furniture, *, first: bool) -> None:
    right = PAGE_WIDTH - MARGIN
    room = CONTENT - OWNER_WIDTH - 12
    if first:
        pen.rule(MARGIN, PAGE_HEIGHT - 48, CONTENT, style.ACCENT, 3)
        _short(pen, [furniture.marking], right, PAGE_HEIGHT - 65.5, RUNNING_BOLD, room, "right")
        return
    pen.rule(MARGIN, PAGE_HEIGHT - 54, CONTENT, style.LINE)
    base = PAGE_HEIGHT - 46
    taken = _short(pen, [furniture.marking], right, base, RUNNING_BOLD, room, "right")
    _short(pen, furniture.running, MARGIN, base, RUNNING, CONTENT - taken - 16, "left")


def _foot(pen: Pen, furniture: Furniture, number: int, total: int) -> None:
    pen.rule(MARGIN, BOTTOM - 16, CONTENT, style.LINE)
    base = BOTTOM - 29
    right = PAGE_WIDTH - MARGIN
    taken = pen.text(f"Page {number} of {total}", right, base, RUNNING, align="right")
    middle = _short(
        pen, [furniture.marking], PAGE_WIDTH / 2, base, RUNNING_BOLD, CONTENT * 0.4, "middle"
    )
    room = CONTENT / 2 - max(middle / 2, taken - CONTENT / 2) - 12
    _short(pen, furniture.foot, MARGIN, base, RUNNING, room, "left")


def _short(
    pen: Pen, parts: Sequence[str], x: float, base: float, kind: Type, room: float, align: str
) -> float:
    """A running head's words, cut with an ellipsis where they are too long. Their width."""
    line = pen.setter.shortened([(part, kind) for part in parts], room)
    if line is None:
        return 0
    shift = {"left": 0.0, "right": line.width, "middle": line.width / 2}[align]
    pen.line(line, x - shift, base)
    return line.width
