"""R8: a clock that is wrong never reorders and never loses."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from torture_outcome import Control, Outcome
from torture_vault import family_id, new_vault, numbers_saved, opened, save_visit

from casedesk.services.session import Session
from casedesk.storage.store import CaseStore

MICROSECONDS = timedelta(microseconds=1)
START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

JUMPS: tuple[tuple[str, timedelta | datetime], ...] = (
    ("ten years back", timedelta(days=-3653)),
    ("ten years on", timedelta(days=3653)),
    ("a year back", timedelta(days=-365)),
    ("a year on", timedelta(days=365)),
    ("a day back", timedelta(days=-1)),
    ("an hour back, when summer time ends", timedelta(hours=-1)),
    ("an hour on, when it begins", timedelta(hours=1)),
    ("a second back", timedelta(seconds=-1)),
    ("no time at all", timedelta(0)),
    ("to the 29th of February", datetime(2028, 2, 29, 12, tzinfo=UTC)),
    ("to the last second of a year", datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ("to a flat battery's 1970", datetime(1970, 1, 1, tzinfo=UTC)),
    ("to the night summer time begins", datetime(2027, 3, 28, 0, 59, 59, tzinfo=UTC)),
    ("to the night it ends", datetime(2026, 10, 25, 0, 59, 59, tzinfo=UTC)),
    ("past 2038", datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC)),
)
VISITS = 12


def run(place: Path, cases: int, seed: int = 8) -> Outcome:
    """Saves visits while the clock jumps, `cases` times; each jump, then mixtures of them."""
    chance = random.Random(seed)
    plans = [[jump] for jump in JUMPS]
    while len(plans) < cases:
        plans.append([chance.choice(JUMPS) for _ in range(4)])
    failures: list[str] = []
    folder = place / "vault"
    new_vault(folder)
    naive_wrong = 0
    with opened(folder) as session:
        for number, plan in enumerate(plans[:cases]):
            instants = _instants(plan)
            wrong = _saved_in_order(session, instants, number * VISITS)
            failures += [f"{_words(plan)}: {what}" for what in wrong]
            naive_wrong += instants != sorted(instants)
        numbers_saved(session)
    return Outcome(
        "R8",
        "visits saved while the clock jumps up to ten years, over leap days and summer time",
        len(plans[:cases]),
        failures,
        Control("order by the clock alone", len(plans[:cases]), naive_wrong),
    )


def _words(plan: list[tuple[str, timedelta | datetime]]) -> str:
    return ", ".join(words for words, _ in plan)


def _instants(plan: list[tuple[str, timedelta | datetime]]) -> list[int]:
    """What the clock says at each save: it goes on, and jumps at even places."""
    now, said = START, []
    every = VISITS // (len(plan) + 1)
    for number in range(VISITS):
        if number and number % every == 0 and number // every <= len(plan):
            jump = plan[number // every - 1][1]
            now = jump if isinstance(jump, datetime) else now + jump
        now += timedelta(seconds=40)
        said.append((now - EPOCH) // MICROSECONDS)
    return said


def _saved_in_order(session: Session, instants: list[int], first: int) -> list[str]:
    store = CaseStore(session.vault.engine, session.vault.device_id, _looked_at(instants))
    family = family_id(session)
    for number in range(VISITS):
        with store.unit_of_work(session.worker) as uow:
            save_visit(uow, family, first + number)
    with session.store.read() as reading:
        case = reading.case_file(family)
    saved = [one for one in case.contacts if int(one.ref[2:]) >= first]
    wrong = []
    if [int(one.ref[2:]) for one in saved] != list(range(first, first + VISITS)):
        wrong.append("the visits are in another order than they were saved in")
    orders = [one.order for one in saved]
    if orders != sorted(orders) or len(set(orders)) != len(orders):
        wrong.append("two visits have the same place, or a later one an earlier place")
    return wrong


def _looked_at(instants: list[int]) -> Callable[[], int]:
    """The clock: it moves on at every other look, and stands still at the end."""
    looks = iter([one for one in instants for _ in range(2)])
    return lambda: next(looks, instants[-1])
