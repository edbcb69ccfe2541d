"""The data key and what is done with it (docs/architecture.md, The vault).

One random 256-bit key encrypts the database. Slots hold it wrapped by AES-256-GCM under other
keys; whatever a slot says in clear is bound to the wrapping as associated data, with the
vault's id and the kind of slot, so nothing can be moved or changed without its failing.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

FORMAT = "casedesk-keys"
FORMAT_VERSION = 1
KEY_BYTES = 32
NONCE_BYTES = 12
WRAPPED_BYTES = KEY_BYTES + 16

_CHECK_INFO = b"casedesk key check value"
_SEAL_INFO = b"casedesk key file seal"
_NOTE_INFO = b"casedesk sealed note"


@dataclass(frozen=True, slots=True, repr=False)
class Wrapped:
    """The data key under another key: 12 bytes of nonce, 48 of ciphertext and tag."""

    nonce: bytes
    sealed: bytes


def new_data_key() -> bytes:
    """256 random bits."""
    return secrets.token_bytes(KEY_BYTES)


def canonical(value: Mapping[str, Any]) -> bytes:
    """One spelling of a JSON value: sorted keys, no spaces, ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def context(vault_id: str, kind: str, settings: Mapping[str, Any]) -> bytes:
    """What a slot's wrapping is bound to: format, vault, kind, and what it says in clear."""
    return canonical(
        {
            "format": FORMAT,
            "version": FORMAT_VERSION,
            "vault": vault_id,
            "slot": kind,
            "settings": dict(settings),
        }
    )


def expand(secret: bytes, info: bytes, *, salt: bytes = b"", length: int = KEY_BYTES) -> bytes:
    """HKDF-SHA256 (RFC 5869): `length` bytes for one purpose named by `info`."""
    return HKDF(algorithm=SHA256(), length=length, salt=salt or None, info=info).derive(secret)


def wrap(data_key: bytes, key: bytes, bound_to: bytes) -> Wrapped:
    """The data key under `key`, bound to a context, with a fresh nonce."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return Wrapped(nonce, AESGCM(key).encrypt(nonce, data_key, bound_to))


def unwrap(wrapped: Wrapped, key: bytes, bound_to: bytes) -> bytes | None:
    """The data key, or None when the key or the context is another one."""
    try:
        return AESGCM(key).decrypt(wrapped.nonce, wrapped.sealed, bound_to)
    except InvalidTag:
        return None


def key_check_value(data_key: bytes, vault_id: str) -> bytes:
    """32 bytes that tell the right data key from a wrong one and say nothing else about it."""
    return expand(data_key, _CHECK_INFO + b"\x00" + vault_id.encode())


def seal_value(data_key: bytes, content: bytes) -> bytes:
    """A MAC under the data key over the key file's content."""
    return hmac.digest(expand(data_key, _SEAL_INFO), content, "sha256")


def same(one: bytes, other: bytes) -> bool:
    """Equality that takes the same time wherever they differ."""
    return hmac.compare_digest(one, other)


def seal_note(data_key: bytes, note: bytes, bound_to: bytes) -> bytes:
    """A note that only the holder of the data key reads, bound to clear text beside it."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(expand(data_key, _NOTE_INFO)).encrypt(nonce, note, bound_to)


def open_note(data_key: bytes, sealed: bytes, bound_to: bytes) -> bytes | None:
    """The note, or None when it, its key or the clear text is not what it was."""
    try:
        return AESGCM(expand(data_key, _NOTE_INFO)).decrypt(
            sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound_to
        )
    except (InvalidTag, ValueError):
        return None
