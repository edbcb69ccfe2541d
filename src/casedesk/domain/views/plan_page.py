"""The plan of a family: goals, what is to be done, and the reviews of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from casedesk.domain.action_lines import Known
from casedesk.domain.records import Action, Goal, GoalScore, Review


@dataclass(frozen=True, slots=True)
class ScorePoint:
    """Where a goal stood on a day, from 0 to 10.

    `on` None: nobody wrote down when (an imported score). `record` is None for a score that
    stands in the goal itself. `words` reads "24 November 2026: 6, Jo Hebden".
    """

    on: date | None
    score: int
    words: str
    record: GoalScore | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAction:
    """Something to do.

    `standing` is one of `domain.plan.STANDINGS`; `due_words` reads "5 days late". `who` are
    first names, `goal` the title of the goal it belongs to ("" = none).
    """

    record: Action
    title: str
    owner: str | None
    standing: str
    due_words: str
    who: tuple[str, ...]
    goal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalCard:
    """A goal in the family's words.

    `criterion` is its title, `criterion_short` its word for narrow places, `asks` what it
    asks for before it counts as improved. `points` are its steps over time, the oldest first;
    `steps_words` says them in words.
    """

    record: Goal
    title: str
    family_words: str | None
    criterion: str
    criterion_short: str
    asks: tuple[str, ...]
    who: tuple[str, ...]
    start: int | None
    now: int | None
    points: tuple[ScorePoint, ...]
    steps_words: str
    actions: tuple[PlanAction, ...]

    @property
    def is_achieved(self) -> bool:
        """Whether the family has got there."""
        return self.record.achieved_on is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """A review or a team-around-the-family meeting, planned or held.

    `kind` is in words. `when_words` reads "Due in 7 days", "3 days late", "Held 2 May 2026".
    `who` are first names and the professionals who were there; `views` are (name, words).
    """

    record: Review
    kind: str
    when_words: str
    late: bool
    who: tuple[str, ...]
    also_present: str | None
    apologies: str | None
    views: tuple[tuple[str, str], ...]
    text: str | None


@dataclass(frozen=True, slots=True)
class CriterionChoice:
    """A criterion that a goal can be tied to; `asks` are the measures in words."""

    id: str
    title: str
    category: str
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """Somebody to tick; `about` reads "14, child". `now`: they are in the family today."""

    id: str
    name: str
    about: str
    is_child: bool
    now: bool = True


@dataclass(frozen=True, slots=True)
class ProfessionalChoice:
    """A professional to tick, in words; `now`: they work with the family today."""

    id: str
    words: str
    now: bool = True


def people_to_tick(
    people: Iterable[PersonChoice], named: Iterable[str] = ()
) -> tuple[tuple[str, str], ...]:
    """The members of today, and whoever a record names already: (id, name)."""
    kept = frozenset(named)
    return tuple((one.id, one.name) for one in people if one.now or one.id in kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChoices:
    """What the forms of the plan offer.

    `owners` are names of who may do an action, `known` the same for a line that is typed
    ("Kerry to ring the GP by Friday"). `people` and
    `professionals` are those of before too. `next_review`
    is the day a form proposes, six weeks after the last one that was held.
    """

    people: tuple[PersonChoice, ...]
    criteria: tuple[CriterionChoice, ...]
    categories: tuple[tuple[str, str], ...]
    professionals: tuple[ProfessionalChoice, ...]
    owners: tuple[str, ...]
    known: tuple[Known, ...]
    next_review: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """The whole plan as at today.

    `goals` are those still worked on, then those achieved. `actions` are all of them: what is
    to be done by day, then what is done, the latest first. `planned` are reviews to come, the
    earliest first, `held` those that were, the latest first.
    """

    ref: str
    goals: tuple[GoalCard, ...]
    actions: tuple[PlanAction, ...]
    planned: tuple[ReviewLine, ...]
    held: tuple[ReviewLine, ...]
    choices: PlanChoices
