"""The facts of an invented family: most on the edges of what its criteria look at."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from casedesk.domain.records import Involvement, Membership, Person
from oracle.calendar_of_edges import Edges
from oracle.naive_dates import ONE_DAY, completed_years, months_away
from oracle.naive_household import EVENTS, MEASURES, SPELLS
from oracle.pack_words import Table
from oracle.scenarios import Row, Scenarios

NEEDS_PERSON = frozenset(
    {"custody", "licence", "community-order", "employment", "out-of-work-benefit", "attendance"}
)
ASKED = ("nomination", "nothing-found")
REGISTERS = ((9, 10, 0), (90, 100, 0), (89, 100, 1), (91, 100, 0), (8996, 10000, 4), (80, 100, 12))
DAYS = ("0.5", "1", "1.5", "2.5", "3", "3.5", "5", "9.5", "10")
BENEFITS = ("jsa", "esa", "is", "ca", "uc-search", "uc-other", None)


class Evidence:
    """Makes the fields of facts; the order and the identity are somebody else's."""

    def __init__(
        self,
        rng: Random,
        edges: Edges,
        focus: list[Table],
        people: list[Person],
        memberships: list[Membership],
    ) -> None:
        self.rng = rng
        self.edges = edges
        self.focus = focus
        self.people = people
        self.memberships = memberships
        named = {str(kind) for one in focus for part in _parts(one) for kind in part["facts"]}
        self.kinds: list[str] = sorted(named) or sorted(EVENTS - set(ASKED))

    def rows(self, involvements: list[Involvement]) -> list[Row]:
        """The family's facts, in no order."""
        rng = self.rng
        for person in self.people:
            if person.date_of_birth is not None:
                years = rng.choice((5, 10, 16, 18, 19))
                birthday = months_away(person.date_of_birth, 12 * years)
                if abs((birthday - self.edges.as_at).days) < 1200:
                    self.edges.remember(birthday)
        found: list[Row] = []
        for _ in range(rng.choice((0, 1, 2, 3, 4, 6, 9, 13))):
            found += self._of_kind(self._kind())
        for _ in range(rng.choice((0, 0, 1, 1, 2, 3))):
            found += self._asked()
        started = [one.started_on for one in involvements if one.started_on is not None]
        events = [kind for kind in self.kinds if kind in EVENTS]
        if started and events and rng.random() < 0.4:
            found += self._baseline(rng.choice(started), rng.choice(events))
        return found + self._scenarios(involvements)

    def _scenarios(self, involvements: list[Involvement]) -> list[Row]:
        rng = self.rng
        people = [person.id for person in self.people]
        scenarios = Scenarios(rng, self.edges, self.focus, people)
        pupils = [person.id for person in self.people if self._goes_to_school(person)] or people
        workers = [one for one in people if one not in pupils] or people
        found: list[Row] = []
        if rng.random() < 0.3:
            found += scenarios.a_year_before(involvements)
        elif "attendance" in self.kinds and pupils and rng.random() < 0.8:
            found += scenarios.school_year(rng.sample(pupils, rng.randrange(1, len(pupils) + 1)))
        if "employment" in self.kinds:
            for worker in rng.sample(workers, min(len(workers), rng.choice((0, 1, 1, 2)))):
                found += scenarios.half_a_year_in_work(worker)
        if "custody" in self.kinds and rng.random() < 0.6:
            found += scenarios.release()
        if rng.random() < 0.4:
            found += scenarios.check_and_trace()
        if rng.random() < 0.4:
            found += scenarios.just_leaving()
        if rng.random() < 0.5:
            births = {one.id: one.date_of_birth for one in self.people if one.date_of_birth}
            found += scenarios.on_a_birthday(births)
        return found

    def _goes_to_school(self, person: Person) -> bool:
        if person.date_of_birth is None:
            return any(
                one.person_id == person.id and one.role == "child" for one in self.memberships
            )
        return 5 <= completed_years(person.date_of_birth, self.edges.as_at) < 16

    def _kind(self) -> str:
        if self.rng.random() < 0.12:
            return self.rng.choice(sorted(EVENTS | SPELLS | MEASURES - set(ASKED)))
        return self.rng.choice(self.kinds)

    def _owner(self, needed: bool = False) -> str | None:
        if self.people and (needed or self.rng.random() < 0.75):
            return self.rng.choice(self.people).id
        return None

    def _of_kind(self, kind: str) -> list[Row]:
        owner = self._owner(kind in NEEDS_PERSON)
        if owner is None and kind in NEEDS_PERSON:
            return []
        if kind in ASKED:
            return self._asked()
        if kind in MEASURES:
            return self._terms(owner)
        if kind in SPELLS:
            return self._spells(kind, owner)
        return [self._event(kind, owner, self.edges.past_day()) for _ in range(self._few())]

    def _few(self) -> int:
        return self.rng.choice((1, 1, 1, 2, 3))

    def _event(self, kind: str, owner: str | None, day: date) -> Row:
        row: Row = {"kind": kind, "person_id": owner, "on": day}
        if kind == "exclusion-fixed":
            row["days"] = Decimal(self.rng.choice(DAYS))
        if self.rng.random() < 0.5:
            self.edges.remember(day)
        return row

    def _asked(self) -> list[Row]:
        kind = self.rng.choice(("nomination", "nothing-found", "nothing-found"))
        row = self._event(kind, self._owner(), self.edges.past_day())
        row["criterion"] = self.rng.choice(self.focus)["id"]
        return [row]

    def _spells(self, kind: str, owner: str | None) -> list[Row]:
        rng = self.rng
        found: list[Row] = []
        begins = self.edges.any_day()
        for _ in range(self._few()):
            ends = None if rng.random() < 0.25 else self.edges.day_from(begins)
            if rng.random() < 0.06:
                ends = max(begins, self.edges.years_ahead())
            row: Row = {"kind": kind, "person_id": owner, "from_on": begins, "to_on": ends}
            if kind == "custody" and rng.random() < 0.8:
                base = rng.choice((self.edges.as_at, ends or begins))
                row["release_due"] = self.edges.wobble(months_away(base, rng.choice((0, 6, 12))))
            if kind == "out-of-work-benefit":
                row["benefit"] = rng.choice(BENEFITS)
            found.append(row)
            if rng.random() < 0.5:
                self.edges.remember(begins, ends)
            last = ends or begins
            begins = last + timedelta(days=rng.choice((-20, 0, 1, 1, 2, 5)))
        return found

    def _terms(self, owner: str | None) -> list[Row]:
        """A run of terms going back from a day, some overlapping, some missing."""
        rng = self.rng
        found: list[Row] = []
        ends = self.edges.past_day()
        for _ in range(rng.choice((1, 2, 2, 3, 3, 4, 5))):
            length = rng.choice((0, 1, 20, 60, 75, 90))
            begins = ends - timedelta(days=length)
            if rng.random() < 0.85:
                found.append(self._register(owner, begins, ends))
                if rng.random() < 0.2:
                    middle = begins + timedelta(days=rng.choice((-1, 0, length // 2, length)))
                    last = max(middle, ends - timedelta(days=rng.choice((0, 1, 10))))
                    found.append(self._register(owner, middle, last))
                if rng.random() < 0.4:
                    self.edges.remember(begins, ends)
            ends = begins - timedelta(days=rng.choice((0, 1, 1, 14, 100)))
        return found

    def _register(self, owner: str | None, begins: date, ends: date) -> Row:
        rng = self.rng
        attended, possible, authorised = rng.choice(REGISTERS)
        if rng.random() < 0.3:
            possible = rng.randrange(1, 40)
            attended = rng.randrange(possible // 2, possible + 1)
            authorised = rng.randrange(0, possible - attended + 1)
        return {
            "kind": "attendance",
            "person_id": owner,
            "from_on": begins,
            "to_on": ends,
            "possible": possible,
            "attended": attended,
            "authorised": None if rng.random() < 0.3 else authorised,
        }

    def _baseline(self, started: date, kind: str) -> list[Row]:
        """Events before the start and since, in numbers where a percentage bites."""
        rng = self.rng
        criterion: Row = {"criterion": rng.choice(self.focus)["id"]} if kind in ASKED else {}
        first = months_away(started, -6)
        since = months_away(self.edges.as_at, -6)
        found = []
        for begins, ends, number in (
            (first, started - ONE_DAY, rng.choice((0, 1, 2, 3, 5, 10))),
            (since + ONE_DAY, self.edges.as_at, rng.choice((0, 0, 1, 2, 4, 6))),
        ):
            for _ in range(number):
                inside = begins + timedelta(days=rng.randrange(max(1, (ends - begins).days + 1)))
                day = rng.choice((begins, ends, inside, inside))
                owner = self._owner()
                if day <= self.edges.as_at:
                    found.append(self._event(kind, owner, day) | criterion)
        return found


def _parts(criterion: Table) -> list[Table]:
    """The indicators and measures of a criterion, alternatives one by one."""
    found: list[Table] = list(criterion["indicators"])
    for measure in criterion["measures"]:
        found += measure.get("any_of", [measure])
    return found
