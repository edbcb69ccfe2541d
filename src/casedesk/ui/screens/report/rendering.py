"""PDF bytes as pictures of pages, in memory, off the interface thread."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2
from PySide6.QtGui import QImage

from casedesk.ui.previews.pdfium import ONE_AT_A_TIME

POINTS_AN_INCH = 72


def render_pages(pdf: bytes, dots_an_inch: float) -> list[QImage]:
    """Every page of a PDF as a picture; an A4 page at 96 dots an inch is 794 × 1123."""
    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return [_picture(page, dots_an_inch / POINTS_AN_INCH) for page in document]
        finally:
            document.close()


def _picture(page: pypdfium2.PdfPage, scale: float) -> QImage:
    bitmap = page.render(scale=scale, rev_byteorder=True)
    kind = QImage.Format.Format_RGB888
    if bitmap.n_channels == 4:
        kind = QImage.Format.Format_RGBA8888
    picture = QImage(
        memoryview(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, kind
    ).copy()
    bitmap.close()
    return picture


def shrunk(pages: Sequence[QImage], width: int) -> list[QImage]:
    """The pages as thumbnails `width` px wide."""
    from PySide6.QtCore import Qt

    smooth = Qt.TransformationMode.SmoothTransformation
    return [page.scaledToWidth(width, smooth) for page in pages]
