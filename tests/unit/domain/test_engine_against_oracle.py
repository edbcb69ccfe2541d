"""The engine computes on the days that matter; the oracle asks every day. They must agree.

`CASEDESK_ORACLE_FAMILIES` raises the number of invented families for a long run, and
`CASEDESK_ORACLE_FIRST` the number of the first one.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from oracle.families import Invented, invent
from oracle.naive_dates import completed_years, months_away
from oracle.naive_household import Household
from oracle.naive_packs import PACKS
from oracle.naive_progress import Progress
from oracle.naive_result import answer, started_on
from oracle.naive_states import effective_state, facts_behind, records_state
from oracle.pack_words import Table
from oracle.packs_as_toml import as_toml
from oracle.packs_at_random import some_pack
from oracle.pupils import asks_for_school, pupils_family
from oracle.workers import asks_for_work, working_family

from casedesk.domain.catalogue import Catalogue, parse_catalogue
from casedesk.domain.programmes import (
    Pack,
    evaluate,
    month_strip,
    parse_pack,
    records_state_on,
    summarise,
)
from casedesk.domain.records import CaseFile

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
FAMILIES = int(os.environ.get("CASEDESK_ORACLE_FAMILIES", "150"))
FIRST = int(os.environ.get("CASEDESK_ORACLE_FIRST", "0"))
PARTS = 8
KEYS = {
    "family", "programme", "version", "as_at", "eligible", "met_now", "met_in_programme",
    "needs_met_in_programme", "min_criteria", "min_needs", "of", "criteria",
}  # fmt: skip
CRITERION_KEYS = {
    "id", "title", "state", "records_state", "since", "decision", "records_changed", "progress",
    "progress_earliest", "indicators", "reason", "question",
}  # fmt: skip


@cache
def _catalogue() -> Catalogue:
    names = ("facts", "categories", "recipients", "purposes", "conditions")
    return parse_catalogue(
        {name: tomllib.loads((RESOURCES / f"{name}.toml").read_text("utf-8")) for name in names}
    )


@cache
def _shipped() -> list[tuple[Pack, Table]]:
    """The packs as shipped, each with our own copy of its tables."""
    texts = {name: (RESOURCES / "programmes" / f"{name}.toml").read_text("utf-8") for name in PACKS}
    return [(parse_pack(texts[name], name, _catalogue()), PACKS[name]) for name in PACKS]


def _councils(seed: int) -> list[tuple[Pack, Table]]:
    """One pack with a council's own figures."""
    table = some_pack(Random(seed))
    return [(parse_pack(as_toml(table), "council.toml", _catalogue()), table)]


def _engine(case: CaseFile, pack: Pack, as_at: date) -> dict[str, Any]:
    """The engine's answer in the oracle's form: no sentences, lists sorted."""
    whole = evaluate(case, pack, as_at, _catalogue())
    result = whole.as_dict()
    assert set(result) >= KEYS
    kept = {key: result[key] for key in KEYS}
    kept["criteria"] = [_criterion(row) for row in result["criteria"]]
    for row, criterion in zip(kept["criteria"], whole.criteria, strict=True):
        row["measures"] = [(one.kind, one.holds, one.earliest) for one in criterion.measures]
        row["behind"] = sorted(criterion.behind)
    return kept


def _oracle(house: Household, table: Table, as_at: date) -> dict[str, Any]:
    """The oracle's answer, with every measure on its own."""
    result = answer(house, table, as_at)
    started = started_on(house.case, table["id"])
    for row, criterion in zip(result["criteria"], table["criteria"], strict=True):
        row["behind"] = sorted(fact.id for fact in facts_behind(house, table, criterion, as_at))
        row["measures"] = []
        if row["progress"] is not None and started is not None:
            asked = Progress(house, table, criterion, started, as_at)
            row["measures"] = [
                (one.get("test", "any-of"), asked.holds(one, as_at), asked.earliest(one))
                for one in asked.measures()
            ]
    return result


def _criterion(row: dict[str, Any]) -> dict[str, Any]:
    assert set(row) == CRITERION_KEYS
    assert isinstance(row["reason"], str)
    assert row["reason"].strip()
    kept = {key: row[key] for key in CRITERION_KEYS - {"title", "reason"}}
    kept["question"] = row["question"] is not None
    kept["indicators"] = [
        {**one, "people": sorted(one["people"]), "facts": sorted(one["facts"])}
        for one in row["indicators"]
    ]
    return kept


def _differences(path: str, engine: Any, oracle: Any) -> Iterator[str]:
    if isinstance(engine, dict) and isinstance(oracle, dict) and set(engine) == set(oracle):
        for key in sorted(oracle):
            yield from _differences(f"{path}.{key}", engine[key], oracle[key])
    elif (
        isinstance(engine, list)
        and isinstance(oracle, list)
        and len(engine) == len(oracle)
        and all(isinstance(one, dict) for one in oracle)
    ):
        for one, two in zip(engine, oracle, strict=True):
            yield from _differences(f"{path}[{two['id']}]", one, two)
    elif engine != oracle or type(engine) is not type(oracle):
        yield f"{path}: engine {engine!r}, oracle {oracle!r}"


def _compare(family: Invented, packs: list[tuple[Pack, Table]]) -> Iterator[str]:
    house = Household(family.case)
    for pack, table in packs:
        for as_at in family.days:
            where = f"{family.seed} {pack.id} {as_at}"
            ours = _engine(family.case, pack, as_at)
            yield from _differences(where, ours, _oracle(house, table, as_at))


def _report(found: list[str]) -> str:
    return f"{len(found)} differences, such as\n" + "\n".join(found[:20])


