"""The plan in the progress report: goals, actions and reviews."""

from __future__ import annotations

from datetime import date

from casedesk.domain.dates import long_date, short_date
from casedesk.domain.views.progress import ActionRow, GoalRow, ProgressReport, ReviewRow
from casedesk.reports import marks
from casedesk.reports.blocks import Block, Row, Stack, Table, Text
from casedesk.reports.lettering import Setter
from casedesk.reports.marks import Badge, Sign
from casedesk.reports.rows import AFTER_HEADING, CELLS, INSET, MAIN, SIDE, after, header
from casedesk.reports.sentences import joined, names
from casedesk.reports.strips import Steps
from casedesk.reports.style import (
    BODY,
    BODY_BOLD,
    CAPTION,
    COLUMN_GAP,
    SMALL,
    SMALL_QUIET,
    SUBSECTION,
)

_SOON_DAYS = 14


def goals(setter: Setter, report: ProgressReport) -> list[Block]:
    rows = [_goal(setter, goal) for goal in report.goals]
    return [Table(None, rows, before=0)] if rows else []


def _goal(setter: Setter, goal: GoalRow) -> Row:
    words: list[Block] = [Text(setter, [(goal.title, BODY_BOLD)], sticky=True)]
    people = names(goal.people, SMALL_QUIET)
    criterion = joined([goal.criterion], SMALL_QUIET)
    between = [(" · ", SMALL_QUIET)] if people and criterion else []
    if people or criterion:
        words.append(Text(setter, [*people, *between, *criterion], before=1))
    if goal.family_words:
        spans = [("In the family’s words: ", SMALL_QUIET), (goal.family_words, SMALL)]
        words.append(Text(setter, spans, before=3))
    if goal.set_on:
        words.append(Text(setter, [(f"Set {short_date(goal.set_on)}", CAPTION)], before=3))
    side: list[Block] = []
    if goal.achieved_on:
        word = f"Achieved {short_date(goal.achieved_on)}"
        side.append(Badge(setter, marks.DONE, word))
    if goal.start_score is not None or goal.now_score is not None:
        side.append(Steps(goal, before=6))
    return Row([(MAIN, Stack(words)), (SIDE, Stack(side))], gap=COLUMN_GAP, pad=10)


def actions(setter: Setter, report: ProgressReport) -> list[Block]:
    """Late ones first, then what is to do by date, then what is done, newest first."""
    as_at = report.cover.as_at
    done = [one for one in report.actions if one.is_done(as_at)]
    open_ones = [one for one in report.actions if not one.is_done(as_at)]
    open_ones.sort(key=lambda one: one.due or date.max)
    done.sort(key=lambda one: one.done_on or date.min, reverse=True)
    if not report.actions:
        return []
    widths = (190.0, 74.0, 62.0)
    last = CELLS - sum(widths) - 30
    columns = list(zip((*widths, last), ("Action", "Who", "Due", "State"), strict=True))
    rows = []
    for one in (*open_ones, *done):
        title: list[Block] = [Text(setter, [(one.title, SMALL)])]
        for about in (names(one.people, CAPTION, "For: "), after("Goal: ", one.goal, CAPTION)):
            if about:
                title.append(Text(setter, about, before=1))
        due = short_date(one.due) if one.due else "No date"
        sign, word = action_sign(one, as_at)
        cells: list[tuple[float, Block]] = [
            (widths[0], Stack(title)),
            (widths[1], Text(setter, [(one.owner or "–", SMALL)])),
            (widths[2], Text(setter, [(due, SMALL if one.due else SMALL_QUIET)])),
            (last, Badge(setter, sign, word)),
        ]
        rows.append(Row(cells, gap=10, pad=6, inset=INSET))
    return [Table(header(setter, columns), rows, before=AFTER_HEADING + 2)]


def action_sign(one: ActionRow, as_at: date) -> tuple[Sign, str]:
    """The sign of an action and its words: `5 days late`, `Due in 7 days`, `To do`."""
    if one.done_on and one.is_done(as_at):
        return marks.DONE, f"Done {short_date(one.done_on)}"
    if one.due is None:
        return marks.TO_DO, "To do"
    days = (one.due - as_at).days
    if days < 0:
        return marks.LATE, f"{-days} day{'' if days == -1 else 's'} late"
    if days == 0:
        return marks.SOON, "Due today"
    if days <= _SOON_DAYS:
        return marks.SOON, f"Due in {days} day{'' if days == 1 else 's'}"
    return marks.TO_DO, "To do"


def reviews(setter: Setter, report: ProgressReport) -> list[Block]:
    blocks: list[Block] = []
    if report.next_review:
        due = report.next_review
        spans = [("The next review is on ", BODY), (long_date(due.due_on), BODY_BOLD)]
        if due.kind:
            spans += [(" (", BODY), (due.kind, BODY), (")", BODY)]
        spans.append((".", BODY))
        blocks.append(Text(setter, spans, before=AFTER_HEADING, sticky=bool(due.text)))
        if due.text:
            blocks.append(Text(setter, [(due.text, BODY)], before=4))
    for one in report.reviews:
        blocks += _review(setter, one)
    return blocks


def _review(setter: Setter, one: ReviewRow) -> list[Block]:
    title = joined([long_date(one.held_on), one.kind], SUBSECTION)
    blocks: list[Block] = [Text(setter, title, before=12, sticky=True)]
    came = names([*one.present, one.also_present or ""], SMALL_QUIET, "Who came: ")
    if came:
        blocks.append(Text(setter, came, before=1, sticky=True))
    if one.text:
        blocks.append(Text(setter, [(one.text, BODY)], before=3))
    if blocks[-1].sticky:
        blocks[-1].sticky = False
    return blocks
