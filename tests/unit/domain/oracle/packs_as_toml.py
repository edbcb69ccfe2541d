"""Writes a pack in the form of resources/programmes, so that the engine reads our figures."""

from __future__ import annotations

import json
from collections.abc import Iterable

from oracle.pack_words import Table

WITH_FACTS = {"count", "count-terms", "days", "current", "recent"}
MEASURES_WITH_FACTS = {"none-in", "reduced-by", "ended-for", "judged"}
SOURCE = 'source = "invented"\nchecked = false'


def as_toml(pack: Table) -> str:
    """The text of a pack's file."""
    lines = [
        f'id = "{pack["id"]}"',
        f'version = "{pack["version"]}"',
        f"title = {json.dumps(pack['title'] or 'Invented')}",
        "valid_from = 2015-04-01",
        *_figures(pack, ("min_criteria", "min_needs", "dependent_child", "claims", "check_months")),
    ]
    for name in ("min_criteria", "min_needs", "dependent_child", "check_months"):
        lines += [f"[sources.{name}]", SOURCE]
    if pack["employment_route"]:
        lines += ["[employment_route]", *_measure(pack["employment_route"])]
    for criterion in pack["criteria"]:
        lines += ["[[criteria]]", f'id = "{criterion["id"]}"', f'title = "{criterion["title"]}"']
        lines += [f'category = "{criterion["category"]}"', 'question = "Ask since {since}."']
        lines.append(SOURCE)
        for indicator in criterion["indicators"]:
            lines += ["[[criteria.indicators]]", *_indicator(indicator)]
        for measure in criterion["measures"]:
            lines.append("[[criteria.measures]]")
            if "any_of" not in measure:
                lines += _measure(measure)
            for one in measure.get("any_of", ()):
                lines += ["[[criteria.measures.any_of]]", *_measure(one)]
    return "\n".join(lines) + "\n"


def _indicator(table: Table) -> list[str]:
    lines = [f'id = "{table["id"]}"', f'title = "{table["id"]}"', f'who = "{table["who"]}"']
    lines += [f'test = "{table["test"]}"', SOURCE]
    if table["test"] in WITH_FACTS:
        lines.append(f"facts = {json.dumps(table['facts'])}")
    return lines + _figures(table, sorted(set(table) - {"id", "who", "test", "facts"}))


def _measure(table: Table) -> list[str]:
    lines = [f'measure = "{table["test"]}"', SOURCE]
    if table["test"] in MEASURES_WITH_FACTS:
        lines.append(f"facts = {json.dumps(table['facts'])}")
    return lines + _figures(table, sorted(set(table) - {"test", "facts"}))


def _figures(table: Table, names: Iterable[str]) -> list[str]:
    return [f"{name} = {str(table[name]).lower()}" for name in names]
