"""The page of one family: header and tabs; the tab's own content comes from its folder."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from casedesk.domain.errors import KnownError, NotFound
from casedesk.domain.views.family_page import FamilyHeader
from casedesk.services.family_page import family_header, open_family
from casedesk.ui.desk import Desk
from casedesk.ui.dialogs import Message
from casedesk.ui.screens import REGISTRY
from casedesk.ui.screens.family.details.panel import EDIT, DetailsPanel
from casedesk.ui.screens.family.header import FamilyHead
from casedesk.ui.screens.family.tab_bar import FamilyTabBar
from casedesk.ui.screens.family.tabs import TABS
from casedesk.ui.shell.palette_rows import PaletteRow

FIRST_TAB = TABS[0].name


class FamilyScreen(QWidget):
    """One family at a time; `show_for(family=ref, tab=name, …)` turns to it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = ""
        self.crumbs: list[tuple[str, str, dict[str, Any]]] = [("Families", "families", {})]
        self._ref = ""
        self._args: dict[str, Any] = {}
        self._header: FamilyHeader | None = None
        self._made: dict[str, QWidget] = {}
        self._has_visits = "visit" in REGISTRY
        self.head = FamilyHead(desk.theme, with_visits=self._has_visits)
        self.details = DetailsPanel(desk, self)
        self.bar = FamilyTabBar(desk.theme, TABS)
        self._stack = QStackedWidget()
        top = QFrame()
        top.setProperty("bar", "true")
        inside = QVBoxLayout(top)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.head)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(23, 0, 24, 0)
        tabs.addWidget(self.bar)
        inside.addLayout(tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(self._on_tab_changed)
        self.head.note_asked.connect(lambda: self.on_action("add_note"))
        self.head.visit_asked.connect(lambda: self.on_action("start_visit"))
        self.head.report_asked.connect(lambda: self.on_action("report"))
        self.head.details_asked.connect(self._edit_details)
        self.head.reason_asked.connect(self._tell_reason)
        desk.changed.connect(self._on_changed)

    @property
    def handles(self) -> frozenset[str]:
        """Shortcuts that this page answers now."""
        own = {f"tab_{number}" for number in range(1, len(TABS) + 1)} | {"report", "add_note"}
        if self._has_visits:
            own.add("start_visit")
        return frozenset(own) | frozenset(getattr(self.tab, "handles", ()))

    @property
    def tab(self) -> QWidget | None:
        """The tab that is shown."""
        return self._made.get(TABS[self.bar.currentIndex()].name)

    def show_for(self, family: str, tab: str = "", edit: str = "", **args: Any) -> None:
        """Open a family; the tab stays where it was unless one is named.

        `edit="details"` opens the form of its details.
        """
        is_other = family != self._ref
        if is_other:
            self.details.close()
        self._ref, self._args = family, args
        names = [entry.name for entry in TABS]
        wanted = names.index(tab) if tab in names else (0 if is_other else self.bar.currentIndex())
        self.bar.blockSignals(True)
        self.bar.setCurrentIndex(wanted)
        self.bar.blockSignals(False)
        read = open_family if is_other else family_header
        session = self._desk.session
        self._desk.jobs.read(self, partial(read, session, family), self._show_header)
        self._show_tab()
        if edit == EDIT:
            self._edit_details()

    def whereabouts(self) -> dict[str, Any]:
        """What leads back to this family and tab after a lock."""
        return {"family": self._ref, "tab": TABS[self.bar.currentIndex()].name}

    def regions(self) -> list[QWidget]:
        """The stops of F6."""
        tab = self.tab
        own = getattr(tab, "regions", None)
        return [self.bar, *(own() if own is not None else [tab] if tab is not None else [])]

    def on_action(self, action: str) -> None:
        """A shortcut of the table of shortcuts."""
        if action.startswith("tab_"):
            self.bar.setCurrentIndex(int(action.removeprefix("tab_")) - 1)
            self.bar.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif action in getattr(self.tab, "handles", ()):
            self.tab.on_action(action)  # type: ignore[union-attr]
        elif action == "add_note":
            self.bar.setCurrentIndex([entry.name for entry in TABS].index("visits"))
            self.tab.on_action(action)  # type: ignore[union-attr]
        elif action == "report":
            self._desk.navigate("report", family=self._ref)
        elif action == "start_visit":
            self._desk.navigate("visit", family=self._ref)

    def palette_actions(self) -> list[PaletteRow]:
        """What the palette offers on this page."""
        return [PaletteRow("Edit details", icon="pencil", run=self._edit_details)]

    def put_away(self) -> None:
        """The vault is about to close."""
        for tab in self._made.values():
            put_away = getattr(tab, "put_away", None)
            if put_away is not None:
                put_away()

    def _show_header(self, header: FamilyHeader) -> None:
        if header.ref != self._ref:
            return
        self._header = header
        self.title = header.name
        self.head.show_header(header)
        self.bar.set_count("documents", header.documents)
        self._desk.retitled.emit()

    def _show_tab(self) -> None:
        entry = TABS[self.bar.currentIndex()]
        tab = self._made.get(entry.name)
        if tab is None:
            tab = entry.make(self._desk)
            self._made[entry.name] = tab
            self._stack.addWidget(tab)
        self._stack.setCurrentWidget(tab)
        self.head.fold_alert(folded=entry.name != "overview")
        self.head.tell_restricted(told=entry.name != "consent")
        tab.show_family(self._ref, **self._args)  # type: ignore[attr-defined]
        self._args = {}

    def _edit_details(self) -> None:
        self.details.edit(self._ref)

    def _tell_reason(self) -> None:
        alert = self._header.alert if self._header is not None else None
        if alert is not None and alert.reason:
            self._desk.dialogs.tell(Message(alert.title, alert.reason))

    def _on_tab_changed(self, _: int) -> None:
        if self._ref:
            self._show_tab()

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if not self._ref or not self.isVisible() or kinds == {"Setting"}:
            return
        read = partial(family_header, self._desk.session, self._ref)
        if kinds & {"Family", "*"}:
            # Undo may have taken the family away: then there is nothing to show.
            self._desk.jobs.read(self, read, self._show_anew, self._leave)
            return
        self._desk.jobs.read(self, read, self._show_header)
        self._show_tab()

    def _show_anew(self, header: FamilyHeader) -> None:
        if header.ref == self._ref:
            self._show_header(header)
            self._show_tab()

    def _leave(self, error: KnownError) -> None:
        if not isinstance(error, NotFound):
            self._desk.dialogs.tell(Message("We could not read this family", error.sentence))
            return
        self._ref = ""
        self._desk.navigate("families")
