"""Killed at any moment: the old or the new, and the next try works."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from vault_kit import (
    OTHER_PASSPHRASE,
    PASSPHRASE,
    machine,
    made,
    opened,
    read_notes,
    schema,
)

from casedesk.domain.errors import (
    WrongPassphrase,
)
from casedesk.storage.restore import restore
from casedesk.storage.vault import unlock

HERE = Path(__file__).parent

KILLED = f"""
import sys
sys.path.insert(0, {str(HERE)!r})
from pathlib import Path
from vault_kit import CHEAP, OTHER_PASSPHRASE, PASSPHRASE, machine, opened, schema
from casedesk.storage.backup import backup
from casedesk.storage.restore import restore
from casedesk.storage.vault_keys import change_passphrase
folder = Path(sys.argv[1])
with opened(folder) as vault:
    old, new = PASSPHRASE, OTHER_PASSPHRASE
    print("ready", flush=True)
    number = 0
    while True:
        backup(vault, folder.parent / "backups")
        change_passphrase(vault, old, new, cost=CHEAP)
        old, new = new, old
        (file, *_) = sorted((folder.parent / "backups").glob("casedesk-*"))
        restore(file, folder.parent / f"restored-{{number}}", machine=machine(), schema=schema())
        number += 1
        print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
@pytest.mark.parametrize("after", range(6))
def test_killed_at_any_moment_the_old_or_the_new_is_there(tmp_path: Path, after: int) -> None:
    made(tmp_path / "vault", "one")
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path / "vault")], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        lines = [child.stdout.readline() for _ in range(1 + after // 2)]
        # Some way into the next round: so many more looks at the folder.
        for _ in range(after * 40):
            list(os.walk(tmp_path))
        child.send_signal(signal.SIGKILL)
    assert lines == ["ready\n", *(f"{number}\n" for number in range(1, 1 + after // 2))]
    assert _opens_by(tmp_path / "vault") == 1
    for file in (tmp_path / "backups").glob("casedesk-*"):
        folder = tmp_path / f"again-{file.stem}"
        restore(file, folder, machine=machine(), schema=schema())
        assert _opens_by(folder) == 1
    for folder in tmp_path.glob("restored-*"):
        if (folder / "keys.json").exists():
            assert _opens_by(folder) == 1
        else:
            (file, *_) = sorted((tmp_path / "backups").glob("casedesk-*"))
            restore(file, folder, machine=machine(), schema=schema())
            assert _opens_by(folder) == 1


MAKING = f"""
import sys
sys.path.insert(0, {str(HERE)!r})
from pathlib import Path
from vault_kit import made
for number in range(10_000):
    made(Path(sys.argv[1]) / f"vault-{{number}}", "one")
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
@pytest.mark.parametrize("after", range(5))
def test_killed_while_making_a_vault_the_folder_is_a_vault_or_can_be_one(
    tmp_path: Path, after: int
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", MAKING, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        lines = [child.stdout.readline() for _ in range(after)]
        for _ in range(after * 25):
            list(os.walk(tmp_path))
        child.send_signal(signal.SIGKILL)
    assert lines == [f"{number}\n" for number in range(after)]
    for folder in tmp_path.glob("vault-*"):
        if not (folder / "keys.json").exists():
            made(folder, "one")
        # One that was killed between its key file and its first note has none.
        with opened(folder) as vault:
            assert read_notes(vault) in ([], ["one"])
        assert not (folder / ".unfinished").exists()


def _opens_by(folder: Path) -> int:
    """How many of the two passphrases open the vault; what it holds must be there."""
    count = 0
    for passphrase in (PASSPHRASE, OTHER_PASSPHRASE):
        try:
            vault = unlock(folder, passphrase, machine=machine(), schema=schema())
        except WrongPassphrase:
            continue
        with vault:
            assert read_notes(vault) == ["one"]
        count += 1
    return count
