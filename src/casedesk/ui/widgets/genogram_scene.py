"""The household drawing as a scene: people, lines and the dashed home, in the theme's colours.

The scene is told the colours and fonts, so the same scene is shown and printed.
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsScene, QGraphicsSimpleTextItem

from casedesk.domain.genogram import HouseholdDrawing, Line, Outline, Point
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.genogram_person import PersonItem

COLUMN = 112
ROW = 92
_MARGIN = 4
_SLASH = 8
_INSET = 6
"""The outline of a home keeps off the sides of its cells, along which the lines of descent run."""
_LOWERED = 16
"""A person's words stand under the shape: the outline of a home is that much lower, so that
it goes around both."""
_DASHED = {"parents", "carer"}


def blend(one: QColor, other: QColor) -> QColor:
    """Half of each."""
    return QColor(
        (one.red() + other.red()) // 2,
        (one.green() + other.green()) // 2,
        (one.blue() + other.blue()) // 2,
    )


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


class GenogramScene(QGraphicsScene):
    """Built anew for each drawing and theme. `people` are in reading order."""

    def __init__(self, theme: Theme, drawing: HouseholdDrawing) -> None:
        super().__init__()
        self._theme = theme
        self._column, self._row = theme.px(COLUMN), theme.px(ROW)
        home = blend(theme.colour("surface"), theme.colour("accentBg"))
        for outline in drawing.outlines:
            self._add_outline(outline, home)
        for line in drawing.lines:
            self._add_line(line)
        self.people: list[PersonItem] = []
        for node in sorted(drawing.nodes, key=lambda one: (one.y, one.x)):
            ground = home if node.at_home else theme.colour("surface")
            person = PersonItem(theme, node, ground)
            person.setPos(self._point((node.x, node.y)))
            self.addItem(person)
            self.people.append(person)
        whole = self.itemsBoundingRect()
        self.setSceneRect(whole.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))

    def _point(self, point: Point) -> QPointF:
        return QPointF(point[0] * self._column, point[1] * self._row)

    def _around(self, loop: tuple[Point, ...]) -> list[QPointF]:
        """The corners of a loop, which has its people on the right hand, its sides drawn in."""
        inset, low = self._theme.px(_INSET), self._theme.px(_LOWERED)
        corners = []
        for before, here, after in zip(loop[-1:] + loop, loop, loop[1:] + loop[:1], strict=False):
            # One of the two edges that meet here goes up or down.
            down = _sign(here[1] - before[1]) + _sign(after[1] - here[1])
            corners.append(self._point(here) + QPointF(-down * inset, low))
        return corners

    def _add_outline(self, outline: Outline, ground: QColor) -> None:
        path = QPainterPath()
        for loop in outline.loops:
            path.addPolygon(QPolygonF(self._around(loop)))
            path.closeSubpath()
        pen = QPen(self._theme.colour("accent"), 1.75)
        pen.setDashPattern([5, 2.5])
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        item = QGraphicsPathItem(path)
        item.setPen(pen)
        item.setBrush(ground)
        item.setZValue(-2)
        self.addItem(item)
        if outline.label and outline.loops:
            self._add_label(outline)

    def _add_label(self, outline: Outline) -> None:
        corners = [corner for loop in outline.loops for corner in self._around(loop)]
        bottom = max(corner.y() for corner in corners)
        right = max(corner.x() for corner in corners if corner.y() == bottom)
        words = QGraphicsSimpleTextItem(outline.label)
        words.setFont(self._theme.font("capb"))
        words.setBrush(self._theme.colour("accentTx"))
        box = words.boundingRect()
        # Under the line: inside it stands the name of whoever is last in the row.
        words.setPos(right - box.width(), bottom + 3)
        words.setZValue(3)
        self.addItem(words)

    def _add_line(self, line: Line) -> None:
        pen = QPen(self._theme.colour("ink2"), 1.5)
        if line.style in _DASHED:
            pen.setDashPattern([4, 3])
        elif line.style == "other":
            pen.setDashPattern([1, 3])
        points = [self._point(point) for point in line.points]
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        item = QGraphicsPathItem(path)
        item.setPen(pen)
        item.setZValue(-1)
        self.addItem(item)
        if line.slashes and line.mark is not None:
            self._add_slashes(self._point(line.mark), line.slashes)

    def _add_slashes(self, mark: QPointF, count: int) -> None:
        pen = QPen(self._theme.colour("ink2"), 1.5)
        for index in range(count):
            x = mark.x() + (index - (count - 1) / 2) * 7
            stroke = QLineF(x - _SLASH / 2, mark.y() + _SLASH, x + _SLASH / 2, mark.y() - _SLASH)
            self.addLine(stroke, pen).setZValue(0)
