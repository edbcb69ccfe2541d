"""Which family is to be visited: typed, and chosen from those found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from casedesk.domain.views.families_list import FamilyListPage
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.search_field import SearchField

NONE = "No open family matches. Check the spelling."


class FindFamily(QWidget):
    """Signals: searched(text); chosen(ref): Enter or a click on a family."""

    searched = Signal(str)
    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refs: tuple[str, ...] = ()
        self.field = SearchField(theme, "Family to visit", "Name, reference, address or school")
        self.list = QListView()
        self.list.setAccessibleName("Families found")
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._model = QStringListModel(self)
        self.list.setModel(self._model)
        self._none = Label(NONE, "body", "ink2")
        self._none.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(12)
        column.addWidget(Label("Which family will you visit?", "heading"))
        column.addWidget(self.field)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.field)
        self.field.searched.connect(self.searched)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._on_chosen)

    def show_page(self, page: FamilyListPage) -> None:
        """Show the families found."""
        self._refs = tuple(row.ref for row in page.rows)
        self._model.setStringList([f"{row.name} · {row.second}" for row in page.rows])
        self.list.setCurrentIndex(self._model.index(0))
        self._none.setVisible(not page.rows)
        self.list.setVisible(bool(page.rows))

    def _on_chosen(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._refs):
            self.chosen.emit(self._refs[index.row()])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter: Enter takes the family, arrows move from the field."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_chosen(self.list.currentIndex())
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and watched is self.field:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = self.list.currentIndex().row() + step
            if 0 <= row < len(self._refs):
                self.list.setCurrentIndex(self._model.index(row))
            return True
        return False
