"""Opening a vault for as long as a window is open, and the wait after a wrong passphrase."""

from __future__ import annotations

import platform
from datetime import date
from pathlib import Path

from casedesk.domain.errors import VaultError
from casedesk.services.session import Session, machine, schema, session_of
from casedesk.storage.ports import Machine
from casedesk.storage.vault import recover, unlock
from casedesk.storage.vault_folder import KEYS, require_vault

LONGEST_WAIT = 30


def is_vault(folder: Path) -> bool:
    """Whether there is a vault to open in `folder` (damaged or not)."""
    return (folder / KEYS).exists()


def laptop_name() -> str:
    """This computer's own name, for the page that is shown before the vault is open."""
    return platform.node() or "this computer"


def wait_after(wrong: int) -> int:
    """Seconds until the next try after so many wrong passphrases: 1, 2, 4, 8, 16, then 30.

    Never a lockout (docs/architecture.md, The vault).
    """
    return 0 if wrong < 1 else min(2 ** (wrong - 1), LONGEST_WAIT)


def open_for_window(
    folder: Path,
    passphrase: str,
    *,
    today: date | None = None,
    on: Machine | None = None,
) -> Session:
    """The vault in `folder`, unlocked until `close_session`.

    `on` are the machine's ports when they are not the real ones. Raises `WrongPassphrase`,
    `TiedToLaptop`, `VaultInUse`, `DamagedVault` and other `VaultError`s; the vault is then
    closed again.
    """
    require_vault(folder)
    vault = unlock(folder, passphrase, machine=on or machine(), schema=schema())
    try:
        return session_of(vault, today=today)
    except BaseException:
        vault.close()
        raise


def recover_for_window(
    folder: Path,
    code: str,
    new_passphrase: str,
    *,
    today: date | None = None,
    on: Machine | None = None,
) -> Session:
    """The vault opened with its recovery code, under a new passphrase and tied to this laptop.

    Raises `WrongPassphrase` for a code that is mistyped or another vault's, and `VaultError`
    for a weak passphrase; nothing is changed then.
    """
    require_vault(folder)
    vault = recover(folder, code, new_passphrase, machine=on or machine(), schema=schema())
    try:
        session = session_of(vault, today=today)
        with session.store.unit_of_work(session.worker) as uow:
            uow.log_access("recovered", None, "opened with the recovery code")
    except BaseException:
        vault.close()
        raise
    return session


def close_session(session: Session) -> None:
    """Closes the database, forgets the key and lets another program open the vault."""
    session.vault.close()


def is_open(session: Session) -> bool:
    """Whether the vault's key is still in memory."""
    try:
        return bool(session.vault.data_key)
    except VaultError:
        return False
