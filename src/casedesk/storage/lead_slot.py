"""The lead slot: a team lead can open the worker's vault when the worker is away.

The data key goes to the lead's public key by HPKE (RFC 9180: X25519, HKDF-SHA256,
AES-256-GCM). HPKE does not say who sent, so the worker signs the slot with Ed25519. The slot
names nobody: it carries the fingerprints of the two cards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import (
    X25519PrivateKey,
    X25519PublicKey,
)
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from casedesk.domain.errors import DamagedVault, VaultError, WrongPassphrase
from casedesk.storage.identity import (
    PUBLIC_BYTES,
    SIGNATURE_BYTES,
    Identity,
    PublicCard,
    fingerprint_of,
)
from casedesk.storage.json_fields import FieldError, b64, blob, raw, text
from casedesk.storage.keys import KEY_BYTES, context

LEAD = "lead"
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_SUITE_NAME = "x25519-hkdf-sha256-aes256gcm"
_MOST_SEALED = 400
_SIGNED = b"casedesk lead slot\x00"

UNTRUSTED = (
    "The lead slot was not made by this worker: ask the worker for the card and give access again."
)
FOR_ANOTHER = "This vault was not opened to you: ask the worker to give you access."


@dataclass(frozen=True, slots=True)
class LeadSlot:
    """The data key for one lead, and who made the slot (public signing key, signature)."""

    lead: str
    worker: str
    worker_exchange: bytes
    worker_signing: bytes
    sealed: bytes
    signature: bytes

    def is_signed(self, vault_id: str) -> bool:
        """Whether the worker whose keys it names made it for this vault, and nobody changed it."""
        maker = PublicCard("", "", self.worker_exchange, self.worker_signing)
        return maker.verifies(self.signature, _SIGNED + _bound_to(self, vault_id) + self.sealed)


def make_lead_slot(data_key: bytes, vault_id: str, lead: PublicCard, worker: Identity) -> LeadSlot:
    """Opens the vault to `lead`. Raises `VaultError` for a card whose key cannot be used."""
    maker = worker.card()
    settings = _settings(lead.fingerprint, maker.exchange, maker.signing)
    bound_to = context(vault_id, LEAD, settings)
    try:
        public = X25519PublicKey.from_public_bytes(lead.exchange)
        sealed = _SUITE.encrypt(data_key, public, bound_to)
    except ValueError:
        raise VaultError(
            "The lead's card has a key that cannot be used: ask the lead for the card again."
        ) from None
    return LeadSlot(
        lead=lead.fingerprint,
        worker=maker.fingerprint,
        worker_exchange=maker.exchange,
        worker_signing=maker.signing,
        sealed=sealed,
        signature=worker.sign(_SIGNED + bound_to + sealed),
    )


def open_lead_slot(
    slot: LeadSlot, vault_id: str, lead: Identity, worker: PublicCard | None = None
) -> bytes:
    """The data key. With `worker`, the slot must have been made by the holder of that card.

    Raises `WrongPassphrase` when the slot is for someone else, `VaultError` when another
    worker signed it, `DamagedVault` when it was changed.
    """
    if slot.lead != lead.card().fingerprint:
        raise WrongPassphrase(FOR_ANOTHER)
    if worker is not None and worker.fingerprint != slot.worker:
        raise VaultError(UNTRUSTED)
    if not slot.is_signed(vault_id):
        raise DamagedVault(UNTRUSTED)
    try:
        private = X25519PrivateKey.from_private_bytes(lead.exchange_private)
        data_key = _SUITE.decrypt(slot.sealed, private, _bound_to(slot, vault_id))
    except (InvalidTag, ValueError):
        raise DamagedVault(UNTRUSTED) from None
    if len(data_key) != KEY_BYTES:
        raise DamagedVault(UNTRUSTED)
    return data_key


def lead_slot_fields(slot: LeadSlot) -> dict[str, Any]:
    """The slot as the key file writes it."""
    return {
        "kind": LEAD,
        **_settings(slot.lead, slot.worker_exchange, slot.worker_signing),
        "sealed": b64(slot.sealed),
        "signature": b64(slot.signature),
    }


def lead_slot_from(fields: Mapping[str, Any]) -> LeadSlot:
    """The slot in the key file. Raises `FieldError`."""
    if text(fields, "hpke") != _SUITE_NAME:
        raise FieldError("hpke")
    exchange = raw(fields, "worker_exchange", PUBLIC_BYTES)
    signing = raw(fields, "worker_signing", PUBLIC_BYTES)
    worker = text(fields, "worker")
    if worker != fingerprint_of(exchange, signing):
        raise FieldError("worker")
    return LeadSlot(
        lead=text(fields, "lead"),
        worker=worker,
        worker_exchange=exchange,
        worker_signing=signing,
        sealed=blob(fields, "sealed", _MOST_SEALED),
        signature=raw(fields, "signature", SIGNATURE_BYTES),
    )


def _bound_to(slot: LeadSlot, vault_id: str) -> bytes:
    settings = _settings(slot.lead, slot.worker_exchange, slot.worker_signing)
    return context(vault_id, LEAD, settings)


def _settings(lead: str, worker_exchange: bytes, worker_signing: bytes) -> dict[str, Any]:
    return {
        "hpke": _SUITE_NAME,
        "lead": lead,
        "worker": fingerprint_of(worker_exchange, worker_signing),
        "worker_exchange": b64(worker_exchange),
        "worker_signing": b64(worker_signing),
    }
