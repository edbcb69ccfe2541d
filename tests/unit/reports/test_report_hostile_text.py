"""Case text is text: nothing in it becomes an instruction to whoever opens the PDF."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
import report_examples as examples
from pdf_reading import objects, page_texts, squeezed
from report_examples import AS_AT, FONTS
from reportlab.pdfgen.canvas import Canvas

from casedesk.domain.views.progress import (
    ActionRow,
    ChildWords,
    CriterionRow,
    GoalRow,
    PersonRow,
    ProgressReport,
    VisitRow,
)
from casedesk.reports.progress import progress_pdf

PAYLOADS = (
    '<a href="http://example.invalid/">click</a>',
    "<b>bold</b><i>italic</i><font size=99>big",
    '<img src="/etc/passwd"/><onDraw name="x"/>',
    "&lt;a&gt; &#47; &amp; &copy;",
    "/URI (http://example.invalid) /S /URI",
    ">> /OpenAction << /S /JavaScript /JS (app.alert(1)) >>",
    "/Launch /F (cmd.exe) /EmbeddedFile /AA /RichMedia",
    ") Tj ET Q /Fm0 Do BT (",
    "endstream endobj 1 0 obj << /Type /Action >> endobj",
    "(unbalanced \\( \\) \\\\ ( ( (",
    "%PDF-1.7 %%EOF xref trailer startxref",
    "=cmd|'/C calc'!A0",
)

FIELDS: dict[str, Callable[[ProgressReport, str], ProgressReport]] = {
    "cover": lambda report, text: replace(
        report,
        cover=replace(
            report.cover, family_name=text, organisation=text, keyworker=text, council=text
        ),
    ),
    "summary and notes": lambda report, text: replace(report, summary=(text,), notes=(text,)),
    "criteria and goals": lambda report, text: replace(
        report,
        criteria=(CriterionRow(title=text, now_state=text, reason=text, missing=(text,)),),
        goals=(GoalRow(title=text, family_words=text, people=(text,), criterion=text),),
    ),
    "visits and words": lambda report, text: replace(
        report,
        visits=(VisitRow(on=AS_AT, kind=text, seen=(text,), also_present=text, text=text),),
        voices=(ChildWords(on=AS_AT, name=text, words=text),),
        actions=(ActionRow(title=text, owner=text),),
    ),
    "people and chart": lambda report, text: replace(
        report,
        people=(PersonRow(name=text, role=text),),
        attendance=(examples.series(text, "80", "70"),),
        household=examples.draw([examples.person("a", text, None, None)], [], text),
    ),
}

FORBIDDEN_KEYS = {
    "/URI", "/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/OpenAction",
    "/AA", "/A", "/Annots", "/AcroForm", "/RichMedia", "/F", "/EF", "/SubmitForm", "/XObject",
}  # fmt: skip
TABLE_ATTRIBUTES = {"/O", "/Scope"}


ACTIONS = {"/URI", "/JavaScript", "/Launch", "/GoToR", "/SubmitForm"}
TYPES = {"/Action", "/EmbeddedFile", "/Filespec", "/Annot"}
WORDS = (b"/URI", b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/OpenAction")


def instructions_in(pdf: bytes) -> set[str]:
    """Whatever in the file would make a reader do something but show pages."""
    found = {word.decode() for word in WORDS if word in pdf}
    for one in objects(pdf):
        keys = FORBIDDEN_KEYS & set(one)
        if one.get("/Type") == "/StructElem" and set(one.get("/A", {})) == TABLE_ATTRIBUTES:
            keys -= {"/A"}
        found |= keys | ({str(one.get("/S"))} & ACTIONS) | ({str(one.get("/Type"))} & TYPES)
    return found


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_printed_and_nothing_else(payload: str, field: str) -> None:
    pdf = progress_pdf(FIELDS[field](examples.empty_report(), payload), FONTS)
    assert instructions_in(pdf) == set()
    assert squeezed(payload) in squeezed("".join(page_texts(pdf)))


def test_the_check_finds_what_it_looks_for() -> None:
    target = io.BytesIO()
    canvas = Canvas(target)
    canvas.rect(0, 0, 9, 9)
    canvas.linkURL("http://example.invalid", (0, 0, 9, 9))
    canvas.save()
    assert {"/URI", "/Annots", "/Annot", "/A"} <= instructions_in(target.getvalue())


def test_there_are_sixty_cases() -> None:
    assert len(PAYLOADS) * len(FIELDS) == 60
