"""The rules a fact must keep, and what its shape says (docs/criteria.md, Facts)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from casedesk.domain.catalogue import Catalogue, FactKind
from casedesk.domain.records import Fact, Person

EVENT, SPELL, MEASURE = "event", "spell", "measure"

# The columns of the workbook that hold the fields of a record named differently.
COLUMNS = {"from_on": "from", "to_on": "to", "person_id": "person_ref"}

_DATES_OF_SHAPE = {EVENT: ("on",), SPELL: ("from_on",), MEASURE: ("from_on", "to_on")}
_DATES_ALLOWED = {EVENT: ("on",), SPELL: ("from_on", "to_on"), MEASURE: ("from_on", "to_on")}
_SHAPE_WORDS = {EVENT: "an event", SPELL: "a spell", MEASURE: "a measure"}
_EXTRAS = ("possible", "attended", "authorised", "days", "release_due", "benefit", "criterion")


@dataclass(frozen=True, slots=True)
class FactProblem:
    """What is wrong with one field of a fact.

    `field` is the field of the record, `column` the workbook's name for it, `expected` the
    rule in words that end a sentence ("should be …").
    """

    field: str
    expected: str

    @property
    def column(self) -> str:
        return COLUMNS.get(self.field, self.field)

    def __str__(self) -> str:
        return f"{self.column} {self.expected}"


def happened_by(fact: Fact, shape: str, day: date) -> bool:
    """Whether a fact of that shape belongs to the picture as at `day`.

    An event has happened by its day, a spell by its first day, a measure by its last.
    """
    if shape == EVENT:
        return fact.on is not None and fact.on <= day
    decides = fact.to_on if shape == MEASURE else fact.from_on
    return decides is not None and decides <= day


def is_current_on(fact: Fact, day: date) -> bool:
    """Whether a spell holds on `day`; `to_on` is the last day it held."""
    if fact.from_on is None or fact.from_on > day:
        return False
    return fact.to_on is None or fact.to_on >= day


def first_day_of(fact: Fact) -> date | None:
    """The day a fact begins: an event's day, or the first day of a spell or measure."""
    return fact.on if fact.on is not None else fact.from_on


def check_fact(
    fact: Fact, catalogue: Catalogue, today: date, person: Person | None
) -> list[FactProblem]:
    """Every rule that the fact breaks; empty when it may be recorded.

    `person` is the person it is about, None for the whole family. Nothing is raised.
    """
    kind = catalogue.facts.get(fact.kind)
    if kind is None:
        return [FactProblem("kind", f"should be a known kind of fact (“{fact.kind}” is not)")]
    problems = [*_dates(fact, kind, today), *_figures(fact, kind)]
    if kind.needs_person and fact.person_id is None:
        problems.append(FactProblem("person_id", f"is needed: “{kind.title}” is about one person"))
    begins = first_day_of(fact)
    if (
        person is not None
        and person.date_of_birth is not None
        and begins is not None
        and begins < person.date_of_birth
    ):
        field = "on" if fact.on is not None else "from_on"
        problems.append(FactProblem(field, "should not be before the person's date of birth"))
    return problems


def fact_warnings(fact: Fact, person: Person | None) -> list[FactProblem]:
    """What is doubtful but kept: a fact that begins after the person's death."""
    begins = first_day_of(fact)
    if person is None or person.died_on is None or begins is None or begins <= person.died_on:
        return []
    return [FactProblem("on" if fact.on is not None else "from_on", "is after the person's death")]


def _dates(fact: Fact, kind: FactKind, today: date) -> Iterator[FactProblem]:
    shape = _SHAPE_WORDS[kind.shape]
    for field in _DATES_OF_SHAPE[kind.shape]:
        if getattr(fact, field) is None:
            yield FactProblem(field, f"is needed: “{kind.title}” is {shape}")
    for field in ("on", "from_on", "to_on"):
        if field not in _DATES_ALLOWED[kind.shape] and getattr(fact, field) is not None:
            yield FactProblem(field, f"should be blank: “{kind.title}” is {shape}")
    for field in ("on", "from_on"):
        day = getattr(fact, field)
        if day is not None and day > today:
            yield FactProblem(field, "should not be after today")
    if fact.from_on is not None and fact.to_on is not None and fact.to_on < fact.from_on:
        yield FactProblem("to_on", "should not be before from")
    if (
        fact.release_due is not None
        and fact.from_on is not None
        and fact.release_due < fact.from_on
    ):
        yield FactProblem("release_due", "should not be before from")


def _figures(fact: Fact, kind: FactKind) -> Iterator[FactProblem]:
    for field in _EXTRAS:
        value = getattr(fact, field)
        if value is None or value == "":
            if field in kind.required:
                yield FactProblem(field, f"is needed for “{kind.title}”")
        elif field not in kind.fields:
            yield FactProblem(field, f"should be blank for “{kind.title}”")
        elif field in kind.choices and value not in kind.choices[field]:
            yield FactProblem(field, f"should be one of {', '.join(kind.choices[field])}")
    if fact.days is not None and "days" in kind.fields and not _is_days(fact.days):
        yield FactProblem("days", "should be more than 0, in whole or half days")
    yield from _sessions(fact)


def _is_days(days: Decimal) -> bool:
    return days.is_finite() and days > 0 and days * 2 == (days * 2).to_integral_value()


def _sessions(fact: Fact) -> Iterator[FactProblem]:
    least = {"possible": 1, "attended": 0, "authorised": 0}
    sound = True
    for field, lowest in least.items():
        value = getattr(fact, field)
        if value is not None and value < lowest:
            sound = False
            yield FactProblem(field, f"should be {lowest} or more")
    if not sound or fact.possible is None or fact.attended is None:
        return
    if fact.attended + (fact.authorised or 0) > fact.possible:
        field = "attended" if fact.attended > fact.possible else "authorised"
        yield FactProblem(field, "together with the others should not be more than possible")
