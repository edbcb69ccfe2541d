"""What the vault's tests stand on: a cheap cost, a keystore in memory, a small real schema."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect

from casedesk.domain.errors import VaultError
from casedesk.storage.backup import backup
from casedesk.storage.chain import Head
from casedesk.storage.identity import Identity
from casedesk.storage.kdf_cost import Cost
from casedesk.storage.open_vault import OpenVault
from casedesk.storage.ports import Keystore, Machine, Schema
from casedesk.storage.restore import restore
from casedesk.storage.vault import create_vault, unlock
from casedesk.system.keystore import NoKeystore
from casedesk.system.lockfile import hold

CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)
PASSPHRASE = "Heron pebble 41 lantern quay"
OTHER_PASSPHRASE = "marble otter 77 thistle barge"


class MemoryKeystore:
    """A laptop's keyring, as a dictionary; `locked` refuses everything."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.locked = False

    def available(self) -> bool:
        return True

    def get(self, name: str) -> bytes | None:
        self._open()
        return self.kept.get(name)

    def set(self, name: str, secret: bytes) -> None:
        self._open()
        self.kept[name] = secret

    def delete(self, name: str) -> None:
        self._open()
        self.kept.pop(name, None)

    def _open(self) -> None:
        if self.locked:
            raise VaultError("The keyring is locked.")


def machine(keystore: Keystore | None = None) -> Machine:
    return Machine(keystore=keystore or NoKeystore(), lock=hold)


_STEPS = {
    "1": (
        "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL)",
        "CREATE TABLE entries (sequence INTEGER PRIMARY KEY, link TEXT NOT NULL)",
        "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    ),
    "2": ("ALTER TABLE notes ADD COLUMN note_day TEXT",),
    "3": ("ALTER TABLE notes ADD COLUMN note_by TEXT",),
}


def schema(newest: str = "2", *, breaks_at: str = "") -> Schema:
    """Real tables in real revisions `1` to `newest`; with a log that is chained by digests."""

    def upgrade(engine: Engine) -> None:
        for revision, statements in _STEPS.items():
            with engine.begin() as connection:
                if revision <= (current(connection) or "0") or revision > newest:
                    continue
                for statement in statements:
                    connection.exec_driver_sql(statement)
                if revision == breaks_at:
                    raise VaultError("The step to new tables failed.")
                connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS revision (name TEXT)")
                connection.exec_driver_sql("DELETE FROM revision")
                connection.exec_driver_sql("INSERT INTO revision VALUES (?)", (revision,))

    def current(connection: Connection) -> str | None:
        if not inspect(connection).has_table("revision"):
            return None
        return str(connection.exec_driver_sql("SELECT name FROM revision").scalar_one())

    def heads(connection: Connection) -> Mapping[str, str]:
        row = connection.exec_driver_sql(
            "SELECT sequence, link FROM entries ORDER BY sequence DESC LIMIT 1"
        ).one_or_none()
        return {} if row is None else {"entries here": f"{row[0]} {row[1]}"}

    return Schema(
        upgrade=upgrade,
        current_revision=current,
        head_revision=lambda: newest,
        is_newer=lambda connection: (current(connection) or "0") > newest,
        verify_chain=_verify,
        journal_heads=heads,
    )


def _verify(connection: Connection, known_heads: Sequence[Head] = ()) -> list[str]:
    before, problems = "", []
    expected = {head.sequence: head.link for head in known_heads}
    notes = {row[0]: row[1] for row in connection.exec_driver_sql("SELECT id, text FROM notes")}
    rows = connection.exec_driver_sql("SELECT sequence, link FROM entries ORDER BY sequence")
    for sequence, link in rows.all():
        if link != _link(before, notes.get(sequence, "")):
            problems.append(f"entry {sequence} does not verify")
        if expected.pop(sequence, link) != link:
            problems.append(f"entry {sequence} is not the one in a backup")
        before = link
    return problems + [f"entry {sequence} is in a backup and missing here" for sequence in expected]


def _link(before: str, text: str) -> str:
    return hashlib.sha256(f"{before}\n{text}".encode()).hexdigest()


def write_notes(vault: OpenVault, *texts: str) -> None:
    """Saves notes, each with its entry in the chain, in one transaction."""
    with vault.engine.begin() as connection:
        for text in texts:
            row = connection.exec_driver_sql(
                "SELECT link FROM entries ORDER BY sequence DESC LIMIT 1"
            ).one_or_none()
            cursor = connection.exec_driver_sql("INSERT INTO notes (text) VALUES (?)", (text,))
            connection.exec_driver_sql(
                "INSERT INTO entries VALUES (?, ?)",
                (cursor.lastrowid, _link(row[0] if row else "", text)),
            )


def read_notes(vault: OpenVault) -> list[str]:
    with vault.reading() as connection:
        return list(connection.exec_driver_sql("SELECT text FROM notes ORDER BY id").scalars())


def keep_identity(vault: OpenVault, identity: Identity) -> None:
    with vault.engine.begin() as connection:
        for key, value in identity.as_settings().items():
            connection.exec_driver_sql("INSERT INTO settings VALUES (?, ?)", (key, value))


def make(
    folder: Path, keystore: Keystore | None = None, *, newest: str = "2"
) -> tuple[OpenVault, str]:
    return create_vault(
        folder,
        name="Rowan Ashby",
        role="keyworker",
        passphrase=PASSPHRASE,
        machine=machine(keystore),
        schema=schema(newest),
        cost=CHEAP,
        settle=keep_identity,
    )


def made(folder: Path, *texts: str, keystore: Keystore | None = None) -> str:
    """A closed vault with these notes in it; gives its recovery code."""
    vault, code = make(folder, keystore)
    with vault:
        write_notes(vault, *texts)
    return code


def opened(folder: Path, keystore: Keystore | None = None, *, newest: str = "2") -> OpenVault:
    return unlock(folder, PASSPHRASE, machine=machine(keystore), schema=schema(newest))


def backed_up(tmp_path: Path, *texts: str, keystore: Keystore | None = None) -> Path:
    """The one file of a backup of a vault with these notes."""
    made(tmp_path / "vault", *texts, keystore=keystore)
    with opened(tmp_path / "vault", keystore) as vault:
        return backup(vault, tmp_path / "backups").path


def restored(file: Path, folder: Path, data_key: bytes | None = None) -> list[str]:
    """The notes in a vault made from the backup."""
    restore(file, folder, machine=machine(), schema=schema(), data_key=data_key)
    with opened(folder) as vault:
        return read_notes(vault)


def contents(folder: Path) -> dict[str, str]:
    """Every file's digest but the lock's: what must not change when something is refused."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock"
    }


def key_fields(folder: Path) -> dict[str, object]:
    fields: dict[str, object] = json.loads((folder / "keys.json").read_text())
    return fields
