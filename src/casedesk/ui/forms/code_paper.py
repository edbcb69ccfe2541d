"""The recovery code on paper: one page, always in the light theme."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter

from casedesk.ui.theme.typography import DISPLAY, TEXT

POINTS = 72
PAGE_WIDTH = 595
INK = QColor("#14222A")
COLUMNS = 3
ADVICE = (
    "Keep this page at the office, not with the laptop. Whoever has it and the laptop can read "
    "everything.",
    "If you forget your passphrase: start CaseDesk, choose “Use my recovery code”, and type the "
    "nine groups.",
    "The letters I, L, O and U are not used: 1 is always one, 0 is always nought.",
)


@dataclass(frozen=True)
class CodePaper:
    """What stands on the page."""

    code: str
    worker: str
    laptop: str
    day: str

    def draw(self, printer: QPrinter | QPagedPaintDevice) -> bool:
        """Draws the page; False when the printer does not take it."""
        painter = QPainter()
        if not painter.begin(printer):
            return False
        # In points, whatever the printer's own dots are.
        painter.scale(printer.logicalDpiX() / POINTS, printer.logicalDpiY() / POINTS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margins = printer.pageLayout().margins(printer.pageLayout().units().Point)
        self._page(painter, _width(margins))
        return painter.end()

    def _page(self, painter: QPainter, width: float) -> None:
        painter.setPen(INK)
        painter.setFont(_font(DISPLAY, 22, 600))
        painter.drawText(QRectF(0, 8, width, 30), "CaseDesk recovery code")
        painter.setFont(_font(TEXT, 11, 400))
        whose = f"{self.worker}, {self.laptop}, {self.day}"
        painter.drawText(QRectF(0, 42, width, 18), whose)
        top = 84.0
        painter.setPen(QPen(INK, 0.8))
        painter.drawRoundedRect(QRectF(0, top, width, 138), 6, 6)
        for place, group in enumerate(self.code.split("-")):
            left = 20 + (place % COLUMNS) * (width - 24) / COLUMNS
            line = top + 12 + (place // COLUMNS) * 40
            painter.setFont(_font(TEXT, 9, 400))
            painter.drawText(QRectF(left, line, 20, 34), _MIDDLE, str(place + 1))
            painter.setFont(_font(DISPLAY, 18, 500))
            for index, character in enumerate(group):
                box = QRectF(left + 22 + index * 20, line, 20, 34)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), character)
        painter.setFont(_font(TEXT, 11, 400))
        line = top + 164
        for sentence in ADVICE:
            place_ = QRectF(0, line, width, 40)
            painter.drawText(place_, int(Qt.TextFlag.TextWordWrap), sentence)
            line += 40


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def _width(margins: QMarginsF) -> float:
    return PAGE_WIDTH - margins.left() - margins.right()


def _font(family: str, points: float, weight: int) -> QFont:
    font = QFont(family)
    # Pixels of the scaled painter are points on the paper.
    font.setPixelSize(round(points))
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("zero"), 1)
    return font
