"""What a measured line of text is made of."""

from __future__ import annotations

from dataclasses import dataclass

from casedesk.reports.fonts import Face
from casedesk.reports.style import Type


@dataclass(frozen=True, slots=True)
class Run:
    """Characters drawn together: one face, size and colour, `x` points from the line's left.

    `code` is set for a character without a glyph: its number is drawn in a box.
    """

    x: float
    width: float
    text: str
    face: Face
    size: float
    kind: Type
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, drawn from left to right; `rightwards` is its paragraph's direction.

    `goes_on` where the next line follows after a space.
    """

    runs: tuple[Run, ...]
    width: float
    rightwards: bool = True
    goes_on: bool = False


Span = tuple[str, Type]


@dataclass(frozen=True, slots=True)
class Letter:
    """One character to draw, and how wide it is."""

    drawn: str
    face: Face
    kind: Type
    width: float
    code: str | None = None

    @property
    def is_space(self) -> bool:
        """Whether a line may end at it."""
        return self.drawn == " "
