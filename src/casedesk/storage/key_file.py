"""`keys.json`: the vault's id, the key slots, and what shows that nobody changed them.

Two marks guard it. The checksum needs no key and shows damage, so that a flipped bit is not
taken for a wrong passphrase. The seal is a MAC under the data key and shows a change that was
made on purpose. Nothing here is about a family or names the worker.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from casedesk.domain.errors import DamagedVault, VaultError
from casedesk.storage.json_fields import FieldError, b64, instant, number, raw, rows, table, text
from casedesk.storage.key_slots import (
    PASSPHRASE,
    RECOVERY,
    PassphraseSlot,
    RecoverySlot,
    passphrase_slot_fields,
    passphrase_slot_from,
    recovery_slot_fields,
    recovery_slot_from,
)
from casedesk.storage.keys import (
    FORMAT,
    FORMAT_VERSION,
    canonical,
    key_check_value,
    same,
    seal_value,
)
from casedesk.storage.lead_slot import LEAD, LeadSlot, lead_slot_fields, lead_slot_from
from casedesk.storage.private_files import disk_problem, write_atomically

MOST_BYTES = 256 * 1024
MOST_SLOTS = 32
_DIGEST_BYTES = 32

CHANGED = (
    "The vault's key file (keys.json) is damaged or was changed by something other than CaseDesk: "
    "open the vault with the recovery code to put it right, or restore a backup."
)
NEWER = (
    "The vault's key file was written by a newer CaseDesk: install the newest version to open it."
)


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What `keys.json` says. `device_id` names this copy of the vault in the order recorded."""

    vault_id: str
    device_id: str
    created_at: datetime
    check: bytes
    passphrase: PassphraseSlot | None
    recovery: RecoverySlot | None
    leads: tuple[LeadSlot, ...] = ()
    seal: bytes = field(default=b"", compare=False)

    def knows(self, data_key: bytes) -> bool:
        """Whether this is the vault's data key."""
        return same(self.check, key_check_value(data_key, self.vault_id))

    def sealed_by(self, data_key: bytes) -> bool:
        """Whether nobody changed the file since CaseDesk wrote it with this data key."""
        return same(self.seal, seal_value(data_key, canonical(_content(self))))


def key_file_bytes(keys: KeyFile, data_key: bytes) -> bytes:
    """The file's text, sealed by the data key."""
    content = _content(keys)
    seal = b64(seal_value(data_key, canonical(content)))
    whole = {**content, "seal": seal}
    whole["checksum"] = hashlib.sha256(canonical(whole)).hexdigest()
    return json.dumps(whole, indent=2).encode() + b"\n"


def write_key_file(path: Path, keys: KeyFile, data_key: bytes) -> None:
    """Replaces the key file in one step. Raises `FileProblem`; the old one then stays."""
    write_atomically(path, key_file_bytes(keys, data_key))


def read_key_file(path: Path, *, tolerant: bool = False) -> KeyFile:
    """The key file at `path`; see `parse_key_file`."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise DamagedVault(
            "The vault's key file (keys.json) is missing from its folder, and without it the "
            "database cannot be opened: restore the latest backup."
        ) from None
    except OSError as error:
        raise disk_problem(error, path) from error
    return parse_key_file(data, tolerant=tolerant)


def parse_key_file(data: bytes, *, tolerant: bool = False) -> KeyFile:
    """What the file says. Raises `DamagedVault` when it is not as CaseDesk wrote it.

    `tolerant` is for recovery, which writes the file anew: the checksum is not asked and a slot
    that cannot be read is left out.
    """
    try:
        if len(data) > MOST_BYTES:
            raise FieldError("size")
        fields = table(json.loads(data), "file")
        if text(fields, "format") != FORMAT:
            raise FieldError("format")
        if number(fields, "version", 1, 1_000_000) > FORMAT_VERSION:
            raise VaultError(NEWER)
        unsigned = {key: value for key, value in fields.items() if key != "checksum"}
        agreed = text(fields, "checksum") == hashlib.sha256(canonical(unsigned)).hexdigest()
        if not agreed and not tolerant:
            raise FieldError("checksum")
        return _key_file(fields, tolerant)
    except (ValueError, RecursionError):
        raise DamagedVault(CHANGED) from None


def _key_file(fields: Mapping[str, Any], tolerant: bool) -> KeyFile:
    passphrase: PassphraseSlot | None = None
    recovery: RecoverySlot | None = None
    leads: list[LeadSlot] = []
    for row in rows(fields.get("slots"), "slots", MOST_SLOTS):
        try:
            slot_fields = table(row, "slot")
            kind = text(slot_fields, "kind")
            if kind == PASSPHRASE and passphrase is None:
                passphrase = passphrase_slot_from(slot_fields)
            elif kind == RECOVERY and recovery is None:
                recovery = recovery_slot_from(slot_fields)
            elif kind == LEAD:
                leads.append(lead_slot_from(slot_fields))
            else:
                raise FieldError("kind")
        except FieldError:
            if not tolerant:
                raise
    return KeyFile(
        vault_id=text(fields, "vault_id", 64),
        device_id=text(fields, "device_id", 64),
        created_at=instant(fields, "created_at"),
        check=raw(fields, "key_check", _DIGEST_BYTES),
        passphrase=passphrase,
        recovery=recovery,
        leads=tuple(leads),
        seal=raw(fields, "seal", _DIGEST_BYTES),
    )


def _content(keys: KeyFile) -> dict[str, Any]:
    slots = [
        *([passphrase_slot_fields(keys.passphrase)] if keys.passphrase else []),
        *([recovery_slot_fields(keys.recovery)] if keys.recovery else []),
        *(lead_slot_fields(lead) for lead in keys.leads),
    ]
    return {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "vault_id": keys.vault_id,
        "device_id": keys.device_id,
        "created_at": keys.created_at.isoformat(),
        "key_check": b64(keys.check),
        "slots": slots,
    }
