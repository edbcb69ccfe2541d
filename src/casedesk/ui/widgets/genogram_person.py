"""One person of the household drawing: a shape, a name and an age."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from casedesk.domain.genogram import Node
from casedesk.ui.theme.theme import Theme

SIZE = 36
_DIAMOND = 1.25
"""A diamond is drawn larger, so that it weighs as much as a square."""


class PersonItem(QGraphicsItem):
    """Painted around its middle (0, 0); the words stand below. `current` has the focus ring."""

    def __init__(self, theme: Theme, node: Node, ground: QColor) -> None:
        super().__init__()
        self._theme = theme
        self._ground = ground
        self.node = node
        self.current = False
        self._half = theme.px(SIZE) / 2
        self._name_high = theme.line_height("small")
        self._age_high = theme.line_height("cap")
        words = (
            QFontMetrics(theme.font("smallb")).horizontalAdvance(node.name),
            QFontMetrics(theme.font("cap")).horizontalAdvance(self.under_name),
        )
        self._words_wide = max(words) + 6
        self.setToolTip(self.spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def under_name(self) -> str:
        """The line under the name: age, and whether a baby is expected."""
        parts = [self.node.age, "expecting" if self.node.expecting else ""]
        return ", ".join(part for part in parts if part)

    @property
    def spoken(self) -> str:
        """The person in words, for screen readers and the tooltip."""
        lives = "lives here" if self.node.at_home else "lives somewhere else"
        parts = [self.node.name, self.under_name, "" if self.node.died else lives]
        return ", ".join(part for part in parts if part)

    def _reach(self) -> float:
        return self._half * (_DIAMOND if self.node.shape == "diamond" else 1)

    def _name_rect(self) -> QRectF:
        top = self._reach() + 2
        return QRectF(-self._words_wide / 2, top, self._words_wide, self._name_high)

    def boundingRect(self) -> QRectF:
        reach = self._reach() + 6
        shape = QRectF(-reach, -reach, 2 * reach, 2 * reach)
        words = self._name_rect().adjusted(0, 0, 0, self._age_high)
        return shape.united(words)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        reach = self._reach()
        box = QRectF(-reach, -reach, 2 * reach, 2 * reach)
        painter.setPen(QPen(theme.colour("ink"), 2))
        painter.setBrush(theme.colour("surface"))
        self._paint_shape(painter, box)
        if self.node.died:
            # Drawn softly: a crossed-out brother or sister can upset a child.
            painter.setPen(QPen(theme.colour("ink3"), 1.5))
            self._paint_cross(painter, box)
        if self.current:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), 8, 8)
        self._paint_words(painter)

    def _paint_shape(self, painter: QPainter, box: QRectF) -> None:
        if self.node.shape == "square":
            painter.drawRect(box)
        elif self.node.shape == "circle":
            painter.drawEllipse(box)
        else:
            middle = box.center()
            corners = [
                QPointF(middle.x(), box.top()),
                QPointF(box.right(), middle.y()),
                QPointF(middle.x(), box.bottom()),
                QPointF(box.left(), middle.y()),
            ]
            painter.drawPolygon(QPolygonF(corners))

    def _paint_cross(self, painter: QPainter, box: QRectF) -> None:
        part = 1.0 if self.node.shape == "square" else 0.7
        if self.node.shape == "diamond":
            part = 0.5
        reach = box.width() / 2 * part
        painter.drawLine(QLineF(-reach, -reach, reach, reach))
        painter.drawLine(QLineF(reach, -reach, -reach, reach))

    def _paint_words(self, painter: QPainter) -> None:
        theme, name = self._theme, self._name_rect()
        age = QRectF(name.left(), name.bottom() - 2, name.width(), self._age_high)
        # A ground of its own: the line to the children of one parent runs down behind it.
        painter.fillRect(name.united(age) if self.under_name else name, self._ground)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("smallb"))
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, self.node.name)
        painter.setPen(theme.colour("ink2"))
        painter.setFont(theme.font("cap"))
        painter.drawText(age, Qt.AlignmentFlag.AlignCenter, self.under_name)
