"""Documents: told by their bytes, kept once, refused when too large, gone when they should be."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from household_kit import REF, TODAY, Household, household

from casedesk.domain.errors import FileProblem, InvalidRecord, NotFound
from casedesk.domain.field_problems import InvalidFields
from casedesk.services import documents, vaults
from casedesk.services.document_bytes import drop_removed_bytes
from casedesk.services.document_files import MOST_BYTES, look_at_file, read_file
from casedesk.services.documents import (
    DocumentEntry,
    add_document,
    change_document,
    document_content,
    documents_page,
    remove_document,
)
from casedesk.services.history import history_of_family, restore
from casedesk.services.search import search_everything
from casedesk.services.session import Session, open_session
from casedesk.services.undoing import undo
from casedesk.storage.document_queries import unnamed_blobs

PASSPHRASE = "wonky kettle orbit sandal 41"
PDF = b"%PDF-1.7\n" + b"0" * 2_000
NOW = datetime.now(UTC)
DAY = timedelta(days=1)


@pytest.fixture
def home(session: Session) -> Household:
    return household(session)


def entry(name: str = "School letter.pdf", content: bytes = PDF) -> DocumentEntry:
    return DocumentEntry(name=name, content=content)


def blobs_left(session: Session) -> list[str]:
    with session.store.read() as reading:
        return unnamed_blobs(reading)


def test_a_file_is_looked_at_before_it_is_read(tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(PDF)
    look = look_at_file(letter)
    assert (look.name, look.size, look.size_words, look.refusal) == (
        "letter.pdf", len(PDF), "2 KB", "",
    )  # fmt: skip
    large = tmp_path / "large.mov"
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert "may have 25 MB" in look_at_file(large).refusal
    assert "a folder" in look_at_file(tmp_path).refusal
    assert "could not be found" in look_at_file(tmp_path / "gone").refusal


def test_a_pipe_is_not_waited_for(session: Session, home: Household, tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no pipes here")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(FileProblem, match="single file"):
        read_file(session, REF, pipe)


def test_reading_tells_its_steps_and_stops_when_asked(
    session: Session, home: Household, tmp_path: Path
) -> None:
    film = tmp_path / "scan.bin"
    film.write_bytes(b"\x00" * (3 * 1024 * 1024))
    steps: list[tuple[int, int]] = []
    read = read_file(session, REF, film, lambda done, of: steps.append((done, of)))
    assert [done >> 20 for done, _ in steps] == [1, 2, 3]
    assert (len(read.content), read.kind, read.same) == (3 << 20, "Other file", ())

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_file(session, REF, film, stop)


@pytest.mark.parametrize("content", [b"", None])
def test_what_cannot_be_read_is_said(
    session: Session, home: Household, tmp_path: Path, content: bytes | None
) -> None:
    place = tmp_path / "letter.pdf"
    if content is not None:
        place.write_bytes(content)
    with pytest.raises(FileProblem):
        read_file(session, REF, place)


def test_a_document_is_kept_and_found(session: Session, home: Household) -> None:
    saved = add_document(
        session,
        REF,
        DocumentEntry(
            name="../../etc/Idris\u202eexe.pdf",
            content=PDF,
            people=(home.idris,),
            categories=("education",),
            note="From the head of year",
            confidential=True,
        ),
    )
    assert saved.record.name == "Idrisexe.pdf"
    page = documents_page(session, REF)
    (line,) = page.lines
    assert (line.kind, line.size, line.who, line.shown_as) == ("PDF", "2 KB", ("Idris",), "pdf")
    assert page.total == "1 document, 2 KB"
    assert document_content(session, saved.record.id).content == PDF
    assert [one.kind for one in search_everything(session, "head of year")] == ["document"]
    assert "document: Idrisexe.pdf" in history_of_family(session, REF).lines[0].words


def test_its_name_does_not_say_what_it_is(session: Session, home: Household) -> None:
    saved = add_document(session, REF, entry("holiday.jpg", b"MZ\x90\x00" + b"\x00" * 500))
    assert documents_page(session, REF).lines[0].kind == "Program"
    assert document_content(session, saved.record.id).shown_as == ""


def test_the_same_file_is_said_and_kept_once(
    session: Session, home: Household, tmp_path: Path
) -> None:
    household(session, "CD-7002", "Moss")
    add_document(session, REF, entry())
    place = tmp_path / "copy.pdf"
    place.write_bytes(PDF)
    assert read_file(session, REF, place).same == (
        "This file is here already, as “School letter.pdf”, added 24 November 2026.",
    )
    again = add_document(session, "CD-7002", entry("copy.pdf"))
    assert again.warnings == (f"The same file is in the family {REF}.",)
    first = documents_page(session, REF).lines[0].record
    remove_document(session, first.id, first.version)
    assert document_content(session, again.record.id).content == PDF
    assert blobs_left(session) == []


def test_a_document_too_large_or_empty_is_refused(
    session: Session, home: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "MOST_BYTES", 100)
    for content in (b"", b"x" * 101):
        with pytest.raises(InvalidFields, match="The file should have at most"):
            add_document(session, REF, entry(content=content))
    assert blobs_left(session) == []


def test_what_is_written_about_it_changes_and_its_bytes_do_not(
    session: Session, home: Household
) -> None:
    document = add_document(session, REF, entry()).record
    wrong = replace(document, name="Letter.pdf", sha256="0" * 64, size=1, media_type="text/plain")
    kept = change_document(session, wrong).record
    assert (kept.name, kept.sha256, kept.size, kept.media_type) == (
        "Letter.pdf", document.sha256, document.size, "application/pdf",
    )  # fmt: skip
    with pytest.raises(InvalidRecord, match="changed since"):
        change_document(session, document)
    with pytest.raises(InvalidFields, match="The name is needed"):
        change_document(session, replace(kept, name="  "))


def test_a_removed_document_comes_back_for_30_days(session: Session, home: Household) -> None:
    document = add_document(session, REF, entry()).record
    saved = remove_document(session, document.id, document.version)
    assert "until 24 December 2026" in saved.sentence
    assert drop_removed_bytes(session.store, NOW + 29 * DAY) == 0
    assert saved.undo is not None
    undo(session, saved.undo)
    assert document_content(session, document.id).content == PDF


def test_then_its_bytes_are_gone_for_good(session: Session, home: Household) -> None:
    document = add_document(session, REF, entry()).record
    add_document(session, REF, entry("other.pdf", PDF + b"1"))
    remove_document(session, document.id, document.version)
    entry_of_removal = history_of_family(session, REF).lines[0]
    assert drop_removed_bytes(session.store, NOW + 31 * DAY) == 1
    assert blobs_left(session) == []
    with pytest.raises(InvalidRecord):
        restore(session, entry_of_removal.device, entry_of_removal.sequence)
    with pytest.raises(NotFound):
        document_content(session, document.id)
    assert len(documents_page(session, REF).lines) == 1
    assert drop_removed_bytes(session.store, NOW + 31 * DAY) == 0


def test_undoing_an_addition_keeps_the_bytes_for_doing_it_again(
    session: Session, home: Household
) -> None:
    saved = add_document(session, REF, entry())
    assert saved.undo is not None
    back = undo(session, saved.undo)
    assert documents_page(session, REF).lines == ()
    assert drop_removed_bytes(session.store, NOW + DAY) == 0
    assert back.undo is not None
    undo(session, back.undo)
    assert document_content(session, saved.record.id).content == PDF


def test_a_backup_with_documents_verifies_and_gives_them_back(
    session: Session, home: Household, tmp_path: Path
) -> None:
    contents = {f"scan {number}.pdf": PDF + os.urandom(2 * 1024 * 1024) for number in range(3)}
    for name, content in contents.items():
        add_document(session, REF, entry(name, content))
    made = vaults.backup(session, tmp_path / "backups")
    assert made["bytes"] > 6 * 1024 * 1024
    restored = tmp_path / "restored"
    assert vaults.restore(Path(made["file"]), restored, lambda: PASSPHRASE)
    with open_session(restored, lambda: PASSPHRASE, today=TODAY) as again:
        lines = documents_page(again, REF).lines
        found = {one.name: document_content(again, one.record.id).content for one in lines}
    assert found == contents
