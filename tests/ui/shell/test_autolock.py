"""The lock when nobody is there, on a clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from casedesk.ui.shell.autolock import AutoLock
from casedesk.ui.shell.input_watch import InputWatch


class Clock:
    def __init__(self) -> None:
        self.seconds = 1_000_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def idle(clock: Clock, qapp: QApplication) -> Iterator[tuple[AutoLock, list[bool]]]:
    watch = InputWatch(qapp)
    watch.begin()
    lock = AutoLock(watch, 10, clock)
    said: list[bool] = []
    lock.idle.connect(lambda: said.append(True))
    lock.start()
    yield lock, said
    lock.stop()
    qapp.removeEventFilter(watch)


def _pass(lock: AutoLock, clock: Clock, seconds: float) -> None:
    for _ in range(int(seconds // 10)):
        clock.seconds += 10
        lock.look()


def test_ten_minutes_without_a_key_lock(idle: tuple[AutoLock, list[bool]], clock: Clock) -> None:
    lock, said = idle
    _pass(lock, clock, 590)
    assert said == []
    _pass(lock, clock, 10)
    assert said == [True]


def test_a_key_begins_the_count_again(
    idle: tuple[AutoLock, list[bool]], clock: Clock, qtbot: QtBot
) -> None:
    lock, said = idle
    widget = QWidget()
    qtbot.addWidget(widget)
    _pass(lock, clock, 590)
    qtbot.keyClick(widget, Qt.Key.Key_A)
    _pass(lock, clock, 590)
    assert said == []


def test_waking_from_sleep_locks_at_once(idle: tuple[AutoLock, list[bool]], clock: Clock) -> None:
    lock, said = idle
    clock.seconds += 120
    lock.look()
    assert said == [True]


def test_a_clock_set_back_does_not_lock_and_does_not_stop_the_count(
    idle: tuple[AutoLock, list[bool]], clock: Clock
) -> None:
    lock, said = idle
    clock.seconds -= 86_400
    lock.look()
    assert said == []
    _pass(lock, clock, 600)
    assert said == [True]
