"""The words in which the tests write down a pack: one function a test or measure."""

from __future__ import annotations

from typing import Any

Table = dict[str, Any]


def indicator(name: str, who: str, test: str, *facts: str, **parameters: Any) -> Table:
    return {"id": name, "who": who, "test": test, "facts": list(facts), **parameters}


def count(name: str, who: str, *facts: str, months: int = 12, **more: Any) -> Table:
    return indicator(name, who, "count", *facts, at_least=1, months=months, **more)


def current(name: str, who: str, *facts: str) -> Table:
    return indicator(name, who, "current", *facts)


def nominated(criterion: str) -> Table:
    return indicator(f"{criterion}-nominated", "any", "nominated", months=12)


def terms(name: str, who: str, test: str, fact: str, at_least: int, terms: int) -> Table:
    return indicator(name, who, test, fact, at_least=at_least, terms=terms)


def absence(name: str, percent: int, terms: int) -> Table:
    return indicator(
        name, "school-age", "attendance-below", "attendance", percent=percent, terms=terms
    )


def measure(test: str, *facts: str, **parameters: Any) -> Table:
    return {"test": test, "facts": list(facts), **parameters}


def none_in(*facts: str) -> Table:
    return measure("none-in", *facts, months=6)


def ended_for(*facts: str) -> Table:
    return measure("ended-for", *facts, months=6)


def reduced_by(percent: int, *facts: str) -> Table:
    return measure("reduced-by", *facts, months=6, percent=percent)


def judged(*facts: str) -> Table:
    return measure("judged", *facts, months=6)


def attendance(percent: int, terms: int) -> Table:
    return measure("attendance-at-least", "attendance", percent=percent, terms=terms)


def criterion(
    name: str, title: str, category: str, indicators: list[Table], measures: list[Table]
) -> Table:
    return {
        "id": name,
        "title": title,
        "category": category,
        "indicators": indicators,
        "measures": measures,
    }
