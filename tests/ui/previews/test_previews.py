"""Previews of files that may be hostile: shown within limits, or a sentence, never a crash."""

from __future__ import annotations

import io
import itertools
from datetime import date

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from casedesk.domain.media_types import BMP, GIF, JPEG, PNG, WEBP, media_type_of, shown_as
from casedesk.domain.records import Document
from casedesk.domain.views.documents_page import DocumentContent
from casedesk.ui.previews import pictures
from casedesk.ui.previews.look import DAMAGED, NOT_SHOWN, PROTECTED, TOO_LARGE, TOO_SLOW
from casedesk.ui.previews.looking import look_at
from casedesk.ui.previews.page_stack import PageStack
from casedesk.ui.previews.pdfium import LONGEST_SIDE, PAGE_WIDE, PAGES_AT_ONCE, pdf_pages
from casedesk.ui.previews.pictures import picture

LIBRARIES_GRUMBLE = pytest.mark.qt_log_ignore(".*", extend=True)
"""Decoders warn about files that are damaged on purpose."""


def pdf(pages: int = 1, size: tuple[float, float] = (595, 842), lock: str = "") -> bytes:
    kept = io.BytesIO()
    canvas = Canvas(kept, pagesize=size, encrypt=lock or None)
    for number in range(pages):
        canvas.drawString(72, size[1] - 72, f"Page {number + 1}")
        canvas.showPage()
    canvas.save()
    return kept.getvalue()


def image(kind: str, size: tuple[int, int] = (64, 48)) -> bytes:
    made = QImage(*size, QImage.Format.Format_ARGB32)
    made.fill(QColor(200, 40, 40))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert made.save(buffer, kind)
    return bytes(buffer.data().data())


def of(content: bytes) -> DocumentContent:
    kind = media_type_of(content)
    document = Document(
        id="d", family_id="f", ref="D-1", name="x", media_type=kind, size=len(content),
        sha256="0" * 64, added_on=date(2026, 11, 24),
    )  # fmt: skip
    return DocumentContent(document, content, shown_as(kind))


def test_pdf_pages_come_ten_at_a_time() -> None:
    first = pdf_pages(pdf(23))
    assert (len(first.pages), first.of, first.note) == (PAGES_AT_ONCE, 23, "")
    assert first.pages[0].width() == PAGE_WIDE
    last = pdf_pages(pdf(23), 20)
    assert (len(last.pages), last.first, last.of) == (3, 20, 23)
    assert first.pages[0].pixelColor(500, 700) == QColor(Qt.GlobalColor.white)
    assert any(first.pages[0].pixelColor(x, 115).lightness() < 128 for x in range(110, 200))


@pytest.mark.parametrize("cut", [9, 40, 300])
def test_a_damaged_pdf_is_said(cut: int) -> None:
    assert pdf_pages(pdf()[:cut]).note == DAMAGED


def test_a_pdf_with_a_password_is_said() -> None:
    assert pdf_pages(pdf(lock="secret")).note == PROTECTED


def test_a_page_of_an_odd_shape_stays_small() -> None:
    (page,) = pdf_pages(pdf(size=(3, 14_400))).pages
    assert max(page.width(), page.height()) <= LONGEST_SIDE


def test_a_page_that_takes_too_long_is_given_up() -> None:
    ticks = itertools.count()
    look = pdf_pages(pdf(5), within=3, clock=lambda: float(next(ticks)))
    assert 0 < len(look.pages) < 5
    assert "takes too long" in look.note
    assert pdf_pages(pdf(5), within=0).note == TOO_SLOW
    assert len(pdf_pages(pdf(2)).pages) == 2, "what was given up left nothing locked"


@pytest.mark.parametrize(
    ("kind", "media_type"), [("png", PNG), ("jpeg", JPEG), ("bmp", BMP), ("webp", WEBP)]
)
def test_pictures_of_every_kind(qtbot: QtBot, kind: str, media_type: str) -> None:
    content = image(kind)
    assert media_type_of(content) == media_type
    (shown,) = look_at(of(content)).pages
    assert (shown.width(), shown.height()) == (64, 48)
    assert shown.pixelColor(10, 10).red() > 180


def test_a_large_picture_is_shrunk_and_a_huge_one_refused(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shown,) = picture(image("png", (4_000, 1_000)), PNG).pages
    assert (shown.width(), shown.height()) == (2_000, 500)
    monkeypatch.setattr(pictures, "MOST_PIXELS", 10_000)
    assert picture(image("png", (200, 200)), PNG).note == TOO_LARGE


def test_a_picture_is_decoded_only_as_what_it_begins_as(qtbot: QtBot) -> None:
    """An SVG, or a file whose name lies, never reaches another decoder."""
    assert picture(image("png"), "image/svg+xml").note == DAMAGED
    assert picture(b"<svg xmlns='http://www.w3.org/2000/svg'/>", PNG).note == DAMAGED
    assert look_at(of(b"<svg xmlns='http://www.w3.org/2000/svg'/>")).text is not None


@LIBRARIES_GRUMBLE
@pytest.mark.parametrize("media_type", [PNG, JPEG, GIF, BMP, WEBP])
def test_damaged_pictures_are_said(qtbot: QtBot, media_type: str) -> None:
    kind = media_type.partition("/")[2]
    content = image(kind)[:30] if kind != "gif" else b"GIF89a" + b"\xff" * 40
    look = picture(content, media_type)
    assert look.note == DAMAGED or look.pages, "a sentence, or what could be read of it"


@LIBRARIES_GRUMBLE
def test_bytes_of_chance_never_raise(qtbot: QtBot) -> None:
    whole = {PNG: image("png"), JPEG: image("jpeg"), WEBP: image("webp")}
    for media_type, content in whole.items():
        for place in range(8, len(content), max(1, len(content) // 25)):
            spoilt = bytearray(content)
            spoilt[place] ^= 0x5A
            picture(bytes(spoilt), media_type)
    for place in range(8, 900, 37):
        spoilt = bytearray(pdf())
        spoilt[place] ^= 0x5A
        pdf_pages(bytes(spoilt))


def test_text_is_shown_without_what_nobody_sees(qtbot: QtBot) -> None:
    look = look_at(of("Rent: £412\u202e\nAgreed.".encode()))
    assert look.text == "Rent: £412 \nAgreed."
    long = look_at(of(b"a" * 250_000))
    assert long.text is not None
    assert len(long.text) == 200_000
    assert "first 200,000" in long.note


def test_what_is_not_shown_is_said(qtbot: QtBot) -> None:
    assert look_at(of(b"PK\x03\x04" + b"word/document.xml" + b"\x00" * 50)).note == NOT_SHOWN
    assert look_at(of(b"MZ\x90\x00" + b"\x00" * 99)).note == NOT_SHOWN


def test_pages_fit_the_width_and_grow_when_asked(qtbot: QtBot) -> None:
    stack = PageStack("A letter")
    qtbot.addWidget(stack)
    stack.resize(600, 400)
    stack.show()
    stack.show_pages(pdf_pages(pdf(2)).pages, 2)
    fits = stack.labels[0].width()
    assert fits <= stack.viewport().width()
    assert [one.accessibleName() for one in stack.labels] == ["Page 1 of 2", "Page 2 of 2"]
    stack.step_zoom(1)
    assert stack.labels[0].width() > fits
    for _ in range(9):
        stack.step_zoom(-1)
    assert stack.labels[0].width() == round(fits * 0.5)
    stack.show_pages((), 0)
    assert stack.labels == []
