"""A backup back in the vault's place: what is lost, what is kept aside, what is passed over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casedesk.domain.errors import DamagedVault, KnownError, NotFound, WrongPassphrase
from casedesk.services import backups, first_run, keys, restoring
from casedesk.services.session import Session
from casedesk.services.settings import Settings
from casedesk.services.unlocking import close_session, is_open, open_for_window
from casedesk.storage.kdf_cost import LEAST_COST

WORDS = "pewter gosling tramway hush-dogwood"
OTHER_WORDS = "marble otter 77 thistle barge"
JO = Settings(worker="Jo Hebden", role="keyworker")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = first_run.set_up(tmp_path / "vault", JO, WORDS, cost=LEAST_COST).session
    yield made
    if is_open(made):
        close_session(made)


def save(session: Session, value: str) -> None:
    with session.store.unit_of_work(session.worker) as uow:
        uow.set_setting("team", value)


def team(folder: Path, passphrase: str = WORDS) -> str:
    again = open_for_window(folder, passphrase)
    try:
        with again.store.read() as reading:
            return str(reading.setting("team"))
    finally:
        again.vault.close()


def backed_up(session: Session, place: Path, value: str) -> Path:
    """A backup in a folder of its own, so that none goes because of the others."""
    save(session, value)
    place.mkdir(parents=True, exist_ok=True)
    return Path(backups.back_up(session, place).file)


def flip(path: Path, share: float = 0.5) -> None:
    data = bytearray(path.read_bytes())
    data[int(len(data) * share)] ^= 1
    path.write_bytes(bytes(data))


def test_from_settings_the_vault_before_is_kept_aside(session: Session, tmp_path: Path) -> None:
    folder = session.vault.folder
    file = backed_up(session, tmp_path / "stick", "North")
    save(session, "South")
    done = restoring.restore_and_close(session, file)
    assert not is_open(session)
    assert done.checked and done.set_aside is not None
    assert team(folder) == "North"
    assert team(done.set_aside) == "South"
    assert str(done.set_aside) in done.sentence
    assert restoring.found_backups(folder)[0].path == file


def test_a_damaged_backup_from_settings_leaves_the_vault_as_it_was(
    session: Session, tmp_path: Path
) -> None:
    folder = session.vault.folder
    file = backed_up(session, tmp_path / "stick", "North")
    save(session, "South")
    flip(file)
    with pytest.raises(DamagedVault):
        restoring.restore_and_close(session, file)
    assert not is_open(session)
    assert team(folder) == "South"
    assert [path.name for path in folder.parent.iterdir() if "set-aside" in path.name] == []


@pytest.mark.parametrize("what", ["casedesk.db", "keys.json"])
def test_a_flipped_bit_and_the_latest_backup_comes_back(
    session: Session, tmp_path: Path, what: str
) -> None:
    folder = session.vault.folder
    file = backed_up(session, tmp_path / "stick", "North")
    close_session(session)
    flip(folder / what, 0.01)
    with pytest.raises(KnownError):
        open_for_window(folder, WORDS)
    (found,) = restoring.found_backups(folder)
    assert found.path == file
    done = restoring.restore_closed(folder, WORDS)
    assert done.checked and done.path == file
    assert team(folder) == "North"


def test_a_damaged_backup_is_passed_over_for_the_one_before(
    session: Session, tmp_path: Path
) -> None:
    folder = session.vault.folder
    first = backed_up(session, folder / "backups", "North")
    newest = backed_up(session, tmp_path / "stick", "South")
    close_session(session)
    flip(newest)
    done = restoring.restore_closed(folder, WORDS)
    assert done.path == first
    assert team(folder) == "North"


def test_none_and_none_good_are_said_and_nothing_is_moved(session: Session, tmp_path: Path) -> None:
    folder = session.vault.folder
    with pytest.raises(NotFound, match="No backup of this vault"):
        restoring.restore_closed(folder, WORDS)
    file = backed_up(session, tmp_path / "stick", "North")
    close_session(session)
    flip(file)
    with pytest.raises(DamagedVault, match="None of the backups"):
        restoring.restore_closed(folder, WORDS)
    assert team(folder) == "North"


def test_a_backup_of_an_earlier_passphrase_asks_for_that_one(
    session: Session, tmp_path: Path
) -> None:
    folder = session.vault.folder
    backed_up(session, tmp_path / "stick", "North")
    keys.change_passphrase(session, WORDS, OTHER_WORDS, cost=LEAST_COST)
    close_session(session)
    with pytest.raises(WrongPassphrase):
        restoring.restore_closed(folder, OTHER_WORDS)
    assert team(folder, OTHER_WORDS) == "North"
    restoring.restore_closed(folder, WORDS)
    assert team(folder, WORDS) == "North"


def test_what_is_lost_is_said_with_day_and_time(session: Session, tmp_path: Path) -> None:
    backed_up(session, tmp_path / "stick", "North")
    (line,) = backups.list_backups(session)
    said = restoring.what_is_lost(line.at)
    assert said == f"Everything saved after {restoring.moment(line.at)} will not be in it."
    assert f"{line.at.day} {line.at:%B %Y}, {line.at:%H:%M}" in said
