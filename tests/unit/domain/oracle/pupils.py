"""Families of one to three pupils and their terms, and a pack that asks for nothing but school."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

from casedesk.domain.records import (
    CaseFile,
    Fact,
    Family,
    Involvement,
    Membership,
    Order,
    Person,
)
from oracle.calendar_of_edges import Edges, awkward_day
from oracle.families import Invented
from oracle.naive_dates import months_away
from oracle.pack_words import Table
from oracle.packs_at_random import another_criterion
from oracle.scenarios import Scenarios
from oracle.text_2015 import TROUBLED
from oracle.text_2022 import SUPPORTING


def asks_for_school(rng: Random) -> Table:
    """The education criterion of a shipped pack, now and then with a council's own figures."""
    pack = rng.choice((TROUBLED, SUPPORTING))
    education = next(one for one in pack["criteria"] if one["id"] == "education")
    if rng.random() < 0.6:
        education = another_criterion(education, rng)
    return {**pack, "min_criteria": 1, "criteria": [education]}


def pupils_family(seed: int) -> Invented:
    """Pupils with figures about the threshold, and exclusions about the start of a term."""
    rng = Random(seed)
    as_at = awkward_day(rng)
    started = as_at - timedelta(days=rng.choice((0, 1, 90, 200)))
    edges = Edges(rng, as_at, [started])
    names = [f"pupil-{index}" for index in range(rng.randrange(1, 4))]
    rows: list[dict[str, Any]] = Scenarios(rng, edges, [], names).school_year(names)
    rows.append({"kind": "nomination", "criterion": "education", "on": as_at})
    facts = [
        Fact(id=f"fact-{n}", order=Order(n, "a", n), family_id="family", ref=f"FA-{n}", **row)
        for n, row in enumerate(rows, 1)
    ]
    people = [
        Person(
            id=name,
            given_name=name,
            family_name="Invented",
            date_of_birth=rng.choice(
                (None, edges.birth((5, 16)), months_away(as_at, -12 * rng.randrange(5, 16)))
            ),
        )
        for name in names
    ]
    case = CaseFile(
        family=Family(id="family", ref=f"F-{seed}", name="Invented"),
        involvements=(
            Involvement(id="involvement", family_id="family", current=True, started_on=started),
        ),
        people=tuple(people),
        memberships=tuple(
            Membership(
                id=f"membership-{name}", family_id="family", person_id=name, ref=name, role="child"
            )
            for name in names
        ),
        facts=tuple(facts),
    )
    return Invented(seed, case, (as_at, as_at + timedelta(days=rng.choice((-60, -1, 1, 20, 60)))))
