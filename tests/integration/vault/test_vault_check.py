"""`vault check` names what is damaged: each page, the journal, the tables and the keys."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from vault_kit import made, make, opened, read_notes, write_notes

from casedesk.domain.errors import DamagedVault
from casedesk.storage.backup import backup
from casedesk.storage.identity import make_identity
from casedesk.storage.keys import canonical
from casedesk.storage.open_vault import OpenVault
from casedesk.storage.vault_check import CheckLine, check_vault
from casedesk.storage.vault_keys import allow_lead

PAGE = 4096
# Within a page: the ciphertext, then at its end the IV (16 bytes) and the MAC (64).
PLACES = {"data": 700, "iv": PAGE - 80, "mac": PAGE - 1}


def bad(vault: OpenVault) -> dict[str, str]:
    """What is not as it should be, and what is said of it."""
    return {line.what: line.detail for line in check_vault(vault).lines if not line.ok}


def large(folder: Path) -> int:
    """A vault of some pages; gives how many."""
    vault, _ = make(folder)
    with vault:
        write_notes(vault, *(f"note {number} " + "words " * 100 for number in range(60)))
    return (folder / "casedesk.db").stat().st_size // PAGE


def flip(folder: Path, place: int) -> None:
    database = folder / "casedesk.db"
    data = bytearray(database.read_bytes())
    data[place] ^= 1 << (place % 8)
    database.write_bytes(data)


def test_a_whole_vault_passes(tmp_path: Path) -> None:
    vault, _ = make(tmp_path / "vault")
    with vault:
        write_notes(vault, "one")
        allow_lead(vault, make_identity("Lee", "lead").card(), make_identity("Wyn", "keyworker"))
        report = check_vault(vault)
    assert report.ok, report
    assert {line.what for line in report.lines} == {
        "pages",
        "database",
        "links",
        "schema",
        "journal",
        "backups",
        "keys",
        "key check",
        "key slots",
    }
    assert (
        CheckLine(
            "key slots", True, "Ways to open the vault: passphrase, recovery code, team lead."
        )
        in report.lines
    )


@pytest.mark.parametrize("where", sorted(PLACES))
def test_one_flipped_bit_in_any_page_is_noticed_before_a_value_is_shown(
    tmp_path: Path, where: str
) -> None:
    folder = tmp_path / "vault"
    pages = large(folder)
    assert pages > 10
    refused = 0
    for page in range(pages):
        flip(folder, page * PAGE + PLACES[where])
        try:
            vault = opened(folder)
        except DamagedVault:
            # A page that opening reads: the vault does not open at all.
            refused += 1
        else:
            with vault:
                assert f"page {page + 1}" in bad(vault)["pages"]
        flip(folder, page * PAGE + PLACES[where])
    assert 1 <= refused <= 6
    with opened(folder) as vault:
        assert bad(vault) == {}


def test_a_page_that_is_read_is_checked_without_being_asked(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    pages = large(folder)
    refused = 0
    for page in range(1, pages):
        flip(folder, page * PAGE + 700)
        try:
            with opened(folder) as vault:
                notes = read_notes(vault)
        except DamagedVault as error:
            assert "restore the latest backup" in str(error)
            refused += 1
        else:
            assert len(notes) == 60
        flip(folder, page * PAGE + 700)
    assert refused >= pages // 2


def test_a_database_cut_short_is_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    pages = large(folder)
    data = (folder / "casedesk.db").read_bytes()
    for left in (0, 10, 100, PAGE, PAGE * (pages // 2), PAGE * (pages - 1), len(data) - 1):
        (folder / "casedesk.db").write_bytes(data[:left])
        try:
            vault = opened(folder)
        except DamagedVault:
            continue
        with vault:
            assert bad(vault), left


def test_a_changed_journal_is_noticed(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one", "two")
    with opened(tmp_path / "vault") as vault:
        with vault.engine.begin() as connection:
            connection.exec_driver_sql("UPDATE notes SET text = 'three' WHERE id = 1")
        assert "entry 1 does not verify" in bad(vault)["journal"]


def test_a_journal_cut_behind_a_backup_is_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    made(folder, "one", "two")
    with opened(folder) as vault:
        backup(vault, folder / "backups")
        write_notes(vault, "three")
        assert bad(vault) == {}
        with vault.engine.begin() as connection:
            for table, key in (("notes", "id"), ("entries", "sequence")):
                connection.exec_driver_sql(f"DELETE FROM {table} WHERE {key} > 1")  # noqa: S608
        assert bad(vault) == {
            "journal": "The journal was changed: entry 2 is in a backup and missing here."
        }


def test_a_backup_that_cannot_be_restored_is_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    made(folder, "one")
    made(tmp_path / "other", "one")
    with opened(folder) as vault, opened(tmp_path / "other") as other:
        whole = backup(vault, folder / "backups").path
        damaged = whole.with_name("casedesk-2.casedesk-backup")
        damaged.write_bytes(whole.read_bytes()[:-1])
        foreign = backup(other, folder / "backups").path
        found = bad(vault)
    assert set(found) == {"backups"}
    assert damaged.name in found["backups"] and foreign.name in found["backups"]
    assert whole.name not in found["backups"]


def test_a_missing_link_and_other_tables_are_noticed(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one")
    with opened(tmp_path / "vault") as vault:
        connection = vault.raw_connection()
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("CREATE TABLE visits (note INTEGER REFERENCES notes (id))")
        connection.execute("INSERT INTO visits VALUES (99)")
        connection.execute("UPDATE revision SET name = '1'")
        connection.close()
        found = bad(vault)
    assert "visits names a row of notes that is not there" in found["links"]
    assert found["schema"] == "The tables are those of version 1, and this program's is 2."


def _rewrite(folder: Path, **changes: object) -> None:
    fields = json.loads((folder / "keys.json").read_text())
    fields.update(changes)
    unsigned = {key: value for key, value in fields.items() if key != "checksum"}
    fields["checksum"] = hashlib.sha256(canonical(unsigned)).hexdigest()
    (folder / "keys.json").write_text(json.dumps(fields))


def test_keys_that_were_changed_while_it_was_open_are_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    made(tmp_path / "other")
    made(folder, "one")
    whole = (folder / "keys.json").read_bytes()
    with opened(folder) as vault:
        slots = json.loads(whole)["slots"]
        _rewrite(folder, slots=slots[:1])
        assert set(bad(vault)) == {"keys", "key slots"}
        (folder / "keys.json").write_bytes((tmp_path / "other" / "keys.json").read_bytes())
        assert set(bad(vault)) == {"keys", "key check"}
        (folder / "keys.json").write_bytes(whole[:-20])
        assert set(bad(vault)) == {"keys"}
        (folder / "keys.json").unlink()
        assert "is missing" in bad(vault)["keys"]
        (folder / "keys.json").write_bytes(whole)
        assert bad(vault) == {}


def test_a_leads_slot_that_its_maker_did_not_sign_is_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    vault, _ = make(folder)
    with vault:
        allow_lead(vault, make_identity("Lee", "lead").card(), make_identity("Wyn", "keyworker"))
        slots = json.loads((folder / "keys.json").read_text())["slots"]
        slots[2]["lead"] = make_identity("Sal", "lead").card().fingerprint
        _rewrite(folder, slots=slots)
        assert bad(vault)["key slots"] == "A team lead's slot is not signed by its maker."


def test_checking_changes_nothing_that_is_saved(tmp_path: Path) -> None:
    vault, _ = make(tmp_path / "vault")
    with vault:
        write_notes(vault, "one", "two")
        assert check_vault(vault).ok
        write_notes(vault, "three")
        assert check_vault(vault).ok
        assert read_notes(vault) == ["one", "two", "three"]
