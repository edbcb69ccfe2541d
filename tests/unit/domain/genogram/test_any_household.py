"""Whatever is recorded, a drawing comes of it, and keeps its promises."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from invented_household import DAY, encloses, member, person, related

from casedesk.domain.genogram import SHAPES, STYLES, draw_household
from casedesk.domain.records.people import RELATIONS, ROLES, SEXES

NAMES = [f"N{number}" for number in range(9)]
families = st.lists(
    st.tuples(
        st.sampled_from(SEXES),
        st.one_of(st.none(), st.integers(1940, 2026)),
        st.sampled_from(ROLES),
        st.sampled_from([True, False, None]),
    ),
    max_size=9,
)
bonds = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(RELATIONS), st.sampled_from(NAMES)),
    max_size=16,
)


@settings(deadline=None, max_examples=200)
@given(families, bonds, st.randoms(use_true_random=False))
def test_whatever_is_recorded_is_drawn(
    family: list[tuple[str, int | None, str, bool | None]],
    pairs: list[tuple[str, str, str]],
    chance: object,
) -> None:
    people = [
        person(name, sex, born) for name, (sex, born, _, _) in zip(NAMES, family, strict=False)
    ]
    members = [
        member(name, role, lives_in_household=home)
        for name, (_, _, role, home) in zip(NAMES, family, strict=False)
    ]
    relations = [related(" ".join(pair)) for pair in dict.fromkeys(pairs)]
    drawing = draw_household(people, members, relations, DAY)
    drawn = {node.person_id for node in drawing.nodes}
    assert drawn == {
        one.id for one in people if one.date_of_birth is None or one.date_of_birth <= DAY
    }
    for row in {node.y for node in drawing.nodes}:
        columns = sorted(node.x for node in drawing.nodes if node.y == row)
        assert all(b - a >= 1 for a, b in pairwise(columns))
        assert row == int(row)
    assert all(
        0 <= node.x <= drawing.width and 0 <= node.y <= drawing.height for node in drawing.nodes
    )
    assert {node.shape for node in drawing.nodes} <= set(SHAPES)
    assert {line.style for line in drawing.lines} <= set(STYLES)
    assert all(set(line.people) <= drawn for line in drawing.lines)
    for outline in drawing.outlines:
        for node in drawing.nodes:
            crossings = sum(encloses(loop, node.x, node.y) for loop in outline.loops)
            assert crossings % 2 == (node.person_id in outline.people)
    for relation in relations:
        told = {relation.person_id, relation.other_person_id}
        if told <= drawn and len(told) == 2:
            assert any(all(name in sentence for name in told) for sentence in drawing.sentences)
    chance.shuffle(people)  # type: ignore[attr-defined]
    chance.shuffle(relations)  # type: ignore[attr-defined]
    assert draw_household(people, members, relations, DAY) == drawing
