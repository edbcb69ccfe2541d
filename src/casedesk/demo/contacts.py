"""Visits, calls and meetings over the time a family is worked with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from casedesk.demo.home import Home
from casedesk.demo.more_words import ASIDES
from casedesk.demo.places import PROFESSIONALS
from casedesk.demo.someone import Someone, Thread, working_day
from casedesk.demo.topics import TOPICS
from casedesk.demo.voices import words_for

_OPENINGS = (
    "Kettle on when I arrived.", "A short visit, between school and tea.",
    "{main} opened the door before I knocked.", "Rain, and everybody in the front room.",
    "The house was tidy and cold.", "{main} had forgotten the time but asked me in.",
    "We sat on the back step.", "The television was on and stayed on.",
    "{main} had written a list.", "Quieter than last time.",
)  # fmt: skip
_ENDINGS = (
    "Next visit agreed.", "I said what I will write down and {main} agreed.",
    "{main} will ring if anything changes.", "We looked at the plan together.",
    "I left the number for the weekend.", "No new worries today.",
    "I will speak to the team about it.", "{main} asked me to come a little later next time.",
)  # fmt: skip
_NO_REPLY = (
    "No reply. Curtains open, nobody at the door. Card left.",
    "Knocked twice and rang; no reply. I will try again on Thursday.",
    "No reply at the agreed time. {main} sent a text later: forgot, sorry.",
)
_HOURS = ((9, 30), (10, 0), (10, 30), (11, 15), (13, 15), (14, 0), (15, 30), (16, 15), (16, 45))


def write_contacts(home: Home, *, quiet_for: int = 0) -> None:
    """Writes every contact from the referral on; none in the last `quiet_for` days."""
    last = min(home.closed or home.today, home.ago(quiet_for))
    said = _Sayings(home)
    if home.referred is not None and home.referred <= last:
        _note(home, home.referred, "phone", None, said)
    if home.started is None or home.started > home.today:
        return
    for number, day in enumerate(_days(home, home.started, last)):
        thread = home.threads[number % len(home.threads)] if home.threads else None
        if number == 0:
            _note(home, day, "home visit", thread, said, first=True)
        elif home.chance.odds(0.06):
            _missed(home, day)
        elif number % 6 == 5:
            _meeting(home, day, thread, said)
        elif home.chance.odds(0.25):
            _note(home, day, home.chance.pick(("phone", "school", "office", "video")), thread, said)
        else:
            _note(home, day, "home visit", thread, said)


class _Sayings:
    """Sentences in an order of chance, none again before all of its kind were said."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._left: dict[object, list[str]] = {}

    def next(self, pool: tuple[str, ...]) -> str:
        """A sentence of a pool that was not said for the longest time."""
        left = self._left.setdefault(pool, [])
        if not left:
            left.extend(self._home.chance.several(pool, len(pool)))
        return left.pop()


def _days(home: Home, first: date, last: date) -> Iterator[date]:
    """Working days: weekly for two months, then every two or three weeks, at most two years."""
    day = max(first, home.ago(730))
    weekly_until = first + timedelta(days=60)
    while day <= last:
        yield working_day(day)
        day += timedelta(days=7 if day < weekly_until else home.chance.whole(13, 22))


def _at(home: Home, day: date) -> datetime | date:
    if home.chance.odds(0.05):
        return day
    return datetime.combine(day, time(*home.chance.pick(_HOURS)))


def _filled(text: str, home: Home, who: Someone) -> str:
    return text.format(who=who.called, main=home.main.called, worker=home.keyworker or "the team")


def _note(
    home: Home,
    day: date,
    kind: str,
    thread: Thread | None,
    said: _Sayings,
    *,
    first: bool = False,
) -> None:
    """A visit or call about one trouble."""
    who = thread.people[0] if thread else home.main
    sentences = []
    if kind == "home visit":
        sentences.append(said.next(_OPENINGS))
    if first:
        sentences.append("First visit. I explained who we share with and left the privacy notice.")
    if thread is not None:
        pool = _sentences(home, thread, day)
        two = [said.next(pool) for _ in range(1 if home.chance.odds(0.3) else 2)]
        sentences += dict.fromkeys(two)
        if kind == "home visit" and home.chance.odds(0.6):
            sentences.insert(-1, said.next(ASIDES))
    elif not first:
        sentences.append("{main} told me what the family hopes for. I took the first details.")
    sentences.append(said.next(_ENDINGS))
    people = list(dict.fromkeys([home.main, who]))
    seen = _children_seen(home, day) if kind in ("home visit", "school") else []
    _row(home, day, kind, people, " ".join(sentences), thread, seen, significant=first)


def _sentences(home: Home, thread: Thread, day: date) -> tuple[str, ...]:
    """Words of worry, or of change in the later part of a trouble that gets better."""
    topic = TOPICS[thread.topic]
    half = home.begun + (home.today - home.begun) / 2
    return topic.better if thread.phase != "live" and day > half else topic.worry


def _children_seen(home: Home, day: date) -> list[Someone]:
    at_home = [one for one in home.children() if one.born is None or one.born <= day]
    return home.chance.several(at_home, home.chance.whole(1, 3))


def _meeting(home: Home, day: date, thread: Thread | None, said: _Sayings) -> None:
    """A meeting with the professional whom the trouble concerns."""
    partner = TOPICS[thread.topic].partner if thread else ""
    person = home.chance.pick(PROFESSIONALS[partner or "school"])
    who = thread.people[0] if thread else home.main
    words = said.next(_sentences(home, thread, day)) if thread else "Agreed who does what."
    text = f"Team around the family, with {person}. {words} {said.next(_ENDINGS)}"
    people = list(dict.fromkeys([home.main, who]))
    _row(home, day, "meeting", people, text, thread, [], also=person, significant=True)


def _missed(home: Home, day: date) -> None:
    _row(home, day, "no reply", [home.main], home.chance.pick(_NO_REPLY), None, [])


def _row(
    home: Home,
    day: date,
    kind: str,
    people: list[Someone],
    text: str,
    thread: Thread | None,
    seen: list[Someone],
    *,
    also: str | None = None,
    significant: bool = False,
) -> None:
    who = thread.people[0] if thread else home.main
    alone = [one for one in seen if one.age(day) >= 6][:1] if home.chance.odds(0.4) else []
    voices = [
        f"{one.ref}: {home.chance.pick(words_for(one.age(day)))}"
        for one in seen
        if words_for(one.age(day)) and home.chance.odds(0.45)
    ]
    home.sheets.add(
        "Contacts",
        family_ref=home.ref,
        contact_ref=home.next_ref("V"),
        at=_at(home, day),
        kind=kind,
        people=[one.ref for one in people],
        also_present=also,
        children_seen=[one.ref for one in seen],
        seen_alone=[one.ref for one in alone],
        child_voice="\n".join(voices),
        text=_filled(text, home, who),
        categories=list(thread.categories) if thread else ["social-care"],
        by=home.keyworker,
        significant=significant or None,
    )
