"""The vault: made, opened, and recovered (docs/architecture.md, The vault).

Each gives an `OpenVault`, which holds the lock, the engine and the data key until it is closed.
Nothing of the case file is read before the key is proved right, and a database of a newer
program is not touched.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from uuid_utils import uuid7

from casedesk.domain.errors import DamagedVault, VaultError, WrongPassphrase
from casedesk.storage.backup import backup
from casedesk.storage.base32 import encode
from casedesk.storage.device_secret import (
    forget_device_secret,
    kept_device_secret,
    key_by_passphrase,
    new_device_secret,
)
from casedesk.storage.engine import open_keyed, require_cipher
from casedesk.storage.identity import Identity, PublicCard, make_identity
from casedesk.storage.kdf_cost import Cost, tuned_cost
from casedesk.storage.key_file import CHANGED, KeyFile, read_key_file, write_key_file
from casedesk.storage.key_slots import (
    make_passphrase_slot,
    make_recovery_slot,
    open_recovery_slot,
)
from casedesk.storage.keys import key_check_value, new_data_key
from casedesk.storage.lead_slot import FOR_ANOTHER, open_lead_slot
from casedesk.storage.open_vault import OpenVault, finish_making, is_current
from casedesk.storage.passphrase import require_strong
from casedesk.storage.ports import HeldLock, Keystore, Machine, Schema
from casedesk.storage.recovery_code import code_for, new_recovery_secret, secret_from
from casedesk.storage.rotation import finish_rotation
from casedesk.storage.vault_folder import (
    BACKUPS,
    DATABASE,
    KEYS,
    making,
    require_vault,
    take_lock,
)

ROLES = ("keyworker", "lead")
_DEVICE_CHARACTERS = 4

OTHER_CODE = (
    "That recovery code does not open this vault: check that it is the code printed for this one."
)
NO_RECOVERY = (
    "The vault's key file has no recovery slot that can be read: restore the latest backup and use "
    "the code there."
)


def create_vault(
    folder: Path,
    *,
    name: str,
    role: str,
    passphrase: str,
    machine: Machine,
    schema: Schema,
    cost: Cost | None = None,
    settle: Callable[[OpenVault, Identity], None] = lambda vault, identity: None,
) -> tuple[OpenVault, str]:
    """Makes a vault in an empty or missing folder; gives it open, with its recovery code.

    The passphrase is bound to a device secret when the keystore is there. `settle` stores the
    worker's identity (and whatever else a new vault starts with) in the case file; the vault is
    there only when it came through. `cost` None is tuned to this machine. Raises `VaultError`
    for a weak passphrase, a folder that is not empty, a locked keyring.
    """
    require_cipher()
    if role not in ROLES:
        raise VaultError(f"{role} is not a role: use {' or '.join(ROLES)}.")
    if not name.strip():
        raise VaultError("The vault needs the worker's name: give one.")
    require_strong(passphrase, (name,))
    with making(folder, machine) as lock:
        vault_id, data_key = str(uuid7()), new_data_key()
        code_secret = new_recovery_secret()
        device_secret = _bind_anew(machine.keystore, vault_id)
        try:
            keys = KeyFile(
                vault_id=vault_id,
                device_id=_new_device_id(),
                created_at=machine.now(),
                check=key_check_value(data_key, vault_id),
                passphrase=make_passphrase_slot(
                    data_key, vault_id, passphrase, cost or tuned_cost(), device_secret
                ),
                recovery=make_recovery_slot(data_key, vault_id, code_secret),
            )
            open_keyed(folder / DATABASE, data_key, create=True).close()
            vault = OpenVault(folder, keys, data_key, lock, machine, schema)
            try:
                schema.upgrade(vault.engine)
                settle(vault, make_identity(name.strip(), role))
                # Last of all: it is what makes the folder a vault.
                write_key_file(folder / KEYS, keys, data_key)
            except BaseException:
                vault.engine.dispose()
                raise
        except BaseException:
            if device_secret is not None:
                with contextlib.suppress(VaultError):
                    forget_device_secret(machine.keystore, vault_id, device_secret)
            raise
    return vault, code_for(code_secret)


def unlock(folder: Path, passphrase: str, *, machine: Machine, schema: Schema) -> OpenVault:
    """Opens the vault with its passphrase, bringing older tables up to date.

    Raises `WrongPassphrase`, `TiedToLaptop`, `VaultInUse`, `DamagedVault`, and `VaultError` for
    everything else that is refused: no vault, a plain database, no cipher, a locked keyring, a
    newer schema. What is refused is left as it was.
    """
    return _open(
        folder, lambda keys: key_by_passphrase(keys, passphrase, machine.keystore), machine, schema
    )


def unlock_as_lead(
    folder: Path,
    lead: Identity,
    *,
    machine: Machine,
    schema: Schema,
    worker: PublicCard | None = None,
) -> OpenVault:
    """Opens a worker's vault with the lead's keys. Raises as `unlock`.

    With `worker`, the slot must have been made by the holder of that card.
    """
    mine = lead.card().fingerprint

    def by_lead_slot(keys: KeyFile) -> bytes:
        for slot in keys.leads:
            if slot.lead == mine:
                return open_lead_slot(slot, keys.vault_id, lead, worker)
        raise WrongPassphrase(FOR_ANOTHER)

    return _open(folder, by_lead_slot, machine, schema)


def recover(
    folder: Path,
    code: str,
    new_passphrase: str,
    *,
    machine: Machine,
    schema: Schema,
    cost: Cost | None = None,
) -> OpenVault:
    """Opens the vault with its recovery code and gives it a new passphrase.

    A vault that was tied to a laptop is tied to this one, and is then another device in the
    order recorded unless its secret was here all along. Where the keyring is locked or there is
    none, the new passphrase works alone (`vault_info` says so). The code stays good. A key file
    that was damaged elsewhere than in the recovery slot is put right. Raises as `unlock`.
    """
    secret = secret_from(code)
    require_strong(new_passphrase)
    require_vault(folder)
    lock = take_lock(folder, machine)
    try:
        finish_rotation(folder)
        keys = read_key_file(folder / KEYS, tolerant=True)
        if keys.recovery is None:
            raise DamagedVault(NO_RECOVERY)
        data_key = open_recovery_slot(keys.recovery, keys.vault_id, secret)
        if data_key is None:
            raise WrongPassphrase(OTHER_CODE)
        # The database itself is the proof: the check value may be what is damaged.
        is_current(folder, data_key, schema)
        device_secret, same_device = _device_secret_for(keys, machine.keystore)
        keys = replace(
            keys,
            device_id=keys.device_id if same_device else _new_device_id(),
            check=key_check_value(data_key, keys.vault_id),
            passphrase=make_passphrase_slot(
                data_key, keys.vault_id, new_passphrase, cost or tuned_cost(), device_secret
            ),
        )
        write_key_file(folder / KEYS, keys, data_key)
        return _enter(folder, keys, data_key, lock, machine, schema)
    except BaseException:
        lock.release()
        raise


def _open(
    folder: Path, find_key: Callable[[KeyFile], bytes], machine: Machine, schema: Schema
) -> OpenVault:
    require_vault(folder)
    lock = take_lock(folder, machine)
    try:
        finish_rotation(folder)
        keys = read_key_file(folder / KEYS)
        data_key = find_key(keys)
        if not keys.knows(data_key) or not keys.sealed_by(data_key):
            raise DamagedVault(CHANGED)
        return _enter(folder, keys, data_key, lock, machine, schema)
    except BaseException:
        lock.release()
        raise


def _enter(
    folder: Path,
    keys: KeyFile,
    data_key: bytes,
    lock: HeldLock,
    machine: Machine,
    schema: Schema,
) -> OpenVault:
    current = is_current(folder, data_key, schema)
    vault = OpenVault(folder, keys, data_key, lock, machine, schema)
    try:
        if not current:
            backup(vault, folder / BACKUPS)
            schema.upgrade(vault.engine)
    except BaseException:
        vault.close()
        raise
    finish_making(folder)
    return vault


def _bind_anew(keystore: Keystore, vault_id: str) -> bytes | None:
    return new_device_secret(keystore, vault_id) if keystore.available() else None


def _device_secret_for(keys: KeyFile, keystore: Keystore) -> tuple[bytes | None, bool]:
    """The secret to bind to on this laptop, and whether this is the laptop it was bound to."""
    slot = keys.passphrase
    if slot is not None and slot.binding is None:
        # Made without a keyring, and stays so.
        return None, False
    try:
        if slot is not None and slot.binding is not None:
            kept = kept_device_secret(keystore, keys.vault_id, slot.binding)
            if kept is not None:
                return kept, True
        return _bind_anew(keystore, keys.vault_id), False
    except VaultError:
        # The code must open the vault when the keyring cannot be unlocked, too.
        return None, False


def _new_device_id() -> str:
    return encode(secrets.randbits(5 * _DEVICE_CHARACTERS), _DEVICE_CHARACTERS)
