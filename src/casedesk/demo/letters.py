"""A letter as a small PDF, put together by hand: one page, one font, lines of plain words."""

from __future__ import annotations

from collections.abc import Sequence


def letter_pdf(lines: Sequence[str]) -> bytes:
    """An A4 page; the first line is its heading."""
    written = ["BT", "/F1 18 Tf 72 770 Td 24 TL"]
    for number, line in enumerate(lines):
        if number == 1:
            written.append("/F1 11 Tf 18 TL")
        escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        written.append(f"({escaped}) Tj T*")
    written.append("ET")
    stream = "\n".join(written).encode("cp1252", "replace")
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    made = bytearray(b"%PDF-1.4\n")
    places = []
    for number, part in enumerate(parts, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    for place in places:
        made += b"%010d 00000 n \n" % place
    made += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n" % (len(parts) + 1, start)
    return bytes(made + b"%%EOF\n")
