"""Families that are seldom drawn: contradictory data, people alone, hidden or of one name."""

from __future__ import annotations

from datetime import date

import pytest
from invented_household import DAY, draw, member, person, related

from casedesk.domain.genogram import draw_household
from casedesk.domain.records import Person


def test_twins_share_a_stalk_and_do_not_change_the_order() -> None:
    drawing = draw(
        [person("M", "female", 1990)] + [person(name, born=2015) for name in ("T1", "T2")],
        [member("M", "parent"), member("T1"), member("T2")],
        ["M parent T1", "M parent T2"],
    )
    ends = {line.points[-2] for line in drawing.lines}
    assert len(ends) == 1


def test_brothers_and_sisters_without_parents_share_a_bar() -> None:
    drawing = draw(
        [person("A", born=2010), person("B", born=2012), person("C", born=2014)],
        [member("A"), member("B"), member("C")],
        ["A sibling B", "C sibling B", "A half-sibling C"],
    )
    assert sorted(line.style for line in drawing.lines) == ["siblings"] * 3
    assert len({line.points[0] for line in drawing.lines}) == 1


def test_carers_are_dashed_and_a_grandmother_alone_is_dotted() -> None:
    drawing = draw(
        [person("Foster", born=1970), person("Gran", born=1950), person("Kid", born=2015)],
        [member("Foster", "carer"), member("Gran", "other"), member("Kid")],
        ["Foster foster-carer Kid", "Gran grandparent Kid"],
    )
    assert {node.name: node.y for node in drawing.nodes} == {"Gran": 0, "Foster": 1, "Kid": 2}
    assert {line.style: line.people for line in drawing.lines} == {
        "carer": ("Foster", "Kid"),
        "other": ("Gran", "Kid"),
    }


def test_a_foster_child_stands_under_the_carer() -> None:
    births = {"Gran": 1950, "Mum": 1980, "Uncle": 1990, "Own": 2010, "Fostered": 2012}
    births["Nephew"] = 2014
    drawing = draw(
        [person(name, born=year) for name, year in births.items()],
        [member(name, "child" if year > 2000 else "parent") for name, year in births.items()],
        [
            "Gran parent Mum",
            "Gran parent Uncle",
            "Mum parent Own",
            "Mum foster-carer Fostered",
            "Uncle parent Nephew",
        ],
    )
    at = {node.name: node.x for node in drawing.nodes}
    assert at["Own"] < at["Fostered"] < at["Nephew"]
    assert at["Mum"] == (at["Own"] + at["Fostered"]) / 2


def test_somebody_related_to_nobody_stands_next_to_the_others() -> None:
    drawing = draw(
        [person("Mum", born=1980), person("Kid", born=2010), person("Lodger", born=1990)],
        [member("Mum", "parent"), member("Kid"), member("Lodger", "other")],
        ["Mum parent Kid"],
    )
    assert drawing.width == 1


def test_each_others_parents_and_rings_are_drawn_and_said() -> None:
    drawing = draw(
        [person("A"), person("B"), person("C")],
        [member("A", "parent"), member("B", "parent"), member("C")],
        ["A parent B", "B parent A", "B parent C", "C parent A", "A partner C", "A parent A"],
    )
    assert len({(node.x, node.y) for node in drawing.nodes}) == 3
    for sentence in ("A is a parent of B.", "B is a parent of C and A.", "C is a parent of A."):
        assert sentence in drawing.sentences or sentence.replace("C and A", "A and C") in (
            drawing.sentences
        )


def test_people_not_yet_born_or_joined_are_not_drawn_and_those_who_left_stand_outside() -> None:
    drawing = draw(
        [person("Now", born=1990), person("Later", born=2027), person("Joins"), person("Left")],
        [
            member("Now", "parent"),
            member("Later"),
            member("Joins", joined_on=date(2027, 1, 1)),
            member("Left", "parent", left_on=date(2020, 1, 1)),
        ],
    )
    assert {node.name: node.at_home for node in drawing.nodes} == {"Now": True, "Left": False}


def test_relationships_with_people_not_handed_in_leave_no_trace() -> None:
    drawing = draw([person("A")], [member("A")], ["Secret parent A", "A sibling Hidden"])
    assert drawing.lines == ()
    assert "Secret" not in drawing.as_text() + str(drawing.outlines)


def test_two_of_one_name_are_told_apart() -> None:
    alike = [
        Person(id="1", given_name="Jo", family_name="Hill"),
        Person(id="2", given_name="Jo", family_name="Dale"),
        Person(id="3", given_name="Al", family_name="Hill"),
        Person(id="4", given_name="Al", family_name="Hill"),
    ]
    drawing = draw(alike, [member(one.id) for one in alike])
    assert {node.name for node in drawing.nodes} == {
        "Jo Hill",
        "Jo Dale",
        "Al (P-3)",
        "Al (P-4)",
    }


@pytest.mark.parametrize(
    ("born", "words"),
    [
        (date(2026, 11, 24), "newborn"),
        (date(2026, 10, 24), "1 month"),
        (date(2024, 12, 1), "23 months"),
        (date(2024, 11, 24), "2"),
        (None, ""),
    ],
)
def test_ages_in_words(born: date | None, words: str) -> None:
    one = Person(id="A", given_name="A", family_name="B", date_of_birth=born)
    assert draw([one], [member("A")]).nodes[0].age == words


def test_the_home_is_named_where_it_may_be() -> None:
    drawing = draw_household([person("A")], [member("A")], [], DAY, home_label="14 Calder Street")
    assert drawing.outlines[0].label == "14 Calder Street"
    assert "Living together at 14 Calder Street" in drawing.as_text()


def test_partners_parted_by_death_are_not_drawn_as_separated() -> None:
    death = date(2019, 3, 1)
    pair = [person("A", born=1950, died_on=death), person("B", born=1951)]
    members = [member("A", "parent"), member("B", "parent")]
    drawing = draw_household(pair, members, [related("A partner B", to_on=death)], DAY)
    assert [line.slashes for line in drawing.lines] == [0]
