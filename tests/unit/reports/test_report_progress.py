"""The progress report from read model to PDF: what is printed, and what the file holds."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pypdf
import pytest
import report_examples as examples
from pdf_reading import body_text, characters, objects, page_texts, squeezed
from report_examples import AS_AT, FONTS

from casedesk.domain.dates import long_date, short_date
from casedesk.domain.errors import FileProblem
from casedesk.domain.genogram import HouseholdDrawing
from casedesk.domain.views.progress import ActionRow, ProgressReport, shown_percent
from casedesk.reports import style
from casedesk.reports.cover import WATERMARK
from casedesk.reports.marks import STATES
from casedesk.reports.progress import progress_pdf

CODES = {"start_state", "now_state", "state", "progress"}


def texts_in(value: object, name: str = "") -> list[str]:
    """Every text of a record, as it should be read on paper."""
    if name in CODES and isinstance(value, str):
        return [STATES[value].word] if value in STATES else []
    if isinstance(value, str):
        return [value]
    if isinstance(value, HouseholdDrawing):
        return [text for node in value.nodes for text in (node.name, node.age)]
    if isinstance(value, tuple):
        return [text for one in value for text in texts_in(one, name)]
    if is_dataclass(value):
        return [
            text
            for field in fields(value)
            for text in texts_in(getattr(value, field.name), field.name)
        ]
    return []


def dates_in(value: object) -> list[date]:
    if isinstance(value, date):
        return [value]
    if isinstance(value, tuple):
        return [day for one in value for day in dates_in(one)]
    if is_dataclass(value):
        return [day for field in fields(value) for day in dates_in(getattr(value, field.name))]
    return []


@pytest.fixture(scope="module")
def example() -> bytes:
    return progress_pdf(examples.example_report(), FONTS)


@pytest.fixture(scope="module")
def strange() -> bytes:
    return progress_pdf(replace(examples.strange_report(), preview=False), FONTS)


def test_every_text_of_a_full_report_is_printed(example: bytes) -> None:
    printed = "".join(squeezed(text) for text in page_texts(example))
    texts = texts_in(examples.example_report())
    assert len(texts) > 120
    assert [text for text in texts if squeezed(text) not in printed] == []


def test_every_date_of_a_full_report_is_printed(example: bytes) -> None:
    report = examples.example_report()
    printed = "".join(squeezed(text) for text in page_texts(example))
    bare = replace(report, attendance=(), household=None, criteria=())
    days = dates_in(bare) + [row.earliest for row in report.criteria[:2] if row.earliest]
    missing = [
        day
        for day in days
        if squeezed(long_date(day)) not in printed and squeezed(short_date(day)) not in printed
    ]
    assert missing == []


def test_attendance_figures_are_printed_exactly(example: bytes) -> None:
    printed = "".join(page_texts(example))
    for figure in ("64%", "71.4%", "84%", "95.2%", "89.96%", "Threshold 90%"):
        assert figure in printed
    assert "90.0%" not in printed


def test_an_empty_report_is_one_page_without_empty_parts() -> None:
    pdf = progress_pdf(examples.empty_report(), FONTS)
    (text,) = page_texts(pdf)
    assert "O’Brien family" in text
    for words in ("Summary", "Goals", "Actions", "Visits", "Household", "Keyworker", "None"):
        assert words not in text


def test_nothing_that_was_not_handed_in_is_printed() -> None:
    text = "".join(page_texts(progress_pdf(examples.school_report(), FONTS)))
    assert "Ellie" in text
    for words in ("Tyler", "offence", "Health", "What has changed", "Goals", "left out"):
        assert words not in text.replace("Goal: Tyler is in school every day", "").replace(
            "Kerry, Ellie and Tyler", ""
        )


def test_long_notes_lose_no_word(strange: bytes) -> None:
    words = examples.long_note(3000).split()
    assert squeezed(" ".join(words[-150:])) in body_text(strange)
    printed = body_text(strange)
    total = sum(
        len(examples.long_note(count).split("Kerry")) - 1 for count in (300, 500, 700, 900, 3000)
    )
    assert printed.count("Kerrytalked") >= total - 12


def test_names_in_every_script_are_printed(strange: bytes) -> None:
    printed = "".join(page_texts(strange))
    names = ("Bartłomiej", "Siân Llŷr", "Nguyễn Thị Minh Khai", "Олександра", "李小龍", "Ștefan")
    for name in (*names, "Ọláyínká", "أحمد علي", "שרה"):
        assert name in printed, name
    assert "X" * 300 in squeezed(printed)


def test_what_has_no_glyph_is_shown() -> None:
    summary = "bell \x07 turn \u202e lone \ud800 bengali ক thumb 👍 face 😀 tab\tend"
    report = replace(examples.empty_report(), summary=(summary,))
    text = " ".join("".join(page_texts(progress_pdf(report, FONTS))).split())
    assert "bell 0007 turn 202E lone D800" in text
    assert "bengali ক thumb [thumbs up sign] face 😀 tab end" in text


@pytest.mark.parametrize("name", ["example", "school", "empty", "strange"])
def test_all_ink_of_text_is_inside_the_margins(name: str) -> None:
    report = replace(getattr(examples, f"{name}_report")(), preview=False)
    outside = [
        (page, character, box)
        for page, character, box in characters(progress_pdf(report, FONTS))
        if box[0] < style.MARGIN - 1
        or box[2] > style.PAGE_WIDTH - style.MARGIN + 1
        or box[1] < 30
        or box[3] > style.PAGE_HEIGHT - 30
    ]
    assert outside == []


def test_pages_are_numbered_and_marked(strange: bytes) -> None:
    pages = page_texts(strange)
    assert len(pages) > 10
    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in text
        assert text.count("OFFICIAL-SENSITIVE") == 2
        assert "CD-0412" in text


def test_a_preview_says_so_on_every_page() -> None:
    report = examples.example_report()
    for text in page_texts(progress_pdf(replace(report, preview=True), FONTS)):
        assert squeezed(WATERMARK) in squeezed(text)
    for text in page_texts(progress_pdf(report, FONTS)):
        assert squeezed(WATERMARK) not in squeezed(text)


def test_outline_names_the_parts(example: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(example))
    titles = [entry.title for entry in reader.outline]
    assert titles[0] == "1. Summary"
    assert titles[-1] == "10. About this report"
    pages = [reader.get_destination_page_number(entry) for entry in reader.outline]
    assert pages == sorted(pages)
    for title, page in zip(titles, pages, strict=True):
        assert title in reader.pages[page].extract_text()


def test_language_title_and_no_person_in_the_metadata(example: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(example))
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert dict(reader.metadata or {}) == {"/Title": "Progress report", "/Producer": "CaseDesk"}
    assert reader.xmp_metadata is None
    assert b"Ashworth" not in example
    assert str(FONTS).encode() not in example


def test_all_fonts_are_embedded(strange: bytes) -> None:
    fonts = [one for one in objects(strange) if one.get("/Type") == "/Font"]
    assert len(fonts) >= 7
    for font in fonts:
        assert re.match(r"/[A-Z]{6}\+", str(font["/BaseFont"]))
        assert "/FontFile2" in font["/FontDescriptor"].get_object()
        assert "/ToUnicode" in font
    assert b"Helvetica" not in strange


def test_structure_for_screen_readers(example: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(example))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    elements = [one for one in objects(example) if one.get("/Type") == "/StructElem"]
    tags = [str(one["/S"]) for one in elements]
    assert tags.count("/H1") == 1
    assert tags.count("/H2") == 10
    assert tags.count("/Table") >= 5
    alternatives = [str(one["/Alt"]) for one in elements if one["/S"] == "/Figure"]
    assert any("Tyler: Autumn 2025 64%" in words for words in alternatives)
    assert any("2 at the start, 6 now" in words for words in alternatives)
    assert any("Ron" in words and "Maureen" in words for words in alternatives)
    for page in reader.pages:
        marks = re.findall(rb"/MCID (\d+)", page.get_contents().get_data())
        assert sorted(map(int, marks)) == list(range(len(marks)))


def test_every_marked_content_is_closed(strange: bytes) -> None:
    for page in pypdf.PdfReader(io.BytesIO(strange)).pages:
        data = page.get_contents().get_data()
        opened = len(re.findall(rb"\b(?:BDC|BMC)\b", data))
        assert opened == len(re.findall(rb"\bEMC\b", data)) > 0


def test_the_same_report_gives_the_same_bytes_in_another_process(example: bytes) -> None:
    assert progress_pdf(examples.example_report(), FONTS) == example
    program = (
        "import sys, hashlib, report_examples as e\n"
        "from casedesk.reports.progress import progress_pdf\n"
        "progress_pdf(e.strange_report(), e.FONTS)\n"
        "print(hashlib.sha256(progress_pdf(e.example_report(), e.FONTS)).hexdigest())\n"
    )
    here = str(Path(__file__).parent)
    digests = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": here}
        run = subprocess.run(
            [sys.executable, "-c", program],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        digests.add(run.stdout.strip())
    assert digests == {hashlib.sha256(example).hexdigest()}


def test_another_report_gives_other_bytes(example: bytes) -> None:
    changed = replace(examples.example_report(), notes=("Another note.",))
    assert progress_pdf(changed, FONTS) != example


def test_missing_fonts_are_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="install CaseDesk again"):
        progress_pdf(examples.empty_report(), tmp_path)


def test_the_word_family_is_not_said_twice() -> None:
    report = examples.empty_report()
    cover = replace(report.cover, family_name="The Ashworth Family")
    assert (
        "The Ashworth Family · F-7K-0001"
        in page_texts(progress_pdf(replace(report, cover=cover), FONTS))[0]
    )


def test_actions_come_late_first_then_by_date_then_done() -> None:
    text = "".join(page_texts(progress_pdf(examples.example_report(), FONTS)))
    order = [
        "Call school about", "Benefits check", "Ask the child mental", "Find the swimming",
        "Register Sam",
    ]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    for words in ("3 days late", "Due in 3 days", "Done 28 Sep 2026"):
        assert words in text


@pytest.mark.parametrize(
    ("due", "done", "words"),
    [
        (date(2026, 11, 23), None, "1 day late"),
        (AS_AT, None, "Due today"),
        (date(2026, 11, 25), None, "Due in 1 day"),
        (date(2026, 12, 8), None, "Due in 14 days"),
        (date(2026, 12, 9), None, "To do"),
        (None, None, "To do"),
        (date(2026, 11, 1), date(2026, 11, 30), "23 days late"),
    ],
)
def test_the_state_of_an_action(due: date | None, done: date | None, words: str) -> None:
    report = replace(
        examples.empty_report(), actions=(ActionRow(title="Ring", due=due, done_on=done),)
    )
    assert words in "".join(page_texts(progress_pdf(report, FONTS)))


@pytest.mark.parametrize(
    ("percent", "threshold", "shown"),
    [
        ("71.4", 90, "71.4%"),
        ("71", 90, "71%"),
        ("89.96", 90, "89.96%"),
        ("89.9996", 90, "89.9996%"),
        ("90", 90, "90%"),
        ("89.96", None, "90%"),
        ("0", 90, "0%"),
        ("100", 90, "100%"),
        ("90.04", 90, "90%"),
        ("200/3", 90, "66.7%"),
    ],
)
def test_percentages_never_cross_the_threshold(
    percent: str, threshold: int | None, shown: str
) -> None:
    limit = None if threshold is None else Fraction(threshold)
    assert shown_percent(Fraction(percent), limit) == shown


def test_a_hundred_thousand_characters_in_every_text_make_a_report() -> None:
    report = ProgressReport(
        cover=examples.example_cover(), summary=("a" * 50_000, "word " * 10_000, "\n" * 300, " ")
    )
    pages = page_texts(progress_pdf(report, FONTS))
    assert squeezed("".join(pages)).count("a" * 50) >= 800
