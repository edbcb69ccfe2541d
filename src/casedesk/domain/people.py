"""Who counts as what in a family, on a day (docs/criteria.md, Dates, ages, windows)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from casedesk.domain.dates import age_on, birthday
from casedesk.domain.records import CaseFile, Membership, Person

# The ages (completed years, both included) that each `who` of an indicator stands for.
WHO_AGES: dict[str, tuple[int | None, int | None]] = {
    "any": (None, None),
    "child": (None, 17),
    "adult": (18, None),
    "parent": (18, None),
    "school-age": (5, 15),
}

# A member with no date of birth who is not in the family as a child.
ASSUMED_ADULT_AGE = 19


@dataclass(frozen=True, slots=True)
class Member:
    """One person together with their membership of one family.

    Role, parental responsibility, dependent and expectant carry no dates: they hold on
    every day as they are now.
    """

    person: Person
    membership: Membership

    @property
    def id(self) -> str:
        """The person's id."""
        return self.person.id

    @property
    def ref(self) -> str:
        """The reference of the person within this family."""
        return self.membership.ref

    @property
    def called(self) -> str:
        """The name to use in a sentence."""
        return self.person.called

    @property
    def first_day(self) -> date:
        """The first day on which the person counts: the later of joining and birth."""
        joined = self.membership.joined_on or date.min
        return max(joined, self.person.date_of_birth or date.min)

    @property
    def last_day(self) -> date:
        """The last day on which the person counts: the earlier of leaving and death."""
        left = self.membership.left_on or date.max
        return min(left, self.person.died_on or date.max)

    def counts_on(self, day: date) -> bool:
        """Whether the person is a member, born and not yet dead on `day`."""
        return self.first_day <= day <= self.last_day

    @property
    def _child_by_role(self) -> bool:
        return self.membership.role == "child"

    def fits_ages(self, low: int | None, high: int | None, day: date) -> bool:
        """Whether the age on `day` is from `low` to `high` (None = no bound).

        Without a date of birth a `child` fits every band, and anybody else counts as 19.
        """
        days = self.days_aged(low, high)
        return days is not None and days[0] <= day <= days[1]

    def days_aged(self, low: int | None, high: int | None) -> tuple[date, date] | None:
        """First and last day on which `fits_ages` says yes; None = never."""
        born = self.person.date_of_birth
        if born is None:
            age = ASSUMED_ADULT_AGE
            fits = self._child_by_role or (
                (low is None or low <= age) and (high is None or age <= high)
            )
            return (date.min, date.max) if fits else None
        first = date.min if low is None else birthday(born, low)
        last = date.max if high is None else birthday(born, high + 1) - timedelta(days=1)
        return (first, last) if first <= last else None

    def days_as(self, who: str) -> tuple[date, date] | None:
        """First and last day on which the person is a `who` of an indicator; None = never.

        `who` is any, child, adult, parent or school-age. Membership is not looked at.
        """
        if who == "any":
            return date.min, date.max
        if who == "parent" and not self.has_parental_responsibility:
            return None
        if self.person.date_of_birth is None and self._child_by_role:
            return (date.min, date.max) if who in ("child", "school-age") else None
        return self.days_aged(*WHO_AGES[who])

    def is_who(self, who: str, day: date) -> bool:
        """Whether the person is a `who` of an indicator on `day`."""
        days = self.days_as(who)
        return days is not None and days[0] <= day <= days[1]

    @property
    def has_parental_responsibility(self) -> bool:
        """As marked; where nothing is marked, yes for role `parent` and no for others."""
        marked = self.membership.parental_responsibility
        return self.membership.role == "parent" if marked is None else marked

    def is_adult_on(self, day: date) -> bool:
        """18 or over; without a date of birth, every role but `child`."""
        return self.is_who("adult", day)

    def is_child_on(self, day: date) -> bool:
        """Under 18; without a date of birth, the role `child`."""
        return self.is_who("child", day)

    def is_school_age_on(self, day: date) -> bool:
        """5 or over and under 16; without a date of birth, the role `child`."""
        return self.is_who("school-age", day)

    def is_under_16_on(self, day: date) -> bool:
        """Under 16; without a date of birth, the role `child`."""
        born = self.person.date_of_birth
        return self._child_by_role if born is None else age_on(born, day) < 16

    def is_dependent_child_on(self, day: date) -> bool:
        """Under 16, or 16 to 18 inclusive and marked `dependent`."""
        if self.is_under_16_on(day):
            return True
        born = self.person.date_of_birth
        return (
            self.membership.dependent is True
            and born is not None
            and 16 <= age_on(born, day) <= 18
        )  # fmt: skip


def members_of(case: CaseFile) -> tuple[Member, ...]:
    """Everyone with a membership, in the order recorded of the memberships."""
    people = case.person_by_id
    return tuple(
        Member(people[membership.person_id], membership)
        for membership in case.memberships
        if membership.person_id in people
    )


def members_on(case: CaseFile, day: date) -> tuple[Member, ...]:
    """Everyone who counts in the family on `day`, in the order recorded."""
    return tuple(member for member in members_of(case) if member.counts_on(day))
