"""Cells whose values come from a list: choices, programmes, recipients, kinds of fact.

Listed values ignore case and outer spaces (docs/interchange.md, Reading).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from casedesk.domain.recipient_names import organisation_in
from casedesk.interchange.workbook import cells
from casedesk.interchange.workbook.cells import Parser, Refused, as_text
from casedesk.interchange.workbook.codes import known_form
from casedesk.interchange.workbook.columns import Column, Holds
from casedesk.interchange.workbook.known_lists import KnownLists, by_folded
from casedesk.interchange.workbook.raw import RawValue
from casedesk.interchange.workbook.same_as import splits

_MOST_NAMED = 14


def parser_for(column: Column, lists: KnownLists) -> Parser:
    """The parser of a column's cells; answers None for a blank one."""
    holds = column.holds
    if holds is Holds.DATE:
        return cells.day if column.planned else cells.not_after(lists.today, cells.day)
    if holds is Holds.MOMENT:
        return cells.not_after(lists.today, cells.moment)
    simple = _SIMPLE.get(holds)
    if simple is not None:
        return simple
    catalogue = lists.catalogue
    if holds is Holds.CHOICE:
        return _one_of(column.choices)
    if holds is Holds.FACT_KIND:
        return _one_of(catalogue.facts, "should be a known kind of fact, such as ")
    if holds is Holds.BENEFIT:
        return _one_of(lists.benefits)
    if holds is Holds.PROGRAMME:
        return _one_of(lists.programmes, "should be a programme that is loaded: ")
    if holds is Holds.CRITERION:
        return _one_of(
            sorted(lists.criteria), "should be a criterion of a programme that is loaded: "
        )
    if holds is Holds.CATEGORIES:
        return _several(_found_in(catalogue.categories), catalogue.categories)
    if holds is Holds.PURPOSES:
        return _several(_found_in(catalogue.purposes), catalogue.purposes)
    if holds is Holds.RECIPIENTS:
        return _several(_recipient(lists), catalogue.recipients)
    return _condition(lists)


def _one_of(names: Iterable[str], expected: str = "should be one of ") -> Parser:
    known = by_folded(names)
    phrase = expected + _named(known.values())

    def parse(cell: RawValue) -> str:
        found = known.get(as_text(cell).strip().casefold())
        if found is None:
            raise Refused(phrase)
        return found

    return parse


def _several(find: Callable[[str], str | None], names: Iterable[str]) -> Parser:
    expected = _named(names)

    def parse(cell: RawValue) -> tuple[str, ...] | None:
        found: list[str] = []
        for one in cells.listed_in(cell):
            value = find(one)
            if value is None:
                raise Refused(f"should hold only these, separated by semicolons: {expected}")
            found.append(value)
        return tuple(dict.fromkeys(found)) or None

    return parse


def _found_in(names: Iterable[str]) -> Callable[[str], str | None]:
    known = by_folded(names)
    return lambda written: known.get(written.casefold())


def _recipient(lists: KnownLists) -> Callable[[str], str | None]:
    kinds = by_folded(lists.catalogue.recipients)

    def find(written: str) -> str | None:
        kind, slash, _rest = written.partition("/")
        known = kinds.get(kind.strip().casefold())
        if known is None or not slash:
            return known
        name = f"{known}/{organisation_in(written)}"
        return name if lists.catalogue.knows_recipient(name) else None

    return find


def _condition(lists: KnownLists) -> Parser:
    """A condition relied on: an id of the list, or the council's own words."""
    known = by_folded(lists.catalogue.conditions)

    def parse(cell: RawValue) -> str | None:
        written = cells.text(cell)
        return written and known.get(written.strip().casefold(), written)

    return parse


def _code(cell: RawValue) -> str | None:
    return known_form(as_text(cell).strip()) or None


def _codes(cell: RawValue) -> tuple[str, ...] | None:
    found = cells.references(cell)
    return found and tuple(dict.fromkeys(known_form(one) for one in found))


def _same_as(cell: RawValue) -> str | None:
    found = cells.reference(cell)
    if found is not None and next(splits(found), None) is None:
        raise Refused("should be FAMILY/PERSON: the references of the same person elsewhere")
    return found


def _named(names: Iterable[str]) -> str:
    listed = list(names)
    more = len(listed) - _MOST_NAMED
    return ", ".join(listed[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


_SIMPLE: dict[Holds, Parser] = {
    Holds.TEXT: cells.text,
    Holds.VOICES: cells.text,
    Holds.REF: cells.reference,
    Holds.REFS: cells.references,
    Holds.SAME_AS: _same_as,
    Holds.YES_NO: cells.yes_no,
    Holds.WHOLE: cells.whole,
    Holds.SCORE: cells.score,
    Holds.DAYS: cells.days,
    Holds.CODE: _code,
    Holds.CODES: _codes,
}
