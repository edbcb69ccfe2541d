"""The list of documents: one Tab stop, arrows move, Enter or a click looks inside."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QWidget

from casedesk.domain.views.documents_page import DocumentLine
from casedesk.ui.screens.family.documents.delegate import DocumentDelegate
from casedesk.ui.screens.family.documents.model import DocumentsModel
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.item_list import ItemList

REST_MS = 300
"""A document that the arrows rest on for so long is looked at; one passed over is not."""


class DocumentsList(ItemList):
    """Shows a `DocumentsModel`.

    Signals:
        turned_to(line): the arrows rest on a document.
        opened(line): Enter on it, or a click.
    """

    turned_to = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, model: DocumentsModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, "Documents", parent=parent)
        self._model = model
        self.paint_with(DocumentDelegate(theme, self))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._on_rest)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.row_entered.connect(self._on_clicked)

    def current(self) -> DocumentLine | None:
        """The document that is turned to."""
        return self._model.row_at(self.currentIndex())

    def turn_to(self, document_id: str) -> None:
        """Turn to a document without looking inside; to none when it is not there."""
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self._model.index_of(document_id))
        self.selectionModel().blockSignals(False)
        self._rest.stop()
        self.viewport().update()

    def _on_current(self, now: QModelIndex, _: QModelIndex) -> None:
        self._rest.start()

    def _on_rest(self) -> None:
        line = self.current()
        if line is not None:
            self.turned_to.emit(line)

    def _on_clicked(self, index: QModelIndex) -> None:
        line = self._model.row_at(index)
        if line is not None:
            self._rest.stop()
            self.opened.emit(line)
