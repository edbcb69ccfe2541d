"""Backups that are made by themselves: when, what goes, and what is said when it fails."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePath

import pytest

from casedesk.domain.errors import DamagedVault, FileProblem, KnownError
from casedesk.services import backups, first_run
from casedesk.services.backup_places import Surroundings, notes_on_place
from casedesk.services.backup_warnings import backup_warning
from casedesk.services.session import Session
from casedesk.services.settings import LAST_BACKUP, Settings, backup_state, save_settings
from casedesk.services.unlocking import close_session, open_for_window
from casedesk.storage.backup_place import read_backup_place
from casedesk.storage.kdf_cost import LEAST_COST
from casedesk.storage.restore import restore
from casedesk.system.clock import Clock
from casedesk.system.disks import Room

WORDS = "pewter gosling tramway hush-dogwood"
JO = Settings(worker="Jo Hebden", role="keyworker", council="Millbridge Council")


class LaterClock(Clock):
    """A laptop's clock that is ahead by `hours`."""

    hours = 0.0

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(hours=type(self).hours)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = first_run.set_up(tmp_path / "vault", JO, WORDS, cost=LEAST_COST)
    LaterClock.hours = 0.0
    yield replace(made.session, clock=LaterClock())
    close_session(made.session)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def change(session: Session, team: str) -> None:
    with session.store.unit_of_work(session.worker) as uow:
        uow.set_setting("team", team)


