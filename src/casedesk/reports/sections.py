"""What has changed: summary, criteria, attendance, the children's words, and the notes.

Each part of the report is a function to blocks; no blocks means that it is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from casedesk.domain.dates import long_date
from casedesk.domain.views.progress import (
    PROGRESS_WORDS,
    AttendanceSeries,
    CriterionRow,
    ProgressReport,
    shown_percent,
)
from casedesk.reports import marks
from casedesk.reports.blocks import Block, Row, Stack, Table, Text
from casedesk.reports.charts import (
    CHILDREN_A_PANEL,
    AttendanceChart,
    ChartBlock,
    Term,
    place_of,
    terms_of,
)
from casedesk.reports.frames import Bar
from casedesk.reports.lettering import Setter
from casedesk.reports.marks import Badge
from casedesk.reports.rows import AFTER_HEADING, CELLS, INSET, MAIN, SIDE, header
from casedesk.reports.sentences import joined
from casedesk.reports.strips import MonthKey, MonthStrip
from casedesk.reports.style import (
    ACCENT,
    BODY,
    BODY_BOLD,
    CAPTION,
    COLUMN_GAP,
    QUOTE,
    SMALL,
    SMALL_BOLD,
    SMALL_QUIET,
    Type,
)

_TERMS_A_TABLE = 7


def summary(setter: Setter, report: ProgressReport) -> list[Block]:
    return [
        Text(setter, [(paragraph, BODY)], before=AFTER_HEADING)
        for paragraph in report.summary
        if paragraph.strip()
    ]


def criteria(setter: Setter, report: ProgressReport) -> list[Block]:
    if not report.criteria:
        return []
    blocks: list[Block] = []
    starts = {row.start_on for row in report.criteria if row.start_on}
    if len(starts) == 1:
        words = f"“At the start” is {long_date(starts.pop())}, when we began to work together."
        blocks.append(Text(setter, [(words, SMALL_QUIET)], before=AFTER_HEADING, sticky=True))
    if any(row.strip for row in report.criteria):
        blocks.append(MonthKey(setter, before=AFTER_HEADING - 2))
    rows = [_criterion(setter, row) for row in report.criteria]
    return [*blocks, Table(None, rows, before=3)]


def _criterion(setter: Setter, row: CriterionRow) -> Row:
    words: list[Block] = [Text(setter, [(row.title, BODY_BOLD)], sticky=True)]
    if row.reason:
        words.append(Text(setter, [(row.reason, SMALL)], before=3))
    if row.question:
        words.append(Text(setter, [(row.question, SMALL)], before=3))
    progress = _progress_words(row)
    if progress:
        words.append(Text(setter, [(progress, SMALL_QUIET)], before=3))
    words += [Text(setter, [(one, SMALL_QUIET)], before=3) for one in row.missing]
    side: list[Block] = []
    if row.start_state:
        side.append(_state(setter, "At the start", row.start_state, 0))
    side.append(_state(setter, "Now", row.now_state, 3 if side else 0))
    if row.strip:
        side.append(MonthStrip(row.strip, before=7))
    return Row([(MAIN, Stack(words)), (SIDE, Stack(side))], gap=COLUMN_GAP, pad=10)


def _state(setter: Setter, label: str, state: str, before: float) -> Row:
    kind = Type(CAPTION.size, SMALL.leading, CAPTION.style, CAPTION.colour)
    cells: list[tuple[float, Block]] = [
        (52.0, Text(setter, [(label, kind)])),
        (SIDE - 52.0, Badge(setter, marks.sign_of(state))),
    ]
    return Row(cells, pad=0, tag=None, before=before)


def _progress_words(row: CriterionRow) -> str:
    parts = []
    if row.since:
        parts.append(f"Met since {long_date(row.since)}.")
    if row.progress:
        parts.append(f"Progress: {PROGRESS_WORDS.get(row.progress, row.progress).lower()}.")
    if row.earliest and row.progress != "improved":
        parts.append(f"The earliest date for improved and sustained is {long_date(row.earliest)}.")
    return " ".join(parts)


def attendance(setter: Setter, report: ProgressReport) -> list[Block]:
    series = [one for one in report.attendance if one.points]
    if not series:
        return []
    terms = terms_of(series)
    thresholds = sorted({one.threshold for one in series if one.threshold is not None})
    words = "Attendance by term."
    if thresholds:
        figures = " and ".join(shown_percent(one) for one in thresholds)
        one = len(thresholds) == 1
        words += " The thin dashed " + (
            "line is the threshold" if one else "lines are the thresholds"
        )
        words += f" of {figures}."
    blocks: list[Block] = [
        Text(setter, [(words, SMALL_QUIET)], before=AFTER_HEADING - 2, sticky=True)
    ]
    for at in range(0, len(series), CHILDREN_A_PANEL):
        chart = AttendanceChart(setter, series[at : at + CHILDREN_A_PANEL], terms)
        blocks.append(ChartBlock(chart, before=12))
    return [*blocks, *_figures(setter, series, terms)]


def _figures(
    setter: Setter, series: Sequence[AttendanceSeries], terms: Sequence[Term]
) -> list[Block]:
    """The chart's figures as tables, a few terms a table."""
    name_wide = 112.0
    blocks: list[Block] = []
    for at in range(0, len(terms), _TERMS_A_TABLE):
        shown = range(at, min(at + _TERMS_A_TABLE, len(terms)))
        wide = (CELLS - name_wide) / min(_TERMS_A_TABLE, len(terms)) - 8
        top = header(
            setter, [(name_wide, "Child"), *((wide, terms[place].label) for place in shown)], 8
        )
        rows = []
        for one in series:
            figures: dict[int, list[str]] = {}
            for point in sorted(one.points, key=lambda point: point.to_on):
                words = shown_percent(point.percent, one.threshold)
                figures.setdefault(place_of(terms, point), []).append(words)
            if not any(place in figures for place in shown):
                continue
            cells: list[tuple[float, Block]] = [(name_wide, Text(setter, [(one.name, SMALL_BOLD)]))]
            for place in shown:
                cells.append((wide, Text(setter, [(", ".join(figures.get(place, ["–"])), SMALL)])))
            rows.append(Row(cells, gap=8, pad=5, inset=INSET))
        blocks.append(Table(top, rows, before=12))
    return blocks


def voices(setter: Setter, report: ProgressReport) -> list[Block]:
    blocks: list[Block] = []
    for voice in report.voices:
        if not voice.words.strip():
            continue
        who = joined([voice.name, long_date(voice.on)], CAPTION, ", ")
        words = [Text(setter, [(voice.words, QUOTE)]), Text(setter, who, before=2)]
        blocks.append(Bar(Stack(words), ACCENT, before=10 if blocks else AFTER_HEADING + 1))
    return blocks


def about(setter: Setter, report: ProgressReport) -> list[Block]:
    day = long_date(report.cover.as_at)
    standing = f"This report shows what had happened by {day}."
    return [
        Text(setter, [(note, SMALL)], before=AFTER_HEADING if not at else 4)
        for at, note in enumerate((standing, *report.notes))
        if note.strip()
    ]
