"""The layered layout of the household drawing."""

from __future__ import annotations

from datetime import date

import pytest
from invented_household import DAY, draw, encloses, member, person, related

from casedesk.domain.genogram import HouseholdDrawing, draw_household


@pytest.fixture
def three_generations() -> HouseholdDrawing:
    return draw(
        [
            person("Ron", "male", 1950, died_on=date(2019, 3, 1)),
            person("Maureen", "female", 1965),
            person("Kerry", "female", 1992),
            person("Darren", "male", 1989),
            person("Tyler", "male", 2012),
            person("Ellie", "female", 2017),
            person("Sam", "other", 2023),
        ],
        [
            member("Ron", "other"),
            member("Maureen", "other", lives_in_household=True),
            member("Kerry", "parent", lives_in_household=True),
            member("Darren", "parent", lives_in_household=False),
            *(member(child, lives_in_household=True) for child in ("Sam", "Ellie", "Tyler")),
        ],
        [
            "Ron partner Maureen",
            "Ron parent Kerry",
            "Maureen parent Kerry",
            "Darren divorced Kerry",
            *(
                f"{parent} parent {child}"
                for child in ("Sam", "Ellie", "Tyler")
                for parent in ("Kerry", "Darren")
            ),
        ],
    )


def test_each_generation_has_its_row(three_generations: HouseholdDrawing) -> None:
    rows = {node.name: node.y for node in three_generations.nodes}
    assert rows == {
        **dict.fromkeys(("Ron", "Maureen"), 0),
        **dict.fromkeys(("Darren", "Kerry"), 1),
        **dict.fromkeys(("Tyler", "Ellie", "Sam"), 2),
    }


def test_men_stand_left_and_the_eldest_child_first(three_generations: HouseholdDrawing) -> None:
    names = [node.name for node in three_generations.nodes]
    assert names == ["Ron", "Maureen", "Darren", "Kerry", "Tyler", "Ellie", "Sam"]


def test_signs(three_generations: HouseholdDrawing) -> None:
    signs = {node.name: (node.shape, node.died, node.age) for node in three_generations.nodes}
    assert signs == {
        "Ron": ("square", True, "died 2019"),
        "Maureen": ("circle", False, "61"),
        "Darren": ("square", False, "37"),
        "Kerry": ("circle", False, "34"),
        "Tyler": ("square", False, "14"),
        "Ellie": ("circle", False, "9"),
        "Sam": ("diamond", False, "3"),
    }


def test_a_divorced_couple_has_two_slashes(three_generations: HouseholdDrawing) -> None:
    slashes = {line.people: line.slashes for line in three_generations.lines if line.slashes}
    assert slashes == {("Darren", "Kerry"): 2}


def test_children_hang_from_the_middle_of_their_parents(
    three_generations: HouseholdDrawing,
) -> None:
    at = {node.name: node.x for node in three_generations.nodes}
    middle = (at["Darren"] + at["Kerry"]) / 2
    stalks = [line for line in three_generations.lines if line.people[-1] == "Ellie"]
    assert [line.points[0] for line in stalks] == [(middle, 1.0)]
    assert stalks[0].points[-1] == (at["Ellie"], 2.0)
    assert at["Ellie"] == middle


def test_the_outline_goes_around_the_household_alone(three_generations: HouseholdDrawing) -> None:
    (outline,) = three_generations.outlines
    inside = {
        node.name
        for node in three_generations.nodes
        if any(encloses(loop, node.x, node.y) for loop in outline.loops)
    }
    assert inside == {"Maureen", "Kerry", "Tyler", "Ellie", "Sam"}


