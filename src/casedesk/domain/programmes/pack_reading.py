"""Reads a programme pack from the text of its TOML file.

A pack with a mistake is refused with file, key and reason (docs/criteria.md, Programme
packs). Figures with a point are read exactly.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.errors import PackError
from casedesk.domain.facts import EVENT, MEASURE, SPELL
from casedesk.domain.people import WHO_AGES
from casedesk.domain.programmes.attendance import ATTENDANCE
from casedesk.domain.programmes.evidence import NOMINATION, NOTHING_FOUND
from casedesk.domain.programmes.measure_reading import FigureReader, read_measure
from casedesk.domain.programmes.pack import Criterion, Indicator, Measure, Pack
from casedesk.domain.programmes.pack_checks import Table

DEFAULT_CHECK_MONTHS = 6
OLDEST_AGE = 130

# The shape of fact each test is about; None where the test fixes the kind itself.
TESTS: dict[str, str | None] = {
    "count": EVENT,
    "count-terms": EVENT,
    "days": EVENT,
    "current": SPELL,
    "recent": SPELL,
    "release-due": None,
    "attendance-below": None,
    "nominated": None,
}
_FIXED_KINDS = {
    "release-due": ("custody",),
    "attendance-below": (ATTENDANCE,),
    "nominated": (NOMINATION,),
}
_FIGURES_WITH_SOURCE = ("min_criteria", "min_needs", "dependent_child", "check_months")


def parse_pack(text: str, file_name: str, catalogue: Catalogue) -> Pack:
    """A pack from the text of its file. Raises `PackError` naming file, key and reason.

    A byte order mark at the front, as some editors leave one, is passed over.
    """
    try:
        values = tomllib.loads(text.removeprefix("\ufeff"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise PackError(f"{file_name}: it is not a TOML file ({error}).") from error
    except ValueError as error:
        raise PackError(f"{file_name}: it holds a value that TOML does not know ({error}).") from (
            error
        )
    return _PackReader(text, Table(file_name, "", values), catalogue).read()


class _PackReader(FigureReader):
    """Reads one pack, gathering every threshold on the way."""

    def __init__(self, text: str, top: Table, catalogue: Catalogue) -> None:
        super().__init__(catalogue)
        self.text = text
        self.top = top

    def read(self) -> Pack:
        top = self.top
        identity: dict[str, Any] = {
            "id": top.identifier("id"),
            "version": top.text("version"),
            "title": top.text("title"),
            "valid_from": top.day("valid_from"),
            "valid_to": top.day("valid_to") if top.has("valid_to") else None,
            "min_needs": top.whole("min_needs", 0, default=0),
            "dependent_child": top.flag("dependent_child"),
            "claims": top.flag("claims"),
            "check_months": top.whole("check_months", 1, 1200, default=DEFAULT_CHECK_MONTHS),
        }
        if identity["valid_to"] is not None and identity["valid_to"] < identity["valid_from"]:
            top.refuse("valid_to", f"should not be before valid_from ({identity['valid_from']})")
        self._sources(top.table("sources"))
        criteria = self._criteria(top.tables("criteria"))
        identity["min_criteria"] = top.whole("min_criteria", 0, len(criteria))
        identity["employment_route"] = self._employment_route()
        top.finish()
        return Pack(
            **identity,
            criteria=criteria,
            thresholds=tuple(self.thresholds),
            text=self.text,
            content_hash=hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest(),
        )

    def _sources(self, table: Table) -> None:
        for name in _FIGURES_WITH_SOURCE:
            entry = table.table(name)
            self.threshold(entry, name)
            entry.finish()
        table.finish()

    def _employment_route(self) -> Measure | None:
        if not self.top.has("employment_route"):
            return None
        table = self.top.table("employment_route")
        measure = read_measure(table, self)
        if measure.kind != "employed-for":
            table.refuse("measure", "should be employed-for")
        return measure

    def _criteria(self, tables: Iterable[Table]) -> tuple[Criterion, ...]:
        criteria: list[Criterion] = []
        for table in tables:
            criterion = self._criterion(table)
            if any(criterion.id == other.id for other in criteria):
                table.refuse("id", f"is used by two criteria ({criterion.id})")
            criteria.append(criterion)
        return tuple(criteria)

    def _criterion(self, table: Table) -> Criterion:
        ident = table.identifier("id")
        table.key = f"criteria.{ident}"
        title = table.text("title")
        category = table.text("category")
        if category not in self.catalogue.categories:
            table.refuse("category", f"is no known information category ({category!r})")
        question = table.text("question")
        if "{" in question.replace("{since}", "") or "}" in question.replace("{since}", ""):
            table.refuse("question", "may hold {since} for a date, and no other braces")
        threshold = self.threshold(table, table.key)
        indicators: list[Indicator] = []
        for entry in table.tables("indicators"):
            indicator = self._indicator(entry, ident)
            if any(indicator.id == other.id for other in indicators):
                entry.refuse("id", f"is used by two indicators ({indicator.id})")
            indicators.append(indicator)
        measures = tuple(
            read_measure(entry, self)
            for entry in (table.tables("measures") if table.has("measures") else ())
        )
        short = table.text("short", default=title)
        table.finish()
        return Criterion(
            id=ident,
            title=title,
            short=short,
            category=category,
            question=question,
            threshold=threshold,
            indicators=tuple(indicators),
            measures=measures,
            kinds=self._evidence_kinds(indicators),
        )

    def _indicator(self, table: Table, criterion: str) -> Indicator:
        ident = table.identifier("id")
        table.key = f"criteria.{criterion}.indicators.{ident}"
        title = table.text("title")
        who = table.choice("who", WHO_AGES)
        test = table.choice("test", TESTS)
        shape = TESTS[test]
        facts = _FIXED_KINDS[test] if shape is None else self.kinds(table, (shape,))
        figures: dict[str, Any] = {}
        if test in ("count", "recent", "release-due", "nominated"):
            figures["months"] = table.months()
        if test in ("count-terms", "days", "attendance-below"):
            figures["terms"] = table.whole("terms", 1, 100)
        if test == "count" and not table.has("at_least"):
            figures["at_least"] = Decimal(1)
        elif test in ("count", "count-terms"):
            figures["at_least"] = Decimal(table.whole("at_least", 1))
        elif test == "days":
            figures["at_least"] = table.number(
                "at_least", lambda it: it > 0, "a number of days above 0"
            )
            for kind in facts:
                if "days" not in self.catalogue.facts[kind].fields:
                    table.refuse("facts", f"names a kind that has no days ({kind})")
        elif test == "attendance-below":
            figures["percent"] = table.percent()
            figures["exclude_authorised"] = table.flag("exclude_authorised", default=False)
        low = figures["min_age"] = table.optional_whole("min_age", 0, OLDEST_AGE)
        high = figures["max_age"] = table.optional_whole("max_age", 0, OLDEST_AGE)
        if low is not None and high is not None and low > high:
            table.refuse("max_age", f"should not be below min_age ({low})")
        threshold = self.threshold(table, table.key)
        table.finish()
        return Indicator(
            id=ident,
            title=title,
            who=who,
            test=test,
            facts=facts,
            threshold=threshold,
            **figures,
        )

    def _evidence_kinds(self, indicators: Iterable[Indicator]) -> tuple[str, ...]:
        """The kinds that overtake a check; nominations always do, attendance never."""
        named = [kind for indicator in indicators for kind in indicator.facts]
        return tuple(
            kind
            for kind in dict.fromkeys((*named, NOMINATION))
            if kind != NOTHING_FOUND
            and kind in self.catalogue.facts
            and self.catalogue.facts[kind].shape != MEASURE
        )
