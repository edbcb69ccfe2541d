"""Order recorded and references: no clock and no other laptop can disturb them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from case_file_kit import ACTOR, NINE_O_CLOCK, SetClock, contact, family
from sqlalchemy import Engine

from casedesk.domain.records import Order
from casedesk.storage.store import CaseStore
from casedesk.storage.verify import verify_chain

YEAR = 365 * 24 * 3600 * 1_000_000
JUMPS = [
    years * YEAR + odd for years in (-10, -1, 0, 1, 10) for odd in (-7, -1, 0, 1, 3_600_000_000)
]


@pytest.mark.parametrize("jump", JUMPS)
def test_a_clock_that_jumps_never_reorders(
    store: CaseStore, engine: Engine, clock: SetClock, jump: int
) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
    orders: list[Order] = [home.order]
    for number, now in enumerate((NINE_O_CLOCK, NINE_O_CLOCK + jump, NINE_O_CLOCK)):
        clock.now = now
        with store.unit_of_work(ACTOR) as unit:
            unit.log_access("read", home.id)
            for part in range(2):
                orders.append(unit.add(contact(home, f"V-{number}-{part}")).order)
    assert orders == sorted(set(orders))
    with store.read() as reading:
        assert [one.order for one in reading.case_file(home.id).contacts] == orders[1:]
    with engine.connect() as connection:
        assert verify_chain(connection) == []


def test_what_another_laptop_recorded_later_comes_later(engine: Engine, clock: SetClock) -> None:
    """Whichever name sorts first, and though both clocks say the same."""
    orders = []
    for device in ("9Z", "1A", "5M"):
        with CaseStore(engine, device, clock).unit_of_work(ACTOR) as unit:
            orders.append(unit.add(family(unit.new_ref("CD"))).order)
    assert orders == sorted(orders)
    assert [order.device for order in orders] == ["9Z", "1A", "5M"]


def test_changing_a_record_leaves_its_order(store: CaseStore, clock: SetClock) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
    clock.now += YEAR
    with store.unit_of_work(ACTOR) as unit:
        assert unit.change(replace(home, name="Brien")).order == home.order


def test_the_real_clock_is_used_unless_another_is_given(engine: Engine) -> None:
    with CaseStore(engine, "7K").unit_of_work(ACTOR) as unit:
        assert unit.add(family()).order.instant > 1_700_000_000_000_000


def test_references_carry_the_device_and_count_by_prefix(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        assert [unit.new_ref("F"), unit.new_ref("F"), unit.new_ref("CD")] == [
            "F-7K-0001",
            "F-7K-0002",
            "CD-7K-0001",
        ]
    with store.unit_of_work(ACTOR) as unit:
        assert unit.new_ref("F") == "F-7K-0003"


def test_a_reference_that_was_not_saved_is_given_again(store: CaseStore) -> None:
    with pytest.raises(ZeroDivisionError), store.unit_of_work(ACTOR) as unit:
        unit.new_ref("F")
        raise ZeroDivisionError
    with store.unit_of_work(ACTOR) as unit:
        assert unit.new_ref("F") == "F-7K-0001"


def test_two_laptops_never_give_the_same_reference(store: CaseStore, engine: Engine) -> None:
    with store.unit_of_work(ACTOR) as unit:
        here = unit.new_ref("CD")
    with CaseStore(engine, "9Z").unit_of_work(ACTOR) as unit:
        assert (here, unit.new_ref("CD")) == ("CD-7K-0001", "CD-9Z-0001")


@pytest.mark.parametrize(
    ("brought", "following"),
    [
        ("CD-7K-0041", "CD-7K-0042"),
        ("CD-7K-12345", "CD-7K-12346"),
        ("CD-9Z-0041", "CD-7K-0001"),
        ("CD-7K-x", "CD-7K-0001"),
        ("CD-7K-", "CD-7K-0001"),
        ("CD-7K-²", "CD-7K-0001"),
        ("CD-7K-99999999999999999999", "CD-7K-0001"),
        ("41", "CD-7K-0001"),
    ],
)
def test_references_that_come_with_an_import_are_stepped_over(
    store: CaseStore, brought: str, following: str
) -> None:
    with store.unit_of_work(ACTOR) as unit:
        unit.add(family(brought))
    with store.unit_of_work(ACTOR) as unit:
        assert unit.new_ref("CD") == following


def test_ids_sort_in_the_order_they_were_made(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        ids = [unit.new_id() for _ in range(1_000)]
    assert ids == sorted(set(ids))
    assert {(len(one), one[14]) for one in ids} == {(36, "7")}
