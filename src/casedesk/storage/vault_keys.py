"""Changes to the ways into an open vault; each is one replacement of the key file.

A kill at any moment leaves the old ways or the new ones, and a device secret that a key file
or a backup may still need is never overwritten.
"""

from __future__ import annotations

from dataclasses import replace

from casedesk.domain.errors import NotFound, TiedToLaptop, VaultError, WrongPassphrase
from casedesk.storage.device_secret import TIED, WRONG, kept_device_secret, key_by_passphrase
from casedesk.storage.identity import Identity, PublicCard
from casedesk.storage.kdf_cost import Cost, tuned_cost
from casedesk.storage.key_file import KeyFile, write_key_file
from casedesk.storage.key_slots import make_passphrase_slot, make_recovery_slot
from casedesk.storage.keys import same
from casedesk.storage.lead_slot import make_lead_slot
from casedesk.storage.open_vault import OpenVault
from casedesk.storage.passphrase import require_strong
from casedesk.storage.recovery_code import code_for, new_recovery_secret, secret_from
from casedesk.storage.vault_folder import KEYS

MOST_LEADS = 20


def change_passphrase(
    vault: OpenVault, current: str, new: str, *, cost: Cost | None = None
) -> None:
    """Replaces the passphrase; it stays bound to this laptop, or unbound, as it was.

    Raises `WrongPassphrase` when `current` is not the passphrase, and `VaultError` for a weak
    new one; the old one then still opens the vault.
    """
    keystore = vault.machine.keystore
    if not same(key_by_passphrase(vault.keys, current, keystore), vault.data_key):
        raise WrongPassphrase(WRONG)
    require_strong(new)
    binding = vault.keys.passphrase.binding if vault.keys.passphrase else None
    secret = None
    if binding is not None:
        secret = kept_device_secret(keystore, vault.vault_id, binding)
        if secret is None:
            raise TiedToLaptop(TIED)
    slot = make_passphrase_slot(vault.data_key, vault.vault_id, new, cost or tuned_cost(), secret)
    _write(vault, replace(vault.keys, passphrase=slot))


def renew_recovery_code(vault: OpenVault) -> str:
    """Makes a new recovery code; the old one no longer opens this vault (backups keep theirs)."""
    code = new_code()
    put_recovery_code(vault, code)
    return code


def new_code() -> str:
    """A recovery code that opens nothing yet: `put_recovery_code` puts it in force."""
    return code_for(new_recovery_secret())


def put_recovery_code(vault: OpenVault, code: str) -> None:
    """Puts a code of `new_code` in the place of the one before.

    Raises `WrongPassphrase` for one that is mistyped.
    """
    slot = make_recovery_slot(vault.data_key, vault.vault_id, secret_from(code))
    _write(vault, replace(vault.keys, recovery=slot))


def allow_lead(vault: OpenVault, lead: PublicCard, worker: Identity) -> None:
    """Opens the vault to a team lead, replacing a slot that the lead already has."""
    others = tuple(slot for slot in vault.keys.leads if slot.lead != lead.fingerprint)
    if len(others) >= MOST_LEADS:
        raise VaultError("Too many leads can open this vault: take one away first.")
    slot = make_lead_slot(vault.data_key, vault.vault_id, lead, worker)
    _write(vault, replace(vault.keys, leads=(*others, slot)))


def withdraw_lead(vault: OpenVault, fingerprint: str) -> None:
    """Takes a lead's slot away. Raises `NotFound` when there is none of that fingerprint.

    It keeps nobody out who has an older copy of the key file: the data key stays the same.
    """
    others = tuple(slot for slot in vault.keys.leads if slot.lead != fingerprint)
    if len(others) == len(vault.keys.leads):
        raise NotFound("No team lead with that fingerprint can open this vault.")
    _write(vault, replace(vault.keys, leads=others))


def _write(vault: OpenVault, keys: KeyFile) -> None:
    write_key_file(vault.folder / KEYS, keys, vault.data_key)
    vault.keys = keys
