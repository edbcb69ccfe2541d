"""Who agreed to what: people down, recipients across. One Tab stop, arrows move inside."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from casedesk.domain.consent_matrix import MatrixCell
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.consent_cell import (
    CELL_ROLE,
    ROW_HIGH,
    ConsentCellDelegate,
    widest_word,
)
from casedesk.ui.widgets.consent_headers import (
    NOTE_ROLE,
    PersonHeader,
    RecipientHeader,
)

__all__ = ["CELL_ROLE", "NOTE_ROLE", "ConsentMatrix"]

_LEAST = 72
_AROUND = 18
"""Between the words of two cells, in px: the gap, the edge of a chosen cell and some air."""


class ConsentMatrix(QTableView):
    """Shows a model of `MatrixCell`s (`CELL_ROLE`). `cell_opened` when one is entered or clicked.

    The vertical header shows the person (`DisplayRole`) and who decides (`NOTE_ROLE`), the
    horizontal one the recipient. `AccessibleTextRole` of a cell should be `spoken_cell`.
    """

    cell_opened = Signal(QModelIndex)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("bare", "true")
        self.setProperty("cells", "own")  # The delegate says which is chosen.
        self.setProperty("ring", "")  # It paints its own, around what the cursor is on.
        self.setAccessibleName("Consent by person and recipient")
        self.setItemDelegate(ConsentCellDelegate(theme, self))
        self.setHorizontalHeader(RecipientHeader(theme, self))
        self.setVerticalHeader(PersonHeader(theme, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        # The people stay where they are while the recipients go by, one whole column at a time.
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.clicked.connect(self.cell_opened)
        theme.changed.connect(self._measure)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._measure)
            model.dataChanged.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        """Rows as high as the text needs; columns as wide as their words, or sharing the room."""
        model = self.model()
        if model is None:
            return
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW_HIGH))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        cells = [
            model.index(row, column).data(CELL_ROLE)
            for row in range(model.rowCount())
            for column in range(model.columnCount())
        ]
        words = widest_word(self._theme, [one for one in cells if isinstance(one, MatrixCell)])
        least = max(self._theme.px(_LEAST), words + _AROUND)
        room = self.viewport().width()
        # As many whole columns as there is room for share it: none is cut at the edge.
        shown = max(1, min(model.columnCount(), room // least))
        self.horizontalHeader().setMinimumSectionSize(40)
        for column in range(model.columnCount()):
            # What is left over goes to the first ones, so that no edge of another shows.
            share = room // shown + (column < room % shown)
            self.horizontalHeader().resizeSection(column, max(least, share))
        self.updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        model = self.model()
        if model is not None and model.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(model.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if enter and self.currentIndex().isValid():
            self.cell_opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
