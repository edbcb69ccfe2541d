"""The one file of a backup: the encrypted database, its key file, and a list of both.

A ZIP without compression (what is encrypted does not get smaller) with three members. The list
gives the size and SHA-256 of the other two, so damage shows without the key; the note in it is
sealed by the data key and holds the row counts and the journal's heads, so that forgery shows
with the key.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from casedesk.domain.errors import DamagedVault, FileProblem, VaultError
from casedesk.storage.json_fields import FieldError, b64, blob, instant, number, table, text
from casedesk.storage.keys import canonical, open_note, seal_note
from casedesk.storage.private_files import PRIVATE_FILE, disk_problem

SUFFIX = ".casedesk-backup"
FORMAT = "casedesk-backup"
VERSION = 1
MANIFEST = "manifest.json"
DATABASE_MEMBER = "casedesk.db"
KEYS_MEMBER = "keys.json"

_CHUNK = 1024 * 1024
_MOST_MANIFEST = 4 * 1024 * 1024
_MOST_KEYS = 256 * 1024
_EARLIEST = (1980, 1, 1, 0, 0, 0)

DAMAGED = "{name} is damaged or not complete, so nothing was restored from it: use another backup."
NOT_ONE = "{name} is not a CaseDesk backup: choose a file that ends in .casedesk-backup."
NEWER = "{name} was made by a newer CaseDesk: install the newest version to restore it."


@dataclass(frozen=True, slots=True)
class Contents:
    """What the sealed note says: rows in each table, and the head of each chain."""

    rows: Mapping[str, int]
    heads: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A member's size in bytes and SHA-256 in hexadecimal."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the list says in clear; `note` is the sealed `Contents`."""

    vault_id: str
    created_at: datetime
    revision: str
    parts: Mapping[str, Part]
    note: bytes

    def contents(self, data_key: bytes) -> Contents | None:
        """The sealed note, or None when it does not open or the list was changed."""
        note = open_note(data_key, self.note, canonical(_clear(self)))
        if note is None:
            return None
        fields = json.loads(note)
        return Contents(fields["rows"], fields["heads"])


def part_of(path: Path) -> Part:
    """Size and digest of a file."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return Part(size, digest.hexdigest())


def make_manifest(
    vault_id: str,
    created_at: datetime,
    revision: str,
    parts: Mapping[str, Part],
    contents: Contents,
    data_key: bytes,
) -> Manifest:
    """The list with its note sealed."""
    unsealed = Manifest(vault_id, created_at, revision, parts, b"")
    note = canonical({"rows": dict(contents.rows), "heads": dict(contents.heads)})
    sealed = seal_note(data_key, note, canonical(_clear(unsealed)))
    return Manifest(vault_id, created_at, revision, parts, sealed)


def write_backup_file(path: Path, manifest: Manifest, keys: bytes, database: Path) -> None:
    """Writes and syncs a new private file. Raises `OSError`."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE)
    with os.fdopen(handle, "w+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            said = {**_clear(manifest), "note": b64(manifest.note)}
            archive.writestr(zipfile.ZipInfo(MANIFEST, _EARLIEST), json.dumps(said, indent=2))
            archive.writestr(zipfile.ZipInfo(KEYS_MEMBER, _EARLIEST), keys)
            member = zipfile.ZipInfo(DATABASE_MEMBER, _EARLIEST)
            member.file_size = manifest.parts[DATABASE_MEMBER].size
            with archive.open(member, "w") as target, database.open("rb") as source:
                while chunk := source.read(_CHUNK):
                    target.write(chunk)
        file.flush()
        os.fsync(file.fileno())


class BackupFile:
    """A backup opened for reading; the list has been read, the database not yet."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self.manifest = self._read_manifest()
        self.keys = self._read_keys()

    def copy_database(self, write: Callable[[bytes], object]) -> None:
        """Hands the database out piece by piece.

        Raises `DamagedVault` at the end when it was not what the list says.
        """
        expected = self.manifest.parts[DATABASE_MEMBER]
        digest, size = hashlib.sha256(), 0
        with self._archive.open(DATABASE_MEMBER) as source:
            while size <= expected.size and (chunk := source.read(_CHUNK)):
                digest.update(chunk)
                size += len(chunk)
                write(chunk)
        if Part(size, digest.hexdigest()) != expected:
            raise self._damaged()

    def _read_manifest(self) -> Manifest:
        try:
            fields = table(json.loads(self._read(MANIFEST, _MOST_MANIFEST)), "list")
            if text(fields, "format") != FORMAT:
                raise FieldError("format")
            if number(fields, "version", 1, 1_000_000) > VERSION:
                raise VaultError(NEWER.format(name=self._name))
            files = table(fields.get("files"), "files")
            return Manifest(
                text(fields, "vault_id"),
                instant(fields, "created_at"),
                text(fields, "revision"),
                {name: _part(files, name) for name in (DATABASE_MEMBER, KEYS_MEMBER)},
                blob(fields, "note", _MOST_MANIFEST),
            )
        except (ValueError, RecursionError):
            raise self._damaged() from None

    def _read_keys(self) -> bytes:
        keys = self._read(KEYS_MEMBER, _MOST_KEYS)
        found = Part(len(keys), hashlib.sha256(keys).hexdigest())
        if found != self.manifest.parts[KEYS_MEMBER]:
            raise self._damaged()
        return keys

    def _read(self, member: str, most: int) -> bytes:
        with self._archive.open(member) as source:
            data = source.read(most + 1)
        if len(data) > most:
            raise self._damaged()
        return data

    def _damaged(self) -> DamagedVault:
        return DamagedVault(DAMAGED.format(name=self._name))


@contextlib.contextmanager
def open_backup_file(path: Path) -> Iterator[BackupFile]:
    """A backup for reading.

    Raises `FileProblem` when the file cannot be read or is something else, and `DamagedVault`
    when it is cut short or changed.
    """
    damaged = DamagedVault(DAMAGED.format(name=path.name))
    try:
        with path.open("rb") as file:
            if file.read(2) != b"PK":
                raise FileProblem(NOT_ONE.format(name=path.name))
            file.seek(0)
            with zipfile.ZipFile(file) as archive:
                stored = {
                    member.filename: member.compress_type == zipfile.ZIP_STORED
                    and not member.flag_bits & 1
                    for member in archive.infolist()
                }
                if MANIFEST not in stored:
                    raise FileProblem(NOT_ONE.format(name=path.name))
                wanted = (MANIFEST, KEYS_MEMBER, DATABASE_MEMBER)
                if not all(stored.get(member) for member in wanted):
                    raise damaged
                yield BackupFile(archive, path.name)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError):
        raise damaged from None
    except OSError as error:
        raise disk_problem(error, path) from error


def _part(files: Mapping[str, Any], name: str) -> Part:
    fields = table(files.get(name), name)
    return Part(number(fields, "size", 0, 1 << 50), text(fields, "sha256", 64))


def _clear(manifest: Manifest) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "vault_id": manifest.vault_id,
        "created_at": manifest.created_at.isoformat(),
        "revision": manifest.revision,
        "files": {
            name: {"size": part.size, "sha256": part.sha256}
            for name, part in manifest.parts.items()
        },
    }
