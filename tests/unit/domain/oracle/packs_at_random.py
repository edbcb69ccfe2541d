"""Packs as councils may write them: criteria of the shipped ones with other figures."""

from __future__ import annotations

from random import Random

from oracle.naive_packs import PACKS
from oracle.pack_words import Table

PERCENTS = ("10", "33", "50", "66.6", "89.96", "90", "100")
EVERYBODY = ("any", "child", "adult", "parent", "school-age")


def rewritten(pack: Table, rng: Random) -> Table:
    """A council's copy of a pack, keeping ids, kinds of fact and tests."""
    criteria = [another_criterion(one, rng) for one in pack["criteria"]]
    return {
        **pack,
        "version": "council",
        "min_criteria": rng.randrange(0, 3),
        "min_needs": rng.randrange(0, 4),
        "dependent_child": rng.random() < 0.7,
        "check_months": rng.choice((1, 3, 6, 13)),
        "criteria": criteria,
    }


def some_pack(rng: Random) -> Table:
    """A council's copy of any of the shipped packs."""
    return rewritten(rng.choice(list(PACKS.values())), rng)


def another_criterion(table: Table, rng: Random) -> Table:
    """A criterion with other figures, or other people in mind."""
    measures = [_measure(one, rng) for one in table["measures"]]
    indicators = [_indicator(one, rng) for one in table["indicators"]]
    if rng.random() < 0.3:
        rng.shuffle(measures)
        measures = [{"any_of": measures}] if _plain(measures) else measures
    return {**table, "indicators": indicators, "measures": measures}


def _plain(measures: list[Table]) -> bool:
    return not any("any_of" in one for one in measures)


def _indicator(table: Table, rng: Random) -> Table:
    changed = dict(table)
    if rng.random() < 0.5:
        changed["who"] = rng.choice(EVERYBODY)
    if rng.random() < 0.3:
        low = rng.choice((0, 5, 10, 16))
        changed["min_age"] = low
        if rng.random() < 0.6:
            changed["max_age"] = rng.choice((16, 17, 18))
    if "months" in changed:
        changed["months"] = rng.choice((1, 3, 6, 12, 12, 18))
    if "terms" in changed:
        changed["terms"] = rng.choice((1, 1, 2, 3, 4))
    if "at_least" in changed:
        changed["at_least"] = rng.choice((1, 1, 2, 3))
        if table["test"] == "days":
            changed["at_least"] = rng.choice(("0.5", "2.5", "5", "10.25"))
    if "percent" in changed:
        changed["percent"] = rng.choice(PERCENTS)
        changed["exclude_authorised"] = rng.random() < 0.5
    return changed


def _measure(table: Table, rng: Random) -> Table:
    if "any_of" in table:
        return {"any_of": [_measure(one, rng) for one in table["any_of"]]}
    changed = dict(table)
    if table["test"] == "none-in" and rng.random() < 0.4:
        changed["test"] = "reduced-by"
    if changed["test"] == "reduced-by":
        changed["percent"] = rng.choice(PERCENTS)
    if "months" in changed:
        changed["months"] = rng.choice((1, 3, 6, 12))
    if "terms" in changed:
        changed["terms"] = rng.choice((1, 2, 3))
        changed["percent"] = rng.choice(PERCENTS)
        changed["exclude_authorised"] = rng.random() < 0.5
    if "weeks" in changed:
        changed["of_weeks"] = rng.choice((10, 30))
        changed["weeks"] = rng.choice((1, 5, 8, 10))
        if changed["of_weeks"] == 30:
            changed["weeks"] = rng.choice((20, 26, 30))
    return changed
