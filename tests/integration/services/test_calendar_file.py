"""A planned visit in a calendar file: the reference and the time, and a log of it."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest
from household_kit import TODAY, household

from casedesk.domain.errors import FileProblem, NotFound
from casedesk.domain.records import PlannedVisit
from casedesk.domain.views.diary import PlanEntry
from casedesk.services.calendar_file import file_name, save_calendar_file
from casedesk.services.planned_visits import cancel_planned, plan_visit
from casedesk.services.session import Session
from casedesk.services.sharing_log import sharing_log_of


def planned(session: Session) -> PlannedVisit:
    family = household(session)
    entry = PlanEntry(
        on=TODAY,
        at_time=time(10, 30),
        minutes=60,
        people=(family.nadia, family.idris),
        also_present="Ms Ferris",
        place="9 Loom Street, Millbridge",
        purpose="Talk about Idris and the police",
    )
    return plan_visit(session, family.ref, entry).record


def test_it_says_when_and_which_family_and_no_more(session: Session, tmp_path: Path) -> None:
    visit = planned(session)
    target = save_calendar_file(session, visit.id, tmp_path / file_name("CD-7001", visit))
    assert target.name == "CD-7001 2026-11-24.ics"
    text = target.read_bytes().decode()
    assert "SUMMARY:CD-7001\r\n" in text
    assert "DTSTART;TZID=Europe/London:20261124T103000\r\n" in text
    for secret in ("Haddad", "Nadia", "Idris", "Ferris", "Loom", "Millbridge", "police", "home",
                   "Okoro", visit.ref):  # fmt: skip
        assert secret.casefold() not in text.casefold(), secret
    assert [path.name for path in tmp_path.glob("*.ics")] == [target.name]


def test_it_is_in_the_access_log_and_the_sharing_log(session: Session, tmp_path: Path) -> None:
    visit = planned(session)
    save_calendar_file(session, visit.id, tmp_path / "one")
    (line,) = sharing_log_of(session, "CD-7001")
    assert (line.state, line.recipient, line.file_name) == ("done", "Own council", "one.ics")
    assert line.what == "1 planned visit"
    with session.vault.engine.connect() as connection:
        logged = connection.exec_driver_sql(
            "SELECT count(*) FROM access_log WHERE action = 'exported a planned visit'"
        ).scalar()
    assert logged == 1


def test_one_that_is_called_off_takes_it_back_from_the_calendar(
    session: Session, tmp_path: Path
) -> None:
    visit = planned(session)
    before = save_calendar_file(session, visit.id, tmp_path / "a.ics").read_text()
    cancel_planned(session, visit.id, visit.version)
    after = save_calendar_file(session, visit.id, tmp_path / "b.ics").read_text()
    uid = next(line for line in before.splitlines() if line.startswith("UID:"))
    assert uid in after
    assert "SEQUENCE:0" in before and "SEQUENCE:1" in after
    assert "STATUS:CANCELLED" in after


def test_a_place_that_cannot_be_written_leaves_no_file_and_says_so(
    session: Session, tmp_path: Path
) -> None:
    visit = planned(session)
    with pytest.raises(FileProblem):
        save_calendar_file(session, visit.id, tmp_path / "nowhere" / "visit.ics")
    assert [line.state for line in sharing_log_of(session, "CD-7001")] == ["failed"]


def test_a_visit_that_is_gone_is_not_found(session: Session, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        save_calendar_file(session, "0" * 36, tmp_path / "visit.ics")
