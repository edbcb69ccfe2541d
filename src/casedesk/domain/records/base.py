"""What every record of the case file has."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Order:
    """When a record was first recorded, in an order no clock can disturb.

    `instant` is microseconds since 1970 UTC and never runs backwards within one vault,
    whatever the laptop's clock does; `device` is the laptop; `sequence` counts the
    device's records. Compare whole values.
    """

    instant: int
    device: str
    sequence: int


FIRST = Order(0, "", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row of the case file.

    `id` is a UUIDv7 in text, given when the record is made. `version` counts saves,
    `order` and `recorded_by` are set by the store when the record is first saved.
    """

    id: str
    version: int = 0
    order: Order = FIRST
    recorded_by: str = ""
