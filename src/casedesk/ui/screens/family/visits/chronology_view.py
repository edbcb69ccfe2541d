"""The chronology: the events that mattered, the oldest first, with where each is known from."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from casedesk.domain.views.chronology import Chronology, ChronologyLine
from casedesk.ui.screens.family.visits.chronology_delegate import ChronologyDelegate
from casedesk.ui.screens.family.visits.chronology_model import ChronologyModel
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.empty_state import EmptyState
from casedesk.ui.widgets.item_list import ItemList
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.loading import LoadingRows

_WHAT = "Notes marked significant, and the steps, decisions and facts that mattered."


class _LineList(ItemList):
    """One Tab stop; Enter opens the note of a line."""

    opened = Signal(object)
    turned = Signal()

    def __init__(self, theme: Theme, model: ChronologyModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, "Chronology", bare=True, parent=parent)
        self._lines = model
        self.paint_with(ChronologyDelegate(theme, self), alike=False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.row_entered.connect(self._open)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(lambda *_: self.turned.emit())

    def current(self) -> ChronologyLine | None:
        """The line that is turned to."""
        return self._lines.row_at(self.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        line = self._lines.row_at(index)
        if line is not None:
            self.opened.emit(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent: the words wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class ChronologyView(QWidget):
    """Signals:
    note_asked(contact id): show the note of a line.
    taken_out(contact): it is no longer to be in the chronology.
    print_asked(): print or save it.
    """

    note_asked = Signal(str)
    taken_out = Signal(object)
    print_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ChronologyModel(self)
        self.list = _LineList(theme, self.model)
        self.count = Label("", "body", "ink2")
        self.open = Button(theme, "Show the note", kind="quiet", icon="notebook-pen", tall=36)
        self.out = Button(theme, "Take out", kind="quiet", icon="star", tall=36)
        self.out.setAccessibleName("Take this note out of the chronology")
        self.print = Button(theme, "Print or save", icon="printer", tall=36)
        self.print.setAccessibleName("Print or save the chronology")
        self._wanted = ""
        self._lay_out(theme)
        self.list.opened.connect(self._on_opened)
        self.list.turned.connect(self._show_actions)
        self.open.clicked.connect(lambda: self._on_opened(self.list.current()))
        self.out.clicked.connect(self._on_out)
        self.print.clicked.connect(self.print_asked)
        self._show_actions()

    def _lay_out(self, theme: Theme) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.count)
        row.addStretch(1)
        for button in (self.open, self.out, self.print):
            row.addWidget(button)
        card = QFrame()
        card.setProperty("card", "true")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 8, 1, 8)
        inside.setSpacing(8)
        inside.addLayout(row)
        inside.addWidget(self.list)
        self._card = card
        self._empty = EmptyState(
            theme, "star", "Nothing in the chronology yet",
            "Mark a note as significant, and it stands here with its date and source.",
        )  # fmt: skip
        self._loading = LoadingRows(theme, "Reading the chronology…")
        self._stack = QStackedWidget()
        for page in (self._loading, card, self._empty):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def wait(self) -> None:
        """The lines of the family before go at once."""
        self.model.show_rows(())
        self._stack.setCurrentWidget(self._loading)

    def show_chronology(self, read: Chronology) -> None:
        """Show a family's; the line that was turned to stays so."""
        now = self.list.current()
        key = (now.record_id, now.on) if now is not None else None
        self.model.show_rows(read.lines)
        count = len(read.lines)
        noun = "event" if count == 1 else "events"
        self.count.setText(f"{count:,} {noun}, the oldest first")
        self.list.setAccessibleName(f"Chronology, {count:,} {noun}, the oldest first")
        self.list.setAccessibleDescription(_WHAT)
        self._stack.setCurrentWidget(self._card if count else self._empty)
        keys = [(one.record_id, one.on) for one in read.lines]
        row = keys.index(key) if key in keys else 0
        self.list.setCurrentIndex(self.model.index(row))
        QTimer.singleShot(0, self.list, self.list.scheduleDelayedItemsLayout)
        self._show_actions()

    def _show_actions(self) -> None:
        line = self.list.current()
        is_note = line is not None and line.contact is not None
        self.open.setVisible(is_note)
        self.out.setVisible(is_note)

    def _on_opened(self, line: ChronologyLine | None) -> None:
        if line is not None and line.contact is not None:
            self.note_asked.emit(line.contact.id)

    def _on_out(self) -> None:
        line = self.list.current()
        if line is not None and line.contact is not None:
            self.taken_out.emit(line.contact)
