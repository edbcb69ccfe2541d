"""The progress report as it will be printed: plain values, already filtered by the gate.

Everything here is on the paper or on no paper: nothing is looked up, recomputed or filtered
later, so whoever fills it in answers for docs/consent.md, "What a report is made of". Text is
text: it is never read as markup. An empty part is left out of the report without a word,
because a sentence such as "no visits" would be untrue where visits were withheld.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from casedesk.domain.genogram.drawing import HouseholdDrawing

MET = "met"
CONFIRMED = "confirmed"
DISAGREED = "disagreed"
NOT_MET = "not_met"
NOT_KNOWN = "not_known"
IMPROVED = "improved"
STATES = (MET, CONFIRMED, DISAGREED, NOT_MET, NOT_KNOWN, IMPROVED)
"""The states a report can show, each with a shape, a word and a colour (ui words):

`met` and `not_met`, `not_known` are the records' own; `confirmed` is a keyworker's decision
"met" and `disagreed` a keyworker's decision "not met" that stand on the day; `improved` is
improved and sustained.
"""

PROGRESS_WORDS = {
    "improved": "Improved and sustained",
    "improving": "Improving",
    "not_yet": "Not yet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The block at the top of the first page.

    `family_name` is the family's name as recorded ("Ashworth" or "Ashworth family"). `recipient`
    is the title of the recipient in words ("Schools and colleges"), `organisation` the one it
    was narrowed to, `reader` the person a family copy is for. `phone` and `email` are where whoever
    prepared it is reached. `marking` is printed on every page
    as written, twice. Any of the optional ones is left out when None.
    """

    family_name: str
    family_ref: str
    recipient: str
    organisation: str | None = None
    reader: str | None = None
    as_at: date
    keyworker: str | None = None
    programme: str | None = None
    council: str | None = None
    team: str | None = None
    phone: str | None = None
    email: str | None = None
    marking: str = "OFFICIAL-SENSITIVE"

    @property
    def says_family(self) -> bool:
        """Whether the name ends in the word "family" already."""
        return self.family_name.casefold().rstrip().endswith("family")


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCell:
    """One month of a criterion's strip.

    `month` is any day in it. `state` is one of `STATES`; `confirmed` is drawn as met and
    `disagreed` as not met.
    """

    month: date
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionRow:
    """One criterion then and now, with everything behind it permitted.

    `start_state` is None for a family that has not started. `reason` is the whole sentence
    (or several) with figures and thresholds; `question` what would settle a not-known one.
    `progress` is `improved`, `improving`, `not_yet` or None; `missing` says what does not hold
    yet, a sentence each; `earliest` is the earliest date on which the progress is complete.
    `strip` is oldest first, 24 cells as a rule; empty where it may not go.
    """

    title: str
    start_on: date | None = None
    start_state: str | None = None
    now_state: str
    since: date | None = None
    reason: str = ""
    question: str | None = None
    progress: str | None = None
    missing: tuple[str, ...] = ()
    earliest: date | None = None
    strip: tuple[MonthCell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow:
    """A goal. Scores are steps from 0 to 10; `people` are first names."""

    title: str
    criterion: str | None = None
    people: tuple[str, ...] = ()
    family_words: str | None = None
    start_score: int | None = None
    now_score: int | None = None
    set_on: date | None = None
    achieved_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """Something somebody agreed to do. `goal` is the goal's title, where it may go."""

    title: str
    goal: str | None = None
    owner: str | None = None
    people: tuple[str, ...] = ()
    due: date | None = None
    done_on: date | None = None

    def is_done(self, as_at: date) -> bool:
        return self.done_on is not None and self.done_on <= as_at

    def is_late(self, as_at: date) -> bool:
        """Not done, and due before `as_at`."""
        return not self.is_done(as_at) and self.due is not None and self.due < as_at


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendancePoint:
    """One child's attendance in one term, exact: the figure is rounded only when written.

    `percent` is 0 to 100. `label` names the term ("Autumn 2026"); children who share a label
    share its place on the axis. `from_on` and `to_on` are the term's first and last day.
    """

    label: str
    from_on: date
    to_on: date
    percent: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceSeries:
    """A child's line in the attendance chart; points in any order.

    `threshold` is the percentage the child is held against, None for no line.
    """

    name: str
    points: tuple[AttendancePoint, ...]
    threshold: Fraction | None = Fraction(90)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRow:
    """A visit or other contact. `text` None prints the row without what happened.

    `kind` is in words ("Home visit"). `seen` are first names of the people who were seen,
    `seen_alone` those children who were seen alone. `also_present` is free text.
    """

    on: date
    kind: str
    seen: tuple[str, ...] = ()
    seen_alone: tuple[str, ...] = ()
    also_present: str | None = None
    by: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildWords:
    """What a child said. `name` None is a line that names nobody."""

    on: date
    name: str | None = None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person whose name and date of birth may go. `role` is in words."""

    name: str
    born: date | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """A review that was held: `kind` in words, who came, and what was agreed."""

    held_on: date
    kind: str | None = None
    present: tuple[str, ...] = ()
    also_present: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextReview:
    """The next review that is planned."""

    due_on: date
    kind: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressReport:
    """A whole progress report.

    `preview` prints a watermark on every page. `summary` is one paragraph each. `visits`,
    `voices`, `goals` and `criteria` are printed in the order given; actions are sorted by the
    report into late, to do and done. `household` is the layout of the household drawing and
    `people` the list beside it. `notes` are printed last, a paragraph each: the standard
    sentence when something was withheld (where the setting asks for it), an expired pack,
    thresholds that nobody has checked.
    """

    cover: Cover
    preview: bool = False
    summary: tuple[str, ...] = ()
    criteria: tuple[CriterionRow, ...] = ()
    attendance: tuple[AttendanceSeries, ...] = ()
    voices: tuple[ChildWords, ...] = ()
    goals: tuple[GoalRow, ...] = ()
    actions: tuple[ActionRow, ...] = ()
    next_review: NextReview | None = None
    reviews: tuple[ReviewRow, ...] = ()
    visits: tuple[VisitRow, ...] = ()
    people: tuple[PersonRow, ...] = ()
    household: HouseholdDrawing | None = None
    notes: tuple[str, ...] = ()


def shown_percent(percent: Fraction, threshold: Fraction | None = None) -> str:
    """A percentage as it is written: whole, or one decimal place, or as many as it needs.

    Rounding never moves a figure across `threshold` (docs/criteria.md, Attendance): 89.96
    against 90 is written `89.96%`, never `90%`. A figure that is exact in fewer places is
    written in fewer: `71%`, `71.4%`.
    """
    for places in range(1, 12):
        scale = 10**places
        rounded = Fraction(round(percent * scale), scale)
        if threshold is None or (rounded < threshold) == (percent < threshold):
            break
    text = f"{float(rounded):.{places}f}".rstrip("0").rstrip(".")
    return f"{text}%"
