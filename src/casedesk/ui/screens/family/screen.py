"""The page of one family: header and tabs; the tab's own content comes from its folder."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from casedesk.domain.views.family_page import FamilyHeader
from casedesk.services.family_page import family_header, open_family
from casedesk.ui.desk import Desk
from casedesk.ui.dialogs import Message
from casedesk.ui.screens.family.header import FamilyHead
from casedesk.ui.screens.family.tabs import TABS

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
        self.head = FamilyHead(desk.theme)
        self.bar = QTabBar()
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setAccessibleName("Parts of this family's record")
        for entry in TABS:
            self.bar.addTab(entry.words)
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
        self.head.report_asked.connect(lambda: desk.navigate("report", family=self._ref))
        self.head.reason_asked.connect(self._tell_reason)
        desk.changed.connect(self._on_changed)

    @property
    def handles(self) -> frozenset[str]:
        """Shortcuts that this page answers now."""
        own = {f"tab_{number}" for number in range(1, len(TABS) + 1)} | {"report", "add_note"}
        return frozenset(own) | frozenset(getattr(self.tab, "handles", ()))

    @property
    def tab(self) -> QWidget | None:
        """The tab that is shown."""
        return self._made.get(TABS[self.bar.currentIndex()].name)

    def show_for(self, family: str, tab: str = "", **args: Any) -> None:
        """Open a family; the tab stays where it was unless one is named."""
        is_other = family != self._ref
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
        tab.show_family(self._ref, **self._args)  # type: ignore[attr-defined]
        self._args = {}

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
        session = self._desk.session
        self._desk.jobs.read(self, partial(family_header, session, self._ref), self._show_header)
        self._show_tab()
