"""What every item needs to know of its case file: the day, who counts, what category."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.facts import MEASURE, first_day_of
from casedesk.domain.people import Member, members_of
from casedesk.domain.records import CaseFile, Fact, Goal

SOCIAL_CARE = "social-care"
"""The category of what carries none and takes none from elsewhere."""


@dataclass(frozen=True)
class CaseItem:
    """Something that could go into a report, before anybody asked whether it may.

    `people` are those it names; `about` everyone whose permission it needs. `texts` are
    its free texts, in which a member may be named who is not among `people`.
    """

    id: str
    kind: str
    record_id: str
    people: tuple[str, ...]
    about: tuple[str, ...]
    categories: tuple[str, ...]
    on: date
    confidential: bool = False
    protected: bool = False
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class CaseAsAt:
    """One case file as at one day. `criterion_categories` gives a criterion's category."""

    case: CaseFile
    day: date
    catalogue: Catalogue
    criterion_categories: Mapping[str, str]
    members: tuple[Member, ...]

    def about(self, people: tuple[str, ...], on: date) -> tuple[str, ...]:
        """Whose permission an item needs: those it names, else everyone it may be about.

        That is everyone who is a member on the day asked about or was on the item's own
        date, in the order recorded; possibly nobody.
        """
        return people or tuple(
            member.id
            for member in self.members
            if member.counts_on(self.day) or member.counts_on(on)
        )

    def is_member(self, person_id: str) -> bool:
        """Whether a person counts in the family on the day."""
        return any(one.id == person_id and one.counts_on(self.day) for one in self.members)

    def of_criterion(self, criterion: str | None) -> str:
        """The category of a criterion; social care where no pack has it."""
        return self.criterion_categories.get(criterion or "", SOCIAL_CARE)

    def of_fact(self, fact: Fact) -> tuple[str, ...]:
        """The category of a fact: its kind's, or its criterion's where the kind has none.

        A kind that the catalogue no longer has could be anything: it takes them all.
        """
        kind = self.catalogue.facts.get(fact.kind)
        if kind is None:
            return tuple(self.catalogue.categories)
        return (kind.category or self.of_criterion(fact.criterion),)

    def of_goal(self, goal: Goal) -> tuple[str, ...]:
        """A goal's own categories, else its criterion's."""
        return distinct(goal.categories) or (self.of_criterion(goal.criterion),)


def happened_on(fact: Fact, catalogue: Catalogue) -> date | None:
    """The day on which a fact counts as having happened; None where it has no date.

    An event's day, a spell's first day, a measure's last.
    """
    kind = catalogue.facts.get(fact.kind)
    if kind is not None and kind.shape == MEASURE:
        return fact.to_on
    return first_day_of(fact)


def case_as_at(
    case: CaseFile, day: date, catalogue: Catalogue, criterion_categories: Mapping[str, str]
) -> CaseAsAt:
    """A case file made ready for its items to be listed."""
    return CaseAsAt(case, day, catalogue, criterion_categories, members_of(case))


def distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    """Each value once, in the order they come, without the blank ones."""
    return tuple(dict.fromkeys(value for value in values if value))


def words_of(*texts: str | None) -> tuple[str, ...]:
    """The free texts that hold something."""
    return tuple(text for text in texts if text and text.strip())
