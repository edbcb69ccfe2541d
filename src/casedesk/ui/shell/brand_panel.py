"""The dark panel beside the unlock page and the first run: the mark, three facts, a family."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from casedesk import __version__
from casedesk.ui.shell.brand_mark import BrandMark
from casedesk.ui.theme.theme import Theme

EDGE = 56
TIGHT_EDGE = 24
TIGHT_FROM = 400
"""Panels narrower than this have the smaller edge."""
INK = "#FFFFFF"
DRAWING = (QColor(138, 209, 224, 64), 336.0, 232.0)
"""Ink, width and height of the drawing of a family."""
SMALLEST = 0.6
"""The drawing is left out where it would be smaller than this."""


class BrandPanel(QWidget):
    """`facts` are (icon, sentence). The drawing goes where there is no room for it."""

    def __init__(
        self, theme: Theme, heading: str, facts: Sequence[tuple[str, str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts = list(facts)
        self._icons: list[QLabel] = []
        self._words: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(BrandMark(theme, 40, self))
        self._name = QLabel("CaseDesk", self)
        top.addWidget(self._name, 1)
        self._column.addLayout(top)
        self._column.addSpacing(48)
        self._heading = QLabel(heading, self)
        self._heading.setWordWrap(True)
        self._column.addWidget(self._heading)
        self._column.addSpacing(32)
        self._fact_box = QWidget(self)
        facts_column = QVBoxLayout(self._fact_box)
        facts_column.setContentsMargins(0, 0, 0, 0)
        facts_column.setSpacing(24)
        for _, sentence in self._facts:
            row = QHBoxLayout()
            row.setSpacing(16)
            icon = QLabel(self._fact_box)
            words = QLabel(sentence, self._fact_box)
            words.setWordWrap(True)
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            self._icons.append(icon)
            self._words.append(words)
            facts_column.addLayout(row)
        self._column.addWidget(self._fact_box)
        self._column.addStretch(1)
        self._version = QLabel(f"CaseDesk version {__version__}", self)
        self._column.addWidget(self._version)
        theme.changed.connect(self._dress)
        self.set_width(480)
        self._dress()

    def set_width(self, width: int) -> None:
        """Makes the panel `width` px wide, with edges to fit."""
        self.setFixedWidth(width)
        edge = EDGE if width >= TIGHT_FROM else TIGHT_EDGE
        self._column.setContentsMargins(edge, min(edge, 56), edge, 40)

    def _fit(self) -> None:
        # Low windows and large text: the facts go before any of them is cut.
        self._fact_box.show()
        self._column.activate()
        self._fact_box.setVisible(self._column.totalHeightForWidth(self.width()) <= self.height())

    def _dress(self) -> None:
        theme = self._theme
        for label, style in (
            (self._name, "title"),
            (self._heading, "display"),
            (self._version, "small"),
            *((words, "body") for words in self._words),
        ):
            label.setFont(theme.font(style))
            colour = theme.tokens.railTx if label is self._version else INK
            label.setStyleSheet(f"color: {colour}; background: transparent;")
        ratio = self.devicePixelRatioF()
        for label, (icon, _) in zip(self._icons, self._facts, strict=True):
            label.setPixmap(theme.pixmap(icon, 20, "railTx", ratio))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("rail"))
        ink, width, height = DRAWING
        if self._fact_box.isHidden():
            return
        top = self._fact_box.geometry().bottom() + 40
        room = self._version.geometry().top() - 32 - top
        scale = min(1.0, room / height, (self.width() - 2 * TIGHT_EDGE) / width)
        if scale < SMALLEST:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate((self.width() - width * scale) / 2, top + (room - height * scale) / 2)
        painter.scale(scale, scale)
        painter.setPen(QPen(ink, 2))
        _draw_family(painter)


def _draw_family(painter: QPainter) -> None:
    """Two parents and three children, as a household drawing has them, 336 x 232."""
    painter.drawRect(QRectF(10, 10, 64, 64))
    painter.drawEllipse(QRectF(262, 10, 64, 64))
    painter.drawRect(QRectF(136, 162, 64, 64))
    painter.drawEllipse(QRectF(24, 162, 64, 64))
    diamond = [QPointF(280, 158), QPointF(316, 194), QPointF(280, 230), QPointF(244, 194)]
    painter.drawPolygon(QPolygonF(diamond))
    painter.drawLines(
        [
            QLineF(74, 42, 262, 42),
            QLineF(168, 42, 168, 162),
            QLineF(56, 130, 280, 130),
            QLineF(56, 130, 56, 162),
            QLineF(280, 130, 280, 158),
        ]
    )
