"""Visits and the household in the progress report."""

from __future__ import annotations

from collections.abc import Sequence

from casedesk.domain.dates import short_date
from casedesk.domain.views.progress import ProgressReport, VisitRow
from casedesk.reports.blocks import Block, Row, Stack, Table, Text
from casedesk.reports.genogram import Household
from casedesk.reports.genogram_signs import HouseholdKey
from casedesk.reports.lettering import Setter
from casedesk.reports.rows import AFTER_HEADING, CELLS, INSET, after, header
from casedesk.reports.sentences import names
from casedesk.reports.style import SMALL, SMALL_BOLD, SMALL_QUIET


def visits(setter: Setter, report: ProgressReport) -> list[Block]:
    if not report.visits:
        return []
    told = any(one.text for one in report.visits)
    first = 136.0 if told else 190.0
    columns = (
        (first, "Contact"),
        (CELLS - first - 14, "What happened" if told else "Who was seen"),
    )
    rows = [_visit(setter, one, columns, told=told) for one in report.visits]
    return [Table(header(setter, columns, 14), rows, before=AFTER_HEADING + 2)]


def _visit(
    setter: Setter, one: VisitRow, columns: Sequence[tuple[float, str]], *, told: bool
) -> Row:
    """When and how on the left, with who was seen where the right says what happened."""
    kind = SMALL_QUIET if told else SMALL
    who = (
        names(one.seen, kind, "Seen: " if told else ""),
        names(one.seen_alone, SMALL_QUIET, "Seen alone: "),
        after("Also there: ", one.also_present, SMALL_QUIET),
    )
    people: list[Block] = [Text(setter, spans, before=1) for spans in who if spans]
    contact: list[Block] = [
        Text(setter, [(short_date(one.on), SMALL_BOLD)]),
        Text(setter, [(one.kind, SMALL)], before=1),
    ]
    if one.by:
        contact.append(Text(setter, after("By ", one.by, SMALL_QUIET), before=1))
    what: list[Block] = [Text(setter, [(one.text, SMALL)])] if one.text else []
    cells: list[tuple[float, Block]] = [
        (columns[0][0], Stack([*contact, *people] if told else contact)),
        (columns[1][0], Stack(what if told else people)),
    ]
    return Row(cells, gap=14, pad=8, inset=INSET)


def household(setter: Setter, report: ProgressReport) -> list[Block]:
    blocks: list[Block] = []
    if report.household and report.household.nodes:
        blocks.append(Household(setter, report.household, before=10))
        blocks[-1].sticky = True
        blocks.append(HouseholdKey(setter, report.household, before=6))
    if report.people:
        widths = (230.0, 120.0)
        last = CELLS - sum(widths) - 20
        columns = list(zip((*widths, last), ("Name", "Born", "In the family"), strict=True))
        rows = []
        for one in report.people:
            born = short_date(one.born) if one.born else "–"
            cells: list[tuple[float, Block]] = [
                (widths[0], Text(setter, [(one.name, SMALL_BOLD)])),
                (widths[1], Text(setter, [(born, SMALL)])),
                (last, Text(setter, [(one.role or "–", SMALL)])),
            ]
            rows.append(Row(cells, gap=10, pad=5, inset=INSET))
        blocks.append(Table(header(setter, columns), rows, before=12))
    return blocks
