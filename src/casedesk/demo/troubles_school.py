"""School, college and early years in the made-up caseload."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from casedesk.demo.home import Home
from casedesk.demo.someone import Someone
from casedesk.demo.terms import terms_ended_by

_REASONS = ("Fighting at lunch", "Swearing at a teacher", "Vape found in bag", "Left site twice")


def attendance_of(home: Home, who: Someone, *percent: float, split: bool = False) -> None:
    """Figures of the last terms, the newest first; with `split` the newest in two schools."""
    for number, (rate, term) in enumerate(
        zip(percent, terms_ended_by(home.today, len(percent)), strict=True)
    ):
        if who.born is not None and who.age(term.first) < 4:
            continue
        attended = round(term.sessions * rate / 100)
        away = term.sessions - attended
        authorised = away * home.chance.whole(10, 45) // 100
        if split and number == 0:
            half = term.first.replace(month=term.first.month + 1)
            _term(home, who, (term.first, half), 50, attended * 50 // term.sessions, 2)
            rest = term.sessions - 50
            later = attended - attended * 50 // term.sessions
            _term(home, who, (half, term.last), rest, min(later, rest), 0, "New school")
        else:
            _term(home, who, (term.first, term.last), term.sessions, attended, authorised)


def _term(
    home: Home,
    who: Someone,
    dates: tuple[date, date],
    possible: int,
    attended: int,
    authorised: int,
    detail: str | None = None,
) -> None:
    home.fact(
        "attendance", who, from_=dates[0], to=dates[1], possible=possible, attended=attended,
        authorised=min(authorised, possible - attended), detail=detail, source=who.school,
    )  # fmt: skip


def absence(home: Home, phase: str) -> None:
    """A child who misses school; easing is better figures with an exclusion still."""
    who = home.child(5, 15)
    jitter = home.chance.whole(-3, 3)
    if phase == "live":
        attendance_of(home, who, 71 + jitter, 66 + jitter, 74 + jitter, 80, 84, 88)
    elif phase == "easing":
        attendance_of(home, who, 93, 91, 85 + jitter, 76, 72, 79)
        home.fact(
            "exclusion-fixed", who, on=home.ago(45), days=Decimal("1.5"),
            detail=home.chance.pick(_REASONS),
        )  # fmt: skip
    else:
        attendance_of(home, who, 96, 95, 94, 82 + jitter, 70 + jitter, 68)
    home.thread("absence", "school", [who], phase, home.before(200), "education")


def everyone_attends(home: Home, phase: str) -> None:
    """Figures for every child of school age, good ones; nothing is wrong."""
    for who in home.children(5, 15):
        attendance_of(home, who, 97, 96, 95, 97)


def just_at_the_threshold(home: Home, phase: str) -> None:
    """Two children: one at 90.0% exactly (not below it), one whose figures would round to it.

    The second changed schools, so that two overlapping figures are one term.
    """
    first, *others = home.children(5, 15) or [home.child()]
    for (possible, attended), term in zip(
        ((126, 114), (114, 102), (140, 126)), terms_ended_by(home.today, 3), strict=True
    ):
        _term(home, first, (term.first, term.last), possible, attended, 0)
    if others:
        attendance_of(home, others[0], 89, 90, 91, split=True)
    home.thread("absence", "school", [first, *others[:1]], phase, home.before(100), "education")


def too_few_figures(home: Home, phase: str) -> None:
    """Only two terms are known, so attendance says nothing yet."""
    who = home.child(5, 15)
    attendance_of(home, who, 84, 86)
    home.thread("absence", "school", [who], phase, home.before(100), "education")


def exclusions(home: Home, phase: str) -> None:
    """A child sent home again and again, or no longer."""
    who = home.child(8, 16)
    days = (home.ago(30), home.ago(120), home.ago(170)) if phase == "live" else (home.before(40),)
    for number, on in enumerate(days):
        home.fact(
            "exclusion-fixed", who, on=on, days=Decimal(2 * number + 2) / 2,
            detail=home.chance.pick(_REASONS),
        )  # fmt: skip
    attendance_of(home, who, 91, 92, 90)
    home.thread("exclusion", "school", [who], phase, days[-1], "education")


def excluded_for_good(home: Home, phase: str) -> None:
    """A permanent exclusion, alternative provision since, and long suspensions before."""
    who = home.child(12, 16)
    home.fact("exclusion-fixed", who, on=home.before(80), days=Decimal(5), detail="Fighting")
    home.fact(
        "exclusion-fixed", who, on=home.before(40), days=Decimal("7.5"), detail="Knife in bag"
    )
    home.fact("exclusion-permanent", who, on=home.ago(110), detail="Governors upheld it")
    home.fact("alternative-provision", who, from_=home.ago(95), detail="The Bridge Centre, 3 days")
    home.thread("exclusion", "school", [who], phase, home.before(80), "education")


def no_school(home: Home, phase: str) -> None:
    """A child on no school roll, or who was and now is."""
    who = home.child(5, 15)
    ends = None if phase == "live" else home.ago(220)
    home.fact("not-on-roll", who, from_=home.before(60), to=ends, detail="Moved area, no place yet")
    home.thread("no school", "school", [who], phase, home.before(60), "education")


def needs_unmet(home: Home, phase: str) -> None:
    """A child who waits for help with learning."""
    who = home.child(5, 12)
    ends = None if phase == "live" else home.ago(210)
    home.fact(
        "education-needs-unmet", who, from_=home.before(90), to=ends,
        detail="Waiting for an education, health and care assessment",
    )  # fmt: skip
    home.thread("learning", "school", [who], phase, home.before(90), "education")


def early_years(home: Home, phase: str) -> None:
    """A little one whose speech is slow, and a nursery place not taken up."""
    who = home.child(0, 4)
    ends = None if phase == "live" else home.ago(215)
    home.fact(
        "early-years-development", who, from_=home.before(70), to=ends,
        detail="Speech and language below the expected level at the two-year check",
    )  # fmt: skip
    home.fact("early-years-place-untaken", who, from_=home.before(150), to=home.ago(40))
    home.thread("early years", "early", [who], phase, home.before(70), "vulnerable-children-health")


def leaving_school(home: Home, phase: str) -> None:
    """A young person who leaves school with no plans, or is out of everything."""
    who = home.child(15, 17)
    ends = None if phase == "live" else home.ago(230)
    if who.age(home.today) >= 16:
        home.fact(
            "neet", who, from_=home.before(45), to=ends, detail="Left college in the first term"
        )
    else:
        home.fact("leaving-school-no-plans", who, from_=home.before(45), to=ends)
    home.thread("no plans", "work", [who], phase, home.before(45), "employment")
