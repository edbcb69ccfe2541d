"""A note and a chronology from read model to PDF: all of it, on tagged pages."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pypdf
import pytest
from pdf_reading import body_text, page_texts, squeezed
from report_examples import FONTS

from casedesk.domain.views.papers import ChronologyPaper, NotePaper, PaperLine
from casedesk.domain.views.progress import ChildWords, Cover
from casedesk.reports.chronology import chronology_pdf
from casedesk.reports.cover import WATERMARK
from casedesk.reports.note import note_pdf

COVER = Cover(
    family_name="Haddad", family_ref="CD-7001", recipient="Schools", as_at=date(2026, 11, 24)
)
HOSTILE = (
    "<b>not bold</b> & </p>",
    "\x00\x07\ud800",
    "مرحبا بالعالم",
    "x" * 3_000,
    "\n\n\n",
    "\u202e",
)


def note(text: str = "Went round.", **values: object) -> NotePaper:
    given = {
        "cover": COVER, "preview": False, "kind": "Home visit", "when": "3 June 2026, 14:03",
        "by": "Sam Okoro", "people": ("Nadia", "Idris"), "seen": ("Idris",),
        "seen_alone": ("Idris",), "also_present": "Mrs O'Dowd", "text": text,
        "said": (ChildWords(on=date(2026, 6, 3), name="Idris", words="It was all right."),),
        "notes": ("Some of it is not here.",),
    }  # fmt: skip
    return NotePaper(**(given | values))  # type: ignore[arg-type]


def lines(count: int) -> tuple[PaperLine, ...]:
    return tuple(
        PaperLine(
            on=date(2026, 1, 1) + timedelta(days=number),
            title=f"Event {number}",
            text=f"What happened in event {number}.",
            impact=f"Idris said: “words {number}”",
            people=("Nadia", f"Person {number}"),
            source=f"Source {number}",
        )
        for number in range(count)
    )


def test_every_field_of_a_note_is_on_the_paper() -> None:
    text = squeezed(body_text(note_pdf(note(), FONTS)))
    for words in (
        "Home visit, 3 June 2026, 14:03", "Written by Sam Okoro", "There: Nadia and Idris",
        "Children seen: Idris", "Seen alone: Idris", "Also there: Mrs O'Dowd", "Went round.",
        "It was all right.", "Some of it is not here.", "Haddad family",
    ):  # fmt: skip
        assert squeezed(words) in text, words
    for preview in (False, True):
        (page,) = page_texts(note_pdf(note(preview=preview), FONTS))
        assert (squeezed(WATERMARK) in squeezed(page)) is preview


def test_a_long_note_goes_on_over_pages_with_nothing_lost() -> None:
    paragraphs = [f"Paragraph {number}: " + "and so it went on. " * 12 for number in range(60)]
    pdf = note_pdf(note("\n\n".join(paragraphs)), FONTS)
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) > 2
    text = squeezed(body_text(pdf))
    assert all(squeezed(f"Paragraph {number}:") in text for number in range(60))


def test_every_line_of_a_chronology_is_on_the_paper() -> None:
    pdf = chronology_pdf(ChronologyPaper(cover=COVER, preview=False, lines=lines(70)), FONTS)
    text = squeezed(body_text(pdf))
    for one in lines(70):
        for words in (one.title, one.text, one.impact, one.people[1], one.source):
            assert squeezed(words) in text, words
    assert text.index(squeezed("Event 1")) < text.index(squeezed("Event 69"))


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_can_be_printed(words: str) -> None:
    line = PaperLine(
        on=date(2026, 1, 1), title=words, text=words, impact=words, people=(words,), source=words
    )
    one = ChronologyPaper(cover=COVER, preview=False, lines=(line,))
    for pdf in (note_pdf(note(words, also_present=words), FONTS), chronology_pdf(one, FONTS)):
        root = pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"]
        assert root["/StructTreeRoot"]["/K"]


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert note_pdf(note(), FONTS) == note_pdf(note(), FONTS)
