"""Every file that leaves has its entry in the sharing log, whatever happens on the way."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from casedesk.domain.errors import FileProblem, NothingToSend
from casedesk.services.departure import Departure, send_file
from casedesk.services.exporting import export_workbook
from casedesk.services.reporting import write_progress_report
from casedesk.services.session import Session
from casedesk.services.settling import folder_digest, settle_pending
from casedesk.storage.sharing_log import Disclosure, LoggedDisclosure

FAMILY = "CD-0412"


def report(session: Session, target: Path) -> None:
    write_progress_report(session, FAMILY, target.with_suffix(".pdf"), recipient="schools")


def workbook(session: Session, target: Path) -> None:
    export_workbook(session, target.with_suffix(".xlsx"))


def csv_folder(session: Session, target: Path) -> None:
    export_workbook(session, target.with_suffix(""))


WAYS_OUT: dict[str, tuple[Callable[[Session, Path], None], str, str]] = {
    "report progress": (report, ".pdf", "schools"),
    "export workbook": (workbook, ".xlsx", "own council"),
    "export workbook as CSV": (csv_folder, "", "own council"),
}


def log_of(session: Session) -> list[LoggedDisclosure]:
    with session.store.read() as reading:
        return reading.disclosures()


def digest(path: Path) -> str:
    if path.is_dir():
        return folder_digest({one.name: one.read_bytes() for one in path.iterdir()})
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("way", WAYS_OUT)
def test_it_is_logged_with_what_was_sent(made_up: Session, tmp_path: Path, way: str) -> None:
    leave, suffix, recipient = WAYS_OUT[way]
    before = len(log_of(made_up))
    leave(made_up, tmp_path / "out.x")
    (entry,) = log_of(made_up)[before:]
    path = (tmp_path / "out.x").with_suffix(suffix)
    assert (entry.state, entry.recipient, entry.who) == ("done", recipient, made_up.worker)
    assert entry.sha256 == digest(path)
    assert entry.items
    assert all(item["because"] for item in entry.items)


@pytest.mark.parametrize("way", WAYS_OUT)
def test_one_that_could_not_be_written_is_marked_failed(
    made_up: Session, tmp_path: Path, way: str
) -> None:
    leave, _, _ = WAYS_OUT[way]
    before = len(log_of(made_up))
    with pytest.raises(FileProblem):
        leave(made_up, tmp_path / "no" / "such" / "place.x")
    assert [entry.state for entry in log_of(made_up)[before:]] == ["failed"]
    assert list(tmp_path.iterdir()) == []


def test_the_gate_decides_what_is_in_the_entry(made_up: Session, tmp_path: Path) -> None:
    made = write_progress_report(made_up, FAMILY, tmp_path / "out.pdf", recipient="schools")
    entry = log_of(made_up)[-1]
    permitted = {item.id for item in made.gate.allowed}
    assert {item["id"] for item in entry.items} <= permitted
    assert not {item["id"] for item in entry.items} & {item.id for item in made.gate.withheld}


def test_a_preview_is_not_a_disclosure(made_up: Session, tmp_path: Path) -> None:
    before = len(log_of(made_up))
    made = write_progress_report(
        made_up, FAMILY, tmp_path / "out.pdf", recipient="schools", preview=True
    )
    assert made.disclosure is None
    assert len(log_of(made_up)) == before
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_nothing_permitted_leaves_nothing(made_up: Session, tmp_path: Path) -> None:
    before = len(log_of(made_up))
    with pytest.raises(NothingToSend):
        write_progress_report(made_up, FAMILY, tmp_path / "out.pdf", recipient="dwp")
    assert len(log_of(made_up)) == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("renamed", "state"), [(True, "done"), (False, "failed")])
def test_what_a_crash_left_pending_is_settled_by_looking(
    session: Session, tmp_path: Path, renamed: bool, state: str
) -> None:
    target = tmp_path / "out.pdf"
    if renamed:
        target.write_bytes(b"what was sent")
    with session.store.unit_of_work("Sam Okoro") as uow:
        uow.begin_disclosure(
            Disclosure(
                family_id=None,
                recipient="schools",
                purpose="support",
                items=({"id": "F-1", "kind": "fact", "because": "consent C-1"},),
                how="saved",
                sha256=hashlib.sha256(b"what was sent").hexdigest(),
                target_name=str(target),
            )
        )
    assert settle_pending(session.store) == 1
    assert [entry.state for entry in log_of(session)] == [state]
    assert settle_pending(session.store) == 0


def test_an_older_file_of_that_name_does_not_count_as_sent(
    session: Session, tmp_path: Path
) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"an older report")
    with pytest.raises(FileProblem):
        send_file(
            session,
            Departure(None, "schools", "support", [{"id": "F-1", "because": "consent C-1"}]),
            target / "below-a-file.pdf",
            b"new",
        )
    assert target.read_bytes() == b"an older report"
    assert [entry.state for entry in log_of(session)] == ["failed"]
