"""The same pages by ReportLab alone: platypus, the same fonts, nothing of CaseDesk's.

What somebody would write who needs these pages once: paragraphs, tables and drawings, with
running heads. No tagged structure, no fallback fonts, no fitting of words.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from casedesk.domain.genogram.drawing import HouseholdDrawing
    from casedesk.domain.views.progress import AttendanceSeries, ProgressReport

WIDTH = 481.0
FACES = ("Regular", "Bold", "Italic", "BoldItalic")


def bare_pdf(report: ProgressReport, fonts: Path) -> bytes:
    """The report as a plain ReportLab document."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import SimpleDocTemplate

    for face in FACES:
        name = f"Bare-{face}"
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, fonts / f"AtkinsonHyperlegible-{face}.ttf"))
    target = io.BytesIO()
    document = SimpleDocTemplate(
        target, pagesize=A4, leftMargin=57, rightMargin=57, topMargin=78, bottomMargin=78
    )

    def furniture(canvas: Any, of: Any) -> None:
        canvas.setFont("Bare-Regular", 8.5)
        canvas.drawString(57, 796, f"Progress report · {report.cover.family_ref}")
        canvas.drawRightString(538, 796, report.cover.marking)
        canvas.line(57, 788, 538, 788)
        canvas.line(57, 50, 538, 50)
        canvas.drawString(57, 37, f"as at {report.cover.as_at}")
        canvas.drawRightString(538, 37, f"Page {of.page}")

    document.build(list(_Story(report).parts()), onFirstPage=furniture, onLaterPages=furniture)
    return target.getvalue()


class _Story:
    def __init__(self, report: ProgressReport) -> None:
        from reportlab.lib.styles import ParagraphStyle

        self._report = report
        self._styles = {
            name: ParagraphStyle(
                name, fontName=f"Bare-{face}", fontSize=size, leading=size * 1.45, spaceAfter=after
            )
            for name, face, size, after in (
                ("title", "Bold", 25, 8),
                ("section", "Bold", 15, 10),
                ("bold", "Bold", 10.5, 2),
                ("body", "Regular", 10.5, 4),
                ("small", "Regular", 9.5, 2),
                ("caption", "Regular", 8.5, 2),
                ("quote", "Italic", 10.5, 2),
            )
        }

    def parts(self) -> Iterator[Any]:
        """Everything on the pages, from the cover on."""
        report = self._report
        cover = report.cover
        yield self._say("title", "Progress report")
        yield self._say("body", f"{cover.family_name} · {cover.family_ref}")
        rows = [
            [self._say("caption", "Prepared for"), self._say("bold", cover.reader or "")],
            [self._say("caption", "Keyworker"), self._say("bold", cover.keyworker or "")],
            [self._say("caption", "Programme"), self._say("bold", cover.programme or "")],
        ]
        yield self._table(rows, (100, WIDTH - 100))
        yield from (self._say("body", one) for one in report.summary)
        yield self._say("section", "What has changed")
        for row in report.criteria:
            cells = [self._say("bold", row.title), self._say("body", row.now_state)]
            yield self._table([cells], (300, WIDTH - 300))
            yield self._say("small", row.reason)
        yield self._say("section", "School attendance")
        yield _chart(report.attendance)
        points = [one for series in report.attendance for one in series.points]
        labels = list(dict.fromkeys(one.label for one in sorted(points, key=lambda p: p.from_on)))
        table = [[self._say("caption", one) for one in ("Child", *labels)]]
        for series in report.attendance:
            said = {one.label: f"{float(one.percent):.1f}%" for one in series.points}
            line = (series.name, *(said.get(label, "") for label in labels))
            table.append([self._say("bold", one) for one in line])
        yield self._table(table, (110, *[(WIDTH - 110) / len(labels)] * len(labels)))
        yield from self._plan()
        yield from self._visits()

    def _plan(self) -> Iterator[Any]:
        report = self._report
        yield self._say("section", "What the children say")
        for one in report.voices:
            yield self._say("quote", one.words)
            yield self._say("caption", f"{one.name}, {one.on:%d %B %Y}")
        yield self._say("section", "Goals")
        for goal in report.goals:
            left = [
                self._say("bold", goal.title),
                self._say("small", f"{' and '.join(goal.people)} · {goal.criterion}"),
                self._say("small", f"In the family's words: {goal.family_words}"),
                self._say("caption", f"Set {goal.set_on}"),
            ]
            yield self._table([[left, _scale(goal.start_score, goal.now_score)]], (290, 191))
        yield self._say("section", "Actions")
        rows = [[self._say("caption", one) for one in ("Action", "Who", "Due", "State")]]
        for action in report.actions:
            what = [
                self._say("body", action.title),
                self._say("caption", f"For: {' and '.join(action.people)}"),
                self._say("caption", f"Goal: {action.goal}"),
            ]
            state = f"Done {action.done_on}" if action.done_on else "To do"
            cells = (action.owner or "", str(action.due), state)
            rows.append([what, *(self._say("body", one) for one in cells)])
        yield self._table(rows, (200, 80, 80, 121), head=True)

    def _visits(self) -> Iterator[Any]:
        report = self._report
        yield self._say("section", "Visits and other contacts")
        rows: list[list[Any]] = [
            [self._say("caption", one) for one in ("Contact", "What happened")]
        ]
        for visit in report.visits:
            left = [
                self._say("bold", f"{visit.on:%d %B %Y}"),
                self._say("small", visit.kind),
                self._say("small", f"By {visit.by}"),
                self._say("small", f"Seen: {', '.join(visit.seen)}"),
                *([self._say("small", f"Seen alone: {', '.join(visit.seen_alone)}")]
                  if visit.seen_alone else []),
            ]  # fmt: skip
            rows.append([left, self._say("body", visit.text or "")])
        yield self._table(rows, (150, WIDTH - 150), head=True)
        yield self._say("section", "Household")
        if report.household is not None:
            yield _household(report.household)
        rows = [[self._say("caption", one) for one in ("Name", "Born", "In the family")]]
        rows += [
            [self._say("bold", one.name), self._say("body", str(one.born)),
             self._say("body", one.role or "")]
            for one in report.people
        ]  # fmt: skip
        yield self._table(rows, (250, 130, 101), head=True)
        yield self._say("section", "About this report")
        yield from (self._say("body", one) for one in report.notes)

    def _say(self, style: str, words: str) -> Any:
        from reportlab.platypus import Paragraph

        return Paragraph(escape(words), self._styles[style])

    def _table(self, rows: Any, widths: Any, *, head: bool = False) -> Any:
        from reportlab.lib import colors
        from reportlab.platypus import Table

        rule = ("LINEBELOW", (0, 0), (-1, -1), 0.6, colors.lightgrey)
        top = ("VALIGN", (0, 0), (-1, -1), "TOP")
        return Table(rows, colWidths=widths, repeatRows=int(head), style=[rule, top], spaceAfter=8)


