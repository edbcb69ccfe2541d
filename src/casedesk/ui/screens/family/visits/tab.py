"""The visits and notes tab: the timeline, the chronology, and the note being written."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from casedesk.domain.views.chronology import Chronology
from casedesk.domain.views.timeline import EVERYTHING, TimelineChoices, TimelinePage
from casedesk.services.spelling import make_ready
from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.visits.chronology_view import ChronologyView
from casedesk.ui.screens.family.visits.entry_view import EntryView
from casedesk.ui.screens.family.visits.filter_bar import FilterBar
from casedesk.ui.screens.family.visits.kind_chips import KindChips
from casedesk.ui.screens.family.visits.note_panel import NOTE, NotePanel
from casedesk.ui.screens.family.visits.presenter import VisitsPresenter
from casedesk.ui.screens.family.visits.timeline_pane import LIST_WIDE, TimelinePane
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.chip import Chip
from casedesk.ui.widgets.empty_state import EmptyState
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.loading import LoadingRows
from casedesk.ui.widgets.search_field import SearchField

MARGIN = 24
TIMELINE, CHRONOLOGY = "timeline", "chronology"
LOW = 460
READY_AFTER_MS = 1_200
"""Once the page stands still, the dictionary is read for the first note."""


class VisitsTab(QWidget):
    """`show_family(ref, contact=id)` turns to a contact; `form="note"` opens the form of a new
    note (or of that contact), `view="chronology"` shows the chronology."""

    handles = frozenset({"add_note", "search_list"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self._shown = self._wanted = ""
        self._is_ready = False
        self.presenter = VisitsPresenter(desk, self)
        self.search = SearchField(theme, "Search visits and notes", "Words in the notes")
        self.count = Label("", "body", "ink2")
        self.filter = Button(theme, "Filter", icon="sliders-horizontal", tall=40)
        self.filter.setCheckable(True)
        self.views = {
            TIMELINE: Chip(theme, "All notes", checked=True, tall=40),
            CHRONOLOGY: Chip(theme, "Chronology", tall=40),
        }
        self.chips = KindChips(theme)
        self.filters = FilterBar(theme, lambda: desk.session.today)
        self.trouble = Banner(theme, "bad", "We could not read the notes", link="Try again")
        self.pane = TimelinePane(theme, self)
        self.model, self.list = self.pane.model, self.pane.list
        self.reading, self.drawer = self.pane.reading, self.pane.drawer
        self.chronology = ChronologyView(theme)
        self._first = Button(theme, "Add note", icon="plus")
        self.all = Button(theme, "Show all notes")
        self.empty = EmptyState(theme, "notebook-pen", "", "", [self._first, self.all])
        self._loading = LoadingRows(theme, "Reading the notes…")
        self._stack = QStackedWidget()
        self._lay_out()
        self.panel = NotePanel(desk, self.presenter, self)
        self._connect()

    def show_family(
        self, ref: str, contact: str = "", form: str = "", view: str = "", **_: Any
    ) -> None:
        """Show a family; the notes of the one before go at once."""
        if ref != self._shown:
            self._shown = ref
            self.panel.close()
            self.drawer.close_drawer()
            self._forget_narrowing()
            self.model.show_page(TimelinePage(entries=(), total=0, offset=0))
            self.chronology.wait()
            self.count.setText("")
            self._turn_to(TIMELINE)
            self._stack.setCurrentWidget(self._loading)
        if view or contact:
            self._turn_to(view if view in self.views else TIMELINE)
        self._wanted = contact or self._wanted
        self.presenter.read(ref, loaded=len(self.model.entries))
        self.presenter.read_chronology()
        if form == NOTE:
            self.panel.write_again(contact)

    def on_action(self, action: str) -> None:
        """A shortcut of the table of shortcuts."""
        if action == "add_note":
            self._add()
        elif action == "search_list":
            self._turn_to(TIMELINE)
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    def regions(self) -> list[QWidget]:
        """The stops of F6."""
        for drawer in (self.panel.drawer, self.drawer):
            if drawer.is_open:
                return [drawer]
        if self.views[CHRONOLOGY].isChecked():
            return [self.chronology.list]
        return [self.list, self.reading] if self.pane.is_beside else [self.list]

    @property
    def view(self) -> EntryView | None:
        """The entry that is shown to read."""
        return self.pane.view

    def _lay_out(self) -> None:
        self.trouble.hide()
        self.filters.hide()
        top = QHBoxLayout()
        top.setSpacing(12)
        self.search.setMaximumWidth(self._desk.theme.px(LIST_WIDE))
        group = QButtonGroup(self)
        for chip in self.views.values():
            group.addButton(chip)
            top.addWidget(chip)
        top.addWidget(self.search, 4)
        top.addWidget(self.filter)
        top.addWidget(self.count)
        top.addStretch(1)
        for part in (self._loading, self.pane, self.empty, self.chronology):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.chips)
        column.addWidget(self.filters)
        column.addWidget(self.trouble)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.answered.connect(self._on_answered)
        presenter.more_read.connect(self._on_more)
        presenter.choices_read.connect(self._on_choices)
        presenter.chronology_read.connect(self._on_chronology)
        presenter.failed.connect(self._on_failed)
        self.model.wanted.connect(presenter.read_more)
        self.search.searched.connect(self._narrow)
        self.chips.chosen.connect(self._narrow)
        self.filters.changed.connect(self._narrow)
        self.filter.toggled.connect(self._show_parts)
        self.views[CHRONOLOGY].toggled.connect(self._show_view)
        self._first.clicked.connect(self._add)
        self.all.clicked.connect(self._show_all)
        self.trouble.followed.connect(self._again)
        self.pane.edit_asked.connect(lambda entry: self.panel.write(entry.record))
        self.pane.marked.connect(self._on_marked)
        self.pane.print_asked.connect(self._on_print_note)
        self.chronology.note_asked.connect(self._on_note_asked)
        self.chronology.taken_out.connect(lambda contact: self._on_marked(contact, False))
        self.chronology.print_asked.connect(self._on_print_chronology)
        self.panel.saved.connect(self._on_saved)

    def _add(self) -> None:
        self.drawer.close_drawer()
        self.panel.write()

    def _again(self) -> None:
        self.presenter.read(self._shown, loaded=len(self.model.entries))
        self.presenter.read_chronology()

    def _narrow(self, *_: object) -> None:
        wanted = replace(EVERYTHING, kind=self.chips.kind, text=self.search.text().strip())
        self.presenter.narrow(self.filters.narrowed(wanted))
        number = self.filters.number
        self.filter.setText(f"Filter ({number})" if number else "Filter")

    def _forget_narrowing(self) -> None:
        self.search.clear()
        self.chips.set_kind(None)
        self.filters.forget()
        self.filter.setText("Filter")

    def _show_all(self) -> None:
        self._forget_narrowing()
        self._narrow()

    def _turn_to(self, view: str) -> None:
        self.views[view].setChecked(True)

    def _show_parts(self, *_: object) -> None:
        """What narrows the timeline; where it is low the filters stand in place of the kinds."""
        is_timeline = not self.views[CHRONOLOGY].isChecked()
        is_filtering = is_timeline and self.filter.isChecked()
        is_low = self.height() < self._desk.theme.px(LOW)
        self.filters.setVisible(is_filtering)
        self.chips.setVisible(is_timeline and not (is_filtering and is_low))
        self.search.setVisible(is_timeline)
        self.filter.setVisible(is_timeline)
        self.count.setVisible(is_timeline and self.pane.is_beside)

    def _show_view(self, *_: object) -> None:
        self._show_parts()
        self._show_stack()

    def _show_stack(self) -> None:
        if self.views[CHRONOLOGY].isChecked():
            self._stack.setCurrentWidget(self.chronology)
        else:
            self._stack.setCurrentWidget(self.pane if self.model.entries else self.empty)

    def _on_saved(self, contact_id: str) -> None:
        self._wanted = contact_id

    def _on_answered(self, page: TimelinePage) -> None:
        self.trouble.hide()
        wanted, self._wanted = self._wanted, ""
        self.pane.show_page(page, wanted)
        self._say_count()
        if not page.entries:
            self._say_empty()
        self._show_stack()

    def _on_more(self, page: TimelinePage) -> None:
        self.model.add_page(page)
        self._say_count()

    def _on_choices(self, choices: TimelineChoices | None) -> None:
        self.chips.set_counts(choices.kinds if choices is not None else {})
        self.filters.offer(choices)

    def _on_chronology(self, read: Chronology) -> None:
        if read.family_ref == self._shown:
            self.chronology.show_chronology(read)

    def _say_count(self) -> None:
        total = self.model.total
        noun = "entry" if total == 1 else "entries"
        self.count.setText(f"{total:,} {noun}" if total else "")
        self.list.setAccessibleName(f"Visits and notes, {total:,} {noun}, newest first")

    def _say_empty(self) -> None:
        wanted = self.presenter.wanted
        is_narrowed = wanted != EVERYTHING
        self._first.setVisible(not is_narrowed)
        self.all.setVisible(is_narrowed)
        if is_narrowed:
            words = f" with “{wanted.text}”" if wanted.text else " of this kind"
            hint = "Other words or fewer filters may find it."
            self.empty.set_words("search", f"No notes{words}", hint)
        else:
            self.empty.set_words(
                "notebook-pen",
                "No visits or notes yet",
                "Write down the first visit or call. It goes into the record with your name.",
            )

    def _on_failed(self, sentence: str) -> None:
        self.trouble.set_words("bad", "We could not read the notes", sentence, link="Try again")
        self.trouble.show()

    def _on_marked(self, contact: Any, significant: bool) -> None:
        self.presenter.mark(contact, significant=significant)

    def _on_note_asked(self, contact_id: str) -> None:
        self._forget_narrowing()
        self.presenter.narrow(EVERYTHING)
        self.show_family(self._shown, contact=contact_id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_print_note(self, contact_id: str) -> None:
        self.drawer.close_drawer()
        self._desk.navigate("report", family=self._shown, note=contact_id)

    def _on_print_chronology(self) -> None:
        self._desk.navigate("report", family=self._shown, chronology=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._show_parts()

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget::showEvent: the dictionary is ready before the first note is."""
        super().showEvent(event)
        if not self._is_ready:
            self._is_ready = True
            QTimer.singleShot(READY_AFTER_MS, self, self._make_ready)

    def _make_ready(self) -> None:
        self._desk.jobs.read(self, make_ready, lambda _: None, lambda _: None)
