"""A table header that names each pip of the column of pips."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.criterion_pips import CELL


class PipsHeader(QHeaderView):
    """A horizontal header; the section `pips_column` shows the short names side by side."""

    def __init__(
        self,
        theme: Theme,
        pips_column: int,
        names: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._column = pips_column
        self._names = tuple(names)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self.viewport().update)

    def set_names(self, names: Sequence[str]) -> None:
        """The short names of the criteria, in the order of the pips."""
        self._names = tuple(names)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if logicalIndex != self._column:
            return
        wide = self._theme.px(CELL)
        painter.save()
        painter.fillRect(rect.adjusted(0, 2, 0, -3), self._theme.colour("surface"))
        painter.setPen(self._theme.colour("ink2"))
        painter.setFont(self._theme.font("capb"))
        for index, name in enumerate(self._names):
            cell = QRect(rect.left() + index * wide - 4, rect.top(), wide + 8, rect.height() - 1)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, name)
        painter.restore()
