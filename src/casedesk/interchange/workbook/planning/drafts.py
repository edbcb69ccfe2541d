"""A record as the rows of one file would have it: new, or changed field by field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import MISSING, dataclass, field, fields, replace
from typing import Any

from casedesk.domain.records import Record
from casedesk.interchange.workbook.parsing import CLEAR, Row

Said = dict[str, Any]
"""What a row says of a record: values by field, CLEAR to empty one, blank ones left out."""

_ABSENT: Any = object()


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of record: its fields, the defaults of some, and those that must be given."""

    fields: frozenset[str]
    defaults: dict[str, Any]
    required: tuple[str, ...]


_SHAPES: dict[str, Shape] = {}


def shape_of(kind: type[Record]) -> Shape:
    """The shape of a kind of record. `id` is not among the required: a draft has it."""
    found = _SHAPES.get(kind.__name__)
    if found is None:
        every = fields(kind)
        defaults = {one.name: one.default for one in every if one.default is not MISSING}
        names = frozenset(one.name for one in every)
        required = tuple(sorted(names - defaults.keys() - {"id"}))
        found = _SHAPES[kind.__name__] = Shape(names, defaults, required)
    return found


@dataclass(slots=True, eq=False)
class Draft:
    """A record in the making.

    `old` is the record as it is in the vault, None for a new one; `said` what rows of this
    file say of it; `rows` those rows, with the sheet each stands in.
    """

    kind: type[Record]
    id: str
    old: Record | None = None
    said: Said = field(default_factory=dict)
    rows: list[tuple[str, Row]] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        return self.old is None

    @property
    def first_row(self) -> int:
        return self.rows[0][1].number if self.rows else 0

    def get(self, name: str) -> Any:
        """A field as it will be; None where the record has no such field or value."""
        value = self.said.get(name, _ABSENT)
        if value is CLEAR:
            return shape_of(self.kind).defaults.get(name)
        if value is not _ABSENT:
            return value
        return self._without_rows(name)

    def before(self, name: str) -> Any:
        """A field as it is in the vault; of a new record as its rows say."""
        return self.get(name) if self.old is None else getattr(self.old, name)

    def _without_rows(self, name: str) -> Any:
        if self.old is not None:
            return getattr(self.old, name, None)
        return shape_of(self.kind).defaults.get(name)

    def contradicted(self, said: Said) -> str | None:
        """The first field in which a row says something else than an earlier row, or None.

        A row that leaves `in_error` blank says that the record stands.
        """
        mine = self.said
        for name, value in said.items():
            if name in mine and mine[name] != value:
                return name
        if self.rows and bool(_true(said, "in_error")) != bool(_true(mine, "in_error")):
            return "in_error"
        return None

    def say(self, sheet: str, row: Row, said: Said) -> None:
        """Take over what a row says."""
        if self.said:
            self.said.update(said)
        else:
            self.said = said
        self.rows.append((sheet, row))

    def missing(self) -> list[str]:
        """The fields that a new record needs and no row gives."""
        if self.old is not None:
            return []
        return [name for name in shape_of(self.kind).required if name not in self.said]

    def record(self) -> Record:
        """The record as it will be; the very same object when nothing changes."""
        if self.old is not None:
            changed = self.changed_fields()
            return replace(self.old, **changed) if changed else self.old
        empty = shape_of(self.kind).defaults
        given = {
            name: empty[name] if value is CLEAR else value for name, value in self.said.items()
        }
        return self.kind(id=self.id, **given)

    def changed_fields(self) -> Said:
        """The fields of a known record that its rows change, with their new values."""
        if self.old is None:
            return {}
        empty = shape_of(self.kind).defaults
        changed: Said = {}
        for name, value in self.said.items():
            new = empty.get(name) if value is CLEAR else value
            if getattr(self.old, name) != new:
                changed[name] = new
        return changed


def _true(said: Said, name: str) -> bool:
    return said.get(name) is True


def in_row_order(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts by the first row that speaks of them."""
    return sorted(drafts, key=lambda draft: draft.first_row)
