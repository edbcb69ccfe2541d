"""The worker's identity: two key pairs made with the vault, and the card to hand out.

X25519 receives (lead slots, hand-over files), Ed25519 signs. The private parts live inside
the vault; the card carries the public ones and a fingerprint to compare aloud.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from casedesk.domain.errors import FileProblem
from casedesk.storage.base32 import encode, grouped
from casedesk.storage.json_fields import FieldError, b64, number, raw, table, text
from casedesk.storage.keys import canonical

CARD_FORMAT = "casedesk-card"
CARD_VERSION = 1
PUBLIC_BYTES = 32
SIGNATURE_BYTES = 64
_FINGERPRINT_CHARACTERS = 24
_FINGERPRINT_DOMAIN = b"casedesk card fingerprint\x00"
_CARD_DOMAIN = b"casedesk card\x00"
_MOST_CARD_CHARACTERS = 10_000

BAD_CARD = (
    "This is not a worker's card, or it was changed on the way: ask for the card again and compare "
    "its fingerprint."
)


@dataclass(frozen=True, slots=True)
class PublicCard:
    """What others may have: name, role and the two public keys (32 bytes each)."""

    name: str
    role: str
    exchange: bytes
    signing: bytes

    @property
    def fingerprint(self) -> str:
        """Six groups of four characters (120 bits) that stand for both public keys."""
        return fingerprint_of(self.exchange, self.signing)

    def verifies(self, signature: bytes, message: bytes) -> bool:
        """Whether the holder of this card's signing key signed `message`."""
        try:
            Ed25519PublicKey.from_public_bytes(self.signing).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, slots=True, repr=False)
class Identity:
    """The worker with the private keys (32 bytes each); never leaves the vault."""

    name: str
    role: str
    exchange_private: bytes
    signing_private: bytes

    def card(self) -> PublicCard:
        """The public card."""
        return PublicCard(
            self.name,
            self.role,
            X25519PrivateKey.from_private_bytes(self.exchange_private)
            .public_key()
            .public_bytes_raw(),
            Ed25519PrivateKey.from_private_bytes(self.signing_private)
            .public_key()
            .public_bytes_raw(),
        )

    def sign(self, message: bytes) -> bytes:
        """An Ed25519 signature (64 bytes)."""
        return Ed25519PrivateKey.from_private_bytes(self.signing_private).sign(message)

    def as_settings(self) -> dict[str, str]:
        """What the vault keeps of it, key by key."""
        return {
            "identity.name": self.name,
            "identity.role": self.role,
            "identity.exchange_private": b64(self.exchange_private),
            "identity.signing_private": b64(self.signing_private),
        }


def make_identity(name: str, role: str) -> Identity:
    """A worker's new identity, with fresh keys."""
    return Identity(
        name,
        role,
        X25519PrivateKey.generate().private_bytes_raw(),
        Ed25519PrivateKey.generate().private_bytes_raw(),
    )


def identity_from(settings: Mapping[str, Any]) -> Identity:
    """The identity that `as_settings` gave. Raises `FieldError` when a part is missing."""
    return Identity(
        text(settings, "identity.name", 1000),
        text(settings, "identity.role"),
        raw(settings, "identity.exchange_private", PUBLIC_BYTES),
        raw(settings, "identity.signing_private", PUBLIC_BYTES),
    )


def fingerprint_of(exchange: bytes, signing: bytes) -> str:
    """The fingerprint of two public keys."""
    digest = hashlib.sha256(_FINGERPRINT_DOMAIN + exchange + signing).digest()
    bits = 5 * _FINGERPRINT_CHARACTERS
    number_ = int.from_bytes(digest, "big") >> (8 * len(digest) - bits)
    return grouped(encode(number_, _FINGERPRINT_CHARACTERS))


def card_text(identity: Identity) -> str:
    """The card as a JSON text, signed by its own key."""
    card = identity.card()
    content = _card_content(card)
    signature = identity.sign(_CARD_DOMAIN + canonical(content))
    return json.dumps({**content, "signature": b64(signature)}, indent=2, ensure_ascii=False)


def parse_card(card: str) -> PublicCard:
    """The card in a text that `card_text` made. Raises `FileProblem` for any other."""
    try:
        if len(card) > _MOST_CARD_CHARACTERS:
            raise FieldError("card")
        fields = table(json.loads(card), "card")
        number(fields, "version", CARD_VERSION, CARD_VERSION)
        parsed = PublicCard(
            text(fields, "name", 1000),
            text(fields, "role"),
            raw(fields, "exchange", PUBLIC_BYTES),
            raw(fields, "signing", PUBLIC_BYTES),
        )
        signature = raw(fields, "signature", SIGNATURE_BYTES)
    except (ValueError, RecursionError):
        raise FileProblem(BAD_CARD) from None
    content = _card_content(parsed)
    clear = {key: value for key, value in fields.items() if key != "signature"}
    if clear != content or not parsed.verifies(signature, _CARD_DOMAIN + canonical(content)):
        raise FileProblem(BAD_CARD)
    return parsed


def _card_content(card: PublicCard) -> dict[str, Any]:
    return {
        "format": CARD_FORMAT,
        "version": CARD_VERSION,
        "name": card.name,
        "role": card.role,
        "exchange": b64(card.exchange),
        "signing": b64(card.signing),
        "fingerprint": card.fingerprint,
    }
