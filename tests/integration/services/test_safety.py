"""Is my work safe? Each line in each of its states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from casedesk.services import backups, first_run
from casedesk.services.backup_places import Surroundings
from casedesk.services.drafts import DraftKey, keep_draft
from casedesk.services.pack_list import pack_cards
from casedesk.services.safety import SafetyLine, safety_lines
from casedesk.services.session import Session
from casedesk.services.settings import Settings, read_settings, save_settings
from casedesk.services.unlocking import close_session, is_open, open_for_window
from casedesk.services.vault_checking import check_records
from casedesk.storage.kdf_cost import LEAST_COST
from casedesk.system.clock import Clock
from casedesk.system.disks import Room, on_same_disk, room_on

WORDS = "pewter gosling tramway hush-dogwood"
JO = Settings(worker="Jo Hebden", role="keyworker")
ROOMY = Surroundings(
    room=lambda _: Room(50_000_000_000, 100_000_000_000),
    same_disk=lambda one, other: False,
    environment={},
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = first_run.set_up(tmp_path / "vault", JO, WORDS, cost=LEAST_COST)
    first_run.code_typed_back(made.session, made.recovery_code, made.recovery_code)
    yield made.session
    if is_open(made.session):
        close_session(made.session)


def lines(
    session: Session, around: Surroundings = ROOMY, now: datetime | None = None
) -> dict[str, SafetyLine]:
    found = safety_lines(session, around, (lambda: now) if now else None)
    return {line.id: line for line in found}


def state(line: SafetyLine) -> tuple[str, str, str]:
    return line.tone, line.word, line.action[0]


def test_every_line_has_a_word_a_sentence_and_one_action(session: Session) -> None:
    found = lines(session)
    assert list(found) == [
        "backup",
        "records",
        "room",
        "clock",
        "encryption",
        "keys",
        "lock",
        "drafts",
    ]
    for line in found.values():
        assert line.word and line.sentence.endswith(".") and line.action[1][0].isupper()


def test_the_backup_line(session: Session, tmp_path: Path) -> None:
    assert state(lines(session)["backup"]) == ("bad", "No backup yet", "choose_place")
    place = tmp_path / "stick"
    place.mkdir()
    save_settings(session, replace(read_settings(session), backup_folder=place))
    assert state(lines(session)["backup"]) == ("bad", "No backup yet", "back_up")
    backups.back_up(session, place)
    assert state(lines(session)["backup"]) == ("good", "Backed up", "check_backup")
    week = replace(session, clock=Clock(date.today() + timedelta(days=8)))  # noqa: DTZ011
    assert state(lines(week)["backup"]) == ("bad", "Out of date", "back_up")
    (file,) = place.iterdir()
    file.rename(tmp_path / "elsewhere")
    assert state(lines(session)["backup"]) == ("bad", "Not good", "back_up")
    place.rename(tmp_path / "unplugged")
    assert state(lines(session)["backup"]) == ("warn", "Not today", "choose_place")


def test_the_records_line_and_a_flipped_bit(session: Session) -> None:
    assert state(lines(session)["records"]) == ("mute", "Not checked yet", "check_records")
    assert check_records(session) == ()
    assert state(lines(session)["records"]) == ("good", "Whole", "check_records")
    later = datetime.now(UTC) + timedelta(days=40)
    assert lines(session, now=later)["records"].word == "Checked a while ago"
    path = session.vault.folder / "casedesk.db"
    with session.vault.reading() as connection:
        page = connection.exec_driver_sql(
            "SELECT rootpage FROM sqlite_master WHERE name = 'goals'"
        ).scalar_one()
    session.vault.engine.dispose()
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 + 100] ^= 1
    path.write_bytes(bytes(data))
    wrong = check_records(session)
    assert wrong and "amaged" in wrong[0]
    assert state(lines(session)["records"]) == ("bad", "Damaged", "restore")


def test_the_room_line(session: Session, tmp_path: Path) -> None:
    assert state(lines(session)["room"]) == ("good", "Enough", "look")
    for free, expected in ((100, "Full"), (300_000_000, "Nearly full")):
        tight = replace(ROOMY, room=lambda _, free=free: Room(free, 10**11))
        assert lines(session, tight)["room"].word == expected
    assert lines(session, replace(ROOMY, room=lambda _: None))["room"].tone == "mute"
    place = tmp_path / "stick"
    place.mkdir()
    save_settings(session, replace(read_settings(session), backup_folder=place))
    stick = replace(ROOMY, room=lambda path: Room(10**6 if path == place else 10**10, 10**11))
    assert lines(session, stick)["room"].word == "Backups need room"


def test_the_clock_line(session: Session) -> None:
    now = datetime.now(UTC)
    assert lines(session, now=now)["clock"].tone == "good"
    behind = lines(session, now=now - timedelta(days=3650))["clock"]
    assert (behind.tone, behind.word) == ("bad", "Behind")
    assert "keep their order" in behind.sentence
    assert lines(session, now=now + timedelta(days=3650))["clock"].word == "Far ahead"


def test_the_keys_lock_and_encryption_lines(session: Session) -> None:
    found = lines(session)
    assert "SQLCipher 4" in found["encryption"].sentence
    assert found["keys"].tone == "good"
    with session.store.unit_of_work(session.worker) as uow:
        uow.set_setting(first_run.CODE_TYPED_BACK, False)
    assert state(lines(session)["keys"]) == ("bad", "No code on paper", "keys")
    assert "Last locked" not in found["lock"].sentence
    close_session(session)
    again = open_for_window(session.vault.folder, WORDS)
    said = lines(again)["lock"].sentence
    close_session(again)
    assert "after 10 minutes" in said and "Last locked" in said


def test_the_drafts_line_leads_to_the_newest(session: Session) -> None:
    assert lines(session)["drafts"].tone == "good"
    for ref in ("CD-1", "CD-2"):
        keep_draft(
            session,
            DraftKey("note", ref),
            {"text": "half"},
            title=f"Note for {ref}",
            page="family",
            args={"family": ref, "tab": "visits"},
        )
    line = lines(session)["drafts"]
    assert (line.tone, line.word) == ("warn", "2 waiting")
    assert (line.page, line.args) == ("family", {"family": "CD-2", "tab": "visits"})


def test_the_real_disk_says_how_much_room_it_has(tmp_path: Path) -> None:
    room = room_on(tmp_path / "not" / "there" / "yet")
    assert room is not None and 0 < room.free <= room.total
    assert on_same_disk(tmp_path, tmp_path / "sub")
    assert not on_same_disk(tmp_path, Path("/proc")) or not Path("/proc").exists()


def test_packs_say_which_figures_nobody_checked(session: Session) -> None:
    cards = pack_cards(session)
    assert cards[0].is_own and not any(card.is_own for card in cards[1:])
    starter = next(card for card in cards if card.id == "families-first-2025")
    assert len(starter.unchecked) == starter.figures > 0
    where = {figure.where for figure in starter.unchecked}
    assert not any("." in one or "_" in one for one in where)
    assert all(figure.source for card in cards for figure in card.unchecked)
