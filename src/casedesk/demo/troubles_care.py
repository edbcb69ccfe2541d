"""Children who need help, and harm to them, in the made-up caseload."""

from __future__ import annotations

from casedesk.demo.home import Home


def early_help(home: Home, phase: str) -> None:
    """An early help assessment that found needs."""
    who = home.child(0, 17)
    ends = None if phase != "better" else home.ago(200)
    home.fact("early-help", who, from_=home.before(30), to=ends, detail="Early help assessment")
    home.thread("early help", "care", [who], phase, home.before(30), "social-care")


def child_in_need(home: Home, phase: str) -> None:
    """A child in need plan for the younger children; better when it ended long ago."""
    younger = home.children(0, 11)[:2] or [home.child()]
    for who in younger:
        ends = None if phase == "live" else home.ago(195)
        home.fact("child-in-need", who, from_=home.before(20), to=ends, detail="Section 17 plan")
    home.thread("child in need", "care", younger, phase, home.before(20), "social-care")


def protection(home: Home, phase: str) -> None:
    """A section 47 enquiry, a child protection plan, then a child in need plan."""
    who = home.child(0, 12)
    home.fact("section-47", who, on=home.before(50), source_ref="Strategy meeting 3")
    ends = None if phase == "live" else home.ago(240)
    home.fact(
        "child-protection-plan", who, from_=home.before(30), to=ends, detail="Category: neglect"
    )
    if phase != "live":
        home.fact("child-in-need", who, from_=home.ago(239), to=home.ago(190))
    home.fact("abuse-or-neglect", who, from_=home.before(55), to=ends, confidential=True)
    home.thread("protection", "care", [who], phase, home.before(55), "social-care")


def missing(home: Home, phase: str) -> None:
    """A young person who goes missing, and may be used by older ones."""
    who = home.child(12, 17)
    home.fact("missing-episode", who, on=home.before(25), detail="Found at a flat in the next town")
    if phase == "live":
        home.fact("missing-episode", who, on=home.ago(33), detail="Came back alone after a night")
    ends = None if phase == "live" else home.ago(205)
    home.fact(
        "exploitation-risk", who, from_=home.before(20), to=ends,
        detail="New phone and trainers nobody can explain",
    )  # fmt: skip
    home.thread("missing", "safety", [who], phase, home.before(25), "vulnerable-children-health")


def parenting(home: Home, phase: str) -> None:
    """Parents who ask for help with bedtimes, rules and shouting."""
    ends = None if phase == "live" else home.ago(200)
    home.fact("parenting-support", home.main, from_=home.before(15), to=ends)
    home.thread("parenting", "relationships", [home.main], phase, home.before(15), "social-care")


def conflict(home: Home, phase: str) -> None:
    """Parents who quarrel over contact; the fact is the family's own."""
    ends = None if phase == "live" else home.ago(225)
    home.fact("parental-conflict", from_=home.before(35), to=ends, detail="Handovers end in rows")
    home.thread("conflict", "relationships", [home.main], phase, home.before(35), "social-care")


def violent_child(home: Home, phase: str) -> None:
    """A young person who hits out at home."""
    who = home.child(10, 17)
    ends = None if phase == "live" else home.ago(198)
    home.fact(
        "child-violence-at-home", who, from_=home.before(28), to=ends, detail="Holes in doors"
    )
    home.thread(
        "violent child", "relationships", [who], phase, home.before(28), "violence-in-the-home"
    )


def caring(home: Home, phase: str) -> None:
    """A child who cares for a parent without help."""
    who = home.child(10, 17)
    ends = None if phase == "live" else home.ago(210)
    home.fact(
        "caring-unsupported", who, from_=home.before(90), to=ends, detail="Cooks and gives tablets"
    )
    home.thread("caring", "relationships", [who], phase, home.before(90), "social-care")


def abuse(home: Home, phase: str) -> None:
    """Domestic abuse: call-outs, a victim, a person known to have caused it."""
    victim, other = home.main, home.partner
    home.fact("domestic-callout", victim, on=home.before(40), detail="Argument, both spoken to")
    if phase == "live":
        home.fact("domestic-abuse-victim", victim, from_=home.before(300), to=home.before(200))
        home.fact("domestic-callout", victim, on=home.ago(95), detail="Door kicked, no arrest")
        if other is not victim:
            home.fact("domestic-abuse-perpetrator", other, on=home.ago(95))
        home.fact("domestic-abuse-victim", victim, from_=home.ago(96))
    elif phase == "easing":
        home.fact("domestic-callout", victim, on=home.before(80))
        home.fact("domestic-callout", victim, on=home.ago(100))
        home.fact("domestic-abuse-victim", victim, from_=home.before(199), to=home.ago(200))
    else:
        home.fact("domestic-abuse-victim", victim, from_=home.before(200), to=home.ago(280))
    home.thread("abuse", "abuse", [victim], phase, home.before(200), "violence-in-the-home")
