"""PDF pages as pictures, in memory, on a worker: with limits, because a file may be hostile."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PySide6.QtGui import QImage

from casedesk.ui.previews.look import DAMAGED, PROTECTED, TOO_SLOW, Look

ONE_AT_A_TIME = threading.Lock()
"""PDFium is not safe to use from two threads at once."""
PAGE_WIDE = 1_000
PAGES_AT_ONCE = 10
LONGEST_SIDE = 6_000
LEAST_SIDE = 16
WITHIN_SECONDS = 10.0
WAIT_SECONDS = 15.0
_PASSWORD = 4


class _OutOfTime(Exception):
    """A page could not be drawn in the time there was."""


@dataclass(frozen=True)
class Limit:
    """When drawing has to end; `clock` gives seconds."""

    ends: float
    clock: Callable[[], float]

    def is_over(self) -> bool:
        """Whether the time is up."""
        return self.clock() >= self.ends


def pdf_pages(
    content: bytes,
    first: int = 0,
    *,
    within: float = WITHIN_SECONDS,
    clock: Callable[[], float] = time.monotonic,
) -> Look:
    """At most 10 pages from page `first` on, each `PAGE_WIDE` px wide. Never raises.

    A page that is not drawn `within` so many seconds ends it; what was drawn before is shown.
    """
    if not ONE_AT_A_TIME.acquire(timeout=WAIT_SECONDS):
        return Look(note=TOO_SLOW)
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        ONE_AT_A_TIME.release()
        return Look(note=PROTECTED if getattr(error, "err_code", None) == _PASSWORD else DAMAGED)
    try:
        return _drawn(document, first, Limit(clock() + within, clock))
    finally:
        document.close()
        ONE_AT_A_TIME.release()


def _drawn(document: pypdfium2.PdfDocument, first: int, limit: Limit) -> Look:
    pages: list[QImage] = []
    count = len(document)
    note = "" if count else DAMAGED
    for number in range(first, min(first + PAGES_AT_ONCE, count)):
        try:
            pages.append(_page(document, number, limit))
        except _OutOfTime:
            note = _stopped(number) if pages else TOO_SLOW
            break
        except (pypdfium2.PdfiumError, ValueError, MemoryError):
            note = f"Page {number + 1} could not be drawn." if pages else DAMAGED
            break
    return Look(tuple(pages), first, count, note=note)


def _stopped(number: int) -> str:
    return f"Page {number + 1} takes too long to draw, so the pages end here."


def _page(document: pypdfium2.PdfDocument, number: int, limit: Limit) -> QImage:
    if limit.is_over():
        raise _OutOfTime
    page = document[number]
    try:
        wide, high = page.get_size()
        if wide <= 0 or high <= 0:
            raise ValueError("a page without a size")
        scale = min(PAGE_WIDE / wide, LONGEST_SIDE / max(wide, high))
        size = (max(LEAST_SIDE, round(wide * scale)), max(LEAST_SIDE, round(high * scale)))
        return _picture(page, size, limit)
    finally:
        page.close()


def _picture(page: pypdfium2.PdfPage, size: tuple[int, int], limit: Limit) -> QImage:
    width, height = size
    bitmap = pypdfium2.PdfBitmap.new_native(width, height, pdfium.FPDFBitmap_BGRx, True)
    try:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        _draw(bitmap, page, size, limit)
        kind = QImage.Format.Format_RGBX8888
        buffer = memoryview(bitmap.buffer)
        return QImage(buffer, width, height, bitmap.stride, kind).copy()
    finally:
        bitmap.close()


def _draw(bitmap: Any, page: Any, size: tuple[int, int], limit: Limit) -> None:
    """In steps, so that it can be given up in the middle of a page."""
    pause = pdfium.IFSDK_PAUSE()
    pause.version = 1
    asked = type(pause.NeedToPauseNow)(lambda _: 1 if limit.is_over() else 0)
    pause.NeedToPauseNow = asked
    flags = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
    state = pdfium.FPDF_RenderPageBitmap_Start(bitmap, page, 0, 0, *size, 0, flags, pause)
    pdfium.FPDF_RenderPage_Close(page)
    if state == pdfium.FPDF_RENDER_TOBECONTINUED:
        raise _OutOfTime
    if state != pdfium.FPDF_RENDER_DONE:
        raise ValueError("a page that could not be drawn")
