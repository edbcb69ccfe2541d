"""What a file is, by its first bytes and never its name (docs/architecture.md, Documents)."""

from __future__ import annotations

from collections.abc import Mapping

PDF, TEXT, UNKNOWN = "application/pdf", "text/plain", "application/octet-stream"
PNG, JPEG, GIF, BMP, WEBP = "image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp"
PICTURES = (PNG, JPEG, GIF, BMP, WEBP)
_OFFICE = "application/vnd.openxmlformats-officedocument."
WORD, EXCEL = f"{_OFFICE}wordprocessingml.document", f"{_OFFICE}spreadsheetml.sheet"
SLIDES, OPEN_TEXT = (
    f"{_OFFICE}presentationml.presentation",
    "application/vnd.oasis.opendocument.text",
)

WORDS: Mapping[str, str] = {
    PDF: "PDF",
    TEXT: "Text",
    PNG: "Picture (PNG)",
    JPEG: "Picture (JPEG)",
    GIF: "Picture (GIF)",
    BMP: "Picture (BMP)",
    WEBP: "Picture (WebP)",
    "image/tiff": "Picture (TIFF)",
    "image/heic": "Picture from a phone (HEIC)",
    WORD: "Word document",
    EXCEL: "Excel workbook",
    SLIDES: "PowerPoint slides",
    OPEN_TEXT: "OpenDocument text",
    "application/zip": "ZIP archive",
    "application/x-ole-storage": "Older Office document",
    "application/rtf": "Rich text",
    "video/mp4": "Video or sound (MP4)",
    "audio/mpeg": "Sound (MP3)",
    "application/x-program": "Program",
}
"""What a kind of file is called."""

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"ID3", "audio/mpeg"),
    (b"MZ", "application/x-program"),
    (b"\x7fELF", "application/x-program"),
    (b"BM", BMP),
)
_ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"word/document.xml", WORD),
    (b"xl/workbook.xml", EXCEL),
    (b"ppt/presentation.xml", SLIDES),
    (f"mimetype{OPEN_TEXT}".encode(), OPEN_TEXT),
)
_LOOKED_AT = 1024
_TEXT_LOOKED_AT = 65_536
_HEIC = (b"heic", b"heix", b"mif1", b"msf1")
_NOT_IN_TEXT = frozenset(range(32)) - {9, 10, 12, 13}


def media_type_of(content: bytes) -> str:
    """The media type of a file's bytes; `UNKNOWN` where nothing tells."""
    start = content[:_LOOKED_AT]
    if b"%PDF-" in start:
        return PDF
    if start.startswith(b"PK\x03\x04"):
        return next((kind for mark, kind in _ZIPPED if mark in content), "application/zip")
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return WEBP
    if start[4:8] == b"ftyp":
        return "image/heic" if start[8:12] in _HEIC else "video/mp4"
    is_text = _reads_as_text(content[:_TEXT_LOOKED_AT])
    for mark, kind in _BEGINNINGS:
        # Two letters are not enough to tell a picture from a note that begins with them.
        if start.startswith(mark) and not (is_text and len(mark) < 4):
            return kind
    return TEXT if is_text else UNKNOWN


def media_words(media_type: str) -> str:
    """What a kind of file is called: "PDF", "Picture (JPEG)", "Other file"."""
    return WORDS.get(media_type, "Other file")


def shown_as(media_type: str) -> str:
    """How it can be looked at inside: "pdf", "picture", "text", or "" for not at all."""
    if media_type in PICTURES:
        return "picture"
    return {PDF: "pdf", TEXT: "text"}.get(media_type, "")


def size_words(size: int) -> str:
    """A size in bytes as people say it: "820 bytes", "34 KB", "2.4 MB"."""
    if size < 1024:
        return f"{size} byte{'' if size == 1 else 's'}"
    if size < 1024 * 1024:
        return f"{size / 1024:.0f} KB"
    return f"{size / (1024 * 1024):.1f} MB".replace(".0 MB", " MB")


def text_of(content: bytes) -> str | None:
    """The text in bytes that are text (UTF-8, or UTF-16 with its mark), else None."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(content, "utf-16")
    if any(one in _NOT_IN_TEXT for one in content[:_TEXT_LOOKED_AT]):
        return None
    said = _decoded(content, "utf-8-sig")
    return said if said is not None else _decoded(content, "cp1252")


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _reads_as_text(content: bytes) -> bool:
    # What is cut off in the middle of a letter is no reason to doubt the rest.
    return bool(content) and any(
        text_of(content[: len(content) - cut]) is not None for cut in range(4)
    )
