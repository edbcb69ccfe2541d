"""Making a vault: what is in the folder, what is refused, and that it is all or nothing."""

from __future__ import annotations

import os
import stat
import sys
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
    make,
    opened,
    read_notes,
    schema,
    write_notes,
)

from casedesk.domain.errors import VaultError
from casedesk.storage.identity import identity_from
from casedesk.storage.open_vault import OpenVault
from casedesk.storage.vault import create_vault, recover
from casedesk.storage.vault_folder import vault_info


def test_a_new_vault_opens_with_its_passphrase_and_holds_what_was_saved(tmp_path: Path) -> None:
    made(tmp_path / "vault", "first", "second")
    with opened(tmp_path / "vault") as vault:
        assert read_notes(vault) == ["first", "second"]


def test_the_folder_holds_four_things(tmp_path: Path) -> None:
    made(tmp_path / "vault")
    names = {path.name for path in (tmp_path / "vault").iterdir()}
    assert names == {"casedesk.db", "keys.json", "backups", "lock"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an access list instead")
def test_everything_is_private_even_while_it_is_open(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    before = os.umask(0)
    try:
        vault, _ = make(folder)
        with vault:
            write_notes(vault, "one")
            modes = {
                path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())
            }
    finally:
        os.umask(before)
    assert modes == {
        "vault": 0o700,
        "backups": 0o700,
        "casedesk.db": 0o600,
        "casedesk.db-wal": 0o600,
        "casedesk.db-shm": 0o600,
        "keys.json": 0o600,
        "lock": 0o600,
    }


def test_an_empty_folder_is_used(tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir(mode=0o755)
    made(tmp_path / "vault", "one")
    with opened(tmp_path / "vault") as vault:
        assert read_notes(vault) == ["one"]


@pytest.mark.parametrize(
    "name", ["notes.txt", "casedesk.db", "keys.json", ".hidden", ".unfinished"]
)
def test_a_folder_with_something_in_it_is_refused_and_left(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "vault"
    folder.mkdir()
    (folder / name).write_text("mine")
    (folder / "other").write_text("mine too")
    before = contents(folder)
    with pytest.raises(VaultError, match="choose an empty folder"):
        make(folder)
    assert contents(folder) == before


def test_a_second_vault_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one")
    before = contents(tmp_path / "vault")
    with pytest.raises(VaultError, match="already a vault"):
        make(tmp_path / "vault")
    assert contents(tmp_path / "vault") == before


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "vault").write_text("a file")
    with pytest.raises(VaultError, match="is a file"):
        make(tmp_path / "vault")


@pytest.mark.parametrize(
    "passphrase",
    ["", "short one", "password1234", "aaaaaaaaaaaaaaaa", "keyworker1234", "tab\tin it all"],
)
def test_a_weak_passphrase_is_refused_and_nothing_is_made(tmp_path: Path, passphrase: str) -> None:
    with pytest.raises(VaultError):
        create_vault(
            tmp_path / "vault",
            name="Rowan Ashby",
            role="keyworker",
            passphrase=passphrase,
            machine=machine(),
            schema=schema(),
            cost=CHEAP,
        )
    assert not (tmp_path / "vault").exists()


def _refuses(vault: OpenVault, identity: object) -> None:
    raise VaultError("The worker's identity could not be kept.")


@pytest.mark.parametrize("was_there", [False, True])
def test_a_failure_half_way_leaves_nothing(tmp_path: Path, was_there: bool) -> None:
    folder, keystore = tmp_path / "vault", MemoryKeystore()
    if was_there:
        folder.mkdir()
    for settle, tables in ((_refuses, schema()), (_refuses, schema(breaks_at="2"))):
        with pytest.raises(VaultError):
            create_vault(
                folder,
                name="Rowan Ashby",
                role="keyworker",
                passphrase=PASSPHRASE,
                machine=machine(keystore),
                schema=tables,
                cost=CHEAP,
                settle=settle,
            )
        assert folder.exists() == was_there
        assert not was_there or list(folder.iterdir()) == []
        assert keystore.kept == {}
    made(folder, "works after all")


def test_a_locked_keyring_stops_it_instead_of_making_a_weaker_vault(tmp_path: Path) -> None:
    keystore = MemoryKeystore()
    keystore.locked = True
    with pytest.raises(VaultError, match="locked"):
        make(tmp_path / "vault", keystore)
    assert not (tmp_path / "vault").exists()


def test_what_a_killed_attempt_left_is_cleared(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    folder.mkdir()
    for name in (".unfinished", "casedesk.db", "casedesk.db-wal", "lock", ".keys.json.0a1b.part"):
        (folder / name).write_bytes(b"half")
    (folder / "backups").mkdir()
    made(folder, "one")
    assert {path.name for path in folder.iterdir()} == {
        "casedesk.db",
        "keys.json",
        "backups",
        "lock",
    }


def test_the_key_file_says_nothing_of_the_worker_or_the_code(tmp_path: Path) -> None:
    code = made(tmp_path / "vault")
    text = (tmp_path / "vault" / "keys.json").read_text()
    for secret in ("Rowan", "Ashby", PASSPHRASE, code, code.replace("-", ""), *code.split("-")):
        assert secret not in text


def test_info_needs_no_passphrase(tmp_path: Path) -> None:
    made(tmp_path / "bound", keystore=MemoryKeystore())
    made(tmp_path / "alone")
    bound, alone = vault_info(tmp_path / "bound"), vault_info(tmp_path / "alone")
    assert (bound.bound, alone.bound) == (True, False)
    assert bound.has_recovery and bound.has_passphrase and bound.cost == CHEAP
    assert bound.vault_id == key_fields(tmp_path / "bound")["vault_id"] != alone.vault_id
    assert bound.leads == () and bound.backups == ()


def test_the_identity_is_inside_and_its_card_is_not_secret(tmp_path: Path) -> None:
    made(tmp_path / "vault")
    with opened(tmp_path / "vault") as vault, vault.reading() as connection:
        rows = connection.exec_driver_sql("SELECT key, value FROM settings").all()
    settings = {row[0]: row[1] for row in rows}
    identity = identity_from(settings)
    assert identity.name == "Rowan Ashby"
    assert identity.card().fingerprint.count("-") == 5
    everything = b"".join(
        path.read_bytes() for path in (tmp_path / "vault").rglob("*") if path.is_file()
    )
    assert identity.exchange_private not in everything
    assert settings["identity.signing_private"].encode() not in everything


def test_two_vaults_share_no_key(tmp_path: Path) -> None:
    code = made(tmp_path / "one")
    made(tmp_path / "two")
    with pytest.raises(VaultError, match="does not open this vault"):
        recover(
            tmp_path / "two", code, OTHER_PASSPHRASE, machine=machine(), schema=schema(), cost=CHEAP
        )


@pytest.mark.parametrize(("name", "role"), [("Rowan Ashby", "manager"), ("  ", "keyworker")])
def test_a_vault_has_a_name_and_one_of_two_roles(tmp_path: Path, name: str, role: str) -> None:
    with pytest.raises(VaultError):
        create_vault(
            tmp_path / "vault",
            name=name,
            role=role,
            passphrase=PASSPHRASE,
            machine=machine(),
            schema=schema(),
            cost=CHEAP,
        )
    assert not (tmp_path / "vault").exists()
