"""One made-up family while it is being made: its people, its facts, and its rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from casedesk.demo.chance import Chance
from casedesk.demo.names import Heritage
from casedesk.demo.numbers_of_people import (
    made_up_nhs_number,
    made_up_nino,
    made_up_phone,
    made_up_upn,
)
from casedesk.demo.places import (
    HIGH_SCHOOLS,
    NURSERIES,
    PRIMARY_SCHOOLS,
    SOURCE_OF_KIND,
)
from casedesk.demo.sheets import Sheets
from casedesk.demo.someone import Someone, Thread

PEOPLE_A_FAMILY = 16
"""Room for people's numbers; no made-up family has more."""


@dataclass
class Home:
    """A family and everything about it that later steps need."""

    number: int
    ref: str
    name: str
    heritage: Heritage
    chance: Chance
    today: date
    sheets: Sheets
    status: str = "open"
    programme: str = "troubled-families-2015"
    keyworker: str | None = None
    team: str | None = None
    referred: date | None = None
    started: date | None = None
    closed: date | None = None
    people: list[Someone] = field(default_factory=list)
    threads: list[Thread] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    goals: dict[str, str] = field(default_factory=dict)
    _names_used: set[str] = field(default_factory=set)

    def ago(self, days: int) -> date:
        """So many days before today (after it, when negative)."""
        return self.today - timedelta(days=days)

    def next_ref(self, prefix: str) -> str:
        """The next reference of its kind in this family: F-1, F-2, …"""
        self.counts[prefix] = self.counts.get(prefix, 0) + 1
        return f"{prefix}-{self.counts[prefix]}"

    @cached_property
    def ethnicity(self) -> str:
        """The DfE code everybody in the family goes by."""
        return self.chance.pick(self.heritage.ethnicity)

    @cached_property
    def language(self) -> str:
        """The language spoken at home."""
        return self.chance.pick(self.heritage.languages)

    @property
    def begun(self) -> date:
        """The day the work started, or would: referral or today where it has not."""
        return self.started or self.referred or self.today

    def before(self, days: int) -> date:
        """So many days before the work started."""
        return self.begun - timedelta(days=days)

    # People -------------------------------------------------------------------------

    @property
    def alive(self) -> list[Someone]:
        return [one for one in self.people if one.died is None]

    @property
    def adults(self) -> list[Someone]:
        return [one for one in self.alive if one.age(self.today) >= 18]

    @property
    def main(self) -> Someone:
        """The grown-up the team mostly talks to: a parent or carer at home, else anybody."""
        at_home = [one for one in self.adults if one.at_home]
        caring = [one for one in at_home if one.role in ("parent", "carer")]
        return (caring or at_home or self.adults or self.people)[0]

    def children(self, low: int = 0, high: int = 17) -> list[Someone]:
        """Living children of those ages at home, the eldest first."""
        found = [
            one
            for one in self.alive
            if one.at_home and one.role == "child" and low <= one.age(self.today) <= high
        ]
        return sorted(found, key=lambda one: -one.age(self.today))

    def child(self, low: int = 0, high: int = 17) -> Someone:
        """The eldest child of those ages, else the eldest, else the main adult."""
        return (self.children(low, high) or self.children() or [self.main])[0]

    @property
    def partner(self) -> Someone:
        """The other grown-up: at home, else elsewhere, else the main one again."""
        others = [one for one in self.adults if one is not self.main]
        return next((one for one in others if one.at_home), (others or [self.main])[0])

    def born_at(self, age: int) -> date:
        """A birthday that makes somebody so old today."""
        past = date(self.today.year - age - 1, self.today.month, 1)
        return past + timedelta(days=self.chance.whole(40, 350))

    def given_name(self, sex: str, age: int) -> str:
        """A given name nobody in the family has yet."""
        pools = {
            ("female", True): self.heritage.women,
            ("male", True): self.heritage.men,
            ("female", False): self.heritage.girls,
            ("male", False): self.heritage.boys,
        }
        names = pools.get((sex, age >= 20)) or self.heritage.girls + self.heritage.boys
        free = [name for name in names if name not in self._names_used] or list(names)
        return self.chance.pick(free)

    def add(
        self,
        role: str,
        age: int | None,
        sex: str,
        *,
        given: str | None = None,
        family: str | None = None,
        born: date | None = None,
        at_home: bool = True,
        responsible: bool | None = None,
        died: date | None = None,
        known_as: str | None = None,
        **cells: object,
    ) -> Someone:
        """Adds a person; cells are further columns of the sheet People. No age: not known."""
        given = given or self.given_name(sex, 40 if age is None else age)
        self._names_used.add(given)
        born = born or (None if age is None else self.born_at(age))
        one = Someone(
            self.next_ref("P"), given, family or self.name, sex, role, born,
            at_home, known_as, responsible, died,
        )  # fmt: skip
        one.school = self._school(one) if role == "child" and died is None else None
        self.people.append(one)
        self.sheets.add("People", **{**self._cells_of(one), **cells})
        return one

    def add_known(self, one: Someone, home_ref: str, role: str, *, at_home: bool) -> Someone:
        """Adds somebody who is in another family of the caseload already."""
        here = Someone(self.next_ref("P"), one.given, one.family, one.sex, role, one.born, at_home)
        self.people.append(here)
        self.sheets.add(
            "People",
            family_ref=self.ref,
            person_ref=here.ref,
            given_name=one.given,
            family_name=one.family,
            role=role,
            lives_in_household=at_home,
            same_as=f"{home_ref}/{one.ref}",
        )
        return here

    def _school(self, one: Someone) -> str | None:
        age = one.age(self.today)
        schools = NURSERIES if age < 4 else PRIMARY_SCHOOLS if age < 11 else HIGH_SCHOOLS
        return schools[self.number % len(schools)] if 2 <= age <= 16 else None

    def _cells_of(self, one: Someone) -> dict[str, object]:
        number = self.number * PEOPLE_A_FAMILY + len(self.people) - 1
        age = one.age(self.today)
        grown = age >= 18
        chance = self.chance
        language = self.language
        pupil = one.role == "child" and 4 <= age <= 17 and one.born is not None
        return {
            "family_ref": self.ref,
            "person_ref": one.ref,
            "given_name": one.given,
            "family_name": one.family,
            "known_as": one.known_as,
            "date_of_birth": one.born,
            "sex": one.sex,
            "ethnicity": self.ethnicity,
            "role": one.role,
            "parental_responsibility": one.responsible,
            "lives_in_household": None if one.died else one.at_home,
            "nhs_number": made_up_nhs_number(number) if chance.odds(0.6) else None,
            "upn": made_up_upn(number, (one.born or self.today).year + 4) if pupil else None,
            "nino": made_up_nino(number) if grown and chance.odds(0.4) else None,
            "la_child_id": f"MB-{number:05d}" if pupil and chance.odds(0.5) else None,
            "phone": made_up_phone(number) if grown and one.died is None else None,
            "school": one.school,
            "first_language": language if language != "English" else None,
            "interpreter": (language != "English" and grown and chance.odds(0.4)) or None,
            "died_on": one.died,
        }

    def relate(self, one: Someone, relation: str, other: Someone, **dates: date) -> None:
        """“One is RELATION of other.”"""
        self.sheets.add(
            "Relationships",
            family_ref=self.ref,
            person_ref=one.ref,
            relation=relation,
            other_person_ref=other.ref,
            **dates,
        )

    # Facts --------------------------------------------------------------------------

    def fact(self, kind: str, about: Someone | None = None, **cells: object) -> None:
        """Adds a fact; one that would lie before the birth begins on the day of birth.

        `on` or `from_` after today adds nothing: the future has no facts.
        """
        begins = cells.get("on") or cells.get("from_")
        if not isinstance(begins, date) or begins > self.today:
            return
        if about is not None and about.born is not None and begins < about.born:
            ends = cells.get("to")
            if "on" in cells or (isinstance(ends, date) and ends < about.born):
                return
            cells["from_"] = about.born
        self.sheets.add(
            "Facts",
            **{
                "family_ref": self.ref,
                "person_ref": about.ref if about else None,
                "fact_ref": self.next_ref("F"),
                "kind": kind,
                "source": SOURCE_OF_KIND[kind],
                **cells,
            },
        )

    def thread(
        self,
        topic: str,
        area: str,
        people: list[Someone],
        phase: str,
        since: date,
        *categories: str,
    ) -> None:
        """Notes something the team works on, for plan, notes and decisions."""
        self.threads.append(Thread(topic, area, tuple(people), phase, since, categories))