def _chart(attendance: tuple[AttendanceSeries, ...]) -> Any:
    from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, String

    drawing = Drawing(WIDTH, 160)
    for step in range(6):
        height = 20 + step * 26
        drawing.add(Line(30, height, 400, height, strokeWidth=0.5))
        drawing.add(String(0, height - 3, f"{50 + step * 10}%", fontName="Bare-Regular"))
    for series in attendance:
        points = sorted(series.points, key=lambda one: one.from_on)
        places = [
            (50 + at * 65, 20 + (float(one.percent) - 50) * 2.6) for at, one in enumerate(points)
        ]
        drawing.add(PolyLine([number for place in places for number in place]))
        for x, y in places:
            drawing.add(Circle(x, y, 2))
        if places:
            drawing.add(String(400, places[-1][1], series.name, fontName="Bare-Bold"))
    return drawing


def _scale(start: int | None, now: int | None) -> Any:
    from reportlab.graphics.shapes import Circle, Drawing, Line, String

    drawing = Drawing(180, 40)
    drawing.add(Line(5, 15, 175, 15))
    for step in range(11):
        drawing.add(Line(5 + step * 17, 13, 5 + step * 17, 17))
    for label, score in (("Start", start), ("Now", now)):
        if score is not None:
            drawing.add(Circle(5 + score * 17, 15, 4))
            drawing.add(String(score * 17, 24, f"{label} {score}", fontName="Bare-Bold"))
    return drawing


def _household(household: HouseholdDrawing) -> Any:
    from reportlab.graphics.shapes import Circle, Drawing, PolyLine, Rect, String

    drawing = Drawing(WIDTH, (household.height + 1) * 90)

    def at(x: float, y: float) -> tuple[float, float]:
        return 150 + x * 80, 45 + (household.height - y) * 90

    for outline in household.outlines:
        for loop in outline.loops:
            corners = [number for point in (*loop, loop[0]) for number in at(*point)]
            drawing.add(PolyLine(corners, strokeDashArray=[3, 3]))
    for line in household.lines:
        drawing.add(PolyLine([number for point in line.points for number in at(*point)]))
    for node in household.nodes:
        x, y = at(node.x, node.y)
        round_ = node.shape == "circle"
        drawing.add(Circle(x, y, 13) if round_ else Rect(x - 13, y - 13, 26, 26))
        drawing.add(String(x - 13, y - 24, node.name, fontName="Bare-Bold"))
        drawing.add(String(x - 13, y - 34, node.age, fontName="Bare-Regular"))
    return drawing
