"""What comes back is what was there, or nothing."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from vault_kit import (
    PASSPHRASE,
    backed_up,
    contents,
    machine,
    made,
    opened,
    read_notes,
    schema,
    write_notes,
)

from casedesk.domain.errors import (
    DamagedVault,
    FileProblem,
    VaultError,
    VaultInUse,
)
from casedesk.storage.backup import backup
from casedesk.storage.restore import backup_data_key, restore


def _cuts(size: int) -> list[int]:
    return [0, 1, 2, 30, 500, size // 2, size - 4096, size - 100, size - 1]


@pytest.mark.parametrize("with_key", [False, True])
def test_a_backup_cut_short_restores_nothing(tmp_path: Path, with_key: bool) -> None:
    file = backed_up(tmp_path, "one")
    key = backup_data_key(file, PASSPHRASE, machine().keystore) if with_key else None
    data = file.read_bytes()
    for cut in _cuts(len(data)):
        file.write_bytes(data[:cut])
        with pytest.raises((DamagedVault, FileProblem)):
            restore(file, tmp_path / "restored", machine=machine(), schema=schema(), data_key=key)
        assert not (tmp_path / "restored").exists()


def test_a_flipped_bit_anywhere_in_a_backup_is_noticed(tmp_path: Path) -> None:
    file = backed_up(tmp_path, "one")
    data = file.read_bytes()
    unnoticed = []
    for place in range(0, len(data), 97):
        flipped = bytearray(data)
        flipped[place] ^= 1 << (place % 8)
        file.write_bytes(flipped)
        folder = tmp_path / f"restored-{place}"
        try:
            restore(file, folder, machine=machine(), schema=schema())
        except (DamagedVault, FileProblem):
            assert not folder.exists()
        else:
            # Only in what the ZIP says twice, such as a time: what comes back is the same.
            unnoticed.append(place)
            with opened(folder) as vault:
                assert read_notes(vault) == ["one"]
    assert len(unnoticed) <= 5


def test_a_forged_list_is_noticed_with_the_key(tmp_path: Path) -> None:
    file = backed_up(tmp_path, "one")
    key = backup_data_key(file, PASSPHRASE, machine().keystore)
    forged = tmp_path / "forged.casedesk-backup"
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(forged, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "manifest.json":
                said = json.loads(data)
                said["created_at"] = "2031-01-01T00:00:00+00:00"
                data = json.dumps(said).encode()
            target.writestr(name, data)
    with pytest.raises(DamagedVault, match="changed by something other"):
        restore(forged, tmp_path / "restored", machine=machine(), schema=schema(), data_key=key)
    assert not (tmp_path / "restored").exists()


def test_other_files_are_not_backups(tmp_path: Path) -> None:
    text, archive = tmp_path / "notes.txt", tmp_path / "other.zip"
    text.write_text("not a backup")
    with zipfile.ZipFile(archive, "w") as target:
        target.writestr("casedesk.db", b"x")
    for file in (text, archive):
        with pytest.raises(FileProblem, match="is not a CaseDesk backup"):
            restore(file, tmp_path / "restored", machine=machine(), schema=schema())
    with pytest.raises(FileProblem):
        restore(tmp_path / "nowhere", tmp_path / "restored", machine=machine(), schema=schema())
    assert not (tmp_path / "restored").exists()


def test_a_squeezed_backup_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "bomb.casedesk-backup"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name in ("manifest.json", "keys.json", "casedesk.db"):
            target.writestr(name, b"0" * 50_000_000)
    with pytest.raises(DamagedVault):
        restore(file, tmp_path / "restored", machine=machine(), schema=schema())


def test_a_folder_that_is_not_empty_is_refused_or_set_aside(tmp_path: Path) -> None:
    file = backed_up(tmp_path, "one")
    with opened(tmp_path / "vault") as vault:
        write_notes(vault, "two")
    before = contents(tmp_path / "vault")
    with pytest.raises(VaultError, match="already a vault"):
        restore(file, tmp_path / "vault", machine=machine(), schema=schema())
    assert contents(tmp_path / "vault") == before
    report = restore(file, tmp_path / "vault", machine=machine(), schema=schema(), set_aside=True)
    assert report.set_aside is not None
    assert contents(report.set_aside) == before
    with opened(tmp_path / "vault") as vault:
        assert read_notes(vault) == ["one"]


def test_the_latest_backup_inside_a_damaged_vault_restores_in_one_action(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one")
    with opened(tmp_path / "vault") as vault:
        file = backup(vault, tmp_path / "vault" / "backups").path
    (tmp_path / "vault" / "casedesk.db").write_bytes(b"ruined")
    restore(file, tmp_path / "vault", machine=machine(), schema=schema(), set_aside=True)
    with opened(tmp_path / "vault") as vault:
        assert read_notes(vault) == ["one"]


def test_a_vault_in_use_is_not_set_aside(tmp_path: Path) -> None:
    file = backed_up(tmp_path, "one")
    with opened(tmp_path / "vault") as vault:
        with pytest.raises(VaultInUse):
            restore(file, tmp_path / "vault", machine=machine(), schema=schema(), set_aside=True)
        assert read_notes(vault) == ["one"]


def test_a_bad_backup_leaves_the_vault_that_is_there(tmp_path: Path) -> None:
    file = backed_up(tmp_path, "one")
    file.write_bytes(file.read_bytes()[:-1])
    before = contents(tmp_path / "vault")
    with pytest.raises(DamagedVault):
        restore(file, tmp_path / "vault", machine=machine(), schema=schema(), set_aside=True)
    assert contents(tmp_path / "vault") == before
    assert [path.name for path in tmp_path.iterdir() if "set-aside" in path.name] == []


def test_a_newer_backup_is_refused(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one")
    with opened(tmp_path / "vault", newest="3") as vault:
        file = backup(vault, tmp_path / "backups").path
        key = vault.data_key
    with pytest.raises(VaultError, match="newer CaseDesk"):
        restore(file, tmp_path / "restored", machine=machine(), schema=schema("2"), data_key=key)
    assert not (tmp_path / "restored").exists()
