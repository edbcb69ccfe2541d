"""The passphrase and the recovery slot: two ways to the data key.

**Passphrase.** Argon2id of the passphrase; where the laptop has a keyring, HKDF combines it
with a 256-bit device secret kept there, so that a stolen copy of the files cannot be opened by
guessing, however weak the passphrase.

A bound slot still has to tell the right passphrase, typed on another laptop, from a wrong one
("this vault is tied to the laptop it was made on"). For that it carries a *hint*: 16 bits made
from the Argon2id result alone. A longer value would let whoever has the files find the
passphrase itself by guessing (it would not open the vault, but people use a passphrase twice);
16 bits leave one wrong guess in 65,536 standing, so no guess is ever confirmed. The price is
that one wrong passphrase in 65,536, on another laptop only, is told about the laptop. Where
the device secret is at hand the hint is not asked: the wrapping itself decides.

**Recovery.** The printed code is 160 random bits: there is nothing to guess, so HKDF is enough,
and it works without the keyring.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from casedesk.storage.json_fields import FieldError, b64, number, raw, table, text
from casedesk.storage.kdf_cost import (
    MOST_ITERATIONS,
    MOST_LANES,
    MOST_MEMORY_KIB,
    SALT_BYTES,
    Cost,
    derive,
)
from casedesk.storage.keys import (
    NONCE_BYTES,
    WRAPPED_BYTES,
    Wrapped,
    context,
    expand,
    same,
    unwrap,
    wrap,
)
from casedesk.storage.passphrase import spelled

PASSPHRASE = "passphrase"  # noqa: S105 - the name of a kind of slot
RECOVERY = "recovery"
DEVICE_SECRET_BYTES = 32
HINT_BYTES = 2

_ALONE_INFO = b"casedesk passphrase slot"
_BOUND_INFO = b"casedesk passphrase slot with device secret"
_HINT_INFO = b"casedesk passphrase hint"
_RECOVERY_INFO = b"casedesk recovery slot"
_DEVICE_ID_DOMAIN = b"casedesk device secret id\x00"


@dataclass(frozen=True, slots=True)
class Binding:
    """Which device secret a passphrase slot needs, and the 16-bit hint of the passphrase."""

    secret_id: str
    hint: bytes


@dataclass(frozen=True, slots=True)
class PassphraseSlot:
    """The data key under a passphrase, and a device secret where `binding` is set."""

    salt: bytes
    cost: Cost
    binding: Binding | None
    wrapped: Wrapped


@dataclass(frozen=True, slots=True)
class RecoverySlot:
    """The data key under the printed code."""

    salt: bytes
    wrapped: Wrapped


def secret_id_of(device_secret: bytes) -> str:
    """A name for a device secret that does not give it away: 16 hexadecimal digits."""
    return hashlib.sha256(_DEVICE_ID_DOMAIN + device_secret).hexdigest()[:16]


def stretch(slot: PassphraseSlot, passphrase: str) -> bytes:
    """The Argon2id result for this slot: the slow step, once an attempt."""
    return derive(spelled(passphrase), slot.salt, slot.cost)


def hint_agrees(slot: PassphraseSlot, stretched: bytes) -> bool:
    """Whether the passphrase is (but for one in 65,536) the right one, secret or none."""
    return slot.binding is not None and same(slot.binding.hint, _hint(stretched))


def make_passphrase_slot(
    data_key: bytes, vault_id: str, passphrase: str, cost: Cost, device_secret: bytes | None
) -> PassphraseSlot:
    """A slot with a fresh salt, bound to `device_secret` (32 bytes) when there is one."""
    salt = secrets.token_bytes(SALT_BYTES)
    stretched = derive(spelled(passphrase), salt, cost)
    binding = (
        Binding(secret_id_of(device_secret), _hint(stretched))
        if device_secret is not None
        else None
    )
    bound_to = context(vault_id, PASSPHRASE, _passphrase_settings(salt, cost, binding))
    key = _passphrase_key(stretched, device_secret)
    return PassphraseSlot(salt, cost, binding, wrap(data_key, key, bound_to))


def open_passphrase_slot(
    slot: PassphraseSlot, vault_id: str, stretched: bytes, device_secret: bytes | None
) -> bytes | None:
    """The data key, or None: wrong passphrase, wrong secret or a changed slot."""
    bound_to = context(
        vault_id, PASSPHRASE, _passphrase_settings(slot.salt, slot.cost, slot.binding)
    )
    return unwrap(slot.wrapped, _passphrase_key(stretched, device_secret), bound_to)


def make_recovery_slot(data_key: bytes, vault_id: str, secret: bytes) -> RecoverySlot:
    """A slot under the 20 bytes of a recovery code."""
    salt = secrets.token_bytes(SALT_BYTES)
    key = expand(secret, _RECOVERY_INFO, salt=salt)
    return RecoverySlot(salt, wrap(data_key, key, _recovery_context(vault_id, salt)))


def open_recovery_slot(slot: RecoverySlot, vault_id: str, secret: bytes) -> bytes | None:
    """The data key, or None: another vault's code or a changed slot."""
    key = expand(secret, _RECOVERY_INFO, salt=slot.salt)
    return unwrap(slot.wrapped, key, _recovery_context(vault_id, slot.salt))


