"""The household drawing (genogram): a pure layered layout, painted by reports and window.

One row a generation, couples side by side, children hanging from a bar with the eldest on
the left, a dashed outline around the people who live together. Signs as social work uses
them (Department of Health, "Write Enough"): a square for a male, a circle for a female, a
diamond for other or not known, a cross for somebody who died (drawn softly, because a
crossed-out brother or sister can upset a child), one slash for separated, two for divorced.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casedesk.domain.dates import add_months, age_on
from casedesk.domain.genogram.chains import chains_of
from casedesk.domain.genogram.drawing import (
    SHAPES,
    STYLES,
    HouseholdDrawing,
    Line,
    Node,
    Outline,
    Point,
)
from casedesk.domain.genogram.generations import rows_of
from casedesk.domain.genogram.kin import read_kin, usable
from casedesk.domain.genogram.lines import lines_of
from casedesk.domain.genogram.outline import outline_around
from casedesk.domain.genogram.placing import broods_of, cared_for, columns_of
from casedesk.domain.genogram.words import names_of, sentences_of
from casedesk.domain.records import Membership, Person, Relationship

__all__ = [
    "SHAPES",
    "STYLES",
    "HouseholdDrawing",
    "Line",
    "Node",
    "Outline",
    "Point",
    "draw_household",
]

_SHAPE_OF_SEX = {"male": "square", "female": "circle"}


def draw_household(
    people: Sequence[Person],
    memberships: Sequence[Membership],
    relationships: Sequence[Relationship],
    as_at: date,
    home_label: str = "",
) -> HouseholdDrawing:
    """Lay out the people of a family as they were on a day.

    Everybody given is drawn but those not yet born or joined by then; people who left are
    drawn outside the household. Relationships with anybody else are passed over, so a
    report hands in only what may be shown. The same data give the same drawing, whatever
    their order. `home_label` names the home (an address, where that may be shown).

    The household are the members of that day, alive, marked as living in it; where no
    member is marked so, all who are not marked as living elsewhere. Raises nothing:
    contradictory data are drawn as well as they can be, and said in full in words.
    """
    member = {one.person_id: one for one in memberships}
    shown = sorted(
        (person for person in people if _there(person, member.get(person.id), as_at)),
        key=lambda one: (one.date_of_birth or date.max, _ref(member.get(one.id)), one.id),
    )
    ids = [person.id for person in shown]
    born = {person.id: person.date_of_birth for person in shown}
    related = usable(ids, sorted(relationships, key=lambda one: (one.order, one.id)), as_at)
    died = {person.id: person.died_on for person in shown if person.died_on is not None}
    kin = read_kin(ids, related, as_at, died)
    rows = rows_of(kin, {one.id: _a_child(one, member.get(one.id), as_at) for one in shown})
    males = frozenset(person.id for person in shown if person.sex == "male")
    broods = broods_of(kin, rows, born)
    placing = (*broods, *cared_for(kin, rows, broods))
    columns = columns_of(chains_of(kin, rows, males), placing, born)
    at: dict[str, Point] = {person: (columns[person], float(rows[person])) for person in ids}
    home = _household(shown, member, as_at)
    refs = {person: one.ref for person, one in member.items()}
    names = names_of(shown, refs)
    nodes = tuple(
        Node(
            person_id=person.id,
            ref=refs.get(person.id, ""),
            name=names[person.id],
            age=_age(person, as_at),
            shape=_SHAPE_OF_SEX.get(person.sex or "", "diamond"),
            x=at[person.id][0],
            y=at[person.id][1],
            died=_died(person, as_at),
            at_home=person.id in home,
            expecting=bool(person.expectant),
        )
        for person in sorted(shown, key=lambda one: (at[one.id][1], at[one.id][0]))
    )
    outlines = (Outline(home_label, home, outline_around(home, at)),) if home else ()
    return HouseholdDrawing(
        nodes=nodes,
        lines=lines_of(kin, broods, at, born),
        outlines=outlines,
        width=max((node.x for node in nodes), default=0.0),
        height=max((node.y for node in nodes), default=0.0),
        sentences=sentences_of(nodes, names, related, home_label if home else "", as_at),
    )


def _ref(membership: Membership | None) -> str:
    return membership.ref if membership else ""


def _there(person: Person, membership: Membership | None, as_at: date) -> bool:
    born = person.date_of_birth is None or person.date_of_birth <= as_at
    joined = membership is None or membership.joined_on is None or membership.joined_on <= as_at
    return born and joined


def _a_child(person: Person, membership: Membership | None, as_at: date) -> bool:
    """Whether the person belongs with the children's generation, where nothing else says."""
    if membership is not None and membership.role is not None:
        return membership.role == "child"
    return person.date_of_birth is not None and age_on(person.date_of_birth, as_at) < 18


def _died(person: Person, as_at: date) -> bool:
    return person.died_on is not None and person.died_on <= as_at


def _age(person: Person, as_at: date) -> str:
    if _died(person, as_at) and person.died_on is not None:
        return f"died {person.died_on.year}"
    if person.date_of_birth is None:
        return ""
    years = age_on(person.date_of_birth, as_at)
    if years >= 2:
        return str(years)
    months = max(n for n in range(25) if add_months(person.date_of_birth, n) <= as_at)
    return "newborn" if months == 0 else f"{months} month{'' if months == 1 else 's'}"


def _household(
    people: Sequence[Person], member: dict[str, Membership], as_at: date
) -> tuple[str, ...]:
    living = [
        (person.id, member[person.id].lives_in_household)
        for person in people
        if person.id in member
        and not _died(person, as_at)
        and _still_member(member[person.id], as_at)
    ]
    marked = tuple(person for person, lives in living if lives)
    return marked or tuple(person for person, lives in living if lives is None)


def _still_member(membership: Membership, as_at: date) -> bool:
    return membership.left_on is None or membership.left_on >= as_at
