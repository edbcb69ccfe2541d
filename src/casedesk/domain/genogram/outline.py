"""The outline around people who live together: the edge of the cells they stand in."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from casedesk.domain.genogram.drawing import Point

_HALF = 0.5


def outline_around(
    people: Collection[str], at: Mapping[str, Point]
) -> tuple[tuple[Point, ...], ...]:
    """Closed loops of corners around these people and nobody else.

    Each loop runs clockwise (as seen, y downwards) around its people, and the other way
    around a gap inside. Neighbours of one row with nobody between them are joined.
    """
    boxes = _boxes(people, at)
    across = sorted({edge for left, right, _, _ in boxes for edge in (left, right)})
    down = sorted({edge for _, _, top, bottom in boxes for edge in (top, bottom)})
    inside = {
        (i, j)
        for i in range(len(across) - 1)
        for j in range(len(down) - 1)
        if any(
            left <= across[i] < right and top <= down[j] < bottom
            for left, right, top, bottom in boxes
        )
    }
    return tuple(
        tuple((across[i], down[j]) for i, j in _corners(loop)) for loop in _loops(_edges(inside))
    )


def _boxes(
    people: Collection[str], at: Mapping[str, Point]
) -> list[tuple[float, float, float, float]]:
    boxes = []
    for row in sorted({at[person][1] for person in people}):
        in_row = sorted((x, person in people) for person, (x, y) in at.items() if y == row)
        run: list[float] = []
        for x, lives_here in [*in_row, (0.0, False)]:
            if lives_here:
                run.append(x)
            elif run:
                boxes.append((run[0] - _HALF, run[-1] + _HALF, row - _HALF, row + _HALF))
                run = []
    return boxes


Corner = tuple[int, int]


def _edges(inside: set[Corner]) -> dict[Corner, list[Corner]]:
    """Edges between a cell inside and one outside, the inside on the right hand."""
    edges: dict[Corner, list[Corner]] = {}
    for i, j in sorted(inside):
        sides = (
            ((i, j - 1), (i, j), (i + 1, j)),
            ((i + 1, j), (i + 1, j), (i + 1, j + 1)),
            ((i, j + 1), (i + 1, j + 1), (i, j + 1)),
            ((i - 1, j), (i, j + 1), (i, j)),
        )
        for neighbour, start, end in sides:
            if neighbour not in inside:
                edges.setdefault(start, []).append(end)
    return edges


def _loops(edges: dict[Corner, list[Corner]]) -> list[list[Corner]]:
    loops = []
    for start in sorted(edges):
        while edges[start]:
            loop = [start]
            here, onward = start, edges[start].pop(0)
            while onward != start:
                loop.append(onward)
                here, onward = onward, _next(here, onward, edges)
            loops.append(loop)
    return loops


def _next(before: Corner, here: Corner, edges: dict[Corner, list[Corner]]) -> Corner:
    """The edge to follow; where two cells touch at a corner, the right turn keeps to one."""
    ways = edges[here]
    dx, dy = here[0] - before[0], here[1] - before[1]
    right = (here[0] - dy, here[1] + dx)
    return ways.pop(ways.index(right)) if right in ways else ways.pop(0)


def _corners(loop: list[Corner]) -> list[Corner]:
    """Without the points where the outline goes straight on."""
    count = len(loop)
    return [
        point
        for n, point in enumerate(loop)
        if not (loop[n - 1][0] == point[0] == loop[(n + 1) % count][0])
        and not (loop[n - 1][1] == point[1] == loop[(n + 1) % count][1])
    ]
