"""The ids and references that the program itself gives out."""

from __future__ import annotations

import re

import uuid_utils
from sqlalchemy import Connection, bindparam, insert, select, update

from casedesk.domain.records import Order
from casedesk.storage.recorder import Change
from casedesk.storage.tables import ref_counters

LONGEST_NUMBER = 9
SEQUENCE_BITS = 30


_COLUMNS = ref_counters.c
_HERE = (_COLUMNS.device == bindparam("of_device"), _COLUMNS.prefix == bindparam("of_prefix"))
_READ = select(_COLUMNS.last).where(*_HERE)
_CHANGE = update(ref_counters).where(*_HERE).values(last=bindparam("last"))


def new_id() -> str:
    """A UUIDv7 in text: later ones sort after earlier ones."""
    return str(uuid_utils.uuid7())


def require_device(device: str) -> None:
    """Raises `ValueError` for a device's name that `place_of` could not hold."""
    if not re.fullmatch("[0-9A-Z]{1,6}", device):
        raise ValueError(f"{device!r} is no device: one to six capital letters and digits")


def place_of(order: Order) -> int:
    """A number for a record that no other has: later ones of a device are greater."""
    return int(f"1{order.device}", 36) << SEQUENCE_BITS | order.sequence


class References:
    """Short references such as `F-7K-0041`: prefix, device, and a count of its own.

    The device in the middle keeps laptops apart. A count also steps over references of the
    same form that come from elsewhere (an import of this device's own export).
    """

    def __init__(self, connection: Connection, device: str) -> None:
        self._connection = connection
        self._device = device
        self._middle = f"-{device}-"
        self._last: dict[str, int] = {}
        self._kept: dict[str, int] = {}

    def new(self, prefix: str) -> str:
        """The next reference with this prefix."""
        number = self._last_of(prefix) + 1
        self._last[prefix] = number
        return f"{prefix}{self._middle}{number:04d}"

    def watch(self, change: Change) -> None:
        """Steps over a reference that a record brought with it."""
        prefix, middle, number = getattr(change.new, "ref", "").rpartition(self._middle)
        ours = middle and number.isascii() and number.isdecimal() and len(number) <= LONGEST_NUMBER
        if ours and int(number) > self._last_of(prefix):
            self._last[prefix] = int(number)

    def flush(self) -> None:
        """Keeps the counts; before the commit."""
        for prefix, last in self._last.items():
            kept = self._kept[prefix]
            if last > kept:
                if kept:
                    self._connection.execute(_CHANGE, {**self._key(prefix), "last": last})
                else:
                    row = {"device": self._device, "prefix": prefix, "last": last}
                    self._connection.execute(insert(ref_counters), row)
                self._kept[prefix] = last

    def _key(self, prefix: str) -> dict[str, str]:
        return {"of_device": self._device, "of_prefix": prefix}

    def _last_of(self, prefix: str) -> int:
        if prefix not in self._last:
            kept = self._connection.scalar(_READ, self._key(prefix))
            self._last[prefix] = self._kept[prefix] = kept or 0
        return self._last[prefix]
