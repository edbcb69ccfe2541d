"""Which backups may go: days, weeks and versions, counted in those that are there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from casedesk.domain.backup_keeping import DatedBackup, backups_to_remove

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def on(days_ago: int, hour: int = 12, revision: str = "0002") -> DatedBackup:
    at = (NOON - timedelta(days=days_ago)).replace(hour=hour)
    return DatedBackup(f"casedesk-{at:%Y%m%d-%H%M}", at, revision)


def kept(*backups: DatedBackup) -> list[str]:
    gone = backups_to_remove(backups, max(backups, key=lambda one: one.created_at).name)
    return sorted(one.name for one in backups if one.name not in gone)


def test_a_month_of_days_leaves_seven_days_and_four_weeks() -> None:
    # Tuesday 24 November and the 6 days before; the Sundays that end the weeks before.
    assert kept(*[on(days) for days in range(31)]) == [
        "casedesk-20261108-1200",
        "casedesk-20261115-1200",
        "casedesk-20261118-1200",
        "casedesk-20261119-1200",
        "casedesk-20261120-1200",
        "casedesk-20261121-1200",
        "casedesk-20261122-1200",
        "casedesk-20261123-1200",
        "casedesk-20261124-1200",
    ]


def test_of_one_day_only_the_newest_stays() -> None:
    assert kept(on(0, 9), on(0, 13), on(0, 17)) == ["casedesk-20261124-1700"]


def test_the_last_before_a_migration_stays_however_old() -> None:
    old = [on(400, 9, "0001"), on(400, 17, "0001")]
    assert kept(*old, *[on(days) for days in range(31)])[0] == old[1].name


def test_the_order_of_those_that_go_is_oldest_first() -> None:
    gone = backups_to_remove([on(0, 9), on(0, 17), on(0, 13)], on(0, 17).name)
    assert gone == ("casedesk-20261124-0900", "casedesk-20261124-1300")


@given(
    st.lists(st.integers(-4000, 4000), min_size=1, max_size=60),
    st.integers(-4000, 4000),
)
def test_a_clock_that_leapt_never_takes_the_one_just_made_or_all_others(
    days: list[int], today: int
) -> None:
    others = [on(one) for one in sorted(set(days) - {today})]
    new = on(today)
    gone = backups_to_remove([*others, new], new.name)
    assert new.name not in gone
    left = [one for one in others if one.name not in gone]
    assert len(left) >= min(6, len(others))
