"""Plans of the made-up caseload: goals, actions, reviews, assessments, judgements."""

from __future__ import annotations

from datetime import date, timedelta

from casedesk.demo.home import Home
from casedesk.demo.places import PROFESSIONALS
from casedesk.demo.someone import Someone, Thread, working_day
from casedesk.demo.topics import TOPICS
from casedesk.demo.troubles import criterion_of

_SIX_WEEKS = 42


def write_plan(home: Home, *, untied_goal: bool = False, overdue_review: bool = False) -> None:
    """Goals and actions for every trouble, reviews every six weeks, assessments.

    With `untied_goal` one goal names no criterion; with `overdue_review` the last review
    that was due has not been held.
    """
    if home.started is None or home.started > home.today:
        return
    _assess(home)
    for number, thread in enumerate(home.threads):
        _goal(home, thread, tied=not (untied_goal and number == 0))
    home.sheets.add(
        "Actions",
        family_ref=home.ref,
        action_ref=home.next_ref("A"),
        title="Book the next review",
        owner=home.keyworker,
        due=home.ago(-home.chance.whole(2, 20)),
        categories=["social-care"],
    )
    _reviews(home, overdue=overdue_review)


def _text(text: str, home: Home, who: Someone) -> str:
    return text.format(who=who.called, main=home.main.called, worker=home.keyworker or "the team")


def _goal(home: Home, thread: Thread, *, tied: bool) -> None:
    topic = TOPICS[thread.topic]
    who = thread.people[0]
    ref = home.next_ref("G")
    set_on = min(home.begun + timedelta(days=home.chance.whole(14, 35)), home.today)
    start = home.chance.whole(1, 4)
    gain = {"live": (0, 2), "easing": (2, 4), "better": (4, 6)}[thread.phase]
    achieved = home.ago(home.chance.whole(10, 60)) if thread.phase == "better" else None
    if achieved is not None and achieved < set_on:
        achieved = None
    home.sheets.add(
        "Goals",
        family_ref=home.ref,
        goal_ref=ref,
        criterion=criterion_of(home.programme, thread.area) if tied else None,
        people=[one.ref for one in thread.people],
        title=_text(topic.goal, home, who),
        family_words=_text(topic.own_words, home, who),
        start_score=start,
        now_score=min(10, start + home.chance.whole(*gain)),
        set_on=set_on,
        achieved_on=achieved,
        categories=list(thread.categories[:1]),
    )
    for number, (title, owner) in enumerate(topic.steps):
        _action(home, thread, ref, _text(title, home, who), _text(owner, home, who), number, set_on)


def _action(
    home: Home, thread: Thread, goal: str, title: str, owner: str, number: int, set_on: date
) -> None:
    """The first steps are done; the last is due soon, or overdue where nothing changes."""
    due = set_on + timedelta(days=21 + 28 * number)
    done = None
    if thread.phase == "better" or (number == 0 and due < home.today):
        done = max(set_on, min(due + timedelta(days=home.chance.whole(-9, 4)), home.today))
    elif number > 0:
        due = (
            home.ago(-home.chance.whole(1, 25))
            if home.chance.odds(0.7)
            else home.ago(home.chance.whole(1, 12))
        )
    home.sheets.add(
        "Actions",
        family_ref=home.ref,
        goal_ref=goal,
        action_ref=home.next_ref("A"),
        title=title,
        owner=owner,
        due=due,
        done_on=done,
        people=[one.ref for one in thread.people],
        categories=list(thread.categories[:1]),
    )


def _reviews(home: Home, *, overdue: bool) -> None:
    last = home.closed or home.today
    due = home.begun + timedelta(days=_SIX_WEEKS)
    members = [one.ref for one in home.alive if one.at_home]
    number = 0
    while due <= last:
        number += 1
        is_last = due + timedelta(days=_SIX_WEEKS) > last
        held = (
            None
            if overdue and is_last
            else working_day(min(due + timedelta(days=number % 3), last))
        )
        home.sheets.add(
            "Reviews",
            family_ref=home.ref,
            due_on=due,
            held_on=held,
            kind="team around the family" if number % 2 else "review",
            people=members,
            also_present=_professionals(home) if number % 2 else None,
            text=_review_text(home, number) if held else None,
            categories=["social-care"] if held else None,
        )
        due += timedelta(days=_SIX_WEEKS)
    if home.closed is None:
        home.sheets.add("Reviews", family_ref=home.ref, due_on=due, kind="review", people=members)


def _professionals(home: Home) -> str:
    partners = [TOPICS[thread.topic].partner for thread in home.threads]
    return ", ".join(home.chance.pick(PROFESSIONALS[one]) for one in dict.fromkeys(partners) if one)


def _review_text(home: Home, number: int) -> str:
    if not home.threads:
        return "The plan goes on."
    thread = home.threads[number % len(home.threads)]
    topic = TOPICS[thread.topic]
    pool = topic.better if thread.phase != "live" and number > 2 else topic.worry
    words = _text(home.chance.pick(pool), home, thread.people[0])
    return f"{words} Actions looked at one by one; new dates agreed."


def _assess(home: Home) -> None:
    """A whole-family assessment within 35 days, and one a year later."""
    everyone = [one.ref for one in home.alive]
    topics = ", ".join(dict.fromkeys(thread.topic for thread in home.threads)) or "settling in"
    for after, title in ((home.chance.whole(20, 34), "First"), (380, "Yearly")):
        on = home.begun + timedelta(days=after)
        if on <= (home.closed or home.today):
            home.sheets.add(
                "Assessments",
                family_ref=home.ref,
                on=on,
                people=everyone,
                summary=f"{title} whole-family assessment. Main themes: {topics}.",
                by=home.keyworker,
            )


def write_judgements(home: Home) -> None:
    """Outcome judgements for every trouble: the way it goes, twice where there was time."""
    outcomes = {"live": "same", "easing": "same", "better": "improved"}
    judged: set[tuple[str, date]] = set()
    for thread in home.threads:
        for ago, outcome in ((200, "same"), (home.chance.whole(15, 60), outcomes[thread.phase])):
            on = home.ago(ago)
            criterion = criterion_of(home.programme, thread.area)
            if home.started is None or on < home.started or (home.closed and on > home.closed):
                continue
            if (criterion, on) in judged:
                continue
            judged.add((criterion, on))
            home.sheets.add(
                "Judgements",
                family_ref=home.ref,
                programme=home.programme,
                criterion=criterion,
                on=on,
                outcome="worse" if outcome == "same" and home.chance.odds(0.2) else outcome,
                evidence=_text(
                    home.chance.pick(
                        TOPICS[thread.topic].better
                        if outcome == "improved"
                        else TOPICS[thread.topic].worry
                    ),
                    home,
                    thread.people[0],
                ),
                by=home.keyworker,
            )
