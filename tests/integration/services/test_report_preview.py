"""The report screen: what goes, what stays, ticks, a preview, saving and printing."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from casedesk.domain.errors import FileProblem, NothingToSend
from casedesk.domain.gate import naming_unlisted
from casedesk.domain.views.report_preview import SECTIONS, ReportChoices
from casedesk.services.report_preview import (
    look_at_report,
    preview_pdf,
    print_report,
    save_report,
)
from casedesk.services.report_recipients import readers_to_choose, recipients_to_choose
from casedesk.services.session import Session
from casedesk.services.settings import read_settings, save_settings
from casedesk.services.sharing import ask_gate
from casedesk.services.sharing_log import sharing_log_of

FAMILY = "CD-0412"
SCHOOL = ReportChoices(recipient="schools/Millbridge High School")


def words_in(data: bytes, tmp_path: Path) -> str:
    path = tmp_path / "read.pdf"
    path.write_bytes(data)
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_what_stays_behind_is_the_gates_answer(made_up: Session) -> None:
    look = look_at_report(made_up, FAMILY, SCHOOL)
    gate = ask_gate(made_up, FAMILY, recipient=SCHOOL.recipient, purpose="support")
    kept_back = {item.id for item in naming_unlisted(gate)}
    assert kept_back
    assert {one.id for one in look.left_out} >= {item.id for item in gate.withheld} | kept_back
    assert all(one.what and one.reason for one in look.left_out)
    assert sum(one.count for one in look.groups) == len(look.left_out)
    assert look.refusal is None
    assert look.bases == ("Consent",)
    assert {section for section, _ in look.sections} <= SECTIONS.keys()


def test_a_tick_lets_one_item_go_and_no_other(made_up: Session) -> None:
    before = look_at_report(made_up, FAMILY, SCHOOL)
    first, *others = before.ticks
    assert first.names
    assert first.text
    after = look_at_report(made_up, FAMILY, replace(SCHOOL, let_go=frozenset({first.id, "V-x"})))
    gone = {(one.kind, one.id) for one in before.left_out}
    assert len(gone - {(one.kind, one.id) for one in after.left_out}) >= 1
    assert [tick.let_go for tick in after.ticks] == [True] + [False] * len(others)


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (ReportChoices(recipient="dwp"), "there is no report"),
        (ReportChoices(recipient="family"), "needs the person who will read it"),
        (ReportChoices(recipient="aunt"), "no recipient CaseDesk knows"),
    ],
)
def test_no_report_says_why(made_up: Session, choices: ReportChoices, words: str) -> None:
    look = look_at_report(made_up, FAMILY, choices)
    assert words in (look.refusal or "")


def test_a_preview_is_watermarked_and_not_in_the_sharing_log(
    made_up: Session, tmp_path: Path
) -> None:
    before = len(sharing_log_of(made_up, FAMILY))
    words = words_in(preview_pdf(made_up, FAMILY, SCHOOL), tmp_path)
    assert "not for sharing" in words
    assert len(sharing_log_of(made_up, FAMILY)) == before


def test_a_report_says_where_its_worker_is_reached(made_up: Session, tmp_path: Path) -> None:
    before = read_settings(made_up)
    assert "01632" not in words_in(preview_pdf(made_up, FAMILY, SCHOOL), tmp_path)
    told = replace(before, phone="01632 960 412", email="families@millbridge.example")
    save_settings(made_up, told)
    words = words_in(preview_pdf(made_up, FAMILY, SCHOOL), tmp_path)
    sent = tmp_path / "report.pdf"
    save_report(made_up, FAMILY, SCHOOL, sent)
    save_settings(made_up, before)
    for said in (words, words_in(sent.read_bytes(), tmp_path)):
        assert "01632 960 412" in said
        assert "families@millbridge.example" in said


def test_saving_is_one_disclosure_with_what_was_in_it(made_up: Session, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    only = replace(SCHOOL, sections=frozenset({"attendance"}), named_person="Ms Ferris")
    sent = save_report(made_up, FAMILY, only, target)
    entry = sharing_log_of(made_up, FAMILY)[0]
    assert (entry.id, entry.state, entry.how) == (sent.entry, "done", "saved")
    assert (entry.recipient, entry.named_person) == ("Millbridge High School", "Ms Ferris")
    assert entry.sha256 == hashlib.sha256(target.read_bytes()).hexdigest()
    assert {kind for _, kind, _ in entry.items} == {"fact", "person"}
    words = words_in(target.read_bytes(), tmp_path)
    assert "School attendance" in words
    assert "Goals" not in words
    assert "not for sharing" not in words


def test_printing_is_pending_until_the_printer_is_done(made_up: Session) -> None:
    states = []

    def to_the_printer(data: bytes) -> None:
        assert data.startswith(b"%PDF")
        states.append(sharing_log_of(made_up, FAMILY)[0].state)

    sent = print_report(made_up, FAMILY, SCHOOL, to_the_printer)
    entry = sharing_log_of(made_up, FAMILY)[0]
    assert (states, entry.state, entry.how) == (["pending"], "done", "printed")
    assert entry.id == sent.entry
    assert entry.about


def test_a_printer_that_fails_leaves_a_failed_entry(made_up: Session) -> None:
    def broken(data: bytes) -> None:
        raise FileProblem("We could not print. The printer is not connected.")

    with pytest.raises(FileProblem, match="not connected"):
        print_report(made_up, FAMILY, SCHOOL, broken)
    assert sharing_log_of(made_up, FAMILY)[0].state == "failed"


def test_nothing_permitted_leaves_nothing(made_up: Session, tmp_path: Path) -> None:
    before = len(sharing_log_of(made_up, FAMILY))
    with pytest.raises(NothingToSend):
        save_report(made_up, FAMILY, ReportChoices(recipient="dwp"), tmp_path / "out.pdf")
    assert len(sharing_log_of(made_up, FAMILY)) == before
    assert list(tmp_path.iterdir()) == []


def test_who_it_may_be_for(made_up: Session) -> None:
    choices = {one.id: one for one in recipients_to_choose(made_up, FAMILY)}
    assert set(made_up.catalogue.recipients) <= set(choices)
    assert choices["schools/Millbridge High School"].title == "Millbridge High School"
    assert choices["family"].needs_reader
    kerry = next(one for one in readers_to_choose(made_up, FAMILY) if "Kerry" in one.name)
    look = look_at_report(made_up, FAMILY, ReportChoices(recipient="family", reader=kerry.ref))
    assert look.refusal is None
    assert look.going > 0
