"""Who counts on a day, how old they are, and whose fact is whose."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from casedesk.domain.records import CaseFile, Fact
from oracle.naive_dates import completed_years

FAMILY = ""
"""Stands for the family's own facts, which count together as one more person."""

EVENTS = frozenset(
    {
        "offence", "asb-incident", "asb-intervention", "restorative-disposal", "exclusion-fixed",
        "exclusion-permanent", "section-47", "missing-episode", "domestic-abuse-perpetrator",
        "domestic-callout", "nomination", "nothing-found",
    }
)  # fmt: skip
MEASURES = frozenset({"attendance"})
SPELLS = frozenset(
    {
        "custody", "licence", "community-order", "alternative-provision", "not-on-roll",
        "education-needs-unmet", "early-help", "child-in-need", "child-protection-plan",
        "parenting-support", "parental-conflict", "child-violence-at-home", "caring-unsupported",
        "early-years-development", "early-years-place-untaken", "exploitation-risk",
        "abuse-or-neglect", "out-of-work-benefit", "employment", "neet", "leaving-school-no-plans",
        "problem-debt", "rent-arrears", "domestic-abuse-victim", "mental-health", "alcohol",
        "drugs", "physical-health", "perinatal-health", "temporary-accommodation",
        "homelessness-risk",
    }
)  # fmt: skip


def day_of(fact: Fact) -> date:
    """The day of an event."""
    assert fact.on is not None
    return fact.on


def first_day(fact: Fact) -> date:
    """The first day of a spell."""
    assert fact.from_on is not None
    return fact.from_on


def current(fact: Fact, day: date) -> bool:
    """Whether a spell is current on a day."""
    return first_day(fact) <= day and (fact.to_on is None or fact.to_on >= day)


class Household:
    """One case file, asked about days."""

    def __init__(self, case: CaseFile) -> None:
        self.case = case
        self.people = {person.id: person for person in case.people}
        self.memberships = {one.person_id: one for one in case.memberships}
        self.facts_of: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        self.kinds: set[str] = set()
        for fact in case.facts:
            if not fact.in_error:
                self.facts_of[(fact.person_id or FAMILY, fact.kind)].append(fact)
                self.kinds.add(fact.kind)
        self._members: dict[date, list[str]] = {}
        self.remembered: dict[Any, Any] = {}

    def members(self, day: date) -> list[str]:
        """The ids of the people who count on a day."""
        if day not in self._members:
            self._members[day] = [one for one in self.memberships if self._counts(one, day)]
        return self._members[day]

    def _counts(self, person_id: str, day: date) -> bool:
        membership, person = self.memberships[person_id], self.people[person_id]
        if membership.joined_on is not None and day < membership.joined_on:
            return False
        if membership.left_on is not None and day > membership.left_on:
            return False
        if person.date_of_birth is not None and day < person.date_of_birth:
            return False
        return not (person.died_on is not None and day > person.died_on)

    def owners(self, day: date) -> list[str]:
        """The people who count on a day, and the family's own facts."""
        return [*self.members(day), FAMILY]

    def is_child_without_birthday(self, person_id: str) -> bool:
        return (
            self.people[person_id].date_of_birth is None
            and self.memberships[person_id].role == "child"
        )

    def age(self, person_id: str, day: date) -> int:
        """Completed years; 19 for somebody who is no child and has no date of birth."""
        born = self.people[person_id].date_of_birth
        return 19 if born is None else completed_years(born, day)

    def is_child(self, person_id: str, day: date) -> bool:
        return self.is_child_without_birthday(person_id) or self.age(person_id, day) < 18

    def is_school_age(self, person_id: str, day: date) -> bool:
        return self.is_child_without_birthday(person_id) or 5 <= self.age(person_id, day) < 16

    def has_parental_responsibility(self, person_id: str) -> bool:
        membership = self.memberships[person_id]
        if membership.parental_responsibility is None:
            return membership.role == "parent"
        return membership.parental_responsibility

    def fits(self, owner: str, who: str, judged_on: date, as_at: date) -> bool:
        """Whether somebody is one of those an indicator is about."""
        if owner == FAMILY or who == "any":
            return True
        if who == "child":
            return self.is_child(owner, judged_on)
        if who == "adult":
            return not self.is_child(owner, judged_on)
        if who == "school-age":
            return self.is_school_age(owner, as_at)
        assert who == "parent", who
        return not self.is_child(owner, judged_on) and self.has_parental_responsibility(owner)

    def in_band(self, owner: str, low: int | None, high: int | None, judged_on: date) -> bool:
        """Whether somebody is inside an indicator's age band, both ends included."""
        if owner == FAMILY or self.is_child_without_birthday(owner):
            return True
        age = self.age(owner, judged_on)
        return (low is None or low <= age) and (high is None or age <= high)
