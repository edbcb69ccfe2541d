"""The vault with the case file's own tables: settled, saved, checked, backed up, restored."""

from __future__ import annotations

from pathlib import Path

import pytest
from vault_kit import CHEAP, PASSPHRASE, machine

from casedesk.domain.errors import DamagedVault, VaultError
from casedesk.domain.records import Family
from casedesk.storage.backup import backup
from casedesk.storage.engine import open_keyed
from casedesk.storage.identity import Identity, identity_from
from casedesk.storage.migrations import head_revision
from casedesk.storage.open_vault import OpenVault
from casedesk.storage.restore import restore
from casedesk.storage.schema import case_file_schema
from casedesk.storage.store import CaseStore
from casedesk.storage.vault import create_vault, unlock
from casedesk.storage.vault_check import check_vault

ME = "Rowan Ashby"


def store(vault: OpenVault) -> CaseStore:
    return CaseStore(vault.engine, vault.device_id)


def settle(vault: OpenVault, identity: Identity) -> None:
    with store(vault).unit_of_work(ME) as work:
        for key, value in identity.as_settings().items():
            work.set_setting(key, value)


def save(vault: OpenVault, *names: str) -> None:
    with store(vault).unit_of_work(ME) as work:
        for name in names:
            work.add(Family(id=work.new_id(), ref=work.new_ref("F"), name=name))


def names(vault: OpenVault) -> list[str]:
    with store(vault).read() as reading:
        return sorted(row.name for row in reading.families())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    vault, _ = create_vault(
        tmp_path / "vault",
        name=ME,
        role="keyworker",
        passphrase=PASSPHRASE,
        machine=machine(),
        schema=case_file_schema(),
        cost=CHEAP,
        settle=settle,
    )
    with vault:
        save(vault, "Penrose", "Alder")
    return tmp_path / "vault"


def opened(folder: Path) -> OpenVault:
    return unlock(folder, PASSPHRASE, machine=machine(), schema=case_file_schema())


def test_what_was_saved_is_there_and_verifies(folder: Path) -> None:
    with opened(folder) as vault:
        assert names(vault) == ["Alder", "Penrose"]
        report = check_vault(vault)
        assert report.ok, report
        with vault.reading() as connection:
            rows = connection.exec_driver_sql("SELECT key, value FROM settings").all()
    settings = {row[0]: row[1].strip('"') for row in rows}
    assert identity_from(settings).card().name == ME


def test_the_private_keys_are_in_the_settings_and_nowhere_else(folder: Path) -> None:
    with opened(folder) as vault, vault.reading() as connection:
        rows = connection.exec_driver_sql("SELECT key, value FROM settings").all()
        journal = connection.exec_driver_sql("SELECT contents FROM journal").scalars().all()
    private = [row[1].strip('"') for row in rows if row[0].endswith("_private")]
    assert len(private) == 2
    for key in private:
        assert not any(key in (contents or "") for contents in journal)


def test_a_backup_comes_back_with_its_journal(folder: Path, tmp_path: Path) -> None:
    with opened(folder) as vault:
        report = backup(vault, tmp_path / "backups")
        key = vault.data_key
        save(vault, "Later")
    assert report.rows["families"] == 2
    assert report.revision == head_revision()
    assert any(name.startswith("journal ") for name in report.heads)
    restore(
        report.path,
        tmp_path / "restored",
        machine=machine(),
        schema=case_file_schema(),
        data_key=key,
    )
    with opened(tmp_path / "restored") as vault:
        assert names(vault) == ["Alder", "Penrose"]
        assert check_vault(vault).ok
        save(vault, "After")
        assert check_vault(vault).ok


def test_an_edited_journal_is_found_and_not_backed_up(folder: Path, tmp_path: Path) -> None:
    with opened(folder) as vault:
        connection = vault.raw_connection()
        connection.execute("UPDATE journal SET who = 'Somebody Else' WHERE sequence = 1")
        connection.close()
        bad = [line for line in check_vault(vault).lines if not line.ok]
        assert [line.what for line in bad] == ["journal"]
        with pytest.raises(DamagedVault):
            backup(vault, tmp_path / "backups")
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_journal_cut_behind_a_backup_is_found(folder: Path) -> None:
    with opened(folder) as vault:
        backup(vault, folder / "backups")
        assert check_vault(vault).ok
        connection = vault.raw_connection()
        connection.execute(
            "DELETE FROM journal WHERE sequence = (SELECT max(sequence) FROM journal)"
        )
        connection.close()
        bad = [line for line in check_vault(vault).lines if not line.ok]
    assert [line.what for line in bad] == ["journal"]
    assert "was cut off" in bad[0].detail


def test_a_vault_of_a_newer_program_is_refused_untouched(folder: Path) -> None:
    with opened(folder) as vault:
        key = vault.data_key
    connection = open_keyed(folder / "casedesk.db", key)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = (folder / "casedesk.db").read_bytes()
    with pytest.raises(VaultError, match="newer CaseDesk"):
        opened(folder)
    assert (folder / "casedesk.db").read_bytes() == before
