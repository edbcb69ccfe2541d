"""The list of visits and notes, and beside it (or over it, where it is narrow) one to read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.views.timeline import TimelineEntry, TimelinePage
from casedesk.ui.screens.family.visits.entry_view import EntryView
from casedesk.ui.screens.family.visits.model import VisitsModel, spoken_entry
from casedesk.ui.screens.family.visits.timeline_list import TimelineList
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.drawer import Drawer
from casedesk.ui.widgets.scroll_area import ScrollArea

LIST_WIDE = 440
BESIDE_FROM = 900
"""Narrower than this, an entry opens in a drawer instead of beside the list."""
_NO_LIMIT = 16_777_215


class TimelinePane(QFrame):
    """The drawer slides in over `host`.

    Signals:
        edit_asked(entry): change it.
        marked(contact, significant): put it into the chronology, or take it out.
        print_asked(contact id): print or save it.
    """

    edit_asked = Signal(object)
    marked = Signal(object, bool)
    print_asked = Signal(str)

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._theme, self._host = theme, host
        self.model = VisitsModel(self)
        self.list = TimelineList(theme, self.model)
        self.list.setProperty("bare", "true")
        self.reading = ScrollArea()
        self.reading.setWidgetResizable(True)
        self.reading.setFrameShape(QFrame.Shape.NoFrame)
        self.reading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.reading.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reading.viewport().setAutoFillBackground(False)
        self._line = QFrame()
        self._line.setProperty("hairline", "true")
        self._line.setFixedWidth(1)
        self._listed = QWidget()
        inside = QVBoxLayout(self._listed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.list)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 8, 1, 8)
        row.setSpacing(0)
        row.addWidget(self._listed, 1)
        row.addWidget(self._line)
        row.addWidget(self.reading, 1)
        self.drawer = Drawer(theme, host, width=480)
        self.list.turned_to.connect(self._on_turned_to)
        self.list.opened.connect(self._on_opened)
        self.list.pointed_at.connect(self._on_pointed_at)
        self._make_room()

    @property
    def is_beside(self) -> bool:
        """Whether there is room to read beside the list."""
        return self._host.width() >= self._theme.px(BESIDE_FROM)

    @property
    def view(self) -> EntryView | None:
        """The entry that is shown to read."""
        found = self.drawer.findChild(EntryView) if self.drawer.is_open else self.reading.widget()
        return found if isinstance(found, EntryView) else None

    def show_page(self, page: TimelinePage, wanted: str) -> None:
        """The first entries; turn to the contact `wanted`, or stay where it was."""
        now = self.list.current()
        key = wanted or (now.record.id if now is not None else "")
        self.model.show_page(page)
        if page.entries:
            self.list.turn_to(key)

    def _on_turned_to(self, entry: TimelineEntry | None) -> None:
        if entry is not None:
            view = self._view_of(entry)
            self.reading.setWidget(view)
            view.setAutoFillBackground(False)
            self.reading.setAccessibleName(f"{entry.kind}, {entry.when}")
            self.reading.setAccessibleDescription(spoken_entry(entry))
            self.reading.verticalScrollBar().setValue(0)

    def _on_opened(self, entry: TimelineEntry) -> None:
        if self.is_beside:
            self.reading.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._slide_in(entry)

    def _on_pointed_at(self, entry: TimelineEntry) -> None:
        if not self.is_beside:
            self._slide_in(entry)

    def _slide_in(self, entry: TimelineEntry) -> None:
        self.drawer.slide_in(entry.kind, self._view_of(entry, headed=False))

    def _view_of(self, entry: TimelineEntry, *, headed: bool = True) -> EntryView:
        view = EntryView(self._theme, entry, headed=headed)
        view.edit_asked.connect(self._on_edit)
        view.marked.connect(self._on_marked)
        view.print_asked.connect(self.print_asked)
        return view

    def _on_edit(self, entry: TimelineEntry) -> None:
        self.drawer.close_drawer()
        self.edit_asked.emit(entry)

    def _on_marked(self, contact: object, significant: bool) -> None:
        self.drawer.close_drawer()
        self.marked.emit(contact, significant)

    def _make_room(self) -> None:
        """Wide, the entry stands beside the list; narrow, it opens over it."""
        is_beside = self.is_beside
        self.reading.setVisible(is_beside)
        self._line.setVisible(is_beside)
        wide = self._theme.px(LIST_WIDE) if is_beside else _NO_LIMIT
        self._listed.setMaximumWidth(wide)
        if is_beside:
            self.drawer.close_drawer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._make_room()
