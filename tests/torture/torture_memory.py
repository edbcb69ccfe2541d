"""S3: after a lock no process that is left has the data key or the passphrase in its memory.

What is looked for: the key as it is, in hexadecimal of both cases and in base64, and the
passphrase in UTF-8 and UTF-16, in everything that can be read of every process of the program.
Reading another process's memory needs Linux.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from torture_outcome import Control, Outcome
from torture_vault import FAMILY_REF, PASSPHRASE, new_vault

sys.path.insert(0, str(Path(__file__).parents[1] / "integration" / "lock"))

from lock_kit import Window, Windows, count_in_memory, secrets_of

TODAY = date(2026, 11, 24)
NO_HEIR = json.dumps([sys.executable, "-c", "raise SystemExit(1)"])
TYPED = "Seen with Kerry"


def run(place: Path, images: int, control_tries: int = 2) -> Outcome:
    """Unlocks, works and locks so many times, one window after the other."""
    vault = place / "vault"
    new_vault(vault)
    secrets = secrets_of(vault, PASSPHRASE)
    failures: list[str] = []
    processes = unlocked = 0
    (place / "after").mkdir()
    with Windows(place / "after", vault, TODAY.isoformat()) as windows:
        window = windows.next_one()
        for number in range(images):
            _work(window, number)
            unlocked += count_in_memory(window.pid, secrets)["key"] > 0
            window.ask("lock", "covered")
            heir = windows.next_one()
            window.wait_gone()
            left = _processes(place / "after" / "agent", gone=window.pid)
            processes += len(left)
            if heir.pid not in left:
                failures.append(f"image {number}: the window that follows is not among {left}")
            for pid in left:
                found = {name: so for name, so in count_in_memory(pid, secrets).items() if so}
                if found:
                    failures.append(f"image {number}: {found} in a process that is left")
            window = heir
        window.tell("close")
        window.wait_gone()
    caught = 0
    for number in range(control_tries):
        (place / f"same-{number}").mkdir()
        caught += _same_process(place / f"same-{number}", vault, secrets)
    return Outcome(
        "S3",
        "key and passphrase counted in the memory of every process left after a lock",
        images,
        failures,
        Control(
            "the process while it is unlocked, and a lock in the same process",
            images + control_tries,
            unlocked + caught,
        ),
        {
            "processes looked through": processes,
            "key found while unlocked": f"{unlocked} of {images}",
            "found after a lock in the same process": f"{caught} of {control_tries}",
        },
    )


def _work(window: Window, number: int) -> None:
    window.ask("unlock", "unlocked", passphrase=PASSPHRASE)
    window.ask("go", "went", page="family", args={"family": FAMILY_REF})
    window.ask("type", "typed", text=f"{TYPED}, {number}")


def _processes(agent: Path, gone: int) -> list[int]:
    """Every process that was started for this window or by it."""
    mark = f"CASEDESK_TEST_AGENT={agent}".encode()
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal() and int(folder.name) not in (os.getpid(), gone):
            try:
                around = (folder / "environ").read_bytes()
            except OSError:
                continue  # Another user's, or ended meanwhile.
            if mark in around.split(b"\0"):
                found.append(int(folder.name))
    return found


def _same_process(place: Path, vault: Path, secrets: Mapping[str, bytes]) -> bool:
    """Whether something is found after a lock whose window could not start another."""
    with Windows(place, vault, TODAY.isoformat(), CASEDESK_TEST_HEIR=NO_HEIR) as windows:
        window = windows.next_one()
        _work(window, 0)
        window.ask("lock", "alone")
        found = count_in_memory(window.pid, secrets)
        window.tell("close")
        window.wait_gone()
    return any(found.values())
