"""The matrix with its purpose and "Record consent"; as high as its people."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from casedesk.domain.views.consents_page import ConsentPage
from casedesk.ui.screens.family.consent.model import ConsentModel
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.consent_cell import ROW_HIGH
from casedesk.ui.widgets.consent_matrix import ConsentMatrix
from casedesk.ui.widgets.empty_state import EmptyState
from casedesk.ui.widgets.label import Label

RESTRICT = "Restrict or object"
TOLD_FROM, WORDS_FROM = 780, 690
"""At 100% text: so wide for the words before the purpose, and for those of every button."""


class MatrixCard(QFrame):
    """Signals: purpose_chosen(id); record_asked(); restrict_asked(); cell_chosen(person id,
    recipient); cell_opened(by_key): Enter, else a click, on the cell that is chosen."""

    purpose_chosen = Signal(str)
    record_asked = Signal()
    restrict_asked = Signal()
    cell_chosen = Signal(str, str)
    cell_opened = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_pressed = False
        self.setProperty("card", "true")
        self.setAccessibleName("Consent")
        self.model = ConsentModel()
        self.matrix = ConsentMatrix(theme)
        self.matrix.setModel(self.model)
        self.matrix.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.purpose = QComboBox()
        self.purpose.setAccessibleName("What it is for")
        self.purpose.setMinimumContentsLength(16)
        self.purpose.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.purpose.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._for = Label("Consent for", "sub")
        self.record = Button(theme, "Record consent", icon="plus")
        self.restrict = Button(theme, RESTRICT, kind="quiet", icon="lock")
        self.restrict.setAccessibleName(RESTRICT)
        self.empty = EmptyState(
            theme,
            "user-round",
            "Nobody is in this family yet",
            "Consent is recorded for each person: add the people first.",
        )
        self.empty.hide()
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 8, 6)
        head.setSpacing(12)
        head.addWidget(self._for)
        head.addWidget(self.purpose, 0)
        head.addStretch(1)
        head.addWidget(self.restrict)
        head.addWidget(self.record)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.matrix)
        column.addWidget(self.empty)
        self.purpose.activated.connect(
            lambda at: self.purpose_chosen.emit(self.purpose.itemData(at))
        )
        self.record.clicked.connect(self.record_asked)
        self.restrict.clicked.connect(self.restrict_asked)
        self.matrix.selectionModel().currentChanged.connect(self._on_current)
        self.matrix.pressed.connect(self._on_pressed)
        self.matrix.cell_opened.connect(self._on_opened)
        self.matrix.horizontalScrollBar().rangeChanged.connect(lambda *_: self._fit())
        theme.changed.connect(self._fit)

    @property
    def cell(self) -> tuple[str, str] | None:
        """The person and the recipient of the cell that is chosen."""
        index = self.matrix.currentIndex()
        if not index.isValid():
            return None
        return self.model.person(index.row()).person_id, self.model.recipient(index.column()).id

    def show_page(self, page: ConsentPage) -> None:
        """Show a page; the cell that was chosen stays chosen where it is still there."""
        chosen = self.cell
        self.purpose.blockSignals(True)
        if self.purpose.count() != len(page.purposes):
            self.purpose.clear()
            for key, title in page.purposes:
                self.purpose.addItem(title, key)
        self.purpose.setCurrentIndex(self.purpose.findData(page.purpose))
        self.purpose.blockSignals(False)
        self.model.show_page(page)
        self.matrix.setVisible(bool(page.people))
        self.empty.setVisible(not page.people)
        self.record.setEnabled(bool(page.people))
        self.restrict.setEnabled(bool(page.people))
        self._fit()
        if chosen is not None:
            again = self.model.index_of(*chosen)
            if again.isValid() and again == self.matrix.currentIndex():
                self.cell_chosen.emit(*chosen)
            elif again.isValid():
                self.matrix.setCurrentIndex(again)

    def choose(self, person_id: str = "", recipient: str = "") -> None:
        """Choose a cell: of these, or of the first of them that is named, or where to begin."""
        first = self.model.first_index()
        if not first.isValid():
            return
        person_id = person_id or self.model.person(first.row()).person_id
        recipient = recipient or self.model.recipient(first.column()).id
        index = self.model.index_of(person_id, recipient)
        self.matrix.setCurrentIndex(index if index.isValid() else first)

    def heading_of(self, recipient: str) -> str:
        """A recipient as its column is headed."""
        page = self.model.page
        shorts = {one.id: one.short for one in page.recipients} if page is not None else {}
        return shorts.get(recipient, recipient)

    def forget(self) -> None:
        """No cell is chosen any more: another family comes."""
        self.matrix.selectionModel().clear()

    def _on_current(self, index: QModelIndex, _: QModelIndex) -> None:
        cell = self.cell
        if index.isValid() and cell is not None:
            self.cell_chosen.emit(*cell)

    def _on_pressed(self, _: QModelIndex) -> None:
        self._is_pressed = True

    def _on_opened(self, _: QModelIndex) -> None:
        by_key, self._is_pressed = not self._is_pressed, False
        self.cell_opened.emit(by_key)

    def _fit(self) -> None:
        bar = self.matrix.horizontalScrollBar()
        high = self.matrix.horizontalHeader().sizeHint().height()
        high += self._theme.px(ROW_HIGH) * self.model.rowCount()
        high += bar.sizeHint().height() if bar.maximum() > bar.minimum() else 0
        self.matrix.setFixedHeight(high + 2)
        # Narrow, the purpose is read whole before anything beside it.
        self._for.setVisible(self.width() >= self._theme.px(TOLD_FROM))
        has_words = self.width() >= self._theme.px(WORDS_FROM)
        self.restrict.setText(RESTRICT if has_words else "")
        self.restrict.setToolTip("" if has_words else RESTRICT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._fit()
