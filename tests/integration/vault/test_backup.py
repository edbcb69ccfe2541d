"""Backups are checked before they are named, and older tables are backed up first."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import threading
from pathlib import Path

import pytest
from vault_kit import (
    CHEAP,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    MemoryKeystore,
    backed_up,
    machine,
    made,
    make,
    opened,
    read_notes,
    restored,
    schema,
    write_notes,
)

from casedesk.domain.errors import (
    DamagedVault,
    FileProblem,
    TiedToLaptop,
    VaultError,
    WrongPassphrase,
)
from casedesk.storage.backup import backup
from casedesk.storage.key_file import read_key_file
from casedesk.storage.restore import backup_data_key, restore
from casedesk.storage.vault import recover, unlock
from casedesk.storage.vault_keys import change_passphrase


def test_a_backup_says_what_is_in_it_and_comes_back_the_same(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one", "two")
    with opened(tmp_path / "vault") as vault:
        report = backup(vault, tmp_path / "new" / "backups")
        with vault.reading() as connection:
            heads = schema().journal_heads(connection)
    assert report.path.name.startswith("casedesk-") and report.path.suffix == ".casedesk-backup"
    assert report.rows == {"entries": 2, "notes": 2, "revision": 1, "settings": 4}
    assert report.heads == heads and report.revision == "2"
    assert report.size_bytes == report.path.stat().st_size
    assert [path.name for path in report.path.parent.iterdir()] == [report.path.name]
    assert restored(report.path, tmp_path / "restored") == ["one", "two"]
    key = backup_data_key(report.path, PASSPHRASE, machine().keystore)
    assert restored(report.path, tmp_path / "checked", data_key=key) == ["one", "two"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an access list instead")
def test_a_backup_and_what_is_restored_are_private(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        file = backed_up(tmp_path, "one")
        restore(file, tmp_path / "restored", machine=machine(), schema=schema())
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    for path in (tmp_path / "restored").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_nothing_in_a_backup_is_in_clear(tmp_path: Path) -> None:
    file = backed_up(tmp_path, "Bartholomew was seen at home", keystore=MemoryKeystore())
    data = file.read_bytes()
    for clear in (b"Bartholomew", b"SQLite format 3", b"Rowan", b'"notes"', b'"rows"'):
        assert clear not in data


def test_work_that_is_not_yet_in_the_main_file_is_in_the_backup(tmp_path: Path) -> None:
    vault, _ = make(tmp_path / "vault")
    with vault:
        write_notes(vault, *(f"note {number}" for number in range(200)))
        report = backup(vault, tmp_path / "backups")
    assert report.rows["notes"] == 200
    assert len(restored(report.path, tmp_path / "restored")) == 200


def test_backups_during_constant_writing_are_each_of_one_moment(tmp_path: Path) -> None:
    vault, _ = make(tmp_path / "vault")
    stop, began = threading.Event(), threading.Event()

    def work() -> None:
        number = 0
        while not stop.is_set():
            write_notes(vault, f"note {number}")
            number += 1
            began.set()

    with vault:
        worker = threading.Thread(target=work)
        worker.start()
        try:
            assert began.wait(30)
            reports = [backup(vault, tmp_path / "backups") for _ in range(5)]
        finally:
            stop.set()
            worker.join()
        everything = read_notes(vault)
    for number, report in enumerate(reports):
        notes = restored(report.path, tmp_path / f"restored-{number}")
        assert notes == everything[: len(notes)]
        assert len(notes) == report.rows["notes"] == report.rows["entries"]
    assert len({report.path for report in reports}) == 5


def test_a_vault_that_does_not_verify_is_not_backed_up_and_older_ones_stay(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one")
    with opened(tmp_path / "vault") as vault:
        older = backup(vault, tmp_path / "backups").path
        with vault.engine.begin() as connection:
            connection.exec_driver_sql("UPDATE notes SET text = 'changed behind the journal'")
        with pytest.raises(DamagedVault, match="journal was changed"):
            backup(vault, tmp_path / "backups")
    assert list((tmp_path / "backups").iterdir()) == [older]


def test_a_backup_by_bound_passphrase_works_here_and_by_code_elsewhere(tmp_path: Path) -> None:
    keystore = MemoryKeystore()
    code = made(tmp_path / "vault", "one", keystore=keystore)
    with opened(tmp_path / "vault", keystore) as vault:
        file = backup(vault, tmp_path / "backups").path
        change_passphrase(vault, PASSPHRASE, OTHER_PASSPHRASE, cost=CHEAP)
    with pytest.raises(WrongPassphrase):
        backup_data_key(file, OTHER_PASSPHRASE, keystore)
    with pytest.raises(TiedToLaptop):
        backup_data_key(file, PASSPHRASE, MemoryKeystore())
    restore(file, tmp_path / "here", machine=machine(), schema=schema())
    opened(tmp_path / "here", keystore).close()
    restore(file, tmp_path / "there", machine=machine(), schema=schema())
    with recover(
        tmp_path / "there", code, OTHER_PASSPHRASE, machine=machine(), schema=schema(), cost=CHEAP
    ) as vault:
        assert read_notes(vault) == ["one"]


def test_an_older_vault_is_backed_up_before_its_tables_change(tmp_path: Path) -> None:
    vault, _ = make(tmp_path / "vault", newest="1")
    with vault:
        write_notes(vault, "one")
    with opened(tmp_path / "vault", newest="3") as vault:
        assert read_notes(vault) == ["one"]
        with vault.reading() as connection:
            assert schema().current_revision(connection) == "3"
    (file,) = (tmp_path / "vault" / "backups").iterdir()
    restore(file, tmp_path / "before", machine=machine(), schema=schema("1"))
    with opened(tmp_path / "before", newest="1") as vault:
        assert read_notes(vault) == ["one"]
    opened(tmp_path / "vault", newest="3").close()
    assert len(list((tmp_path / "vault" / "backups").iterdir())) == 1


def test_a_step_to_new_tables_that_fails_leaves_the_older_ones(tmp_path: Path) -> None:
    vault, _ = make(tmp_path / "vault", newest="1")
    with vault:
        write_notes(vault, "one")
    broken = schema("2", breaks_at="2")
    with pytest.raises(VaultError, match="failed"):
        unlock(tmp_path / "vault", PASSPHRASE, machine=machine(), schema=broken)
    with opened(tmp_path / "vault", newest="1") as vault:
        assert read_notes(vault) == ["one"]


def test_what_a_killed_backup_left_is_swept_by_the_next(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one")
    vault_id = read_key_file(tmp_path / "vault" / "keys.json").vault_id
    left = tmp_path / "backups" / f".casedesk-backup-{vault_id}-abc"
    others = tmp_path / "backups" / ".casedesk-backup-another-abc"
    for folder in (left, others):
        folder.mkdir(parents=True)
        shutil.copy(tmp_path / "vault" / "casedesk.db", folder)
    with opened(tmp_path / "vault") as vault:
        backup(vault, tmp_path / "backups")
    assert not left.exists()
    assert others.exists()


def test_a_target_that_cannot_be_a_folder_is_one_sentence(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one")
    (tmp_path / "file").write_text("in the way")
    with opened(tmp_path / "vault") as vault:
        for target in (tmp_path / "file", tmp_path / "file" / "below"):
            with pytest.raises(FileProblem):
                backup(vault, target)
        assert read_notes(vault) == ["one"]
