"""The visits and notes tab: the timeline, the entry to read, and the note being written."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from casedesk.domain.views.timeline import TimelineEntry, TimelinePage
from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.visits.entry_view import EntryView
from casedesk.ui.screens.family.visits.kind_chips import KindChips
from casedesk.ui.screens.family.visits.model import VisitsModel, spoken_entry
from casedesk.ui.screens.family.visits.note_panel import NotePanel
from casedesk.ui.screens.family.visits.presenter import VisitsPresenter
from casedesk.ui.screens.family.visits.timeline_list import TimelineList
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.drawer import Drawer
from casedesk.ui.widgets.empty_state import EmptyState
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.loading import LoadingRows
from casedesk.ui.widgets.search_field import SearchField

MARGIN = 24
LIST_WIDE = 440
BESIDE_FROM = 900
"""Narrower than this, an entry opens in a drawer instead of beside the list."""


class VisitsTab(QWidget):
    """`show_family(ref, contact=id)` turns to a contact."""

    handles = frozenset({"add_note", "search_list"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self._shown = ""
        self._wanted = ""
        self.presenter = VisitsPresenter(desk, self)
        self.model = VisitsModel(self)
        self.search = SearchField(theme, "Search visits and notes", "Words in the notes")
        self.count = Label("", "body", "ink2")
        self.add = Button(theme, "Add note", kind="primary", icon="plus", tall=40)
        self.chips = KindChips(theme)
        self.trouble = Banner(theme, "bad", "We could not read the notes", link="Try again")
        self.trouble.hide()
        self.list = TimelineList(theme, self.model)
        self.reading = QScrollArea()
        self._first = Button(theme, "Add note", kind="primary", icon="plus")
        self.all = Button(theme, "Show all notes")
        self.empty = EmptyState(theme, "notebook-pen", "", "", [self._first, self.all])
        self._loading = LoadingRows(theme, "Reading the notes…")
        self._stack = QStackedWidget()
        self._lay_out()
        self.drawer = Drawer(theme, self, width=480)
        self.panel = NotePanel(desk, self.presenter, self)
        self._connect()
        self._make_room()

    def show_family(self, ref: str, contact: str = "", **_: Any) -> None:
        """Show a family; the notes of the one before go at once."""
        if ref != self._shown:
            self._shown = ref
            self.panel.put_away()
            self.drawer.close_drawer()
            self.search.clear()
            self.chips.set_kind(None)
            self.model.show_page(TimelinePage(entries=(), total=0, offset=0), "")
            self.count.setText("")
            self._stack.setCurrentWidget(self._loading)
        self._wanted = contact or self._wanted
        self.presenter.read(ref, loaded=len(self.model.entries))

    def on_action(self, action: str) -> None:
        """A shortcut of the table of shortcuts."""
        if action == "add_note":
            self._add()
        elif action == "search_list":
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    def regions(self) -> list[QWidget]:
        """The stops of F6."""
        for drawer in (self.panel.drawer, self.drawer):
            if drawer.is_open:
                return [drawer]
        return [self.list, self.reading] if self._is_beside else [self.list]

    @property
    def view(self) -> EntryView | None:
        """The entry that is shown to read."""
        found = self.drawer.findChild(EntryView) if self.drawer.is_open else self.reading.widget()
        return found if isinstance(found, EntryView) else None

    @property
    def _is_beside(self) -> bool:
        return self.width() >= self._desk.theme.px(BESIDE_FROM)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        self.search.setMaximumWidth(self._desk.theme.px(LIST_WIDE))
        top.addWidget(self.search, 1)
        top.addWidget(self.count)
        top.addStretch(1)
        top.addWidget(self.add)
        self._card = QFrame()
        self._card.setProperty("card", "true")
        self.list.setProperty("bare", "true")
        self._listed = QWidget()
        inside = QVBoxLayout(self._listed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.list)
        self.reading.setWidgetResizable(True)
        self.reading.setFrameShape(QFrame.Shape.NoFrame)
        self.reading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.reading.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reading.viewport().setAutoFillBackground(False)
        self._line = QFrame()
        self._line.setProperty("hairline", "true")
        self._line.setFixedWidth(1)
        row = QHBoxLayout(self._card)
        row.setContentsMargins(1, 8, 1, 8)
        row.setSpacing(0)
        row.addWidget(self._listed, 1)
        row.addWidget(self._line)
        row.addWidget(self.reading, 1)
        for part in (self._loading, self._card, self.empty):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.chips)
        column.addWidget(self.trouble)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.answered.connect(self._on_answered)
        presenter.more_read.connect(self._on_more)
        presenter.counted.connect(self.chips.set_counts)
        presenter.failed.connect(self._on_failed)
        self.model.wanted.connect(presenter.read_more)
        self.search.searched.connect(self._on_searched)
        self.chips.chosen.connect(self._on_kind)
        self.add.clicked.connect(self._add)
        self._first.clicked.connect(self._add)
        self.all.clicked.connect(self._show_all)
        self.trouble.followed.connect(self._again)
        self.list.turned_to.connect(self._on_turned_to)
        self.list.opened.connect(self._on_opened)
        self.list.pointed_at.connect(self._on_pointed_at)
        self.panel.saved.connect(self._on_saved)

    def _add(self) -> None:
        self.drawer.close_drawer()
        self.panel.write()

    def _again(self) -> None:
        self.presenter.read(self._shown, loaded=len(self.model.entries))

    def _on_searched(self, text: str) -> None:
        self.presenter.narrow(kind=self.presenter.kind, text=text)

    def _on_kind(self, kind: str | None) -> None:
        self.presenter.narrow(kind=kind, text=self.presenter.text)

    def _show_all(self) -> None:
        self.search.clear()
        self.chips.set_kind(None)
        self.presenter.narrow(kind=None, text="")

    def _on_saved(self, contact_id: str) -> None:
        self._wanted = contact_id

    def _on_answered(self, page: TimelinePage) -> None:
        self.trouble.hide()
        now = self.list.current()
        wanted = self._wanted or (now.record.id if now is not None else "")
        self._wanted = ""
        self.model.show_page(page, self.presenter.text)
        self._say_count()
        if not page.entries:
            self._say_empty()
            return
        self._stack.setCurrentWidget(self._card)
        self.list.turn_to(wanted)

    def _on_more(self, page: TimelinePage) -> None:
        self.model.add_page(page)
        self._say_count()

    def _say_count(self) -> None:
        total = self.model.total
        noun = "entry" if total == 1 else "entries"
        self.count.setText(f"{total:,} {noun}" if total else "")
        self.list.setAccessibleName(f"Visits and notes, {total:,} {noun}, newest first")

    def _say_empty(self) -> None:
        is_narrowed = bool(self.presenter.text or self.presenter.kind)
        self._first.setVisible(not is_narrowed)
        self.all.setVisible(is_narrowed)
        self.add.setVisible(True)
        if is_narrowed:
            words = f" with “{self.presenter.text}”" if self.presenter.text else " of this kind"
            self.empty.set_words(
                "search", f"No notes{words}", "Other words or another kind may find it."
            )
        else:
            self.empty.set_words(
                "notebook-pen",
                "No visits or notes yet",
                "Write down the first visit or call. It goes into the record with your name.",
            )
        self._stack.setCurrentWidget(self.empty)

    def _on_failed(self, sentence: str) -> None:
        self.trouble.set_words("bad", "We could not read the notes", sentence, link="Try again")
        self.trouble.show()

    def _on_turned_to(self, entry: TimelineEntry | None) -> None:
        if entry is not None:
            view = self._view_of(entry)
            self.reading.setWidget(view)
            view.setAutoFillBackground(False)
            self.reading.setAccessibleName(f"{entry.kind}, {entry.when}")
            self.reading.setAccessibleDescription(spoken_entry(entry))
            self.reading.verticalScrollBar().setValue(0)

    def _on_opened(self, entry: TimelineEntry) -> None:
        if self._is_beside:
            self.reading.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._slide_in(entry)

    def _on_pointed_at(self, entry: TimelineEntry) -> None:
        if not self._is_beside:
            self._slide_in(entry)

    def _slide_in(self, entry: TimelineEntry) -> None:
        self.drawer.slide_in(entry.kind, self._view_of(entry, headed=False))

    def _view_of(self, entry: TimelineEntry, *, headed: bool = True) -> EntryView:
        view = EntryView(self._desk.theme, entry, headed=headed)
        view.edit_asked.connect(self._on_edit)
        return view

    def _on_edit(self, entry: TimelineEntry) -> None:
        self.drawer.close_drawer()
        self.panel.write(entry.record)

    def _make_room(self) -> None:
        """Wide, the entry stands beside the list; narrow, it opens over it."""
        is_beside = self._is_beside
        self.reading.setVisible(is_beside)
        self._line.setVisible(is_beside)
        wide = self._desk.theme.px(LIST_WIDE) if is_beside else 16_777_215
        self._listed.setMaximumWidth(wide)
        if is_beside:
            self.drawer.close_drawer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._make_room()
