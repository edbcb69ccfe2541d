"""Making, checking, backing up and restoring vaults."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from casedesk.domain.errors import DamagedVault, TiedToLaptop, VaultError
from casedesk.services.session import WORKER, Session, machine, schema
from casedesk.storage import backup as backups
from casedesk.storage import restore as restoring
from casedesk.storage.identity import Identity
from casedesk.storage.kdf_cost import Cost
from casedesk.storage.open_vault import OpenVault
from casedesk.storage.store import CaseStore
from casedesk.storage.vault import create_vault, unlock
from casedesk.storage.vault import recover as recover_vault
from casedesk.storage.vault_check import CheckReport, check_vault
from casedesk.storage.vault_folder import vault_info
from casedesk.storage.vault_keys import change_passphrase as replace_passphrase

BOUND = "The passphrase opens it on this laptop only; the recovery code opens it anywhere."
UNBOUND = "It is not tied to this laptop: the passphrase opens it on any computer."


@dataclass(frozen=True)
class NewVault:
    """A vault just made. `recovery_code` is shown once and kept nowhere."""

    folder: Path
    vault_id: str
    bound: bool
    recovery_code: str

    @property
    def protection(self) -> str:
        """How the passphrase protects it, in a sentence."""
        return BOUND if self.bound else UNBOUND

    def as_dict(self) -> dict[str, Any]:
        """The answer for JSON."""
        return {
            "folder": str(self.folder),
            "vault": self.vault_id,
            "tied_to_laptop": self.bound,
            "recovery_code": self.recovery_code,
        }


@dataclass(frozen=True)
class Check:
    """What was looked at in a vault, a line each."""

    report: CheckReport

    def lines(self) -> list[str]:
        """A line for a terminal for each thing looked at."""
        return [
            f"{'ok     ' if line.ok else 'WRONG  '}{line.what}: {line.detail}"
            for line in self.report.lines
        ]

    def as_dict(self) -> dict[str, Any]:
        """The answer for JSON."""
        return {"ok": self.report.ok, "checks": [asdict(line) for line in self.report.lines]}

    def raise_if_wrong(self) -> None:
        """Raises `DamagedVault` when anything is not as it should be."""
        if not self.report.ok:
            raise DamagedVault("The vault does not verify: restore the latest good backup.")


def check_place(folder: Path) -> None:
    """Refuse a folder that a new vault cannot be made in, before asking for a passphrase."""
    if folder.exists() and (not folder.is_dir() or (folder / "keys.json").exists()):
        raise VaultError(
            f"{folder} already holds something; choose a folder that is empty or not there."
        )


def create(
    folder: Path,
    *,
    name: str,
    role: str,
    passphrase: str,
    use_keyring: bool = True,
    cost: Cost | None = None,
) -> NewVault:
    """Make a vault for a worker. Raises as `casedesk.storage.vault.create_vault`."""
    vault, code = create_vault(
        folder,
        name=name,
        role=role,
        passphrase=passphrase,
        machine=machine(use_keyring=use_keyring),
        schema=schema(),
        cost=cost,
        settle=_settle_worker(name.strip(), role),
    )
    with vault:
        slot = vault.keys.passphrase
        bound = slot is not None and slot.binding is not None
        return NewVault(folder, vault.vault_id, bound, code)


def info(folder: Path) -> dict[str, Any]:
    """What the vault says of itself without being opened."""
    found = vault_info(folder)
    return {
        "folder": str(found.folder),
        "vault": found.vault_id,
        "device": found.device_id,
        "created": found.created_at.isoformat(timespec="seconds"),
        "passphrase": found.has_passphrase,
        "tied_to_laptop": found.bound,
        "recovery_code": found.has_recovery,
        "leads": list(found.leads),
        "database_bytes": found.database_bytes,
        "backups": list(found.backups),
    }


def check(folder: Path, passphrase: Callable[[], str]) -> Check:
    """Verify every page, the schema, the journal chain and the key slots."""
    vault_info(folder)
    with unlock(folder, passphrase(), machine=machine(), schema=schema()) as vault:
        return Check(check_vault(vault))


def change_passphrase(folder: Path, current: str, new: str) -> None:
    """Replace the passphrase; the old one works until the new one does."""
    with unlock(folder, current, machine=machine(), schema=schema()) as vault:
        replace_passphrase(vault, current, new)


def recover(folder: Path, code: str, new_passphrase: str) -> str:
    """Open the vault with its recovery code and set a new passphrase.

    Returns a sentence on how the passphrase now protects it.
    """
    with recover_vault(folder, code, new_passphrase, machine=machine(), schema=schema()) as vault:
        slot = vault.keys.passphrase
        return BOUND if slot is not None and slot.binding is not None else UNBOUND


def backup(
    session: Session, folder: Path, progress: Callable[[int, int], None] | None = None
) -> dict[str, Any]:
    """A verified backup in `folder`: the file, its size and how many records are in it.

    `progress` is told pages done and in all; what it raises stops it.
    """
    made = backups.backup(session.vault, folder, progress=progress)
    with session.store.unit_of_work(session.worker) as uow:
        uow.log_access("backed up", None, made.path.name)
    return {
        "file": str(made.path),
        "bytes": made.size_bytes,
        "created": made.created_at.isoformat(timespec="seconds"),
        "records": sum(made.rows.values()),
    }


def restore(file: Path, folder: Path, passphrase: Callable[[], str]) -> bool:
    """Put a backup back as a vault; returns whether it was opened and checked inside.

    A backup that is tied to another laptop is compared with its own digests only; the
    recovery code then opens the restored vault and ties it to this one.
    """
    here = machine()
    try:
        data_key = restoring.backup_data_key(file, passphrase(), here.keystore)
    except TiedToLaptop:
        data_key = None
    report = restoring.restore(file, folder, machine=here, schema=schema(), data_key=data_key)
    return report.checked_inside


def _settle_worker(name: str, role: str) -> Callable[[OpenVault, Identity], None]:
    def settle(vault: OpenVault, identity: Identity) -> None:
        store = CaseStore(vault.engine, vault.device_id)
        with store.unit_of_work(name) as uow:
            uow.set_setting(WORKER, {"name": name, "role": role})
            for key, value in identity.as_settings().items():
                uow.set_setting(key, value)

    return settle
