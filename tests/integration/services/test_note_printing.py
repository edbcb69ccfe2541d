"""A note and the chronology on paper: through the gate, into the sharing log."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdf
import pytest
from household_kit import ago, case_of, household

from casedesk.domain.errors import NotFound, NothingToSend
from casedesk.domain.views.report_preview import ReportChoices
from casedesk.services.note_printing import (
    Paper,
    look_at_paper,
    preview_paper,
    print_paper,
    save_paper,
)
from casedesk.services.notes import NoteEntry, add_note, change_note
from casedesk.services.people_page import people_page
from casedesk.services.session import Session

ASHWORTH = "CD-0412"
CHRONOLOGY = Paper()


def text_of(pdf: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def own_copy(session: Session, ref: str, name: str) -> ReportChoices:
    """A copy for somebody in the family."""
    people = people_page(session, ref).people
    reader = next(one.membership.ref for one in people if one.person.given_name == name)
    return ReportChoices(recipient="family", reader=reader)


@pytest.fixture
def nadias(session: Session) -> tuple[str, Paper, ReportChoices]:
    home = household(session)
    entry = NoteEntry(
        text="Nadia was in.\n\n• Ring the GP\n    • by Friday",
        on=ago(2),
        people=(home.nadia,),
        children_seen=(home.leila,),
        child_voice=((home.leila, "I drew a horse."),),
        minutes=40,
        significant=True,
    )
    note = add_note(session, home.ref, entry).record
    return home.ref, Paper(note.id), own_copy(session, home.ref, "Nadia")


def test_a_note_says_all_that_was_written(
    session: Session, nadias: tuple[str, Paper, ReportChoices]
) -> None:
    ref, paper, choices = nadias
    look = look_at_paper(session, ref, paper, choices)
    assert look.refusal is None
    pdf = preview_paper(session, ref, paper, choices)
    said = text_of(pdf)
    for words in (
        "Nadia was in.", "• Ring the GP", "• by Friday", "I drew a horse.",
        "22 November 2026, 40 minutes", "Children seen: Leila", "Written by Sam Okoro",
        "Prepared for Nadia Haddad", "Preview",
    ):  # fmt: skip
        assert words in said, words
    root = pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"


def test_saving_writes_the_file_and_the_sharing_log(
    session: Session, nadias: tuple[str, Paper, ReportChoices], tmp_path: Path
) -> None:
    ref, paper, choices = nadias
    target = tmp_path / "note.pdf"
    sent = save_paper(session, ref, paper, choices, target)
    assert "Preview" not in text_of(target.read_bytes())
    with session.store.read() as reading:
        (entry,) = reading.disclosures(case_of(session).family.id)
    assert (entry.id, entry.state, entry.sha256) == (sent.entry, "done", sent.sha256)
    kinds = sorted(item["kind"] for item in entry.items)
    assert kinds == ["contact", "person", "person"]
    assert sent.sentence.startswith("The note for ")


def test_printing_that_fails_is_in_the_log_as_failed(
    session: Session, nadias: tuple[str, Paper, ReportChoices]
) -> None:
    ref, paper, choices = nadias

    def jam(_: bytes) -> None:
        raise OSError("out of paper")

    with pytest.raises(OSError, match="out of paper"):
        print_paper(session, ref, paper, choices, jam)
    handed: list[bytes] = []
    print_paper(session, ref, CHRONOLOGY, choices, handed.append)
    with session.store.read() as reading:
        states = [(one.how, one.state) for one in reading.disclosures()]
    assert states == [("printed", "failed"), ("printed", "done")]
    assert "Nadia was in." in text_of(handed[0])


def test_a_confidential_note_stays(
    session: Session, nadias: tuple[str, Paper, ReportChoices], tmp_path: Path
) -> None:
    ref, paper, choices = nadias
    contact = case_of(session).contacts[0]
    change_note(session, replace(contact, confidential=True))
    look = look_at_paper(session, ref, paper, choices)
    assert look.refusal is not None
    assert "confidential" in look.refusal
    assert [one.id for one in look.left_out] == [contact.ref]
    for asked in (paper, CHRONOLOGY):
        with pytest.raises(NothingToSend):
            save_paper(session, ref, asked, choices, tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()
    with session.store.read() as reading:
        assert reading.disclosures() == []


def test_words_about_somebody_unlisted_wait_for_a_tick(session: Session) -> None:
    home = household(session)
    entry = NoteEntry(text="Nadia says Idris sleeps badly.", people=(home.nadia,))
    paper = Paper(add_note(session, home.ref, entry).record.id)
    choices = own_copy(session, home.ref, "Nadia")
    look = look_at_paper(session, home.ref, paper, choices)
    assert look.refusal is not None
    (tick,) = look.ticks
    assert tick.names == ("Idris",)
    ticked = replace(choices, let_go=frozenset({tick.id}))
    assert look_at_paper(session, home.ref, paper, ticked).refusal is None
    assert "Idris sleeps badly" in text_of(preview_paper(session, home.ref, paper, ticked))


def test_a_recipients_chronology_has_only_what_is_permitted(made_up: Session) -> None:
    for recipient in ("police", "schools", "nhs"):
        choices = ReportChoices(recipient=recipient)
        look = look_at_paper(made_up, ASHWORTH, CHRONOLOGY, choices)
        assert look.left_out
        said = text_of(preview_paper(made_up, ASHWORTH, CHRONOLOGY, choices))
        case = case_of(made_up, ASHWORTH)
        withheld = {one.id for one in look.left_out}
        for contact in case.contacts:
            if contact.ref in withheld:
                assert " ".join(contact.text.split()) not in said
        for involvement in case.involvements:
            assert involvement.started_on
        assert "Work with the family began" not in said
        assert "Decided to share" not in said


def test_as_at_a_day_later_events_are_not_there(made_up: Session) -> None:
    choices = ReportChoices(recipient="police", as_at=date(2026, 8, 10))
    said = text_of(preview_paper(made_up, ASHWORTH, CHRONOLOGY, choices))
    assert "2 Jul 2026" in said
    assert "Aug 2026" not in said


def test_a_note_that_is_gone_is_said(made_up: Session) -> None:
    with pytest.raises(NotFound):
        look_at_paper(made_up, ASHWORTH, Paper("nowhere"), ReportChoices(recipient="police"))
