"""Work, money, health and housing in the made-up caseload."""

from __future__ import annotations

from casedesk.demo.home import Home


def out_of_work(home: Home, phase: str) -> None:
    """A parent out of work; better is in work for seven months."""
    who = home.main
    benefit = home.chance.pick(("uc-search", "uc-other", "esa", "jsa", "is", "ca"))
    ends = None if phase != "better" else home.ago(212)
    home.fact("out-of-work-benefit", who, from_=home.before(300), to=ends, benefit=benefit)
    if phase == "better":
        home.fact(
            "employment", who, from_=home.ago(211), detail="Cleaner at the hospital, 24 hours"
        )
    elif phase == "easing":
        home.fact("employment", who, from_=home.ago(60), to=home.ago(20), detail="Agency work")
    home.thread("work", "work", [who], phase, home.before(300), "employment")


def debt(home: Home, phase: str) -> None:
    """Debts and arrears of rent, some of them the family's own facts."""
    ends = None if phase != "better" else home.ago(230)
    home.fact("problem-debt", home.main, from_=home.before(60), to=ends, detail="Four lenders")
    home.fact("rent-arrears", from_=home.before(120), to=ends, detail="£1,140 at the start")
    home.thread("money", "money", [home.main], phase, home.before(120), "employment")


def low_mood(home: Home, phase: str) -> None:
    """A parent's mental health."""
    who = home.main
    ends = None if phase != "better" else home.ago(130)
    home.fact(
        "mental-health", who, from_=home.before(240), to=ends, detail="Depression, on the GP's list"
    )
    home.thread("low mood", "health", [who], phase, home.before(240), "health")


def anxious_child(home: Home, phase: str) -> None:
    """A child's mental health."""
    who = home.child(9, 17)
    ends = None if phase != "better" else home.ago(160)
    home.fact("mental-health", who, from_=home.before(100), to=ends, detail="Anxiety, CAMHS list")
    home.thread("anxiety", "health", [who], phase, home.before(100), "health")


def illness(home: Home, phase: str) -> None:
    """A long illness or disability of a parent."""
    who = home.main
    home.fact("physical-health", who, from_=home.before(700), detail="Multiple sclerosis")
    home.thread("illness", "health", [who], phase, home.before(700), "health")


def drinking(home: Home, phase: str) -> None:
    """Alcohol, and drugs of the other parent."""
    ends = None if phase != "better" else home.ago(150)
    home.fact(
        "alcohol", home.main, from_=home.before(180), to=ends, detail="A litre of vodka a week"
    )
    if home.partner is not home.main:
        home.fact("drugs", home.partner, from_=home.before(365), to=ends, detail="Cannabis daily")
    home.thread("drinking", "substances", [home.main], phase, home.before(180), "substance-misuse")


def young_drugs(home: Home, phase: str) -> None:
    """A young person who uses cannabis."""
    who = home.child(13, 17)
    ends = None if phase != "better" else home.ago(140)
    home.fact("drugs", who, from_=home.before(80), to=ends, detail="Cannabis most days")
    home.thread("young drugs", "substances", [who], phase, home.before(80), "substance-misuse")


def birth(home: Home, phase: str) -> None:
    """A mother's health around the birth."""
    who = home.main
    ends = None if phase == "live" else home.ago(188)
    home.fact(
        "perinatal-health", who, from_=home.before(60), to=ends, detail="Low mood, first baby"
    )
    home.thread("birth", "early", [who], phase, home.before(60), "health")


def housing(home: Home, phase: str) -> None:
    """Temporary accommodation or the threat of losing the home; the family's own facts."""
    ends = None if phase == "live" else home.ago(201)
    if home.number % 2 == 0:
        home.fact(
            "temporary-accommodation",
            from_=home.before(75),
            to=ends,
            detail="One room, shared kitchen",
        )
    else:
        home.fact(
            "homelessness-risk", from_=home.before(75), to=ends, detail="Notice to leave served"
        )
    home.fact("homelessness-risk", from_=home.before(160), to=home.before(76))
    home.thread("housing", "housing", [home.main], phase, home.before(160), "housing")
