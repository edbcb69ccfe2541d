"""Reads finished PDFs with other people's readers."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pypdf
import pypdfium2
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

Box = tuple[float, float, float, float]


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, in the order it was drawn."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in document]


def squeezed(text: str) -> str:
    """Without spaces and line breaks, which the layout may put anywhere."""
    return re.sub(r"[\s\u00a0\ufffe\uffff]", "", text)


def body_text(pdf: bytes) -> str:
    """All text without running heads and feet, so that what crosses a page is in one piece."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    return "".join(squeezed(text) for text in _marked_text(reader))


def _marked_text(reader: pypdf.PdfReader) -> Iterator[str]:
    for page in reader.pages:
        parts: list[str] = []

        def visit(text, *matrix, parts=parts):  # type: ignore[no-untyped-def]
            height = matrix[1][5]
            if 66 < height < 784:
                parts.append(text)

        page.extract_text(visitor_text=visit)
        yield "".join(parts)


def characters(pdf: bytes) -> Iterator[tuple[int, str, Box]]:
    """(page number, character, (left, bottom, right, top)) of everything with ink."""
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document):
        text = page.get_textpage()
        for at in range(text.count_chars()):
            character = text.get_text_range(at, 1)
            if character.strip():
                yield number, character, text.get_charbox(at, loose=False)


def objects(pdf: bytes) -> Iterator[DictionaryObject]:
    """Every dictionary of the file, also inside arrays and other dictionaries."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    size = int(reader.trailer["/Size"])
    waiting: list[object] = [reader.trailer]
    waiting += [reader.get_object(IndirectObject(at, 0, reader)) for at in range(1, size)]
    for one in waiting:
        if isinstance(one, (DictionaryObject, StreamObject)):
            yield one
            waiting.extend(value for value in one.values() if not isinstance(value, IndirectObject))
        elif isinstance(one, ArrayObject):
            waiting.extend(value for value in one if not isinstance(value, IndirectObject))
