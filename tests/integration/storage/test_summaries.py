"""Stored summaries are true: renewed by themselves, or known to be stale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from case_file_kit import ACTOR, DEVICE, contact, fact, family, member, person
from sqlalchemy import Engine, text

from casedesk.domain.records import (
    CaseFile,
    Decision,
    Family,
    Goal,
    Involvement,
    Judgement,
    Person,
    Record,
)
from casedesk.storage.ids import new_id
from casedesk.storage.listing import FamilyQuery, FamilyRow
from casedesk.storage.store import CaseStore
from casedesk.storage.summaries import AT_ONCE, StoredSummary

TODAY = date(2026, 11, 22)
PACKS = ("a" * 64, "b" * 64)


class Evaluation:
    """Stands in for the criteria: a family is `met` by having facts, until a week later."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, case: CaseFile, today: date) -> Iterable[StoredSummary]:
        self.asked.append(case.family.ref)
        for pack_hash in PACKS:
            yield StoredSummary(
                pack_hash=pack_hash,
                states={"crime": "met" if case.facts else "not_known"},
                met_now=len(case.facts),
                met_in_programme=len(case.decisions),
                eligible=bool(case.judgements),
                stale_on=today + timedelta(days=7) if case.facts else None,
            )


class Day:
    today = TODAY

    def __call__(self) -> date:
        return self.today


@pytest.fixture
def evaluation() -> Evaluation:
    return Evaluation()


@pytest.fixture
def day() -> Day:
    return Day()


@pytest.fixture
def store(engine: Engine, evaluation: Evaluation, day: Day) -> CaseStore:
    return CaseStore(engine, DEVICE, summarise=evaluation, today=day)


def listed(store: CaseStore, today: date = TODAY) -> list[FamilyRow]:
    with store.read() as reading:
        return reading.family_list(FamilyQuery(PACKS[0], today))


