"""A document's bytes as something to see, whatever they are."""

from __future__ import annotations

from casedesk.domain.media_types import text_of
from casedesk.domain.views.documents_page import DocumentContent
from casedesk.ui.previews.look import DAMAGED, NOT_SHOWN, Look
from casedesk.ui.previews.pdfium import pdf_pages
from casedesk.ui.previews.pictures import picture

MOST_TEXT = 200_000
"""Characters of a text file that are shown."""


def look_at(found: DocumentContent, first: int = 0) -> Look:
    """What there is to see from page `first` on. For a worker; never raises."""
    kind = found.shown_as
    if kind == "pdf":
        return pdf_pages(found.content, first)
    if kind == "picture":
        return picture(found.content, found.document.media_type)
    if kind == "text":
        return _text(found.content)
    return Look(note=NOT_SHOWN)


def _text(content: bytes) -> Look:
    text = text_of(content)
    if text is None:
        return Look(note=DAMAGED)
    shown = "".join(one if one.isprintable() or one in "\n\t" else " " for one in text[:MOST_TEXT])
    note = "The first 200,000 characters are shown." if len(text) > MOST_TEXT else ""
    return Look(text=shown, note=note)
