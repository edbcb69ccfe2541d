"""The kinds of household in the made-up caseload, each as a function that adds its people."""

from __future__ import annotations

from collections.abc import Callable

from casedesk.demo.home import Home
from casedesk.demo.someone import Someone


def _children(home: Home, ages: tuple[int, ...], parents: list[Someone], **cells: object) -> None:
    for age in ages:
        sex = "female" if home.chance.odds(0.5) else "male"
        child = home.add("child", age, sex, **cells)  # type: ignore[arg-type]
        for parent in parents:
            home.relate(parent, "parent", child)


def _ages(home: Home, *around: int) -> tuple[int, ...]:
    return tuple(max(0, age + home.chance.whole(-1, 1)) for age in around)


def lone_mother(home: Home) -> None:
    """A mother with her children; their father lives elsewhere."""
    mother = home.add("parent", home.chance.whole(31, 41), "female", responsible=True)
    father = home.add(
        "parent", home.chance.whole(32, 45), "male", at_home=False, responsible=True,
        family=home.chance.pick(home.heritage.families),
    )  # fmt: skip
    home.relate(father, "ex-partner", mother)
    _children(home, _ages(home, 14, 9, 3), [mother, father])


def couple(home: Home) -> None:
    """Both parents with their children."""
    mother = home.add("parent", home.chance.whole(30, 42), "female", responsible=True)
    father = home.add("parent", home.chance.whole(31, 45), "male", responsible=True)
    home.relate(mother, "partner", father)
    _children(home, _ages(home, 13, 8), [mother, father])


def step_family(home: Home) -> None:
    """A mother, her new partner, a child of each union, and the first father elsewhere."""
    mother = home.add("parent", home.chance.whole(32, 40), "female", responsible=True)
    partner = home.add(
        "carer", home.chance.whole(28, 44), "male", responsible=False,
        family=home.chance.pick(home.heritage.families), joined_on=home.ago(900),
    )  # fmt: skip
    father = home.add(
        "parent", home.chance.whole(34, 46), "male", at_home=False, responsible=True,
        family=home.chance.pick(home.heritage.families),
    )  # fmt: skip
    home.relate(mother, "partner", partner, from_=home.ago(1100))
    home.relate(father, "divorced", mother)
    _children(home, _ages(home, 14, 10), [mother, father])
    for child in home.children():
        home.relate(partner, "step-parent", child)
    baby = home.add("child", 2, "female")
    home.relate(mother, "parent", baby)
    home.relate(partner, "parent", baby)


def kinship(home: Home) -> None:
    """A grandmother who has the children, their mother elsewhere."""
    grandmother = home.add("carer", home.chance.whole(55, 68), "female", responsible=True)
    mother = home.add("parent", home.chance.whole(29, 38), "female", at_home=False)
    home.relate(grandmother, "parent", mother)
    _children(home, _ages(home, 12, 7), [mother])
    for child in home.children():
        home.relate(grandmother, "grandparent", child)
        home.relate(grandmother, "guardian", child, from_=home.ago(1000))


def young_parents(home: Home) -> None:
    """A young couple expecting their first child."""
    mother = home.add("parent", 18, "female", responsible=True, expectant=True)
    father = home.add(
        "parent", 20, "male", responsible=True, family=home.chance.pick(home.heritage.families)
    )
    home.relate(mother, "partner", father)


def two_mothers(home: Home) -> None:
    """Two women and the children they have together."""
    one = home.add("parent", home.chance.whole(33, 42), "female", responsible=True)
    other = home.add("parent", home.chance.whole(31, 40), "female", responsible=True)
    home.relate(one, "partner", other)
    _children(home, _ages(home, 12, 6), [one, other])


def lone_father(home: Home) -> None:
    """A father with his children; their mother has died."""
    father = home.add("parent", home.chance.whole(36, 48), "male", responsible=True)
    mother = home.add("parent", 41, "female", at_home=False, died=home.ago(860))
    home.relate(mother, "partner", father, to=home.ago(860))
    _children(home, _ages(home, 15, 11), [father, mother])


