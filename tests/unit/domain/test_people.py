"""Who counts as what on a day (docs/criteria.md, Dates, ages, windows)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from casedesk.domain.people import Member, members_of, members_on
from casedesk.domain.records import CaseFile, Family, Membership, Person

BORN = date(2008, 2, 29)


def member(
    born: date | None = BORN, role: str | None = "child", died: date | None = None, **marks: Any
) -> Member:
    return Member(
        Person(
            id="p", given_name="Tyler", family_name="Ashworth", date_of_birth=born, died_on=died
        ),
        Membership(id="m", family_id="f", person_id="p", ref="P-1", role=role, **marks),
    )


@pytest.mark.parametrize(
    ("one", "on", "counts"),
    [
        (member(), date(2008, 2, 28), False),
        (member(), date(2008, 2, 29), True),
        (member(None), date(1900, 1, 1), True),
        (member(died=date(2026, 5, 4)), date(2026, 5, 4), True),
        (member(died=date(2026, 5, 4)), date(2026, 5, 5), False),
        (member(joined_on=date(2026, 5, 4)), date(2026, 5, 3), False),
        (member(joined_on=date(2026, 5, 4)), date(2026, 5, 4), True),
        (member(joined_on=date(2000, 5, 4)), date(2008, 2, 28), False),
        (member(left_on=date(2026, 5, 4)), date(2026, 5, 4), True),
        (member(left_on=date(2026, 5, 4)), date(2026, 5, 5), False),
        (member(left_on=date(2026, 5, 4), died=date(2026, 5, 3)), date(2026, 5, 4), False),
    ],
)
def test_a_member_counts_from_birth_or_joining_to_leaving_or_death(
    one: Member, on: date, counts: bool
) -> None:
    assert one.counts_on(on) is counts


@pytest.mark.parametrize(
    ("on", "roles"),
    [
        (date(2013, 2, 28), {"any", "child"}),
        (date(2013, 3, 1), {"any", "child", "school-age"}),
        (date(2024, 2, 28), {"any", "child", "school-age"}),
        (date(2024, 2, 29), {"any", "child"}),
        (date(2026, 2, 28), {"any", "child"}),
        (date(2026, 3, 1), {"any", "adult"}),
    ],
)
def test_ages_make_children_pupils_and_adults(on: date, roles: set[str]) -> None:
    one = member()
    whole = ("any", "child", "adult", "parent", "school-age")
    assert {who for who in whole if one.is_who(who, on)} == roles
    assert one.is_child_on(on) is ("child" in roles)
    assert one.is_adult_on(on) is ("adult" in roles)
    assert one.is_school_age_on(on) is ("school-age" in roles)


@pytest.mark.parametrize(
    ("role", "marked", "responsible"),
    [
        ("parent", None, True),
        ("parent", False, False),
        ("carer", None, False),
        ("carer", True, True),
        ("child", None, False),
        ("other", None, False),
        (None, None, False),
    ],
)
def test_parental_responsibility_is_as_marked_else_by_role(
    role: str | None, marked: bool | None, responsible: bool
) -> None:
    one = member(date(1990, 1, 1), role, parental_responsibility=marked)
    assert one.is_who("parent", date(2026, 1, 1)) is responsible
    assert not one.is_who("parent", date(2007, 12, 31))


@pytest.mark.parametrize(
    ("role", "roles", "bands"),
    [
        ("child", {"any", "child", "school-age"}, [True, True, True, True]),
        ("parent", {"any", "adult", "parent"}, [False, True, True, False]),
        ("other", {"any", "adult"}, [False, True, True, False]),
        (None, {"any", "adult"}, [False, True, True, False]),
    ],
)
def test_without_a_date_of_birth_the_role_decides(
    role: str | None, roles: set[str], bands: list[bool]
) -> None:
    one, on = member(None, role), date(2026, 1, 1)
    whole = ("any", "child", "adult", "parent", "school-age")
    assert {who for who in whole if one.is_who(who, on)} == roles
    inside = [(10, 18), (18, None), (None, 19), (20, None)]
    assert [one.fits_ages(low, high, on) for low, high in inside] == bands
    assert one.is_under_16_on(on) is (role == "child")


@pytest.mark.parametrize(
    ("born", "on", "inside"),
    [
        (date(2008, 5, 4), date(2018, 5, 3), False),
        (date(2008, 5, 4), date(2018, 5, 4), True),
        (date(2008, 5, 4), date(2027, 5, 3), True),
        (date(2008, 5, 4), date(2027, 5, 4), False),
    ],
)
def test_an_age_band_holds_both_its_ends(born: date, on: date, inside: bool) -> None:
    assert member(born).fits_ages(10, 18, on) is inside


@pytest.mark.parametrize(
    ("on", "dependent", "child"),
    [
        (date(2024, 5, 3), None, True),
        (date(2024, 5, 4), None, False),
        (date(2024, 5, 4), False, False),
        (date(2024, 5, 4), True, True),
        (date(2027, 5, 3), True, True),
        (date(2027, 5, 4), True, False),
    ],
)
def test_dependent_children(on: date, dependent: bool | None, child: bool) -> None:
    assert member(date(2008, 5, 4), dependent=dependent).is_dependent_child_on(on) is child


def test_an_undated_dependent_adult_is_no_child() -> None:
    assert not member(None, "other", dependent=True).is_dependent_child_on(date(2026, 1, 1))


def test_members_come_in_the_order_recorded() -> None:
    people = tuple(Person(id=i, given_name=i, family_name="Ashworth") for i in ("a", "b", "c"))
    memberships = tuple(
        Membership(id=f"m{i}", family_id="f", person_id=i, ref=f"P-{i}", left_on=left)
        for i, left in (("c", None), ("a", date(2020, 1, 1)), ("b", None), ("gone", None))
    )
    case = CaseFile(
        family=Family(id="f", ref="CD-1", name="Ashworth"), people=people, memberships=memberships
    )
    assert [one.ref for one in members_of(case)] == ["P-c", "P-a", "P-b"]
    assert [one.id for one in members_on(case, date(2026, 1, 1))] == ["c", "b"]
    assert members_of(case)[0].called == "c"
