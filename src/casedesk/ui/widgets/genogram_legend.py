"""What the signs of the household drawing mean, in one line under it."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from casedesk.domain.genogram import HouseholdDrawing
from casedesk.ui.theme.theme import Theme

ENTRIES = ("Male", "Female", "Unknown", "Separated", "Divorced", "Died", "Home")
_SHAPES = {"square": "Male", "circle": "Female", "diamond": "Unknown"}
_SLASHES = {1: "Separated", 2: "Divorced"}
_ROOMY, _TIGHT = (14, 6, 12), (12, 4, 6)
"""How large a sign is, how far its words are from it, and how far the next sign is."""


class GenogramLegend(QLabel):
    """The signs with their words; wraps to more lines where it is narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.entries: tuple[str, ...] = ENTRIES
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)
        self._say(ENTRIES)

    def set_drawing(self, drawing: HouseholdDrawing) -> None:
        """Explain only the signs that this drawing has."""
        used = {_SHAPES[node.shape] for node in drawing.nodes}
        used |= {"Died" for node in drawing.nodes if node.died}
        used |= {"Home" for _ in drawing.outlines}
        used |= {_SLASHES[line.slashes] for line in drawing.lines if line.slashes in _SLASHES}
        self._say(tuple(entry for entry in ENTRIES if entry in used))

    def _say(self, entries: tuple[str, ...]) -> None:
        self.entries = entries
        self.setText(", ".join(entries))
        self.setAccessibleName("Signs: " + ", ".join(entries))
        self.updateGeometry()

    def _spacing(self, width: int) -> tuple[int, int, int]:
        """Tight where that is enough for one line."""
        roomy, tight = self._flow(10_000, _ROOMY), self._flow(10_000, _TIGHT)
        fits = not roomy or roomy[-1][1].right() <= width or tight[-1][1].right() > width
        return _ROOMY if fits else _TIGHT

    def _places(self, width: int) -> list[tuple[str, QRectF]]:
        return self._flow(width, self._spacing(width))

    def _flow(self, width: int, spacing: tuple[int, int, int]) -> list[tuple[str, QRectF]]:
        metrics = QFontMetrics(self._theme.font("cap"))
        size, gap, apart = spacing
        line, sign = self._theme.px(22), self._theme.px(size)
        places, left, top = [], 0.0, 0.0
        for words in self.entries:
            wide = sign + gap + metrics.horizontalAdvance(words)
            if left and left + wide > width:
                left, top = 0.0, top + line
            places.append((words, QRectF(left, top, wide, line)))
            left += wide + apart
        return places

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return int(places[-1][1].bottom()) if places else 0

    def sizeHint(self) -> QSize:
        places = self._places(10_000)
        return QSize(int(places[-1][1].right()) if places else 0, self._theme.px(22))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("cap"))
        size, gap, _ = self._spacing(self.width())
        sign = self._theme.px(size)
        for words, place in self._places(self.width()):
            box = QRectF(place.left(), place.center().y() - sign / 2, sign, sign)
            self._paint_sign(painter, words, box.adjusted(1, 1, -1, -1))
            painter.setPen(self._theme.colour("ink2"))
            text = place.adjusted(sign + gap, 0, 2, 0)
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_sign(self, painter: QPainter, words: str, box: QRectF) -> None:
        painter.setPen(QPen(self._theme.colour("ink2"), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        middle = box.center()
        if words == "Female":
            painter.drawEllipse(box)
        elif words == "Unknown":
            tops = [QPointF(middle.x(), box.top()), QPointF(box.right(), middle.y())]
            lows = [QPointF(middle.x(), box.bottom()), QPointF(box.left(), middle.y())]
            painter.drawPolygon(QPolygonF(tops + lows))
        elif words in ("Separated", "Divorced"):
            painter.drawLine(QLineF(box.left(), middle.y(), box.right(), middle.y()))
            for shift in (0,) if words == "Separated" else (-2, 2):
                x = middle.x() + shift
                painter.drawLine(QLineF(x - 2, middle.y() + 5, x + 2, middle.y() - 5))
        elif words == "Home":
            pen = QPen(self._theme.colour("accent"), 1.4)
            pen.setDashPattern([2.5, 1.5])
            painter.setPen(pen)
            painter.drawRect(box)
        else:
            painter.drawRect(box)
            if words == "Died":
                painter.drawLine(QLineF(box.topLeft(), box.bottomRight()))
                painter.drawLine(QLineF(box.topRight(), box.bottomLeft()))
