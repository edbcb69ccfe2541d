"""Strict reading of the program's own JSON files (keys, cards, backups).

Every function raises `FieldError` (a `ValueError`) for a value that is missing, of another
type or out of range; the caller turns it into the sentence for its file.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from datetime import datetime
from typing import Any


class FieldError(ValueError):
    """A field is not what the format says; the message names it."""


def table(value: object, name: str) -> Mapping[str, Any]:
    """A JSON object."""
    if not isinstance(value, dict):
        raise FieldError(name)
    return value


def rows(value: object, name: str, most: int) -> list[Any]:
    """A JSON list of at most `most` items."""
    if not isinstance(value, list) or len(value) > most:
        raise FieldError(name)
    return value


def text(fields: Mapping[str, Any], name: str, most: int = 200) -> str:
    """A text of at most `most` characters."""
    value = fields.get(name)
    if not isinstance(value, str) or len(value) > most:
        raise FieldError(name)
    return value


def number(fields: Mapping[str, Any], name: str, least: int, most: int) -> int:
    """A whole number from `least` to `most`."""
    value = fields.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise FieldError(name)
    return value


def raw(fields: Mapping[str, Any], name: str, length: int) -> bytes:
    """`length` bytes written in base 64."""
    data = blob(fields, name, 2 * length + 8)
    if len(data) != length:
        raise FieldError(name)
    return data


def blob(fields: Mapping[str, Any], name: str, most: int) -> bytes:
    """Bytes written in base 64, of at most `most` characters."""
    value = text(fields, name, most)
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise FieldError(name) from None


def instant(fields: Mapping[str, Any], name: str) -> datetime:
    """An instant with its time zone."""
    try:
        value = datetime.fromisoformat(text(fields, name, 40))
    except ValueError:
        raise FieldError(name) from None
    if value.tzinfo is None:
        raise FieldError(name)
    return value


def b64(data: bytes) -> str:
    """Bytes in base 64."""
    return base64.b64encode(data).decode("ascii")