def large(home: Home) -> None:
    """Eight children, three of them not of age for school; twins among them."""
    mother = home.add("parent", 39, "female", responsible=True)
    father = home.add("parent", 43, "male", responsible=True)
    home.relate(mother, "partner", father)
    _children(home, (16, 14, 12, 9), [mother, father])
    twins = home.born_at(6)
    for sex in ("female", "male"):
        twin = home.add("child", 6, sex, born=twins)
        home.relate(mother, "parent", twin)
        home.relate(father, "parent", twin)
    _children(home, (3, 1), [mother, father])


def foster(home: Home) -> None:
    """A foster carer with a brother and sister, whose mother lives elsewhere."""
    carer = home.add("carer", home.chance.whole(45, 58), "female", responsible=False)
    other_name = home.chance.pick(home.heritage.families)
    mother = home.add("parent", 31, "female", at_home=False, responsible=True, family=other_name)
    for age in _ages(home, 11, 7):
        child = home.add(
            "child", age, "female" if age > 9 else "male", family=other_name,
            joined_on=home.ago(500),
        )  # fmt: skip
        home.relate(mother, "parent", child)
        home.relate(carer, "foster-carer", child, from_=home.ago(500))
    first, second = home.children()[:2]
    home.relate(first, "sibling", second)


def unknown_ages(home: Home) -> None:
    """Little is known yet: no date of birth for a lodger and for one of the children."""
    mother = home.add("parent", 34, "female", responsible=True)
    home.add(
        "other", None, "not known", known_as="Daz", given="Darryl",
        family=home.chance.pick(home.heritage.families), responsible=False,
    )  # fmt: skip
    _children(home, (13,), [mother])
    child = home.add("child", None, "not known")
    home.relate(mother, "parent", child)


def young_carer(home: Home) -> None:
    """A father with a long illness and a daughter who looks after him."""
    father = home.add("parent", 49, "male", responsible=True, disability="MOB;CON")
    _children(home, (16, 13), [father], dependent=True)


def three_generations(home: Home) -> None:
    """A mother and her children in the grandparents' house, an aunt and a cousin with them."""
    grandmother = home.add("other", 64, "female", responsible=False)
    grandfather = home.add("other", 67, "male", responsible=False)
    mother = home.add("parent", 36, "female", responsible=True)
    aunt = home.add("other", 33, "female", responsible=False)
    home.relate(grandmother, "partner", grandfather)
    for parent in (grandmother, grandfather):
        home.relate(parent, "parent", mother)
        home.relate(parent, "parent", aunt)
    home.relate(mother, "sibling", aunt)
    _children(home, _ages(home, 15, 10), [mother])
    cousin = home.add("child", 5, "male")
    home.relate(aunt, "parent", cousin)
    for child in home.children():
        if child is not cousin:
            home.relate(aunt, "aunt-uncle", child)
            home.relate(cousin, "cousin", child)


def teenagers(home: Home) -> None:
    """A mother, a son of 17 who is still at college, a daughter of 19, and a half-brother."""
    mother = home.add("parent", 42, "female", responsible=True)
    grown = home.add("other", 19, "female", responsible=False)
    home.relate(mother, "parent", grown)
    _children(home, (17,), [mother], dependent=True)
    younger = home.add("child", 13, "male")
    home.relate(mother, "parent", younger)
    home.relate(grown, "half-sibling", younger)


def little_ones(home: Home) -> None:
    """A mother of 23 with a toddler and a baby of a few months."""
    mother = home.add("parent", 23, "female", responsible=True)
    father = home.add(
        "parent", 25, "male", at_home=False, family=home.chance.pick(home.heritage.families)
    )
    home.relate(father, "separated", mother)
    for child in (
        home.add("child", 3, "female"),
        home.add("child", 0, "male", born=home.ago(home.chance.whole(120, 200))),
    ):
        home.relate(mother, "parent", child)
        home.relate(father, "parent", child)


HOUSEHOLDS: dict[str, Callable[[Home], None]] = {
    make.__name__: make
    for make in (
        lone_mother, couple, step_family, kinship, young_parents, two_mothers, lone_father,
        large, foster, unknown_ages, young_carer, three_generations, teenagers, little_ones,
    )
}  # fmt: skip
