"""The two headers of the consent matrix: people with who decides for them, and recipients."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from casedesk.ui.theme.theme import Theme

NOTE_ROLE = Qt.ItemDataRole.UserRole + 42
"""The model's vertical header answers it with who decides: "9, Kerry decides"."""
_PAD = 16


class PersonHeader(QHeaderView):
    """The name in bold, and under it the age and who decides."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def _words(self, row: int) -> tuple[str, str]:
        model, down = self.model(), Qt.Orientation.Vertical
        name = model.headerData(row, down, Qt.ItemDataRole.DisplayRole)
        return str(name or ""), str(model.headerData(row, down, NOTE_ROLE) or "")

    def sizeHint(self) -> QSize:
        bold = QFontMetrics(self._theme.font("sub"))
        small = QFontMetrics(self._theme.font("cap"))
        rows = range(self.model().rowCount()) if self.model() else ()
        wide = max(
            [
                max(bold.horizontalAdvance(name), small.horizontalAdvance(note))
                for name, note in map(self._words, rows)
            ],
            default=0,
        )
        return QSize(max(self._theme.px(116), wide + _PAD + 8), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = self._theme
        name, note = self._words(logicalIndex)
        high = theme.line_height("sub") + theme.line_height("cap") + 2
        top = rect.center().y() - high / 2
        painter.save()
        painter.fillRect(rect, theme.colour("surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("sub"))
        words = QRectF(rect.left() + _PAD, top, rect.width() - _PAD, theme.line_height("sub"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(theme.colour("ink2"))
        painter.setFont(theme.font("cap"))
        words.translate(0, theme.line_height("sub"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, note)
        painter.restore()


class RecipientHeader(QHeaderView):
    """Names in the middle, on as many lines as they need."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def _flags(self) -> int:
        return int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font("capb"))
        lines = 1
        for column in range(self.count()):
            room = QRect(0, 0, max(1, self.sectionSize(column) - 8), 1000)
            high = metrics.boundingRect(room, self._flags(), self._name(column)).height()
            lines = max(lines, round(high / metrics.lineSpacing()))
        return QSize(super().sizeHint().width(), lines * self._theme.px(16) + 8)

    def _name(self, column: int) -> str:
        across = Qt.Orientation.Horizontal
        return str(self.model().headerData(column, across, Qt.ItemDataRole.DisplayRole) or "")

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = self._theme
        painter.save()
        painter.fillRect(rect, theme.colour("surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("control"))
        painter.setPen(theme.colour("ink2"))
        painter.setFont(theme.font("capb"))
        words = rect.adjusted(4, 0, -4, -2)
        painter.drawText(words, self._flags(), self._name(logicalIndex))
        painter.restore()
