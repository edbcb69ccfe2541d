"""Background work: owners, order, errors, progress, cancel."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from casedesk.domain.errors import KnownError
from casedesk.ui.job import Task
from casedesk.ui.jobs import Jobs


@pytest.fixture
def owner(qapp: object) -> QObject:
    return QObject()


def test_the_answer_comes_on_the_interface_thread(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    worked_on: list[int] = []
    answered: list[tuple[int, bool]] = []
    here = threading.get_ident()

    def work() -> int:
        worked_on.append(threading.get_ident())
        return 42

    with qtbot.waitSignal(jobs.became_idle):
        jobs.read(owner, work, lambda n: answered.append((n, threading.get_ident() == here)))
        assert answered == [], "never inside the call that asked"
    assert answered == [(42, True)]
    assert worked_on != [here]


def test_an_owner_who_is_gone_gets_nothing_and_the_result_is_let_go(
    qtbot: QtBot, jobs: Jobs, owner: QObject
) -> None:
    gate = threading.Event()
    seen: list[str] = []
    let_go: list[str] = []
    with qtbot.waitSignal(jobs.became_idle):
        jobs.read(
            owner,
            lambda: "open vault" if gate.wait(10) else "",
            seen.append,
            dropped=let_go.append,
        )
        owner.deleteLater()
        owner.destroyed.connect(lambda: gate.set())
    assert seen == []
    assert let_go == ["open vault"]


def test_a_known_error_reaches_its_callback(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    failed: list[str] = []

    def refuse() -> None:
        raise KnownError("The disk is full: free some space and try again.")

    with qtbot.waitSignal(jobs.became_idle):
        jobs.read(owner, refuse, lambda _: None, lambda error: failed.append(error.sentence))
    assert failed == ["The disk is full: free some space and try again."]


def test_a_bug_is_recorded_and_its_message_goes_no_further(qtbot: QtBot, owner: QObject) -> None:
    bugs: list[BaseException] = []
    failed: list[str] = []

    def record(error: BaseException) -> str:
        bugs.append(error)
        return "ab12cd34"

    jobs = Jobs(record, lambda error: None)

    def crash() -> None:
        raise RuntimeError("Tyler Ashworth")

    with qtbot.waitSignal(jobs.became_idle):
        jobs.write(owner, crash, lambda _: None, lambda error: failed.append(error.sentence))
    assert [type(bug) for bug in bugs] == [RuntimeError]
    assert "ab12cd34" in failed[0]
    assert "Tyler" not in failed[0]
    jobs.close()


def test_writes_run_one_after_the_other_in_order(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    running: list[int] = []
    most: list[int] = []
    order: list[int] = []

    def save(number: int) -> Callable[[], int]:
        def work() -> int:
            running.append(number)
            most.append(len(running))
            running.remove(number)
            return number

        return work

    with qtbot.waitSignal(jobs.became_idle):
        for number in range(20):
            jobs.write(owner, save(number), order.append)
    assert order == list(range(20))
    assert max(most) == 1


def test_the_window_is_told_of_the_first_and_the_last_write(
    qtbot: QtBot, jobs: Jobs, owner: QObject
) -> None:
    said: list[bool] = []
    jobs.busy_changed.connect(said.append)
    with qtbot.waitSignal(jobs.became_idle):
        jobs.write(owner, lambda: None, lambda _: None)
        jobs.write(owner, lambda: None, lambda _: None)
    assert said == [True, False]


def test_a_failed_write_is_told_even_when_nobody_takes_it(qtbot: QtBot, owner: QObject) -> None:
    told: list[str] = []
    not_saved: list[str] = []
    jobs = Jobs(lambda error: "", lambda error: told.append(error.sentence))
    jobs.write_failed.connect(not_saved.append)

    def refuse() -> None:
        raise KnownError("It did not save.")

    with qtbot.waitSignal(jobs.became_idle):
        jobs.write(owner, refuse, lambda _: None)
    assert told == not_saved == ["It did not save."]
    assert jobs.last_write_failed
    jobs.close()


def test_a_long_job_says_how_far_it_is_and_stops_when_told(
    qtbot: QtBot, jobs: Jobs, owner: QObject
) -> None:
    at_three = threading.Event()
    go_on = threading.Event()
    steps: list[tuple[int, int, str]] = []
    done: list[str] = []
    reached: list[int] = []

    def work(task: Task) -> str:
        for number in range(10):
            task.step(number, 10, f"family {number}")
            reached.append(number)
            if number == 3:
                at_three.set()
                go_on.wait(10)
        return "all"

    with qtbot.waitSignal(jobs.became_idle):
        job = jobs.write_steps(owner, work, done.append)
        job.progressed.connect(lambda n, total, words: steps.append((n, total, words)))
        assert at_three.wait(10)
        job.cancel()
        go_on.set()
    assert done == []
    assert reached == [0, 1, 2, 3]
    assert steps[-1] == (3, 10, "family 3")


def test_the_last_write_waits_for_the_reads_under_way(
    qtbot: QtBot, jobs: Jobs, owner: QObject
) -> None:
    gate = threading.Event()
    order: list[str] = []

    def slow_read() -> None:
        gate.wait(10)
        order.append("read")

    with qtbot.waitSignal(jobs.became_idle):
        jobs.read(owner, slow_read, lambda _: None)
        jobs.write_last(owner, lambda: order.append("close"), lambda _: None)
        gate.set()
    assert order == ["read", "close"]


def test_what_a_job_holds_is_let_go_on_the_interface_thread(
    qtbot: QtBot, jobs: Jobs, owner: QObject
) -> None:
    died_on: list[bool] = []
    here = threading.get_ident()

    class Held:
        def __del__(self) -> None:
            died_on.append(threading.get_ident() == here)

    def start() -> None:
        held = Held()
        jobs.read(owner, lambda: held is None, lambda _: None)

    with qtbot.waitSignal(jobs.became_idle):
        start()
    assert died_on == [True]
    assert QThread.currentThread().isRunning()
