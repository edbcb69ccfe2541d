"""What a column of the case workbook may hold (docs/interchange.md, The sheets)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from casedesk.domain.records import Record


class Holds(Enum):
    """The type of a column's cells."""

    TEXT = "text"
    REF = "reference"
    REFS = "references"
    SAME_AS = "FAMILY/PERSON"
    CHOICE = "one of a list"
    DATE = "date"
    MOMENT = "date or date and time"
    YES_NO = "yes or no"
    WHOLE = "whole number"
    SCORE = "0 to 10"
    DAYS = "days, halves allowed"
    RECIPIENTS = "recipients"
    CATEGORIES = "categories"
    PURPOSES = "purposes"
    CODES = "codes"
    CODE = "code"
    FACT_KIND = "kind of fact"
    BENEFIT = "benefit"
    CONDITION = "condition"
    PROGRAMME = "programme"
    CRITERION = "criterion"
    VOICES = "children's words"


LISTS = frozenset({Holds.REFS, Holds.RECIPIENTS, Holds.CATEGORIES, Holds.PURPOSES, Holds.CODES})


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its type, and the record's field it fills.

    `field` is the field's name where it differs from the heading. `planned` columns may
    hold a day after today. `check` says what is doubtful about a text that is kept as
    written. `note` is the template's comment.
    """

    name: str
    holds: Holds = Holds.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    field: str = ""
    planned: bool = False
    check: Callable[[str], str | None] | None = None
    note: str = ""

    @property
    def fills(self) -> str:
        return self.field or self.name


@dataclass(frozen=True, eq=False)
class Sheet:
    """One sheet: its name, its columns, and the kind of record a row is.

    `own_ref` is the column with the row's own reference and `prefix` begins the ones the
    program makes. `identity` are the record's fields that say whether a row without a
    reference is a record already there. `person_owned` records belong to the person, in
    whichever family they were recorded. `in_order` are pairs of columns of which the
    first may not be later than the second.
    """

    name: str
    columns: tuple[Column, ...]
    record: type[Record] | None = None
    own_ref: str = ""
    prefix: str = ""
    identity: tuple[str, ...] = ()
    person_owned: bool = False
    in_order: tuple[tuple[str, str], ...] = ()
    shown_as: str = ""

    @cached_property
    def by_name(self) -> Mapping[str, Column]:
        return {column.name: column for column in self.columns}

    @cached_property
    def required(self) -> tuple[Column, ...]:
        """The columns that a new record needs."""
        return tuple(column for column in self.columns if column.required)

    @property
    def file_name(self) -> str:
        """The name of the sheet's file in a folder of CSV files."""
        return self.name.lower().replace(" ", "-") + ".csv"
