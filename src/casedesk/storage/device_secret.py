"""The device secret: what ties a passphrase slot to one laptop.

It is kept in the operating system's keyring under the vault's id and the secret's own id, so
that a new one never overwrites one that an older backup's key file still needs.
"""

from __future__ import annotations

import secrets

from casedesk.domain.errors import TiedToLaptop, VaultError, WrongPassphrase
from casedesk.storage.key_file import KeyFile
from casedesk.storage.key_slots import (
    DEVICE_SECRET_BYTES,
    Binding,
    hint_agrees,
    open_passphrase_slot,
    secret_id_of,
    stretch,
)
from casedesk.storage.ports import Keystore

TIED = (
    "This vault is tied to the laptop it was made on; use the recovery code to open it on this one."
)
WRONG = "That passphrase does not open this vault: check capitals and spelling and try again."
UNREADABLE = "This vault has no passphrase that can be read: use the recovery code to set one."
KEYRING_LOCKED = (
    "This computer's keyring, which the vault needs, is locked: unlock it (signing out and in "
    "again usually does) and try again, or use the recovery code."
)


def secret_name(vault_id: str, secret_id: str) -> str:
    """The name in the keyring."""
    return f"{vault_id}/{secret_id}"


def new_device_secret(keystore: Keystore, vault_id: str) -> bytes:
    """Makes a secret and keeps it. Raises `VaultError` when the keyring is locked."""
    secret = secrets.token_bytes(DEVICE_SECRET_BYTES)
    keystore.set(secret_name(vault_id, secret_id_of(secret)), secret)
    return secret


def forget_device_secret(keystore: Keystore, vault_id: str, secret: bytes) -> None:
    """Takes a secret out of the keyring again, for a vault that came to nothing."""
    keystore.delete(secret_name(vault_id, secret_id_of(secret)))


def kept_device_secret(keystore: Keystore, vault_id: str, binding: Binding) -> bytes | None:
    """The secret that the slot needs, or None on another laptop and when it is gone.

    Raises `VaultError` when the keyring is locked.
    """
    secret = keystore.get(secret_name(vault_id, binding.secret_id))
    if secret is None or len(secret) != DEVICE_SECRET_BYTES:
        return None
    return secret if secret_id_of(secret) == binding.secret_id else None


def key_by_passphrase(keys: KeyFile, passphrase: str, keystore: Keystore) -> bytes:
    """The data key from the passphrase slot.

    Raises `WrongPassphrase`; for the right passphrase `TiedToLaptop` when its device secret is
    not here and `VaultError` when the keyring is locked.
    """
    slot = keys.passphrase
    if slot is None:
        raise VaultError(UNREADABLE)
    stretched = stretch(slot, passphrase)
    secret = None
    if slot.binding is not None:
        try:
            secret = kept_device_secret(keystore, keys.vault_id, slot.binding)
        except VaultError as error:
            if not hint_agrees(slot, stretched):
                raise WrongPassphrase(WRONG) from None
            raise VaultError(KEYRING_LOCKED) from error
        if secret is None:
            if hint_agrees(slot, stretched):
                raise TiedToLaptop(TIED)
            raise WrongPassphrase(WRONG)
    data_key = open_passphrase_slot(slot, keys.vault_id, stretched, secret)
    if data_key is None:
        raise WrongPassphrase(WRONG)
    return data_key
