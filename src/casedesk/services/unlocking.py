"""Opening a vault for as long as a window is open, and closing it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from casedesk.domain.errors import FileProblem, KnownError, VaultError
from casedesk.services.backups import back_up_at_lock
from casedesk.services.session import Session, machine, schema, session_of
from casedesk.storage.ports import Machine
from casedesk.storage.vault import recover, unlock
from casedesk.storage.vault_folder import require_vault
from casedesk.system.logs import AppLog
from casedesk.system.paths import log_folder

LOCKED = "locked"
"""The access log's word for a lock."""


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
    """Closes the database, forgets the key and lets another program open the vault.

    Notes the lock, and makes a backup first when one is due and quick; neither stops the close.
    """
    try:
        if is_open(session):
            with session.store.unit_of_work(session.worker) as uow:
                uow.log_access(LOCKED, None)
            back_up_at_lock(session)
    except KnownError:
        # Full or damaged: the key must go all the same, and the next unlock says what is wrong.
        return
    finally:
        session.vault.close()


def note_lock_in_same_process() -> None:
    """Logs that a lock could not end the process that held the key."""
    try:
        log = AppLog(log_folder())
    except FileProblem:
        return
    try:
        log.event("lock.same-process")
    finally:
        log.close()


def is_open(session: Session) -> bool:
    """Whether the vault's key is still in memory."""
    try:
        return bool(session.vault.data_key)
    except VaultError:
        return False
