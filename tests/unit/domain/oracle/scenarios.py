"""Runs of facts aimed at one rule each: a sum that just reaches, a day that just counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from casedesk.domain.records import Involvement
from oracle.calendar_of_edges import Edges
from oracle.naive_dates import ONE_DAY, months_away
from oracle.naive_household import EVENTS, SPELLS
from oracle.pack_words import Table

Row = dict[str, object]


class Scenarios:
    """Facts about given people, around the day asked about."""

    def __init__(self, rng: Random, edges: Edges, focus: list[Table], people: list[str]) -> None:
        self.rng = rng
        self.edges = edges
        self.focus = focus
        self.people = people

    def school_year(self, pupils: list[str]) -> list[Row]:
        """Terms at about nine days in ten, and exclusions that add up to about ten days."""
        found: list[Row] = []
        for pupil in pupils:
            begins = list(self._terms(pupil, found))
            if not begins or self.rng.random() < 0.3:
                continue
            first = self.rng.choice(begins)
            total = Decimal(self.rng.choice(("2.5", "3", "9.5", "10", "10", "10.5")))
            pieces = self.rng.choice((1, 2, 3, 3, 4))
            for index in range(pieces):
                part = total if index == pieces - 1 else Decimal("0.5")
                total -= part
                if part > 0:
                    day = self.rng.choice((first, first, first - ONE_DAY, first + ONE_DAY))
                    row: Row = {"kind": "exclusion-fixed", "on": day, "days": part}
                    found.append(row | {"person_id": pupil})
        return found

    def _terms(self, pupil: str, found: list[Row]) -> Iterator[date]:
        """Adds terms one after the other and yields their first days, the newest first."""
        rng = self.rng
        fresh = months_away(self.edges.as_at, -6)
        ends = rng.choice((self.edges.as_at, fresh, fresh + ONE_DAY, fresh + timedelta(days=40)))
        for _ in range(rng.choice((1, 2, 3, 3, 3, 4))):
            begins = ends - timedelta(days=rng.choice((50, 70)))
            possible = rng.choice((10, 20, 100))
            attended = possible * 9 // 10 + rng.choice((-1, -1, 0, 0, 0, 1))
            missing = possible - attended
            found.append(
                {
                    "kind": "attendance",
                    "person_id": pupil,
                    "from_on": begins,
                    "to_on": ends,
                    "possible": possible,
                    "attended": attended,
                    "authorised": rng.choice((None, 0, missing, missing // 2)),
                }
            )
            yield begins
            ends = begins - timedelta(days=rng.choice((0, 1, 1, 1, 15)))

    def check_and_trace(self) -> list[Row]:
        """A check that found nothing, and a fact that just does or does not speak against it."""
        rng = self.rng
        criterion = rng.choice(self.focus)
        asked_on = self.edges.past_day()
        if rng.random() < 0.6:
            asked_on = self.edges.as_at - timedelta(days=rng.randrange(180))
        kinds = [kind for one in criterion["indicators"] for kind in one["facts"]]
        kind = rng.choice([*(kind for kind in kinds if kind != "attendance"), "nomination"])
        check: Row = {"kind": "nothing-found", "criterion": criterion["id"], "on": asked_on}
        check["person_id"] = self._somebody()
        day = asked_on + timedelta(days=rng.choice((-1, -1, 0, 0, 1, 20)))
        if kind not in {"custody", "licence", "community-order", "out-of-work-benefit"}:
            owner: str | None = self._somebody()
        elif self.people:
            owner = rng.choice(self.people)
        else:
            return [check]
        trace: Row = {"kind": kind, "person_id": owner}
        if kind in SPELLS:
            trace |= {"from_on": day - timedelta(days=rng.choice((0, 30))), "to_on": day}
            if rng.random() < 0.3:
                trace |= {"from_on": day, "to_on": day + timedelta(days=5)}
        else:
            trace["on"] = day
        if kind == "nomination":
            trace["criterion"] = rng.choice((criterion["id"], "work"))
        if kind == "exclusion-fixed":
            trace["days"] = Decimal(1)
        return [check, trace]

    def a_year_before(self, involvements: list[Involvement]) -> list[Row]:
        """A fact that is just old enough, or not, for a measure to apply."""
        started = [one.started_on for one in involvements if one.started_on is not None]
        if not started or not self.people:
            return []
        day = self.edges.wobble(months_away(self.rng.choice(started) - ONE_DAY, -12))
        criterion = self.rng.choice(self.focus)
        measures = [one for each in criterion["measures"] for one in each.get("any_of", [each])]
        kinds = [kind for one in measures for kind in one["facts"]]
        found: list[Row] = []
        for kind in self.rng.sample(kinds, min(len(kinds), self.rng.choice((1, 1, 2)))):
            row: Row = {"kind": kind, "person_id": self.rng.choice(self.people)}
            if kind in EVENTS:
                row["on"] = day
                if kind == "exclusion-fixed":
                    row["days"] = Decimal("1.5")
            else:
                row |= {"from_on": day - timedelta(days=40), "to_on": day}
            if kind == "attendance":
                row |= {"possible": 40, "attended": 38, "authorised": None}
            found.append(row)
        known = {"criterion": criterion["id"], "person_id": None}
        found.append({"kind": "nomination", "on": self.edges.past_day(), **known})
        return found

    def just_leaving(self) -> list[Row]:
        """A fact of some indicator on the edge of its window, seen from the day or the start."""
        rng = self.rng
        indicators = [one for each in self.focus for one in each["indicators"] if "months" in one]
        if not indicators or not self.people:
            return []
        indicator = rng.choice(indicators)
        seen_from = rng.choice(self.edges.pool[: 1 + len(self.edges.started)])
        day = self.edges.wobble(months_away(seen_from, -indicator["months"]))
        kind = (indicator["facts"] or ["nomination"])[0]
        row: Row = {"kind": kind, "person_id": rng.choice(self.people)}
        if kind in SPELLS:
            row |= {"from_on": day - timedelta(days=9), "to_on": day}
        else:
            row["on"] = day
        if kind == "nomination":
            row["criterion"] = rng.choice(self.focus)["id"]
        return [row]

    def on_a_birthday(self, births: dict[str, date]) -> list[Row]:
        """Events on the birthdays that matter and on the days before them."""
        rng = self.rng
        kinds = sorted(
            {kind for each in self.focus for one in each["indicators"] for kind in one["facts"]}
            & EVENTS
        )
        found: list[Row] = []
        for person, born in births.items():
            for age in (5, 10, 16, 18, 19):
                day = months_away(born, 12 * age)
                if (born.month, born.day) == (2, 29) and day.day == 28:
                    day += ONE_DAY
                day -= ONE_DAY * rng.choice((0, 1))
                near = 0 <= (self.edges.as_at - day).days < 500
                if kinds and near and rng.random() < 0.7:
                    row: Row = {"kind": rng.choice(kinds), "person_id": person, "on": day}
                    if row["kind"] == "exclusion-fixed":
                        row["days"] = Decimal(10)
                    found.append(row)
        return found

    def half_a_year_in_work(self, worker: str) -> list[Row]:
        """Spells that add up to about 182 of 210 days, some touching, some overlapping."""
        rng = self.rng
        ends = self.edges.as_at + timedelta(days=rng.choice((-30, -28, -1, 0, 0, 9)))
        left = rng.choice((180, 181, 182, 183, 190))
        job: Row = {"kind": "employment", "person_id": worker}
        found: list[Row] = []
        if rng.random() < 0.2:
            later = self.edges.as_at + timedelta(days=rng.choice((0, 1, 2, 10)))
            found.append(job | {"from_on": later, "to_on": None})
        while left > 0:
            length = min(left, rng.choice((30, 60, 91, 182)))
            begins = ends - timedelta(days=length - 1)
            open_ended = not found and rng.random() < 0.2
            found.append(job | {"from_on": begins, "to_on": None if open_ended else ends})
            left -= length
            ends = begins - timedelta(days=rng.choice((1, 1, 1, 2, 15)))
            if rng.random() < 0.2:
                ends += timedelta(days=5)
        return found

    def release(self) -> list[Row]:
        """Somebody in custody, to be released about when the window ends."""
        if not self.people:
            return []
        due = self.edges.wobble(months_away(self.edges.as_at, self.rng.choice((0, 12, 12, 12))))
        begins = self.edges.past_day()
        if self.rng.random() < 0.3:
            due = self.rng.choice((date(2024, 2, 29), date(2028, 2, 29)))
            begins = months_away(due, -18)
        ends = self.rng.choice((None, self.edges.as_at, self.edges.day_from(begins)))
        row: Row = {"kind": "custody", "person_id": self.rng.choice(self.people)}
        row |= {"from_on": begins, "to_on": max(ends, begins) if ends else None}
        row["release_due"] = max(due, begins)
        return [row]

    def _somebody(self) -> str | None:
        return self.rng.choice([*self.people, None])
