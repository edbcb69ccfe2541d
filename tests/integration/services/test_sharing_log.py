"""The sharing log in words."""

from __future__ import annotations

from pathlib import Path

from casedesk.domain.views.report_preview import ReportChoices
from casedesk.services.report_preview import save_report
from casedesk.services.session import Session
from casedesk.services.sharing_log import bases_in_words, items_in_words, sharing_log_of


def test_nothing_left_nothing_shown(made_up: Session) -> None:
    assert sharing_log_of(made_up, "CD-0431") == ()


def test_newest_first_and_only_as_many_as_asked(made_up: Session, tmp_path: Path) -> None:
    for recipient in ("schools", "nhs"):
        choices = ReportChoices(recipient=recipient)
        save_report(made_up, "CD-0412", choices, tmp_path / f"{recipient}.pdf")
    lines = sharing_log_of(made_up, "CD-0412")
    assert [one.recipient for one in lines] == ["NHS and health organisations", "Schools"]
    assert sharing_log_of(made_up, "CD-0412", limit=1) == lines[:1]
    newest = lines[0]
    assert (newest.by, newest.file_name) == (made_up.worker, "nhs.pdf")
    assert newest.purpose == "Working together to help the family"
    assert newest.basis == "Consent"
    assert set(newest.about) <= {"Kerry", "Tyler", "Ellie", "Sam", "Maureen", "Darren", "Ron"}


def test_items_and_bases_are_counted_in_words() -> None:
    assert items_in_words(["fact", "contact", "fact"]) == "2 facts, 1 visit or note"
    assert items_in_words([]) == ""
    bases = ["consent C-1; decision S-1", "consent C-2", "public task, privacy notice"]
    assert bases_in_words(bases) == ("Consent", "Sharing decision", "Public task")
