"""Records that bear on a criterion, as a table in the panel at the side."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from casedesk.domain.views.criteria_page import EvidenceRow
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.bare_table import BareTable

COLUMNS = ("Who", "What", "When", "From")
_WIDTHS = (80, 0, 154, 126)
_STYLES = ("smallb", "small", "small", "small")
_PAD = 28
_ABOVE_BELOW = 14
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class EvidenceModel(QAbstractTableModel):
    """The records in the order they come."""

    def __init__(self, theme: Theme, rows: tuple[EvidenceRow, ...]) -> None:
        super().__init__()
        self._theme = theme
        self.rows = rows

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override QAbstractItemModel::data."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.who, _what(row), row.on_words, row.source)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.who}: {_what(row)}, {row.on_words}, {row.source}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{_what(row)}, {row.on_words}, {row.source}"
        if role == Qt.ItemDataRole.FontRole:
            return self._theme.font(_STYLES[index.column()])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Override QAbstractItemModel::headerData."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None


class EvidenceTable(BareTable):
    """One Tab stop; the arrows move in it. As high as its rows."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        rows: tuple[EvidenceRow, ...],
        parent: QWidget | None = None,
    ) -> None:
        """`name` is what the table is called aloud."""
        self._model = EvidenceModel(theme, rows)
        super().__init__(self._model, opens=False, parent=parent)
        self._theme = theme
        self.setAccessibleName(f"{name}: {len(rows)}")
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.horizontalHeader()
        for column, width in enumerate(_WIDTHS):
            if width:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                self.setColumnWidth(column, theme.px(width))
            else:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        head.sectionResized.connect(self._fit)
        if rows:
            self.stand_on(0)

    def _fit(self) -> None:
        """Rows as high as their words, the table as high as its rows."""
        metrics = [QFontMetrics(self._theme.font(style)) for style in _STYLES]
        wraps = Qt.TextFlag.TextWordWrap
        for number, row in enumerate(self._model.rows):
            texts = (row.who, _what(row), row.on_words, row.source)
            lines = (
                metrics[at].boundingRect(0, 0, self.columnWidth(at) - _PAD, 10_000, wraps, text)
                for at, text in enumerate(texts)
            )
            self.setRowHeight(number, max(line.height() for line in lines) + _ABOVE_BELOW)
        high = sum(self.rowHeight(row) for row in range(self._model.rowCount()))
        self.setFixedHeight(high + self.horizontalHeader().height() + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._fit()


def _what(row: EvidenceRow) -> str:
    return f"{row.what} (confidential)" if row.confidential else row.what
