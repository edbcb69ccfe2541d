"""A short table in a card: one Tab stop, as high as its rows, Enter or a click opens a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.bare_table import BareTable

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROW_HIGH = 36


@dataclass(frozen=True)
class Column:
    """A heading and how wide it is at 100% text; 0 takes the room that is left.

    `sheds` are columns that give way when there is little room.
    """

    title: str
    width: int = 0
    sheds: bool = False


@dataclass(frozen=True)
class Row:
    """The words of each column, all of it aloud, and a sign before one of the columns."""

    cells: tuple[str, ...]
    spoken: str
    item: Any
    sign: tuple[int, str, str] | None = None


class RowsModel(QAbstractTableModel):
    """Rows of words; the second column stands out."""

    def __init__(self, theme: Theme, columns: Sequence[Column]) -> None:
        super().__init__()
        self._theme = theme
        self.columns = tuple(columns)
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override QAbstractItemModel::data."""
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.cells[column]
        if role == Qt.ItemDataRole.FontRole and column == 1:
            return self._theme.font("sub")
        if role == Qt.ItemDataRole.DecorationRole and row.sign and row.sign[0] == column:
            return self._theme.icon(row.sign[1], 16, row.sign[2])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Override QAbstractItemModel::headerData."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None


class RowsTable(BareTable):
    """Signals: opened(item): the item of the row that was entered or clicked."""

    opened = Signal(object)

    def __init__(
        self, theme: Theme, name: str, columns: Sequence[Column], parent: QWidget | None = None
    ) -> None:
        self._model = RowsModel(theme, columns)
        super().__init__(self._model, parent=parent)
        self._theme = theme
        self._name = name
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.row_opened.connect(self._open)
        theme.changed.connect(self._fit)
        self.show_rows(())

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._model.rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; Tab comes to the first of them."""
        self._model.show_rows(rows)
        self.setAccessibleName(f"{self._name}: {len(rows)}")
        if rows:
            self.stand_on(0)
        self._fit()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._model.rows[index.row()].item)

    def _fit(self) -> None:
        px, columns = self._theme.px, self._model.columns
        self.verticalHeader().setDefaultSectionSize(px(_ROW_HIGH))
        self.horizontalHeader().setFixedHeight(px(32))
        high = px(32) + px(_ROW_HIGH) * len(self._model.rows) + 2
        self.setFixedHeight(high)
        room = self.viewport().width()
        least = px(110) * sum(not one.width for one in columns)
        shown = list(range(len(columns)))
        for place, one in reversed(list(enumerate(columns))):
            if one.sheds and least + sum(px(columns[at].width) for at in shown) > room:
                shown.remove(place)
        spare = max(0, room - sum(px(columns[at].width) for at in shown))
        wide = [at for at in shown if not columns[at].width]
        for place, one in enumerate(columns):
            self.setColumnHidden(place, place not in shown)
            self.setColumnWidth(place, px(one.width) or spare // max(1, len(wide)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._fit()
