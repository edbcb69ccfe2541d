"""Builds invented people and relationships for household drawings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casedesk.domain.genogram import HouseholdDrawing, draw_household
from casedesk.domain.records import Membership, Person, Relationship

DAY = date(2026, 11, 24)


def person(name: str, sex: str | None = None, born: int | None = None, **more: object) -> Person:
    return Person(
        id=name,
        given_name=name,
        family_name="Invented",
        sex=sex,
        date_of_birth=date(born, 6, 15) if born else None,
        **more,  # type: ignore[arg-type]
    )


def member(name: str, role: str | None = "child", **more: object) -> Membership:
    return Membership(
        id=f"m-{name}",
        family_id="f",
        person_id=name,
        ref=f"P-{name}",
        role=role,
        **more,  # type: ignore[arg-type]
    )


def related(text: str, **more: date) -> Relationship:
    """`related("Kerry parent Tyler")`."""
    one, relation, other = text.split()
    return Relationship(
        id=text, family_id="f", person_id=one, relation=relation, other_person_id=other, **more
    )


def draw(
    people: Sequence[Person], members: Sequence[Membership], relations: Sequence[str] = ()
) -> HouseholdDrawing:
    return draw_household(people, members, [related(one) for one in relations], DAY)


def encloses(loop: tuple[tuple[float, float], ...], x: float, y: float) -> bool:
    """Whether a point lies inside a closed loop (a ray to the right crosses it oddly)."""
    inside = False
    for (x1, y1), (x2, y2) in zip(loop, (*loop[1:], loop[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside
