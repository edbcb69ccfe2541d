"""What the vault needs from the machine, handed in from outside this layer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine

from casedesk.storage.chain import Head


class Keystore(Protocol):
    """A place of the operating system for small secrets, open while the user is signed in."""

    def available(self) -> bool:
        """Whether there is one at all (it may still be locked)."""
        ...

    def get(self, name: str) -> bytes | None:
        """The secret, or None. Raises `VaultError` when the keystore is locked."""
        ...

    def set(self, name: str, secret: bytes) -> None:
        """Keeps the secret. Raises `VaultError` when the keystore is locked or refuses."""
        ...

    def delete(self, name: str) -> None:
        """Forgets the secret, if it is there. Raises `VaultError` when locked."""
        ...


class HeldLock(Protocol):
    """A lock that this process has."""

    def release(self) -> None:
        """Gives the lock up; again is harmless."""
        ...


def utc_now() -> datetime:
    """The real instant, whatever day the program was told to take as today."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Machine:
    """The ports of the vault.

    `lock` takes the lock file's path and returns the held lock, or raises `VaultInUse` with a
    sentence that says who has it. `now` is the real instant.
    """

    keystore: Keystore
    lock: Callable[[Path], HeldLock]
    now: Callable[[], datetime] = utc_now


@dataclass(frozen=True)
class Schema:
    """What the vault asks of the case file's tables without knowing them.

    `upgrade` brings the database to `head_revision()`, one transaction a step. `is_newer` says
    whether the database was written by a later program. `verify_chain` returns the problems of
    the journal and the access log, none when they verify and hold the heads that were written
    down elsewhere; `journal_heads` gives where each chain stands, as `log device` -> `sequence
    link`.
    """

    upgrade: Callable[[Engine], None]
    current_revision: Callable[[Connection], str | None]
    head_revision: Callable[[], str]
    is_newer: Callable[[Connection], bool]
    verify_chain: Callable[[Connection, Sequence[Head]], list[str]]
    journal_heads: Callable[[Connection], Mapping[str, str]]