def test_a_new_family_has_its_summary_at_once(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
        unit.add_all([fact(home, ref="F-1"), fact(home, ref="F-2")])
    (row,) = listed(store)
    assert (row.states, row.met_now, row.met_in_programme, row.eligible, row.fresh) == (
        {"crime": "met"},
        2,
        0,
        False,
        True,
    )


def test_it_is_renewed_once_at_the_end_of_the_unit(
    store: CaseStore, evaluation: Evaluation
) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
        for number in range(5):
            unit.add(fact(home, ref=f"F-{number}"))
        assert evaluation.asked == []
    assert evaluation.asked == ["CD-1"]


HOME, TYLER = family("CD-1"), person()
AFTER = date(2026, 1, 1)
COUNTED: tuple[Record, ...] = (
    fact(HOME, ref="F-9"),
    Involvement(id=new_id(), family_id=HOME.id, current=True),
    Decision(
        id=new_id(), family_id=HOME.id, programme="p", pack_version="1", criterion="crime",
        state="met", on=AFTER, reason="r",
    ),
    Judgement(
        id=new_id(), family_id=HOME.id, programme="p", criterion="crime", on=AFTER,
        outcome="improved", evidence="e",
    ),
    member(HOME, TYLER, "P-1"),
)  # fmt: skip


@pytest.mark.parametrize("record", COUNTED, ids=lambda record: type(record).__name__)
def test_whatever_criteria_rest_on_renews_it(
    store: CaseStore, evaluation: Evaluation, record: Record
) -> None:
    with store.unit_of_work(ACTOR) as unit:
        unit.add_all([HOME, TYLER])
    evaluation.asked.clear()
    with store.unit_of_work(ACTOR) as unit:
        kept = unit.add(record)
    with store.unit_of_work(ACTOR) as unit:
        unit.remove(kept)
    assert evaluation.asked == ["CD-1", "CD-1"]


def test_what_criteria_do_not_read_costs_nothing(store: CaseStore, evaluation: Evaluation) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
    evaluation.asked.clear()
    with store.unit_of_work(ACTOR) as unit:
        unit.add(contact(home))
        unit.add(Goal(id=unit.new_id(), family_id=home.id, ref="G-1", title="School"))
        unit.set_setting("team", "North")
    assert evaluation.asked == []


def test_a_shared_person_renews_every_family_of_theirs(
    store: CaseStore, evaluation: Evaluation
) -> None:
    homes, tyler = [family(f"CD-{number}") for number in range(3)], person()
    with store.unit_of_work(ACTOR) as unit:
        unit.add_all([*homes, tyler, member(homes[0], tyler), member(homes[2], tyler)])
    evaluation.asked.clear()
    with store.unit_of_work(ACTOR) as unit:
        unit.change(replace(unit.get(Person, tyler.id), date_of_birth=AFTER))
    with store.unit_of_work(ACTOR) as unit:
        unit.add(fact(homes[0], tyler))
    assert sorted(evaluation.asked) == ["CD-0", "CD-0", "CD-2", "CD-2"]
    assert [row.met_now for row in listed(store)] == [1, 0, 1]


def test_a_summary_goes_stale_by_the_calendar_and_by_a_clock_set_back(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
        unit.add(fact(home))
    week = timedelta(days=7)
    for today, fresh in ((TODAY, True), (TODAY + week - timedelta(1), True), (TODAY + week, False)):
        assert [row.fresh for row in listed(store, today)] == [fresh]
    (before,) = listed(store, TODAY - timedelta(1))
    assert (before.fresh, before.met_now) == (False, 1)


def test_stale_summaries_are_refreshed_a_few_at_a_time(
    store: CaseStore, evaluation: Evaluation, day: Day
) -> None:
    with store.unit_of_work(ACTOR) as unit:
        for number in range(5):
            unit.add(fact(unit.add(family(f"CD-{number}"))))
    assert store.refresh_summaries(PACKS) == 0
    day.today = TODAY + timedelta(days=30)
    assert [store.refresh_summaries(PACKS, 2) for _ in range(4)] == [2, 2, 1, 0]
    assert all(row.fresh for row in listed(store, day.today))


def test_many_families_at_once_are_left_for_later(store: CaseStore, evaluation: Evaluation) -> None:
    homes = [family(f"CD-{number:03d}") for number in range(AT_ONCE + 1)]
    with store.unit_of_work(ACTOR) as unit:
        unit.add_all(homes)
    assert evaluation.asked == []
    assert {row.fresh for row in listed(store)} == {False}
    assert store.refresh_summaries(PACKS) == len(homes)
    with store.unit_of_work(ACTOR) as unit:
        unit.add_all(fact(home) for home in homes)
    assert {(row.fresh, row.met_now) for row in listed(store)} == {(False, 0)}
    assert store.refresh_summaries(PACKS) == len(homes)
    assert {(row.fresh, row.met_now) for row in listed(store)} == {(True, 1)}


def test_summaries_can_be_put_off(store: CaseStore, evaluation: Evaluation) -> None:
    with store.unit_of_work(ACTOR) as unit:
        unit.defer_summaries()
        unit.add(family())
    assert evaluation.asked == []
    assert store.refresh_summaries(PACKS) == 1
    assert [row.fresh for row in listed(store)] == [True]


def test_a_pack_that_changed_has_no_summaries_and_the_old_ones_go(
    store: CaseStore, engine: Engine
) -> None:
    with store.unit_of_work(ACTOR) as unit:
        unit.add(family())
    with store.read() as reading:
        (row,) = reading.family_list(FamilyQuery("c" * 64, TODAY))
    assert (row.states, row.met_now, row.fresh) == ({}, 0, False)
    store.refresh_summaries(PACKS[:1])
    with engine.connect() as connection:
        kept = connection.scalars(text("SELECT pack_hash FROM summaries")).all()
    assert kept == [PACKS[0]]


def test_a_family_that_is_removed_takes_its_summary_along(store: CaseStore, engine: Engine) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
    with store.unit_of_work(ACTOR) as unit:
        unit.remove(unit.get(Family, home.id))
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM summaries")) == 0


def test_without_criteria_nothing_is_kept_but_old_summaries_are_marked(
    engine: Engine, store: CaseStore
) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
    plain = CaseStore(engine, DEVICE)
    with plain.unit_of_work(ACTOR) as unit:
        unit.add(fact(home))
    assert plain.refresh_summaries(PACKS) == 0
    assert [row.fresh for row in listed(store)] == [False]


def test_what_the_evaluation_raises_undoes_the_unit(engine: Engine) -> None:
    def broken(case: CaseFile, today: date) -> Iterable[StoredSummary]:
        raise ZeroDivisionError

    store = CaseStore(engine, DEVICE, summarise=broken, today=lambda: TODAY)
    with pytest.raises(ZeroDivisionError), store.unit_of_work(ACTOR) as unit:
        unit.add(family())
    assert listed(store) == []
