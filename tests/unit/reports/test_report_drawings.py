"""The attendance chart and the household drawing."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
import report_examples as examples
from pdf_reading import characters, page_texts, squeezed
from report_examples import FONTS
from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, PolyLine, String

from casedesk.domain.views.progress import AttendancePoint, AttendanceSeries
from casedesk.reports.charts import AttendanceChart, place_of, terms_of
from casedesk.reports.fonts import load_fonts
from casedesk.reports.genogram import Household
from casedesk.reports.lettering import Setter
from casedesk.reports.progress import progress_pdf
from casedesk.reports.style import CONTENT

SETTER = Setter(load_fonts(FONTS))


def drawn(*series: AttendanceSeries) -> Drawing:
    return AttendanceChart(SETTER, series, terms_of(series)).drawing(CONTENT)


def strings(drawing: Drawing) -> list[String]:
    return [shape for shape in drawing.contents if isinstance(shape, String)]


def test_terms_are_shared_by_children_and_in_order() -> None:
    series = (examples.series("Sam", None, "80", "90"), examples.series("Ellie", "70", "75"))
    terms = terms_of(series)
    assert [term.label for term in terms] == ["Autumn 2025", "Spring 2026", "Summer 2026"]
    assert [place_of(terms, point) for point in series[0].points] == [1, 2]


def test_terms_of_two_schools_that_overlap_share_a_place() -> None:
    here = AttendancePoint(
        label="Autumn", from_on=date(2026, 9, 1), to_on=date(2026, 12, 18), percent=Fraction(80)
    )
    there = replace(here, label="Term 1", from_on=date(2026, 9, 8), to_on=date(2026, 12, 19))
    series = [
        AttendanceSeries(name=name, points=(one,)) for name, one in (("A", here), ("B", there))
    ]
    terms = terms_of(series)
    assert [term.label for term in terms] == ["Autumn"]
    assert place_of(terms, there) == 0


def test_a_lower_percentage_is_drawn_lower() -> None:
    (line,) = [one for one in drawn(examples.series("Ellie", "60", "90", "75")).contents
               if isinstance(one, PolyLine)]  # fmt: skip
    low, high, middle = line.points[1::2]
    assert low < middle < high
    assert (high - middle) == pytest.approx(middle - low)
    assert line.points[0::2] == sorted(line.points[0::2])


def test_the_threshold_stands_where_its_percentage_is() -> None:
    chart = drawn(examples.series("Ellie", "90", "90"))
    (line,) = [one for one in chart.contents if isinstance(one, PolyLine)]
    (threshold,) = [
        one for one in chart.contents if getattr(one, "strokeDashArray", None) == [3, 2]
    ]
    assert threshold.y1 == line.points[1] == line.points[3]


def test_no_threshold_no_line() -> None:
    chart = drawn(examples.series("Ellie", "80", "90", threshold=None))
    assert not any("Threshold" in one.text for one in strings(chart))


def test_labels_at_the_ends_do_not_touch() -> None:
    chart = drawn(*(examples.series(name, "89", "90") for name in ("Ann", "Bob", "Cy", "Di")))
    named = [
        one
        for one in strings(chart)
        if one.text.split()[0] in ("Ann", "Bob", "Cy", "Di", "Threshold")
    ]
    places = sorted(one.y for one in named)
    assert len(places) == 5
    assert all(after - before >= 11 for before, after in itertools.pairwise(places))
    assert all(0 <= one.y <= chart.height for one in named)


def test_lines_differ_without_colour() -> None:
    chart = drawn(*(examples.series(name, "80", "85") for name in ("Ann", "Bob", "Cy", "Di")))
    dashes = [str(one.strokeDashArray) for one in chart.contents if isinstance(one, PolyLine)]
    assert len(set(dashes)) == 4


def test_the_chart_stays_in_its_drawing_for_any_names_and_many_terms() -> None:
    points = tuple(
        AttendancePoint(
            label=f"Term {at} of a long name", from_on=date(2000 + at, 1, 1),
            to_on=date(2000 + at, 3, 1), percent=Fraction(at),
        )
        for at in range(26)
    )  # fmt: skip
    series = (AttendanceSeries(name="W" * 300, points=points), examples.series("أحمد", "50"))
    chart = drawn(*series)
    for one in strings(chart):
        assert 0 <= one.x <= CONTENT
        assert 0 <= one.y <= chart.height


def test_the_window_can_have_the_same_chart_as_a_picture() -> None:
    svg = renderSVG.drawToString(drawn(examples.series("Ellie", "80", "85")))
    assert "Ellie" in svg
    assert "Threshold" in svg


def test_a_wide_household_is_turned_and_fits() -> None:
    wide = Household(SETTER, examples.wide_household())
    usual = Household(SETTER, examples.example_household())
    assert wide._sideways
    assert not usual._sideways
    for block in (wide, usual):
        assert block.height(CONTENT) <= 645


def test_each_person_is_named_in_the_household_drawing() -> None:
    report = replace(examples.empty_report(), household=examples.example_household())
    (text,) = page_texts(progress_pdf(report, FONTS))
    for words in ("Ron", "died 2019", "Maureen", "Kerry", "Darren", "Tyler", "14 Calder Street"):
        assert squeezed(words) in squeezed(text)
    for words in ("Divorced", "Died", "Expecting a baby", "Live together", "Female"):
        assert words in text
    assert "Separated" not in text


def test_a_household_of_one_and_of_nobody() -> None:
    one = examples.draw([examples.person("a", "Ann", None, "female")], [])
    report = replace(examples.empty_report(), household=one)
    assert "Ann" in page_texts(progress_pdf(report, FONTS))[0]
    nobody = replace(report, household=examples.draw([], []))
    assert "Household" not in page_texts(progress_pdf(nobody, FONTS))[0]


def test_thirty_people_in_a_row_stay_on_the_page() -> None:
    people = [
        examples.person(f"p{at:02}", f"Child {at}", date(2010, 1, 1), "male") for at in range(30)
    ]
    report = replace(examples.empty_report(), household=examples.draw(people, []))
    pdf = progress_pdf(report, FONTS)
    assert all(box[0] > 0 and box[2] < 595 and box[1] > 0 for _, _, box in characters(pdf))
    assert "Child29" in squeezed("".join(page_texts(pdf)))
