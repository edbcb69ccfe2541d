"""Work that is killed half way, and what must be true afterwards.

A child process works on a vault and writes a line to its standard output for every write
that was acknowledged; the parent kills it at a random instant and then looks.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casedesk.domain.records import Contact, Family
from casedesk.services import vaults
from casedesk.services.session import Session, open_session
from casedesk.storage.ids import new_id
from casedesk.storage.kdf_cost import LEAST_COST

PASSPHRASE = "wonky kettle orbit sandal 41"
HERE = Path(__file__).parent
READY = "ready"
FAMILY_REF = "CD-0001"


@dataclass(frozen=True)
class Killed:
    """What the child had acknowledged when it was killed, in order."""

    acknowledged: tuple[str, ...]


def new_vault(folder: Path) -> Path:
    """A vault with one family in it."""
    vaults.create(
        folder,
        name="Sam Okoro",
        role="keyworker",
        passphrase=PASSPHRASE,
        use_keyring=False,
        cost=LEAST_COST,
    )
    with opened(folder) as session, session.store.unit_of_work("Sam Okoro") as uow:
        uow.add(Family(id=uow.new_id(), ref=FAMILY_REF, name="Fenwick family"))
    return folder


def opened(folder: Path) -> AbstractContextManager[Session]:
    """The vault, opened as the program opens it."""
    return open_session(folder, lambda: PASSPHRASE)


def run_and_kill(work: str, folder: Path, *arguments: str, after: float) -> Killed:
    """Run `work` of killed_work.py on a vault and kill it `after` seconds of working."""
    child = subprocess.Popen(
        [sys.executable, str(HERE / "killed_work.py"), work, str(folder), *arguments],
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert child.stdout is not None
    assert child.stdout.readline().strip() == READY
    timer = threading.Timer(after, child.send_signal, [signal.SIGKILL])
    timer.start()
    lines = [line.strip() for line in child.stdout if line.endswith("\n")]
    child.wait()
    timer.cancel()
    child.stdout.close()
    return Killed(tuple(lines))


def contacts_in(session: Session) -> set[str]:
    """The references of every contact in the vault."""
    with session.store.read() as reading:
        return {contact.ref for case in reading.case_files() for contact in case.contacts}


def lost_writes(folder: Path, killed: Killed) -> list[str]:
    """Acknowledged writes that are not there, after checking that the vault is whole."""
    with opened(folder) as session:
        found = contacts_in(session)
    vaults.check(folder, lambda: PASSPHRASE).raise_if_wrong()
    return [ref for ref in killed.acknowledged if ref not in found]


def instants(seed: int, count: int, longest: float) -> list[float]:
    """Instants to kill at, the same for the same seed."""
    chance = random.Random(seed)
    return [chance.uniform(0.0, longest) for _ in range(count)]


def a_contact(ref: str, family_id: str) -> Contact:
    """A contact to save."""
    return Contact(
        id=new_id(),
        family_id=family_id,
        ref=ref,
        on=date(2026, 11, 20),
        text=f"Visit {ref}: talked about mornings and the walk to school. " * 8,
    )
