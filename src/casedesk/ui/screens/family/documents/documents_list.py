"""The list of documents: one Tab stop, arrows move, Enter or a click looks inside."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from casedesk.domain.views.documents_page import DocumentLine
from casedesk.ui.screens.family.documents.delegate import DocumentDelegate
from casedesk.ui.screens.family.documents.model import DocumentsModel
from casedesk.ui.theme.theme import Theme

REST_MS = 300
"""A document that the arrows rest on for so long is looked at; one passed over is not."""


class DocumentsList(QListView):
    """Shows a `DocumentsModel`.

    Signals:
        turned_to(line): the arrows rest on a document.
        opened(line): Enter on it, or a click.
    """

    turned_to = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, model: DocumentsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(DocumentDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Documents")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._on_rest)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(self._on_current)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def current(self) -> DocumentLine | None:
        """The document that is turned to."""
        return self._model.line_at(self.currentIndex())

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
        line = self._model.line_at(index)
        if line is not None:
            self._rest.stop()
            self.opened.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent: Enter opens, whatever the platform calls activation."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)
