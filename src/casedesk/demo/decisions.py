"""What keyworkers decided about criteria, and checks and nominations, in the made-up caseload."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from casedesk.demo.home import Home
from casedesk.demo.someone import Thread
from casedesk.demo.topics import TOPICS
from casedesk.demo.troubles import criteria_of, criterion_of


def decide(home: Home, criterion: str, state: str, on: date, reason: str, **cells: object) -> None:
    """Adds a decision under the family's programme; none after today."""
    if on <= home.today:
        home.sheets.add(
            "Decisions",
            **{
                "family_ref": home.ref,
                "programme": home.programme,
                "criterion": criterion,
                "state": state,
                "on": on,
                "by": home.keyworker,
                "reason": reason,
                **cells,
            },
        )


def _reason(home: Home, thread: Thread) -> str:
    text = home.chance.pick(TOPICS[thread.topic].worry)
    return text.format(
        who=thread.people[0].called, main=home.main.called, worker=home.keyworker or "the team"
    )


def _first(home: Home, number: int) -> Thread:
    return home.threads[number % len(home.threads)]


def confirm(home: Home) -> None:
    """Agrees with what the records say, with the reason in the worker's own words."""
    thread = _first(home, 0)
    on = min(home.begun + timedelta(days=40), home.today)
    decide(home, criterion_of(home.programme, thread.area), "met", on, _reason(home, thread))


def disagree(home: Home) -> None:
    """The records say met; the worker saw it otherwise."""
    thread = _first(home, 1)
    decide(
        home, criterion_of(home.programme, thread.area), "not_met", home.ago(25),
        "The entry is about another family of the same name; the agency has been told.",
    )  # fmt: skip


def records_changed(home: Home) -> None:
    """Decided when the records still said met; they say otherwise now: another look."""
    better = [thread for thread in home.threads if thread.phase == "better"]
    thread = (better or home.threads)[0]
    on = min(home.begun + timedelta(days=10), home.today)
    decide(
        home, criterion_of(home.programme, thread.area), "met", on, _reason(home, thread),
        records_state="met",
    )  # fmt: skip


def met_without_records(home: Home) -> None:
    """What the worker knows from visits; no agency has a record."""
    used = {criterion_of(home.programme, thread.area) for thread in home.threads}
    free = [criterion for criterion in criteria_of(home.programme) if criterion not in used]
    if free:
        decide(
            home, free[0], "met", home.ago(14),
            "Told me on two visits, and I have seen it; nothing is on record.",
        )  # fmt: skip


def not_met_any_more(home: Home) -> None:
    """First met, later not: the newer decision stands, and one in error counts for nothing."""
    thread = _first(home, 0)
    criterion = criterion_of(home.programme, thread.area)
    decide(
        home,
        criterion,
        "met",
        min(home.begun + timedelta(days=30), home.ago(30)),
        _reason(home, thread),
    )
    decide(home, criterion, "not_met", home.ago(20), "Settled; nobody is worried any more.")
    decide(home, criterion, "met", home.ago(10), "Meant for another family.", in_error=True)


def older_pack(home: Home) -> None:
    """Made under an earlier version of the pack."""
    thread = _first(home, 0)
    decide(
        home, criterion_of(home.programme, thread.area), "met",
        min(home.begun + timedelta(days=21), home.today), _reason(home, thread), version="0.9",
    )  # fmt: skip


DECISIONS: dict[str, Callable[[Home], None]] = {
    one.__name__: one
    for one in (
        confirm, disagree, records_changed, met_without_records, not_met_any_more, older_pack,
    )
}  # fmt: skip


def checks(home: Home, *, stale: bool) -> None:
    """Asks the agencies about every criterion that nothing points to.

    A check holds for six months; a stale one is older. One criterion is left unasked.
    """
    used = {criterion_of(home.programme, thread.area) for thread in home.threads}
    quiet = [one for one in criteria_of(home.programme) if one not in used]
    unasked = home.number % len(quiet) if quiet else 0
    for number, criterion in enumerate(quiet):
        if number == unasked:
            continue
        about = home.main if number % 2 else None
        ago = home.chance.whole(190, 260) if stale else home.chance.whole(5, 150)
        home.fact(
            "nothing-found", about, on=home.ago(ago), criterion=criterion,
            detail="Asked by secure mail; nothing known.",
        )  # fmt: skip


def nomination(home: Home, criterion: str) -> None:
    """A professional's judgement that stands for an indicator."""
    home.fact(
        "nomination", home.child(), on=home.ago(75), criterion=criterion,
        detail="School nurse: worried for as long as she has known the child.",
    )  # fmt: skip
