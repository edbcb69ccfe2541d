"""A new data key after a passphrase got out: the whole database is written anew under it.

Whoever had the old passphrase and a copy of the key file has the old data key for good, so
another passphrase alone keeps nobody out. Everything is made beside the old vault first:
`.rotated.db` under the new key, opened and checked, then `.rotated.keys.json`. Writing that
key file is the moment of change: before it the old vault stands and what was begun is thrown
away at the next opening; from it on the next opening finishes what is left (two renames).
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlcipher3 import dbapi2

from casedesk.domain.errors import TiedToLaptop, VaultError, WrongPassphrase
from casedesk.storage.backup import contents_of, require_whole
from casedesk.storage.database_copy import Progress, copied_database
from casedesk.storage.device_secret import TIED, WRONG, kept_device_secret, key_by_passphrase
from casedesk.storage.faults import known_fault
from casedesk.storage.identity import Identity, PublicCard
from casedesk.storage.kdf_cost import Cost, tuned_cost
from casedesk.storage.key_file import write_key_file
from casedesk.storage.key_slots import make_passphrase_slot, make_recovery_slot
from casedesk.storage.keys import key_check_value, new_data_key, same
from casedesk.storage.lead_slot import make_lead_slot
from casedesk.storage.open_vault import OpenVault
from casedesk.storage.passphrase import require_strong
from casedesk.storage.private_files import disk_problem, put_in_place, sync_file
from casedesk.storage.recovery_code import secret_from
from casedesk.storage.vault_folder import DATABASE, KEYS, SIDE_FILES

ROTATED_DATABASE = ".rotated.db"
ROTATED_KEYS = ".rotated.keys.json"
_SIDES = ("", "-wal", "-shm", "-journal")
UNCHANGED = "That is the passphrase that got out: choose another one."


@dataclass(frozen=True, slots=True)
class Rotated:
    """What came of it. `leads_left_out` are fingerprints whose card was not at hand."""

    leads_left_out: tuple[str, ...]


def rotate_key(
    vault: OpenVault,
    current: str,
    new: str,
    code: str,
    *,
    leads: Sequence[PublicCard] = (),
    worker: Identity | None = None,
    cost: Cost | None = None,
    progress: Progress | None = None,
) -> Rotated:
    """Writes the vault anew under a new data key and closes it.

    Afterwards the passphrase `new` and the recovery code `code` (made by `new_code`) open it;
    the old ones open nothing but older backups. Leads whose card is in `leads` keep their way
    in, signed by `worker`. Raises `WrongPassphrase` when `current` is not the passphrase,
    `VaultError` for a weak or an unchanged one, `TiedToLaptop`, `FileProblem` and
    `DamagedVault`; the vault is then as it was and still open.
    """
    keystore, old = vault.machine.keystore, vault.keys
    if not same(key_by_passphrase(old, current, keystore), vault.data_key):
        raise WrongPassphrase(WRONG)
    if current == new:
        raise VaultError(UNCHANGED)
    require_strong(new)
    code_secret = secret_from(code)
    secret = None
    if old.passphrase is not None and old.passphrase.binding is not None:
        secret = kept_device_secret(keystore, old.vault_id, old.passphrase.binding)
        if secret is None:
            raise TiedToLaptop(TIED)
    data_key = new_data_key()
    cards = {card.fingerprint: card for card in leads} if worker is not None else {}
    kept = [slot.lead for slot in old.leads if slot.lead in cards]
    keys = replace(
        old,
        check=key_check_value(data_key, old.vault_id),
        passphrase=make_passphrase_slot(data_key, old.vault_id, new, cost or tuned_cost(), secret),
        recovery=make_recovery_slot(data_key, old.vault_id, code_secret),
        leads=tuple(
            make_lead_slot(data_key, old.vault_id, cards[lead], worker)
            for lead in kept
            if worker is not None
        ),
    )
    folder = vault.folder
    try:
        _clear(folder)
        # Nobody writes from the copy to the moment of change: nothing may be left behind.
        with vault.engine.begin():
            _copy_under(vault, folder / ROTATED_DATABASE, data_key, progress)
            sync_file(folder / ROTATED_DATABASE)
            write_key_file(folder / ROTATED_KEYS, keys, data_key)
    except BaseException as error:
        # With that key file in place it has come to be, whatever went wrong just after.
        if not (folder / ROTATED_KEYS).exists():
            with contextlib.suppress(OSError):
                _clear(folder)
            if isinstance(error, OSError):
                raise disk_problem(error, folder) from error
            if isinstance(error, dbapi2.Error):
                raise known_fault(error) or error from error
            raise
    vault.close(before_release=lambda: _finish_if_possible(folder))
    return Rotated(tuple(slot.lead for slot in old.leads if slot.lead not in kept))


def finish_rotation(folder: Path) -> None:
    """Finishes a rotation that was cut short, or throws away one that never came to be.

    For whoever holds the vault's lock, before the key file is read. Raises `FileProblem`.
    """
    keys, database = folder / ROTATED_KEYS, folder / ROTATED_DATABASE
    try:
        if not keys.exists():
            _clear(folder)
            return
        if database.exists():
            # Those beside the old database belong to the old key, and all of it was copied.
            for name in SIDE_FILES:
                (folder / name).unlink(missing_ok=True)
            put_in_place(database, folder / DATABASE)
        put_in_place(keys, folder / KEYS)
    except OSError as error:
        raise disk_problem(error, folder) from error


def _finish_if_possible(folder: Path) -> None:
    # What stops it here (a virus scanner with the file open) does not stop the next opening.
    with contextlib.suppress(Exception):
        finish_rotation(folder)


def _copy_under(vault: OpenVault, copy: Path, data_key: bytes, progress: Progress | None) -> None:
    schema = vault.schema
    with copied_database(vault, copy, data_key, progress) as connection:
        contents = contents_of(connection, schema)
        revision = schema.current_revision(connection) or ""
    require_whole(copy, data_key, schema, revision, contents)


def _clear(folder: Path) -> None:
    for side in _SIDES:
        (folder / f"{ROTATED_DATABASE}{side}").unlink(missing_ok=True)
