"""No room and no rights: one plain sentence, the old or the new, and it works again afterwards."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from vault_kit import (
    CHEAP,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    contents,
    machine,
    made,
    opened,
    read_notes,
    schema,
)

from casedesk.domain.errors import FileProblem
from casedesk.storage.private_files import write_atomically
from casedesk.storage.vault import unlock
from casedesk.storage.vault_keys import change_passphrase

HERE = Path(__file__).parent

# A process whose files may not grow beyond so many bytes: writes fail as on a full disk, inside
# the database engine too.
CRAMPED = f"""
import json, resource, signal, sys
sys.path.insert(0, {str(HERE)!r})
from pathlib import Path
from casedesk.domain.errors import KnownError
from casedesk.storage.backup import backup
from casedesk.storage.restore import restore
from vault_kit import machine, made, opened, read_notes, schema, write_notes

what, folder, bytes_allowed, *files = sys.argv[1:]
said = {{}}
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(bytes_allowed), resource.RLIM_INFINITY))
try:
    if what == "create":
        made(Path(folder))
    elif what == "restore":
        restore(Path(files[0]), Path(folder), machine=machine(), schema=schema())
    else:
        with opened(Path(folder)) as vault:
            if what == "save":
                for number in range(50):
                    write_notes(vault, "x" * 4000)
                    said["saved"] = number + 1
            else:
                said["file"] = str(backup(vault, Path(files[0])).path)
except KnownError as error:
    said["error"] = str(error)
print(json.dumps(said))
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of a process")


def cramped(what: str, folder: Path, bytes_allowed: int, *files: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", CRAMPED, what, str(folder), str(bytes_allowed), *map(str, files)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def is_sentence(text: str) -> bool:
    return text.endswith(".") and "\n" not in text and "Error" not in text


@pytest.mark.parametrize("bytes_allowed", [0, 3_000, 60_000])
def test_no_room_to_make_a_vault(tmp_path: Path, bytes_allowed: int) -> None:
    said = cramped("create", tmp_path / "vault", bytes_allowed)
    if "error" in said:
        assert is_sentence(said["error"])
        assert not (tmp_path / "vault").exists()
        made(tmp_path / "vault")
    opened(tmp_path / "vault").close()
    assert bytes_allowed > 10_000 or "error" in said


@pytest.mark.parametrize("bytes_allowed", [300, 100_000])
def test_no_room_to_save(tmp_path: Path, bytes_allowed: int) -> None:
    made(tmp_path / "vault", "one")
    said = cramped("save", tmp_path / "vault", bytes_allowed)
    assert is_sentence(said["error"])
    with opened(tmp_path / "vault") as vault:
        assert read_notes(vault) == ["one", *["x" * 4000] * said.get("saved", 0)]


@pytest.mark.parametrize("bytes_allowed", [0, 33_000])
def test_no_room_for_a_backup_or_to_restore_one(tmp_path: Path, bytes_allowed: int) -> None:
    made(tmp_path / "vault", "one")
    before = contents(tmp_path / "vault")
    said = cramped("backup", tmp_path / "vault", bytes_allowed, tmp_path / "backups")
    if "error" in said:
        assert is_sentence(said["error"])
        assert list((tmp_path / "backups").glob("*")) == []
        said = cramped("backup", tmp_path / "vault", 10_000_000, tmp_path / "backups")
    assert contents(tmp_path / "vault") == before
    file = Path(said["file"])
    again = cramped("restore", tmp_path / "restored", bytes_allowed, file)
    if "error" in again:
        assert is_sentence(again["error"])
        assert not (tmp_path / "restored").exists()
    else:
        with opened(tmp_path / "restored") as vault:
            assert read_notes(vault) == ["one"]
    assert bytes_allowed > 30_000 or "error" in again


def _fails(error: int) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(error, os.strerror(error))

    return fail


@pytest.mark.parametrize("call", ["open", "fdopen", "fsync"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_key_file_that_cannot_be_written_stays_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: int
) -> None:
    made(tmp_path / "vault", "one")
    before = contents(tmp_path / "vault")["keys.json"]
    with opened(tmp_path / "vault") as vault:
        with monkeypatch.context() as broken:
            broken.setattr(os, call, _fails(error))
            with pytest.raises(FileProblem) as refused:
                change_passphrase(vault, PASSPHRASE, OTHER_PASSPHRASE, cost=CHEAP)
        assert is_sentence(str(refused.value))
        assert contents(tmp_path / "vault")["keys.json"] == before
        assert not list((tmp_path / "vault").glob(".*.part"))
        change_passphrase(vault, PASSPHRASE, OTHER_PASSPHRASE, cost=CHEAP)
    unlock(tmp_path / "vault", OTHER_PASSPHRASE, machine=machine(), schema=schema()).close()


def test_a_rename_that_fails_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "keys.json"
    write_atomically(path, b"old")
    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", _fails(errno.EIO))
        with pytest.raises(FileProblem):
            write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["keys.json"]
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
