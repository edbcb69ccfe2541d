"""How long a visit has lasted: pauses, a lock, a crash, and a clock that was set back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.ui.screens.visit.clock import VisitClock, face

START = datetime(2026, 11, 24, 10, 31, tzinfo=UTC)


class Wall:
    """A clock on the wall that stands still until it is moved."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at

    def after(self, **length: float) -> None:
        self.at += timedelta(**length)


@pytest.fixture
def wall() -> Wall:
    return Wall()


def test_it_counts_and_pauses(wall: Wall) -> None:
    clock = VisitClock(wall)
    wall.after(minutes=24, seconds=10)
    assert (face(clock.seconds), clock.minutes) == ("00:24:10", 24)
    clock.pause()
    wall.after(minutes=5)
    assert not clock.is_running
    assert clock.seconds == 24 * 60 + 10
    clock.go_on()
    wall.after(hours=1)
    assert face(clock.seconds) == "01:24:10"


def test_it_is_set_right(wall: Wall) -> None:
    clock = VisitClock(wall)
    wall.after(minutes=90)
    clock.set_to(45)
    wall.after(minutes=5)
    assert clock.minutes == 50
    clock.pause()
    clock.set_to(30)
    wall.after(minutes=5)
    assert clock.minutes == 30


def test_a_note_of_a_moment_took_a_minute(wall: Wall) -> None:
    assert VisitClock(wall).minutes == 1


def test_a_clock_set_back_counts_nothing(wall: Wall) -> None:
    clock = VisitClock(wall)
    wall.after(minutes=-90)
    assert clock.seconds == 0


@pytest.mark.parametrize(
    ("away", "goes_on", "seconds"), [(20, True, 30 * 60), (60, True, 70 * 60), (61, False, 600)]
)
def test_a_visit_goes_on_over_a_lock_and_stands_still_over_a_night(
    wall: Wall, away: int, goes_on: bool, seconds: int
) -> None:
    clock = VisitClock(wall)
    wall.after(minutes=10)
    kept = clock.as_kept()
    wall.after(minutes=away)
    again = VisitClock(wall)
    again.take_up(kept)
    assert (again.is_running, again.seconds) == (goes_on, seconds)


def test_a_pause_is_kept(wall: Wall) -> None:
    clock = VisitClock(wall)
    wall.after(minutes=10)
    clock.pause()
    kept = clock.as_kept()
    wall.after(minutes=5)
    again = VisitClock(wall)
    again.take_up(kept)
    assert (again.is_running, again.seconds) == (False, 600)


@given(
    st.dictionaries(
        st.sampled_from(["counted", "since", "at"]),
        st.one_of(st.none(), st.text(), st.integers(0, 10**6), st.just(START.isoformat())),
    )
)
def test_whatever_a_draft_holds_is_taken_up(kept: dict[str, object]) -> None:
    wall = Wall()
    clock = VisitClock(wall)
    clock.take_up(kept)
    assert clock.seconds >= 0
