"""Opening a vault: only by the right passphrase, only here, and one sentence for each refusal."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import unicodedata
from pathlib import Path

import pytest
from vault_kit import (
    CHEAP,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    MemoryKeystore,
    contents,
    key_fields,
    machine,
    made,
    opened,
    read_notes,
    schema,
    write_notes,
)

from casedesk.domain.errors import DamagedVault, TiedToLaptop, VaultError, WrongPassphrase
from casedesk.storage.key_file import parse_key_file
from casedesk.storage.keys import canonical
from casedesk.storage.vault import create_vault, recover, unlock
from casedesk.storage.vault_folder import vault_info

WORD = PASSPHRASE.split()[0]
NEAR_MISSES = [
    "",
    " ",
    PASSPHRASE + " ",
    " " + PASSPHRASE,
    PASSPHRASE + "\n",
    PASSPHRASE[:-1],
    PASSPHRASE[1:],
    PASSPHRASE.upper(),
    PASSPHRASE.lower(),
    PASSPHRASE.swapcase(),
    PASSPHRASE.replace(" ", ""),
    PASSPHRASE.replace(" ", "-"),
    PASSPHRASE.replace(" ", "  "),
    PASSPHRASE.replace(" ", "\t"),
    PASSPHRASE.replace("4", "5"),
    PASSPHRASE.replace("e", "é"),
    PASSPHRASE.replace("e", "е"),  # the Cyrillic letter
    PASSPHRASE.replace("a", "ａ"),  # the full-width letter
    PASSPHRASE + "\x00",
    PASSPHRASE + "\u200b",
    "\ufeff" + PASSPHRASE,
    PASSPHRASE + PASSPHRASE,
    PASSPHRASE[::-1],
    WORD,
    WORD * 5,
    " ".join(reversed(PASSPHRASE.split())),
    OTHER_PASSPHRASE,
    "\udc80" + PASSPHRASE,
    "A" * 1_000_000,
    PASSPHRASE + "A" * 1_000_000,
]


def _called_wrong(folder: Path, keystore: MemoryKeystore | None) -> int:
    """How many of 28 near misses are called a wrong passphrase; none of them opens.

    Where the device secret is not at hand, one in 65,536 is taken for the right one, by design:
    so 27 are asked for.
    """
    count = 0
    for wrong in NEAR_MISSES[:28]:
        with pytest.raises(VaultError) as refused:
            unlock(folder, wrong, machine=machine(keystore), schema=schema())
        count += isinstance(refused.value, WrongPassphrase)
    return count


@pytest.mark.parametrize("bound", [False, True])
def test_thirty_near_misses_never_open_and_the_right_one_works_straight_after(
    tmp_path: Path, bound: bool
) -> None:
    keystore = MemoryKeystore() if bound else None
    made(tmp_path / "vault", "one", keystore=keystore)
    assert len(set(NEAR_MISSES)) == 30
    before = contents(tmp_path / "vault")
    for wrong in NEAR_MISSES:
        with pytest.raises(WrongPassphrase):
            unlock(tmp_path / "vault", wrong, machine=machine(keystore), schema=schema())
        assert contents(tmp_path / "vault") == before
    with opened(tmp_path / "vault", keystore) as vault:
        assert read_notes(vault) == ["one"]


def test_one_passphrase_in_two_unicode_forms_and_with_another_space(tmp_path: Path) -> None:
    typed = "crème brûlée 41 Llanelli quay"
    vault, _ = create_vault(
        tmp_path / "vault",
        name="Rowan Ashby",
        role="lead",
        passphrase=unicodedata.normalize("NFD", typed),
        machine=machine(),
        schema=schema(),
        cost=CHEAP,
    )
    vault.close()
    for same in (unicodedata.normalize("NFC", typed), typed.replace(" ", "\u00a0")):
        unlock(tmp_path / "vault", same, machine=machine(), schema=schema()).close()
    with pytest.raises(WrongPassphrase):
        unlock(tmp_path / "vault", typed.replace("4", "４"), machine=machine(), schema=schema())


def test_on_another_laptop_only_the_right_passphrase_is_told_about_the_laptop(
    tmp_path: Path,
) -> None:
    made(tmp_path / "vault", "one", keystore=MemoryKeystore())
    for keystore in (MemoryKeystore(), None):
        with pytest.raises(TiedToLaptop) as tied:
            opened(tmp_path / "vault", keystore)
        assert str(tied.value).startswith(
            "This vault is tied to the laptop it was made on; use the recovery code"
        )
        assert _called_wrong(tmp_path / "vault", keystore) >= 27


@pytest.mark.parametrize("kept", [b"", b"x" * 31, b"x" * 32])
def test_a_device_secret_that_is_another_one_counts_as_gone(tmp_path: Path, kept: bytes) -> None:
    keystore = MemoryKeystore()
    made(tmp_path / "vault", keystore=keystore)
    (name,) = keystore.kept
    keystore.kept[name] = kept
    with pytest.raises(TiedToLaptop):
        opened(tmp_path / "vault", keystore)
    assert _called_wrong(tmp_path / "vault", keystore) >= 27


def test_a_locked_keyring_is_told_from_a_wrong_passphrase(tmp_path: Path) -> None:
    keystore = MemoryKeystore()
    made(tmp_path / "vault", keystore=keystore)
    keystore.locked = True
    with pytest.raises(VaultError, match=r"keyring.*locked") as locked:
        opened(tmp_path / "vault", keystore)
    assert not isinstance(locked.value, (WrongPassphrase, TiedToLaptop))
    assert _called_wrong(tmp_path / "vault", keystore) >= 27
    keystore.locked = False
    opened(tmp_path / "vault", keystore).close()


def test_a_vault_without_a_keyring_opens_on_any_laptop(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one")
    shutil.copytree(tmp_path / "vault", tmp_path / "elsewhere")
    with opened(tmp_path / "elsewhere", MemoryKeystore()) as vault:
        assert read_notes(vault) == ["one"]


def test_no_vault_no_folder_and_half_a_vault(tmp_path: Path) -> None:
    made(tmp_path / "vault")
    empty = tmp_path / "empty"
    empty.mkdir()
    unfinished = tmp_path / "unfinished"
    unfinished.mkdir()
    (unfinished / ".unfinished").write_bytes(b"")
    for folder, said in (
        (tmp_path / "nowhere", "There is no vault in"),
        (empty, "is not a vault"),
        (unfinished, "never finished"),
    ):
        with pytest.raises(VaultError, match=said):
            opened(folder)
        with pytest.raises(VaultError, match=said):
            vault_info(folder)
    assert list(empty.iterdir()) == []
    for missing in ("casedesk.db", "keys.json"):
        folder = tmp_path / f"without-{missing}"
        shutil.copytree(tmp_path / "vault", folder)
        (folder / missing).unlink()
        with pytest.raises(DamagedVault, match="is missing"):
            opened(folder)
        assert missing not in {path.name for path in folder.iterdir()}


def test_a_plain_database_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    made(tmp_path / "vault")
    database = tmp_path / "vault" / "casedesk.db"
    database.unlink()
    plain = sqlite3.connect(database)
    plain.execute("CREATE TABLE notes (text)")
    plain.commit()
    plain.close()
    before = contents(tmp_path / "vault")
    with pytest.raises(VaultError, match="not encrypted"):
        opened(tmp_path / "vault")
    assert contents(tmp_path / "vault") == before


def test_a_newer_vault_is_refused_and_left_byte_for_byte(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    made(folder, "one")
    opened(folder, newest="3").close()
    shutil.rmtree(folder / "backups")
    (folder / "backups").mkdir()
    before = contents(folder)
    with pytest.raises(VaultError, match="newer CaseDesk and was left untouched"):
        opened(folder, newest="2")
    assert contents(folder) == before
    with opened(folder, newest="3") as vault:
        assert read_notes(vault) == ["one"]


def test_a_newer_vault_with_work_still_in_its_log_is_left_byte_for_byte(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    made(folder, "one")
    with opened(folder, newest="3") as vault:
        write_notes(vault, "not yet in the main file")
        # What a killed process leaves: the log beside the database.
        shutil.copytree(folder, tmp_path / "killed")
    killed = tmp_path / "killed"
    before = contents(killed)
    assert "casedesk.db-wal" in before
    with pytest.raises(VaultError, match="newer CaseDesk"):
        opened(killed, newest="2")
    after = contents(killed)
    # The index of the log is rebuilt by every reader and holds nothing of its own.
    assert {**before, "casedesk.db-shm": ""} == {**after, "casedesk.db-shm": ""}
    with opened(killed, newest="3") as vault:
        assert read_notes(vault) == ["one", "not yet in the main file"]


def test_a_newer_key_file_is_refused(tmp_path: Path) -> None:
    made(tmp_path / "vault")
    fields = key_fields(tmp_path / "vault")
    (tmp_path / "vault" / "keys.json").write_text(json.dumps({**fields, "version": 2}))
    with pytest.raises(VaultError, match="newer CaseDesk"):
        opened(tmp_path / "vault")


def test_a_damaged_first_page_is_damage_and_not_a_wrong_passphrase(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one")
    database = tmp_path / "vault" / "casedesk.db"
    data = bytearray(database.read_bytes())
    data[100] ^= 1
    database.write_bytes(data)
    with pytest.raises(DamagedVault, match="restore the latest backup"):
        opened(tmp_path / "vault")


def test_another_vaults_database_is_damage(tmp_path: Path) -> None:
    made(tmp_path / "one")
    made(tmp_path / "two")
    shutil.copy(tmp_path / "one" / "casedesk.db", tmp_path / "two" / "casedesk.db")
    with pytest.raises(DamagedVault):
        opened(tmp_path / "two")


def test_a_slot_moved_from_another_vault_does_not_open(tmp_path: Path) -> None:
    made(tmp_path / "one")
    made(tmp_path / "two")
    keys = (tmp_path / "one" / "keys.json").read_bytes()
    moved = json.loads(keys)
    moved["vault_id"] = key_fields(tmp_path / "two")["vault_id"]
    (tmp_path / "two" / "keys.json").write_text(json.dumps(moved))
    with pytest.raises(DamagedVault, match="was changed by something other"):
        opened(tmp_path / "two")


def test_every_flipped_bit_of_the_key_file_is_called_damage(tmp_path: Path) -> None:
    made(tmp_path / "vault", keystore=MemoryKeystore())
    data = (tmp_path / "vault" / "keys.json").read_bytes()
    whole = parse_key_file(data)
    for place in range(len(data)):
        flipped = bytearray(data)
        flipped[place] ^= 1 << (place % 7)
        try:
            assert parse_key_file(bytes(flipped)) == whole  # white space between the fields
        except VaultError as error:
            assert "restore a backup" in str(error) or "newer CaseDesk" in str(error)


def test_a_key_file_changed_on_purpose_is_refused_and_recovery_puts_it_right(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "vault"
    code = made(folder, "one")
    from_key_file = parse_key_file((folder / "keys.json").read_bytes())
    fields = key_fields(folder)
    fields["device_id"] = "AAAAAAAA"
    _write_with_checksum(folder, fields)
    with pytest.raises(DamagedVault, match="recovery code"):
        opened(folder)
    with recover(
        folder, code, OTHER_PASSPHRASE, machine=machine(), schema=schema(), cost=CHEAP
    ) as vault:
        assert read_notes(vault) == ["one"]
        assert vault.vault_id == from_key_file.vault_id
    unlock(folder, OTHER_PASSPHRASE, machine=machine(), schema=schema()).close()


def _write_with_checksum(folder: Path, fields: dict[str, object]) -> None:
    unsigned = {key: value for key, value in fields.items() if key != "checksum"}
    fields["checksum"] = hashlib.sha256(canonical(unsigned)).hexdigest()
    (folder / "keys.json").write_text(json.dumps(fields))


def test_a_closed_vault_is_not_opened_again_by_its_engine(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one")
    vault = opened(tmp_path / "vault")
    assert read_notes(vault) == ["one"]
    vault.close()
    with pytest.raises(VaultError, match="locked"):
        read_notes(vault)
    with pytest.raises(VaultError, match="locked"), vault.engine.begin():
        raise AssertionError("it was opened again")
