"""Which family it is about: typed, and chosen from those found."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from casedesk.domain.views.families_list import MINE, OPEN, FamilyListPage, FamilyListQuestion
from casedesk.services.family_list import find_families
from casedesk.services.session import Session
from casedesk.ui.desk import Desk
from casedesk.ui.job import Job
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.search_field import SearchField

FOUND = 12
ROW_PAD = 16
NO_FAMILIES = "No families yet. Import a case workbook, or add the first one."
NONE_OPEN = "No open family matches. Check the spelling."
NONE = "No family matches. Check the spelling."


class FindFamily(QWidget):
    """Before anything is typed, the worker's own open families.

    Signals:
        chosen(ref): Enter, or a click (a double click where one click only marks).
        marked(): another family is marked, or none; `ref` says which.
    """

    chosen = Signal(str)
    marked = Signal()

    def __init__(
        self,
        desk: Desk,
        heading: str,
        name: str,
        *,
        closed_too: bool = False,
        rows: int = 0,
        beside: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`heading` asks the question, `name` is what the field is called aloud. `closed_too`
        finds closed families as well. With `rows` the list asks for no more than so many and a
        click only marks; `beside` then stands at the right of the field and takes the choice."""
        super().__init__(parent)
        self._desk = desk
        self._closed_too = closed_too
        self._rows = rows
        self._page: FamilyListPage | None = None
        self._asked_for = self._looked_for = ""
        self._takes = False
        self._finding: Job | None = None
        self.field = SearchField(desk.theme, name, "Name, reference, address or school")
        self.list = QListView()
        self.list.setAccessibleName("Families found")
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = QStringListModel(self)
        self.list.setModel(self._model)
        self._none = FlowingText(desk.theme, NONE, "body", "ink2")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._none)
        asking = QHBoxLayout()
        asking.setSpacing(12)
        asking.addWidget(self.field, 1)
        if beside is not None:
            asking.addWidget(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(12)
        column.addWidget(Label(heading, "heading"))
        column.addLayout(asking)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.field)
        self.field.searched.connect(self.look_for)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        if rows:
            self.list.doubleClicked.connect(self._choose)
            desk.theme.changed.connect(self._fit)
            self._fit()
        else:
            self.list.clicked.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(self._on_marked)

    @property
    def ref(self) -> str:
        """The reference of the family that is marked, empty when none is."""
        return self._ref_at(self.list.currentIndex())

    @property
    def family(self) -> str:
        """Its name."""
        rows = self._page.rows if self._page is not None else ()
        return next((row.name for row in rows if row.ref == self.ref), "")

    def look(self) -> None:
        """Look for what is typed, anew."""
        self.look_for(self.field.text().strip())

    def take(self) -> None:
        """Choose the family that is marked.

        Where the words were typed so fast that the list is not theirs yet, they are looked for
        first, and only one that is found alone is taken: never one that nobody saw.
        """
        if self.field.text().strip() == self._looked_for:
            self._choose(self.list.currentIndex())
        else:
            self.look()
            self._takes = True

    def look_for(self, text: str) -> None:
        """Look for families by these words; an older answer is dropped."""
        self._takes = self._takes and text == self._asked_for
        self._asked_for = text
        if self._finding is not None and not self._finding.is_over:
            self._finding.cancel()
        work = partial(_find, self._desk.session, text, self._closed_too)
        self._finding = self._desk.jobs.read(self, work, partial(self._show, text))

    def _show(self, text: str, page: FamilyListPage) -> None:
        was = self.ref
        self._page, self._looked_for = page, text
        self._model.setStringList([_words(row.name, row.second, row.status) for row in page.rows])
        refs = [row.ref for row in page.rows]
        place = refs.index(was) if was in refs and not text else 0
        self.list.setCurrentIndex(self._model.index(place))
        nothing = NONE if self._closed_too else NONE_OPEN
        self._none.set_text(nothing if text else NO_FAMILIES)
        self._stack.setCurrentWidget(self.list if page.rows else self._none)
        self._on_marked()
        takes, self._takes = self._takes, False
        if takes and len(page.rows) == 1 and self.field.text().strip() == text:
            self._choose(self.list.currentIndex())

    def _on_marked(self) -> None:
        # The keyboard stays in the field, so it is the field that says which one is marked.
        marked = str(self.list.currentIndex().data() or "")
        self.field.setAccessibleDescription(marked or self._none.plain())
        self.marked.emit()

    def _choose(self, index: QModelIndex) -> None:
        if ref := self._ref_at(index):
            self.chosen.emit(ref)

    def _ref_at(self, index: QModelIndex) -> str:
        rows = self._page.rows if self._page is not None else ()
        return rows[index.row()].ref if 0 <= index.row() < len(rows) else ""

    def _fit(self) -> None:
        row = self._desk.theme.font("body").pixelSize() + ROW_PAD + 4
        self._stack.setMinimumHeight(row * self._rows + 2)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter: Enter takes the family, arrows move from the field."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and watched is self.field:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = self.list.currentIndex().row() + step
            if 0 <= row < self._model.rowCount():
                self.list.setCurrentIndex(self._model.index(row))
            return True
        return False


def _words(name: str, second: str, status: str | None) -> str:
    return f"{name} · {second} · Closed" if status == "closed" else f"{name} · {second}"


def _find(session: Session, text: str, closed_too: bool) -> FamilyListPage:
    open_only = frozenset({OPEN})
    if not text:
        own = FamilyListQuestion(filters=open_only | {MINE}, limit=FOUND)
        page = find_families(session, own)
        if page.rows:
            return page
    filters = frozenset() if closed_too else open_only
    return find_families(session, FamilyListQuestion(text=text, filters=filters, limit=FOUND))
