"""A draft: what stands in a form that is not saved yet, so that no word is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class DraftKey:
    """Which form a draft is of: a draft is never offered to another one.

    `family` is a family's reference and `record` a record's id (or whatever else tells two
    forms of a family apart); empty where the form belongs to none.
    """

    form: str
    family: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a form held at `written_at` (with its time zone).

    `contents` is anything that JSON can hold, as the form wrote it, right or wrong. `title`
    says what it is in words, and `page` with `args` is where its form opens.
    """

    key: DraftKey
    contents: Mapping[str, Any]
    title: str
    page: str
    written_at: datetime
    args: Mapping[str, Any] = field(default_factory=dict)
