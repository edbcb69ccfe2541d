"""What a file is, by its bytes; and its name without what misleads."""

from __future__ import annotations

import pytest

from casedesk.domain.file_names import LONGEST, safe_file_name
from casedesk.domain.media_types import (
    EXCEL,
    PDF,
    TEXT,
    UNKNOWN,
    WORD,
    media_type_of,
    media_words,
    shown_as,
    size_words,
    text_of,
)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"%PDF-1.7\n...", PDF),
        (b"\n\n  %PDF-1.4", PDF),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 9, "image/png"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"\x00\x00\x00\x18ftypheic\x00", "image/heic"),
        (b"\x00\x00\x00\x18ftypisom\x00", "video/mp4"),
        (b"PK\x03\x04...word/document.xml", WORD),
        (b"PK\x03\x04...xl/workbook.xml", EXCEL),
        (b"PK\x03\x04\x14\x00", "application/zip"),
        (b"MZ\x90\x00\x03\x00", "application/x-program"),
        (b"BM\x36\x00\x00\x00\x00\x00", "image/bmp"),
        (b"BMX bike for Tyler: ask the charity", TEXT),
        (b"MZ is how he signs", TEXT),
        (b"ID3 and other words", TEXT),
        ("Kerry’s letter".encode(), TEXT),
        ("Kerry’s letter".encode("utf-16"), TEXT),
        (b"\x00\x01\x02\x03", UNKNOWN),
        (b"", UNKNOWN),
    ],
)
def test_the_bytes_tell(content: bytes, expected: str) -> None:
    assert media_type_of(content) == expected


def test_text_cut_in_the_middle_of_a_letter_is_text() -> None:
    content = ("a" + "é" * 65_536).encode()
    assert media_type_of(content) == TEXT


def test_text_of_an_older_program_is_read() -> None:
    assert text_of("£5 a week".encode("cp1252")) == "£5 a week"
    assert text_of(b"\x00\x00") is None


def test_what_can_be_looked_at() -> None:
    assert [shown_as(one) for one in (PDF, TEXT, "image/png", "image/tiff", WORD)] == [
        "pdf", "text", "picture", "", "",
    ]  # fmt: skip
    assert media_words("application/x-made-up") == "Other file"


@pytest.mark.parametrize(
    ("size", "words"),
    [(1, "1 byte"), (1_023, "1023 bytes"), (2_048, "2 KB"), (25 << 20, "25 MB"),
     (int(2.44 * (1 << 20)), "2.4 MB")],
)  # fmt: skip
def test_sizes_as_people_say_them(size: int, words: str) -> None:
    assert size_words(size) == words


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("letter.pdf", "letter.pdf"),
        ("C:\\Users\\jo\\letter.pdf", "letter.pdf"),
        ("../../letter.pdf", "letter.pdf"),
        ("report\u202efdp.exe", "reportfdp.exe"),
        ("two\nlines\t.txt", "twolines.txt"),
        ("  spaced   out .txt", "spaced out .txt"),
        ("...", "Document"),
        ("", "Document"),
    ],
)
def test_names_without_what_misleads(name: str, kept: str) -> None:
    assert safe_file_name(name) == kept


def test_a_long_name_keeps_its_end() -> None:
    kept = safe_file_name("a" * 300 + ".docx")
    assert len(kept) == LONGEST
    assert kept.endswith("….docx")