def passphrase_slot_fields(slot: PassphraseSlot) -> dict[str, Any]:
    """The slot as the key file writes it."""
    settings = _passphrase_settings(slot.salt, slot.cost, slot.binding)
    return {"kind": PASSPHRASE, **settings, **wrapped_fields(slot.wrapped)}


def passphrase_slot_from(fields: Mapping[str, Any]) -> PassphraseSlot:
    """The slot in the key file. Raises `FieldError`."""
    if text(fields, "kdf") != "argon2id":
        raise FieldError("kdf")
    cost = Cost(
        number(fields, "memory_kib", 8, MOST_MEMORY_KIB),
        number(fields, "iterations", 1, MOST_ITERATIONS),
        number(fields, "lanes", 1, MOST_LANES),
    )
    if cost.memory_kib < 8 * cost.lanes:
        raise FieldError("memory_kib")
    binding = None
    if fields.get("device") is not None:
        device = table(fields["device"], "device")
        binding = Binding(text(device, "secret_id", 16), raw(device, "hint", HINT_BYTES))
    return PassphraseSlot(raw(fields, "salt", SALT_BYTES), cost, binding, wrapped_from(fields))


def recovery_slot_fields(slot: RecoverySlot) -> dict[str, Any]:
    """The slot as the key file writes it."""
    return {"kind": RECOVERY, **_recovery_settings(slot.salt), **wrapped_fields(slot.wrapped)}


def recovery_slot_from(fields: Mapping[str, Any]) -> RecoverySlot:
    """The slot in the key file. Raises `FieldError`."""
    if text(fields, "kdf") != "hkdf-sha256":
        raise FieldError("kdf")
    return RecoverySlot(raw(fields, "salt", SALT_BYTES), wrapped_from(fields))


def wrapped_fields(wrapped: Wrapped) -> dict[str, str]:
    """A wrapping as the key file writes it."""
    return {"nonce": b64(wrapped.nonce), "wrapped": b64(wrapped.sealed)}


def wrapped_from(fields: Mapping[str, Any]) -> Wrapped:
    """A wrapping in the key file. Raises `FieldError`."""
    return Wrapped(raw(fields, "nonce", NONCE_BYTES), raw(fields, "wrapped", WRAPPED_BYTES))


def _hint(stretched: bytes) -> bytes:
    return expand(stretched, _HINT_INFO, length=HINT_BYTES)


def _passphrase_key(stretched: bytes, device_secret: bytes | None) -> bytes:
    if device_secret is None:
        return expand(stretched, _ALONE_INFO)
    return expand(stretched, _BOUND_INFO, salt=device_secret)


def _passphrase_settings(salt: bytes, cost: Cost, binding: Binding | None) -> dict[str, Any]:
    return {
        "kdf": "argon2id",
        "salt": b64(salt),
        "memory_kib": cost.memory_kib,
        "iterations": cost.iterations,
        "lanes": cost.lanes,
        "device": (
            {"secret_id": binding.secret_id, "hint": b64(binding.hint)} if binding else None
        ),
    }


def _recovery_settings(salt: bytes) -> dict[str, Any]:
    return {"kdf": "hkdf-sha256", "salt": b64(salt)}


def _recovery_context(vault_id: str, salt: bytes) -> bytes:
    return context(vault_id, RECOVERY, _recovery_settings(salt))
