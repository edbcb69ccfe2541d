"""The printed recovery code: nine groups of four characters (docs/architecture.md, The vault).

Eight groups carry 160 random bits; the ninth is a check, so that a typing mistake is called
one instead of "the wrong code".
"""

from __future__ import annotations

import hashlib
import secrets

from casedesk.domain.errors import WrongPassphrase
from casedesk.storage.base32 import decode, encode, grouped, squeeze

SECRET_BYTES = 20
_SECRET_LENGTH = 32
_CHECK_LENGTH = 4
_CHECK_BITS = 5 * _CHECK_LENGTH
_CHECK_DOMAIN = b"casedesk recovery code check\x00"

MISTYPED = (
    "That is not a recovery code as it was typed: check all nine groups of four against the "
    "printed code and type it again."
)


def new_recovery_secret() -> bytes:
    """160 random bits."""
    return secrets.token_bytes(SECRET_BYTES)


def code_for(secret: bytes) -> str:
    """The code that people print and type: `XXXX-XXXX-…`, nine groups.

    Raises `ValueError` when the secret has another length.
    """
    if len(secret) != SECRET_BYTES:
        raise ValueError("a recovery secret is 20 bytes")
    body = encode(int.from_bytes(secret, "big"), _SECRET_LENGTH)
    return grouped(body + encode(_check(secret), _CHECK_LENGTH))


def secret_from(typed: str) -> bytes:
    """The secret in a code typed back, whatever its case, spaces, hyphens, O/0 and I/L/1.

    Raises `WrongPassphrase` when it is not a code or its check does not agree.
    """
    text = squeeze(typed)
    if len(text) != _SECRET_LENGTH + _CHECK_LENGTH:
        raise WrongPassphrase(MISTYPED)
    try:
        secret = decode(text[:_SECRET_LENGTH]).to_bytes(SECRET_BYTES, "big")
        check = decode(text[_SECRET_LENGTH:])
    except ValueError:
        raise WrongPassphrase(MISTYPED) from None
    if check != _check(secret):
        raise WrongPassphrase(MISTYPED)
    return secret


def _check(secret: bytes) -> int:
    digest = hashlib.sha256(_CHECK_DOMAIN + secret).digest()
    return int.from_bytes(digest[:4], "big") >> (32 - _CHECK_BITS)
