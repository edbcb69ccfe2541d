"""Fields side by side, in as many columns as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from casedesk.ui.theme.theme import Theme

GAP = 16
LEAST = 196
"""The least width of a column, at 100% text."""


class FieldGrid(QWidget):
    """Fields in reading order, at most `columns` a row; hidden ones take no room."""

    def __init__(self, theme: Theme, columns: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._most = columns
        self._columns = 0
        self._parts: list[tuple[QWidget, int]] = []
        self._left_out: frozenset[QWidget] = frozenset()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(12)

    def add(self, part: QWidget, span: int = 1) -> None:
        """One more, `span` columns wide where there are so many."""
        self._parts.append((part, span))
        part.setParent(self)
        # Columns are equally wide, whatever stands in them.
        policy = part.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        part.setSizePolicy(policy)
        self._columns = 0
        self._arrange()

    def leave_out(self, *parts: QWidget) -> None:
        """Show all but these."""
        self._left_out = frozenset(parts)
        for part, _ in self._parts:
            part.setVisible(part not in self._left_out)
        self._columns = 0
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() + GAP
        columns = max(1, min(self._most, room // (self._theme.px(LEAST) + GAP)))
        if columns == self._columns:
            return
        self._columns = columns
        for part, _ in self._parts:
            self._grid.removeWidget(part)
        row = column = 0
        for part, span in self._parts:
            if part.isHidden() and part.testAttribute(
                Qt.WidgetAttribute.WA_WState_ExplicitShowHide
            ):
                continue
            wide = min(span, columns)
            if column + wide > columns:
                row, column = row + 1, 0
            self._grid.addWidget(part, row, column, 1, wide, Qt.AlignmentFlag.AlignTop)
            column += wide
        for place in range(self._most):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint: one column is enough."""
        return QSize(self._theme.px(LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._arrange()
