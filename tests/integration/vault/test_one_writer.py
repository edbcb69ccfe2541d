"""One writer: whoever has the lock is named, a dead one never blocks, and races have one winner."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from vault_kit import PASSPHRASE, machine, made, make, opened, read_notes, schema

from casedesk.domain.errors import FileProblem, VaultError, VaultInUse, WrongPassphrase
from casedesk.storage.vault import unlock
from casedesk.system.lockfile import hold

HERE = Path(__file__).parent
HOLDER = f"""
import sys
sys.path.insert(0, {str(HERE)!r})
from pathlib import Path
from casedesk.domain.errors import KnownError
from vault_kit import opened
for line in sys.stdin:
    try:
        vault = opened(Path(sys.argv[1]))
    except KnownError as error:
        print(type(error).__name__, error, flush=True)
        sys.stdin.readline()
    else:
        print("open", flush=True)
        sys.stdin.readline()
        vault.close()
    print("done", flush=True)
"""


@contextmanager
def processes(folder: Path, count: int) -> Iterator[list[subprocess.Popen[str]]]:
    """Programs that open the vault at one line and close it at the next."""
    started = [
        subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(count)
    ]
    try:
        yield started
    finally:
        for process in started:
            process.kill()
            process.communicate()


def say(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


def answer(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_second_process_is_told_who_has_the_vault(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one")
    with processes(tmp_path / "vault", 1) as (other,):
        say(other)
        assert answer(other) == "open"
        with pytest.raises(VaultInUse) as refused:
            opened(tmp_path / "vault")
    said = str(refused.value)
    assert f"(process {other.pid})" in said
    assert re.search(r"in use by \S+ on \S+ since \d\d:\d\d on \d+ \w+ \d{4} ", said)
    assert said.endswith("close CaseDesk there and try again.")


def test_a_second_window_of_the_same_process_is_refused_too(tmp_path: Path) -> None:
    vault, _ = make(tmp_path / "vault")
    with vault, pytest.raises(VaultInUse, match=f"process {os.getpid()}"):
        opened(tmp_path / "vault")
    opened(tmp_path / "vault").close()


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_a_killed_process_never_blocks(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one")
    with processes(tmp_path / "vault", 1) as (other,):
        say(other)
        assert answer(other) == "open"
        other.send_signal(signal.SIGKILL)
        other.wait()
        assert json.loads((tmp_path / "vault" / "lock").read_text())["pid"] == other.pid
        with opened(tmp_path / "vault") as vault:
            assert read_notes(vault) == ["one"]
            assert json.loads((tmp_path / "vault" / "lock").read_text())["pid"] == os.getpid()


def test_ten_races_have_one_winner_each(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one")
    with processes(tmp_path / "vault", 3) as racers:
        for _ in range(10):
            for racer in racers:
                say(racer)
            answers = {racer.pid: answer(racer) for racer in racers}
            winners = [pid for pid, said in answers.items() if said == "open"]
            assert len(winners) == 1, answers
            for pid, said in answers.items():
                assert pid in winners or said.startswith("VaultInUse The vault is in use by ")
                assert pid in winners or f"process {winners[0]}" in said
            for racer in racers:
                say(racer)
            assert [answer(racer) for racer in racers] == ["done"] * 3
    with opened(tmp_path / "vault") as vault:
        assert read_notes(vault) == ["one"]


def test_a_refusal_gives_the_lock_up(tmp_path: Path) -> None:
    made(tmp_path / "vault")
    with pytest.raises(WrongPassphrase):
        unlock(tmp_path / "vault", "not this one", machine=machine(), schema=schema())
    assert (tmp_path / "vault" / "lock").read_bytes() == b""
    with pytest.raises(VaultError, match="newer"):
        opened(tmp_path / "vault", newest="1")
    opened(tmp_path / "vault").close()
    assert (tmp_path / "vault" / "lock").read_bytes() == b""


def test_two_processes_making_a_vault_in_one_folder(tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    with hold(tmp_path / "vault" / "lock"), pytest.raises(VaultInUse):
        make(tmp_path / "vault")
    make(tmp_path / "vault")[0].close()


def test_a_lock_file_with_anything_in_it_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    for left in (b"", b"\x00\xff", b"[]", b'{"who": 1}', b"x" * 100_000):
        path.write_bytes(left)
        with hold(path), pytest.raises(VaultInUse, match="in use by"):
            hold(path, wait=lambda seconds: None)
        path.write_bytes(left)
        handle = hold(path)
        path.write_bytes(left)
        with pytest.raises(VaultInUse, match="in use by another CaseDesk"):
            hold(path, wait=lambda seconds: None)
        handle.release()
        handle.release()


def test_a_lock_file_that_was_taken_away_locks_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    first = hold(path)
    path.unlink()
    with hold(path), pytest.raises(VaultInUse):
        hold(path)
    first.release()


def test_a_folder_that_cannot_be_locked_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="cannot be locked"):
        hold(tmp_path / "nowhere" / "lock")


def test_the_lock_says_nothing_of_the_worker(tmp_path: Path) -> None:
    vault, _ = make(tmp_path / "vault")
    with vault:
        note = (tmp_path / "vault" / "lock").read_text()
    assert "Rowan" not in note
    assert PASSPHRASE not in note