@pytest.mark.parametrize("part", range(PARTS))
def test_the_engine_agrees_with_asking_every_day(part: int) -> None:
    found: list[str] = []
    for seed in range(FIRST + part, FIRST + FAMILIES, PARTS):
        found += _compare(invent(seed), _shipped())
    assert not found, _report(found)


@pytest.mark.parametrize("part", range(PARTS))
def test_the_engine_agrees_under_a_councils_own_figures(part: int) -> None:
    found: list[str] = []
    for seed in range(FIRST + part, FIRST + FAMILIES // 2, PARTS):
        found += _compare(invent(seed), _councils(seed))
    assert not found, _report(found)


@pytest.mark.parametrize(
    ("asks", "makes"), [(asks_for_work, working_family), (asks_for_school, pupils_family)]
)
def test_the_engine_adds_up_work_and_school_as_counting_does(
    asks: Callable[[Random], Table], makes: Callable[[int], Invented]
) -> None:
    found: list[str] = []
    for seed in range(FIRST, FIRST + FAMILIES):
        table = asks(Random(seed))
        pack = parse_pack(as_toml(table), "council.toml", _catalogue())
        found += _compare(makes(seed), [(pack, table)])
    assert not found, _report(found)


@pytest.mark.parametrize("part", range(PARTS))
def test_a_summary_holds_until_the_day_it_is_stale(part: int) -> None:
    found: list[str] = []
    for seed in range(FIRST + part, FIRST + FAMILIES // 4, PARTS):
        family = invent(seed)
        house = Household(family.case)
        rng = Random(seed)
        for pack, table in [rng.choice(_shipped()), *_councils(seed)]:
            day = family.days[0]
            said = summarise(family.case, pack, day, _catalogue())
            last = (said.stale_on or day + timedelta(days=400)) - timedelta(days=1)
            tried = [day, last, *(day + (last - day) * rng.random() for _ in range(2))]
            kept = (said.states, said.eligible, said.met_now, said.met_in_programme)
            for later in tried:
                now = answer(house, table, later)
                states = {row["id"]: row["state"] for row in now["criteria"]}
                true = (states, now["eligible"], now["met_now"], now["met_in_programme"])
                if true != kept or said.needs_met_in_programme != now["needs_met_in_programme"]:
                    found.append(f"{seed} {pack.id} {day} until {said.stale_on}, but {later}")
    assert not found, _report(found)


@pytest.mark.parametrize("part", range(PARTS))
def test_the_strip_of_months_and_single_days_agree(part: int) -> None:
    found: list[str] = []
    for seed in range(FIRST + part, FIRST + FAMILIES // 2, PARTS):
        family = invent(seed)
        house = Household(family.case)
        pack, table = _shipped()[seed % 4]
        started = started_on(family.case, pack.id)
        strip = month_strip(family.case, pack, family.days[0], 18, catalogue=_catalogue())
        for criterion in table["criteria"]:
            cells = strip[criterion["id"]]
            assert [cell.on for cell in cells] == _month_ends(family.days[0], 18)
            for cell in cells:
                state = effective_state(house, table, criterion, cell.on)
                if cell.state != state:
                    found.append(f"{seed} {criterion['id']} {cell.on}: {cell.state}, not {state}")
            day = cells[seed % 18].on
            said = records_state_on(family.case, pack, criterion["id"], day, _catalogue())
            if said != records_state(house, table, criterion, day):
                found.append(f"{seed} {criterion['id']} {day}: records {said}")
            row = next(
                one for one in answer(house, table, day)["criteria"] if one["id"] == criterion["id"]
            )
            if started and cells[seed % 18].improved != (row["progress"] == "improved"):
                found.append(f"{seed} {criterion['id']} {day}: improved")
    assert not found, _report(found)


def _month_ends(as_at: date, months: int) -> list[date]:
    """The last days of the months before, and the day itself."""
    ends = []
    first = as_at.replace(day=1)
    for _ in range(months - 1):
        ends.append(first - timedelta(days=1))
        first = ends[-1].replace(day=1)
    return [*reversed(ends), as_at]


def test_the_invented_families_reach_every_kind_of_answer() -> None:
    seen: set[object] = set()
    for seed in range(30):
        family = invent(seed)
        household = Household(family.case)
        for table in PACKS.values():
            result = answer(household, table, family.days[0])
            seen.add(("eligible", result["eligible"]))
            for row in result["criteria"]:
                seen |= {row["state"], row["progress"], ("changed", row["records_changed"])}
                seen.add(("earliest", row["progress_earliest"] is not None))
    assert seen >= {"met", "not_met", "not_known", "improved", "improving", "not_yet", None}
    assert seen >= {
        (name, value) for name in ("eligible", "changed", "earliest") for value in (True, False)
    }


def test_the_same_number_invents_the_same_family() -> None:
    assert invent(7) == invent(7)
    assert invent(7).case != invent(8).case


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2028, 3, 31), -1, date(2028, 2, 29)),
        (date(2026, 2, 28), -6, date(2025, 8, 28)),
        (date(2026, 3, 1), -6, date(2025, 9, 1)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 1, 15), -13, date(2024, 12, 15)),
    ],
)
def test_the_oracle_counts_months_as_the_text_does(day: date, months: int, expected: date) -> None:
    assert months_away(day, months) == expected


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2024, 2, 29), 16),
        (date(2010, 6, 5), date(2026, 6, 4), 15),
        (date(2010, 6, 5), date(2010, 6, 5), 0),
        (date(2010, 6, 5), date(2010, 6, 4), -1),
    ],
)
def test_the_oracle_counts_birthdays_as_the_text_does(born: date, day: date, years: int) -> None:
    assert completed_years(born, day) == years