def files(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def test_none_is_made_before_a_place_is_chosen(session: Session) -> None:
    assert backups.automatic_backup_is_due(session)
    assert backups.back_up_after_unlock(session) is None


def test_the_day_s_own_is_made_when_a_day_is_over_and_something_was_saved(
    session: Session, place: Path
) -> None:
    backups.back_up(session, place)
    assert read_backup_place(session.vault.folder) is not None
    LaterClock.hours = 23
    change(session, "North")
    assert not backups.automatic_backup_is_due(session)
    LaterClock.hours = 25
    assert backups.automatic_backup_is_due(session)
    made = backups.back_up_after_unlock(session)
    assert made is not None and Path(made.file).parent == place
    assert len(backups.list_backups(session)) >= 1
    LaterClock.hours = 60
    # Nothing but the backup's own notes was written since.
    assert not backups.automatic_backup_is_due(session)


def test_at_the_lock_after_four_hours_of_work(session: Session, place: Path) -> None:
    backups.back_up(session, place)
    change(session, "North")
    backups.back_up_at_lock(session)
    first = files(place)
    LaterClock.hours = 5
    backups.back_up_at_lock(session)
    assert files(place) != first
    newest = backups.list_backups(session)[0]
    assert backups.check_again(session, newest.path).good


def test_a_slow_one_is_not_made_at_the_lock(session: Session, place: Path) -> None:
    backups.back_up(session, place)
    with session.store.unit_of_work(session.worker) as uow:
        last = uow.setting(LAST_BACKUP)
        uow.set_setting(LAST_BACKUP, {**last, "seconds": 30.0})
    change(session, "North")
    LaterClock.hours = 5
    before = files(place)
    backups.back_up_at_lock(session)
    assert files(place) == before


def test_closing_the_session_makes_it_and_a_gone_place_never_stops_the_close(
    session: Session, place: Path
) -> None:
    folder = session.vault.folder
    backups.back_up(session, place)
    change(session, "North")
    LaterClock.hours = 5
    place.rename(place.with_name("unplugged"))
    close_session(session)
    again = open_for_window(folder, WORDS)
    assert "is not there now" in backups.backup_trouble(again)
    warning = backup_warning(again)
    assert warning is not None and (warning.tone, warning.action[0]) == ("warn", "choose_place")
    place.with_name("unplugged").rename(place)
    backups.back_up(again, place)
    assert backups.backup_trouble(again) == ""
    assert backup_warning(again) is None
    close_session(again)


def test_an_older_one_goes_only_after_the_new_one_is_checked(session: Session, place: Path) -> None:
    backups.back_up(session, place)
    first = files(place)

    def unplugged(done: int, total: int) -> None:
        raise FileProblem("The stick was pulled out.")

    with pytest.raises(FileProblem):
        backups.back_up(session, place, unplugged)
    assert files(place) == first
    change(session, "North")
    backups.back_up(session, place)
    # One a day stays: the newer of the two.
    assert len(files(place)) == 1 and files(place) != first


def test_other_vaults_backups_in_the_same_place_stay(
    session: Session, place: Path, tmp_path: Path
) -> None:
    other = first_run.set_up(tmp_path / "other", JO, WORDS, cost=LEAST_COST).session
    backups.back_up(other, place)
    theirs = files(place)
    for team in ("North", "South"):
        change(session, team)
        backups.back_up(session, place)
    assert set(theirs) <= set(files(place)) and len(files(place)) == 2
    assert len(backups.list_backups(session)) == 1
    close_session(other)


def test_stopped_half_way_nothing_is_left(session: Session, place: Path) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        backups.back_up(session, place, stop)
    assert files(place) == []
    assert backup_state(session).day is None


def test_backups_during_constant_writing_hold_whole_changes_only(
    session: Session, place: Path, tmp_path: Path
) -> None:
    enough = threading.Event()
    written: list[int] = []

    def write() -> None:
        number = 0
        while not enough.is_set():
            number += 1
            with session.store.unit_of_work(session.worker) as uow:
                uow.set_setting("left", number)
                uow.set_setting("right", number)
            written.append(number)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            folder = place / str(number)
            folder.mkdir()
            before = len(written)
            backups.back_up(session, folder)
            assert len(written) >= before
    finally:
        enough.set()
        writer.join()
    assert written
    for number in range(5):
        (file,) = (place / str(number)).iterdir()
        folder = tmp_path / f"restored-{number}"
        restore(
            file,
            folder,
            machine=session.vault.machine,
            schema=session.vault.schema,
            data_key=session.vault.data_key,
        )
        again = open_for_window(folder, WORDS)
        with again.store.read() as reading:
            assert reading.setting("left") == reading.setting("right")
        close_session(again)


def test_a_damaged_backup_is_found_by_opening_it(session: Session, place: Path) -> None:
    backups.back_up(session, place)
    (line,) = backups.list_backups(session)
    assert line.good and line.opens
    data = bytearray(line.path.read_bytes())
    data[len(data) // 2] ^= 1
    line.path.write_bytes(bytes(data))
    with pytest.raises(DamagedVault):
        backups.check_again(session, line.path)
    (line,) = backups.list_backups(session)
    assert line.good is False
    assert not list((session.vault.folder / "backups").iterdir())


def test_a_red_banner_after_seven_days(session: Session, place: Path) -> None:
    assert backup_warning(session) is None
    created = session.vault.keys.created_at.astimezone().date()
    later = replace(session, clock=Clock(created + timedelta(days=7)))
    warning = backup_warning(later)
    assert warning is not None and warning.tone == "bad" and "no backup yet" in warning.title
    backups.back_up(session, place)
    assert backup_warning(session) is None
    warning = backup_warning(later)
    assert warning is not None and warning.title == "No backup for 7 days"
    assert warning.action == ("back_up", "Back up now")


def test_a_clock_in_the_future_neither_hides_nor_loses_a_backup(
    session: Session, place: Path
) -> None:
    LaterClock.hours = 24 * 3650
    backups.back_up(session, place)
    LaterClock.hours = 0
    with session.store.unit_of_work(session.worker) as uow:
        last = uow.setting(LAST_BACKUP)
        uow.set_setting(LAST_BACKUP, {**last, "at": "2036-11-20T10:00:00+00:00"})
    change(session, "North")
    assert backups.automatic_backup_is_due(session)
    assert backup_state(session).days_old == 0


def test_a_lock_time_out_of_range_is_refused(session: Session) -> None:
    with pytest.raises(KnownError, match="1 to 60 minutes"):
        save_settings(session, replace(JO, lock_after=0))
    assert save_settings(session, replace(JO, lock_after=20, phone="01632 960 111")) == JO


def around(**more: object) -> Surroundings:
    plain = Surroundings(
        room=lambda _: Room(50_000_000_000, 100_000_000_000),
        same_disk=lambda one, other: False,
        environment={},
        exists=lambda path: PurePath(path).name == "backups",
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def notes(folder: str, **more: object) -> list[str]:
    found = notes_on_place(Path(folder), Path("/vault"), 300_000_000, around(**more))
    return [f"{note.kind} {note.tone}" for note in found]


def test_what_is_said_of_a_place() -> None:
    assert notes("/media/stick/backups") == []
    assert notes("/media/gone") == ["gone bad"]
    assert notes("/home/jo/OneDrive/backups") == ["synchronised warn"]
    assert notes("/home/jo/backups", same_disk=lambda one, other: True) == ["same-disk warn"]
    assert notes("/media/stick/backups", room=lambda _: Room(500_000_000, 1)) == ["full warn"]
    assert notes("/media/stick/backups", room=lambda _: Room(200_000_000, 1)) == ["full bad"]
    assert notes("/media/stick/backups", room=lambda _: None) == []


def test_a_place_that_is_a_file_or_gone_is_refused_plainly(session: Session, place: Path) -> None:
    for wrong in (place / "nothing", place / "file"):
        (place / "file").write_text("x", encoding="utf-8")
        with pytest.raises(FileProblem, match="is not there now"):
            backups.back_up(session, wrong)
