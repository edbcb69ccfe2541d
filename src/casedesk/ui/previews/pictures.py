"""Pictures from bytes, in memory, on a worker: never larger than can be shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from casedesk.domain.media_types import BMP, GIF, JPEG, PNG, WEBP
from casedesk.ui.previews.look import DAMAGED, TOO_LARGE, Look

DECODERS: Mapping[str, bytes] = {
    PNG: b"png", JPEG: b"jpeg", GIF: b"gif", BMP: b"bmp", WEBP: b"webp",
}  # fmt: skip
"""Only these are decoded, and each file only as what its bytes begin as."""
MOST_PIXELS = 120_000_000
MOST_MB = 512
SHOWN_SIDE = 2_000


def picture(content: bytes, media_type: str) -> Look:
    """A picture, shrunk to at most 2,000 px a side; of several frames the first. Never raises."""
    decoder = DECODERS.get(media_type)
    if decoder is None:
        return Look(note=DAMAGED)
    QImageReader.setAllocationLimit(MOST_MB)
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    reader = QImageReader(buffer, QByteArray(decoder))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > MOST_PIXELS:
        return Look(note=TOO_LARGE)
    if size.isValid() and max(size.width(), size.height()) > SHOWN_SIDE:
        room = QSize(SHOWN_SIDE, SHOWN_SIDE)
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return Look(note=DAMAGED)
    return Look((_on_paper(image),), 0, 1)


def _on_paper(image: QImage) -> QImage:
    """What is see-through stands on white, in the dark theme as well."""
    if max(image.width(), image.height()) > SHOWN_SIDE:
        room = QSize(SHOWN_SIDE, SHOWN_SIDE)
        image = image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    if not image.hasAlphaChannel():
        return image
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper
