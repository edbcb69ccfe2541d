"""What a household drawing is made of, in abstract units, ready to be painted.

One unit of x is a column and one of y a row (a generation); y grows downwards. Names,
shapes and styles are words; colours and sizes are the painter's.
"""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]

SHAPES = ("square", "circle", "diamond")
STYLES = ("couple", "parents", "child", "siblings", "carer", "other")
"""How a line is drawn.

`couple` solid, with `slashes`; `parents` (of a child together, no more is recorded)
dashed; `child` and `siblings` solid; `carer` dashed (foster carer, guardian,
step-parent); `other` dotted.
"""


@dataclass(frozen=True, slots=True)
class Node:
    """One person: a square (male), circle (female) or diamond (other, or not known).

    `age` is in words fit to stand under the name ("14", "5 months", "died 2019"; empty =
    not known). `died` asks for a cross, drawn softly. `expecting` asks for a mark.
    """

    person_id: str
    ref: str
    name: str
    age: str
    shape: str
    x: float
    y: float
    died: bool = False
    at_home: bool = False
    expecting: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line through `points`, between the people named.

    `slashes` are drawn across it at `mark`: one for separated, two for divorced.
    """

    style: str
    points: tuple[Point, ...]
    people: tuple[str, ...]
    slashes: int = 0
    mark: Point | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """A dashed outline around people who live together: closed loops of corners."""

    label: str
    people: tuple[str, ...]
    loops: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class HouseholdDrawing:
    """A whole drawing. Paint outlines, then lines, then people over them.

    The line to the children of one parent runs down through that parent's name: give names
    a ground of their own.

    Symbols stand on their points (0, 0) to (`width`, `height`); leave half a unit around,
    for outlines and for the names under the symbols. `sentences` say the same in words.
    """

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    outlines: tuple[Outline, ...]
    width: float
    height: float
    sentences: tuple[str, ...]

    def as_text(self) -> str:
        """The drawing in words, a sentence a line: equal to it, for reading aloud or print."""
        return "\n".join(self.sentences)
