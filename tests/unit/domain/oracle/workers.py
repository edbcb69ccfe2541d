"""Families of one adult and some jobs, and a pack that asks for nothing but work."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from casedesk.domain.records import (
    CaseFile,
    Fact,
    Family,
    Involvement,
    Membership,
    Order,
    Person,
)
from oracle.calendar_of_edges import awkward_day
from oracle.families import Invented
from oracle.pack_words import Table, measure
from oracle.text_2015 import TROUBLED


def asks_for_work(rng: Random) -> Table:
    """The pack of 2015 with one criterion, improved when somebody has worked enough."""
    of_weeks = rng.choice((2, 4, 10, 30))
    weeks = rng.randrange(1, of_weeks + 1)
    work = next(one for one in TROUBLED["criteria"] if one["id"] == "work")
    jobs = measure("employed-for", "employment", weeks=weeks, of_weeks=of_weeks)
    return {**TROUBLED, "min_criteria": 1, "criteria": [{**work, "measures": [jobs]}]}


def working_family(seed: int) -> Invented:
    """An adult with jobs that touch, overlap, leave gaps, go on, or begin later."""
    rng = Random(seed)
    as_at = awkward_day(rng)
    family = Family(id="family", ref=f"F-{seed}", name="Invented")
    adult = Person(id="adult", given_name="Ada", family_name="Invented")
    facts = [
        Fact(
            id="nomination",
            family_id="family",
            ref="FA-0",
            kind="nomination",
            criterion="work",
            on=as_at,
        )
    ]
    begins = as_at - timedelta(days=rng.randrange(10, 300))
    for index in range(rng.randrange(1, 7)):
        ends = begins + timedelta(days=rng.choice((0, 6, 13, 20, 40, 91, 181, 200)))
        facts.append(
            Fact(
                id=f"job-{index}",
                order=Order(index + 1, "a", index),
                family_id="family",
                person_id="adult",
                ref=f"FA-{index + 1}",
                kind="employment",
                from_on=begins,
                to_on=None if rng.random() < 0.1 else ends,
            )
        )
        begins = ends + timedelta(days=rng.choice((-10, -1, 0, 1, 1, 2, 7, 8, 30)))
    case = CaseFile(
        family=family,
        involvements=(
            Involvement(
                id="involvement",
                family_id="family",
                programme=str(TROUBLED["id"]),
                current=True,
                started_on=as_at - timedelta(days=rng.randrange(0, 10)),
            ),
        ),
        people=(adult,),
        memberships=(
            Membership(
                id="membership", family_id="family", person_id="adult", ref="P-1", role="parent"
            ),
        ),
        facts=tuple(facts),
    )
    return Invented(seed, case, (as_at, as_at + timedelta(days=rng.randrange(-40, 40))))