def test_the_words_say_what_is_drawn(three_generations: HouseholdDrawing) -> None:
    assert three_generations.as_text().splitlines() == [
        "As at 24 November 2026.",
        "Living together: Maureen (61, female), Kerry (34, female), Tyler (14, male), "
        "Ellie (9, female) and Sam (3).",
        "Not in the household: Darren (37, male).",
        "No longer alive: Ron (died 2019).",
        "Ron and Maureen are partners.",
        "Darren and Kerry are divorced.",
        "Ron is a parent of Kerry.",
        "Maureen is a parent of Kerry.",
        "Darren is a parent of Tyler, Ellie and Sam.",
        "Kerry is a parent of Tyler, Ellie and Sam.",
    ]


def test_nobody_at_all() -> None:
    nothing = draw([], [])
    assert (nothing.nodes, nothing.lines, nothing.outlines) == ((), (), ())
    assert nothing.as_text() == "Nobody is recorded in this family yet."


def test_without_relationships_adults_stand_over_children() -> None:
    drawing = draw(
        [person("A", born=1990), person("B"), person("C", born=2015), person("D")],
        [member("A", "parent"), member("B"), member("C", None), member("D", "carer")],
    )
    assert {node.name: node.y for node in drawing.nodes} == {"A": 0, "D": 0, "B": 1, "C": 1}
    assert drawing.lines == ()
    assert drawing.outlines[0].people == ("A", "C", "B", "D")


def test_twelve_children_of_one_mother() -> None:
    children = [f"K{number:02}" for number in range(12)]
    drawing = draw(
        [person("M", "female", 1980), *(person(k, born=2012 + n) for n, k in enumerate(children))],
        [member("M", "parent"), *(member(k) for k in children)],
        [f"M parent {k}" for k in children],
    )
    row = [node for node in drawing.nodes if node.y == 1]
    assert [node.name for node in row] == children
    assert drawing.nodes[0].x == sum(node.x for node in row) / 12


def test_former_and_present_partner_stand_on_either_side() -> None:
    adults = [
        person("Ex", "male", 1980),
        person("Mum", "female", 1982),
        person("Now", "male", 1985),
    ]
    children = [person("Old", born=2010), person("Young", born=2020)]
    drawing = draw(
        [*adults, *children],
        [*(member(one.id, "parent") for one in adults), member("Old"), member("Young")],
        [
            "Mum partner Now",
            "Ex ex-partner Mum",
            "Ex parent Old",
            "Mum parent Old",
            "Mum parent Young",
            "Now parent Young",
        ],
    )
    assert [node.name for node in drawing.nodes] == ["Ex", "Mum", "Now", "Old", "Young"]
    assert [line.slashes for line in drawing.lines if line.style == "couple"] == [1, 0]


def test_two_mothers() -> None:
    drawing = draw(
        [person("Ann", "female", 1985), person("Bea", "female", 1986), person("Cy", born=2018)],
        [member("Ann", "parent"), member("Bea", "parent"), member("Cy")],
        ["Bea partner Ann", "Ann parent Cy", "Bea parent Cy"],
    )
    assert [(node.name, node.shape) for node in drawing.nodes][:2] == [
        ("Ann", "circle"),
        ("Bea", "circle"),
    ]
    assert [line.style for line in drawing.lines] == ["couple", "child"]


def test_a_partner_of_the_past_is_slashed_and_a_future_one_not_drawn() -> None:
    pair = [person("A", born=1990), person("B", born=1991)]
    members = [member("A", "parent"), member("B", "parent")]
    over = related("A partner B", to_on=date(2024, 1, 1))
    soon = related("A partner B", from_on=date(2027, 1, 1))
    drawing = draw_household(pair, members, [over], DAY)
    assert [line.slashes for line in drawing.lines] == [1]
    assert "A and B were partners until 1 January 2024." in drawing.sentences
    assert draw_household(pair, members, [soon], DAY).lines == ()


def test_parents_of_a_child_who_are_no_recorded_couple_are_joined_weakly() -> None:
    drawing = draw(
        [person("A", "male", 1990), person("B", "female", 1991), person("C", born=2015)],
        [member("A", "parent"), member("B", "parent"), member("C")],
        ["A parent C", "B parent C"],
    )
    assert [line.style for line in drawing.lines] == ["parents", "child"]
