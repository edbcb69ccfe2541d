"""A table of families with their pips: widths from the text size, narrow with fewer columns."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.bare_table import BareTable
from casedesk.ui.widgets.criterion_pips import CELL
from casedesk.ui.widgets.pips_delegate import PipsDelegate
from casedesk.ui.widgets.pips_header import PipsHeader

ROW_HIGH = 44
USUAL_PIPS = 6


class PipsTable(BareTable):
    """What is made of it overrides `place`.

    Signals: opened(row): Enter, Space or a click on a family; the model's answer to `row_role`.
    """

    opened = Signal(object)

    def __init__(
        self,
        theme: Theme,
        model: QAbstractItemModel,
        header: PipsHeader,
        *,
        pips_column: int,
        row_role: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, parent=parent)
        self._theme = theme
        self._row_role = row_role
        self._pips_column, self._pips = pips_column, USUAL_PIPS
        self.setAccessibleName("Families")
        self.setItemDelegateForColumn(pips_column, PipsDelegate(theme, self))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._header = header
        self.setHorizontalHeader(header)
        self.row_opened.connect(self._open)
        theme.changed.connect(self.place)

    def set_headings(self, shorts: Sequence[str]) -> None:
        """The short names of the programme's criteria."""
        self._pips = len(shorts)
        self._header.set_names(shorts)
        self.place()

    def place(self) -> None:
        """Gives rows, header and columns their sizes."""

    def share_out(
        self, widths: Mapping[int, int], dropped_first: Sequence[int], sharing: Collection[int]
    ) -> None:
        """Give the columns `widths` (px at 100% text).

        Where there is too little room, they go in the order of `dropped_first`; what is left
        over is shared out among `sharing`. The pips have the room that they need.
        """
        px = self._theme.px
        self.verticalHeader().setDefaultSectionSize(px(ROW_HIGH))
        wide = {column: px(width) for column, width in widths.items()}
        wide[self._pips_column] = px(CELL) * self._pips
        room = self.viewport().width()
        shown = dict(wide)
        for column in dropped_first:
            if sum(shown.values()) > room:
                del shown[column]
        spare = max(0, room - sum(shown.values()))
        stretched = [column for column in sharing if column in shown]
        for column, width in wide.items():
            self.setColumnHidden(column, column not in shown)
            extra = spare // len(stretched) if column in stretched else 0
            self.setColumnWidth(column, width + extra)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(self._row_role)
        if row is not None:
            self.opened.emit(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self.place()
