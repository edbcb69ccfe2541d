"""The clock, the default places, and a log that takes no words."""

from __future__ import annotations

import stat
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from casedesk.domain.errors import FileProblem
from casedesk.system import logs
from casedesk.system.clock import Clock
from casedesk.system.logs import AppLog
from casedesk.system.paths import default_vault_folder, log_folder


def test_today_can_be_fixed_and_the_instant_cannot() -> None:
    before = datetime.now(UTC)
    clock = Clock(date(2031, 2, 3))
    assert clock.today() == date(2031, 2, 3)
    assert before <= clock.now() <= datetime.now(UTC)
    assert clock.now().tzinfo is UTC
    days = (datetime.now().astimezone().date(), Clock().today(), datetime.now().astimezone().date())
    assert days[0] <= days[1] <= days[2]


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of other systems differ")
def test_places_follow_the_platform(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert default_vault_folder() == tmp_path / "data" / "CaseDesk" / "vault"
    assert log_folder().is_relative_to(tmp_path / "state")


def text_of(folder: Path) -> str:
    return (folder / logs.FILE_NAME).read_text()


def test_a_line_has_an_instant_a_code_and_numbers(tmp_path: Path) -> None:
    log = AppLog(tmp_path / "logs")
    log.event("vault.unlocked", families=60, milliseconds=512)
    log.close()
    instant, level, *rest = text_of(tmp_path / "logs").split()
    assert datetime.fromisoformat(instant).tzinfo is UTC
    assert (level, rest) == ("INFO", ["vault.unlocked", "families=60", "milliseconds=512"])


@pytest.mark.parametrize(
    "code", ["", "Rowan Ashby", "saved Rowan", "vault.Rowan", "line\nbreak", "ends.", "é"]
)
def test_words_are_refused(tmp_path: Path, code: str) -> None:
    log = AppLog(tmp_path)
    with pytest.raises(ValueError, match="code"):
        log.event(code)
    with pytest.raises(ValueError, match="numbers"):
        log.event("saved", family="Ashby")  # type: ignore[arg-type]
    log.close()
    assert text_of(tmp_path) == ""


def test_an_error_leaves_its_place_and_not_its_words(tmp_path: Path) -> None:
    log = AppLog(tmp_path)
    try:
        assert Clock(fixed_today="Rowan Ashby").today().month  # type: ignore[arg-type]
    except AttributeError as error:
        reference = log.bug(error)
    try:
        log.event("Rowan")
    except ValueError as error:
        log.bug(error)
    log.close()
    text = text_of(tmp_path)
    assert f"reference={reference} type=AttributeError at=elsewhere" in text
    assert "type=ValueError at=system/logs.py:" in text
    assert "Rowan" not in text and "Ashby" not in text and str(tmp_path) not in text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an access list instead")
def test_the_log_is_private_and_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "MOST_BYTES", 1000)
    log = AppLog(tmp_path / "logs")
    for number in range(500):
        log.event("draft.kept", number=number)
    log.close()
    files = list((tmp_path / "logs").iterdir())
    assert len(files) == 1 + logs.KEPT_FILES
    for file in files:
        assert file.stat().st_size <= 1000
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "logs").stat().st_mode) == 0o700


def test_a_log_folder_of_no_use_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FileProblem, match="log folder"):
        AppLog(tmp_path / "file")
