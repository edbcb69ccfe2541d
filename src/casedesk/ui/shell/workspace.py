"""The unlocked window: rail, top bar and pages, with palette, toast and keys over them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from casedesk.services.last_place import Place
from casedesk.services.search import Found, search_everything
from casedesk.services.settings import BackupState, backup_state
from casedesk.ui.desk import Desk
from casedesk.ui.screens import ScreenEntry
from casedesk.ui.shell.backing_up import BackingUp
from casedesk.ui.shell.keys_list import KeysList
from casedesk.ui.shell.navigation import LOCK, NavRail
from casedesk.ui.shell.palette import CommandPalette
from casedesk.ui.shell.palette_actions import palette_actions
from casedesk.ui.shell.palette_rows import PaletteRow
from casedesk.ui.shell.regions import Regions
from casedesk.ui.shell.shortcuts import BY_ID, PAGES, SHORTCUTS, Reach, Shortcut, install
from casedesk.ui.shell.toast import Toast
from casedesk.ui.shell.top_bar import TopBar
from casedesk.ui.shell.undo_keys import UndoKeys
from casedesk.ui.shell.window_size import LEAST_HEIGHT, LEAST_WIDTH

NARROW_UNDER = 1180
FIRST_PAGES = ("today", "families")
FOUND_AT_ONCE = 20


class Workspace(QWidget):
    """Pages by name, made when first turned to and kept until the lock.

    Signals:
        lock_asked(): by the rail, the keys, the palette or the menu.
        turned(page): a page is shown.
    """

    lock_asked = Signal()
    turned = Signal(str)

    def __init__(
        self, desk: Desk, registry: Mapping[str, ScreenEntry], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self._registry = registry
        self._screens: dict[str, QWidget] = {}
        self._page = ""
        self._args: dict[str, dict[str, Any]] = {}
        theme = desk.theme
        self.rail = NavRail(theme, tuple(registry), self)
        menu = [("settings", "Settings")] if "settings" in registry else []
        menu += [("help", "Keys you can use"), ("lock", "Lock now")]
        self.bar = TopBar(theme, desk.session.worker, menu, self)
        self.pages = QStackedWidget(self)
        # Said here, because the parts only give way once the window is narrow.
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self.pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.toast = Toast(theme, self)
        self.palette_box = CommandPalette(
            theme, desk.jobs, self._find, self._palette_actions, self._go, self
        )
        self._regions = Regions(self._region_stops)
        self._backing_up = BackingUp(desk, self)
        right.insertWidget(1, self._backing_up.banner)
        self._own: dict[str, Callable[[], None]] = {
            "palette": self.palette_box.open,
            "undo": self._undo,
            "redo": desk.undo_stack.redo,
            "lock": self.lock_asked.emit,
            "next_region": lambda: self._regions.move(forward=True),
            "previous_region": lambda: self._regions.move(forward=False),
            "help": self._show_help,
        }
        self._keys = install(self, self.act)
        self._undo_keys = UndoKeys(self, (*BY_ID["undo"].keys, *BY_ID["redo"].keys))
        self._connect()
        self._read_backup_state()

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self._page

    @property
    def screen_shown(self) -> QWidget | None:
        """The screen that is shown."""
        return self._screens.get(self._page)

    @property
    def place(self) -> Place:
        """Where the worker is, to come back to."""
        screen = self.screen_shown
        whereabouts = getattr(screen, "whereabouts", None)
        args = self._args.get(self._page, {}) if whereabouts is None else whereabouts()
        return Place(self._page, args)

    def start(self, place: Place | None = None) -> None:
        """Turns to a place, or else to the first page of the day."""
        if place is not None and place.page in self._registry:
            self._go(place.page, dict(place.args))
            return
        for page in (*FIRST_PAGES, *self._registry):
            if page in self._registry:
                self._go(page, {})
                return

    def put_away(self) -> None:
        """Tells every screen that the vault is about to close, so that drafts are saved."""
        self._backing_up.put_away()
        for screen in self._screens.values():
            put_away = getattr(screen, "put_away", None)
            if put_away is not None:
                put_away()

    def act(self, action: str) -> None:
        """Does what a shortcut of the table stands for; nothing where it means nothing."""
        if not self.palette_box.isHidden() and action not in ("lock", "palette"):
            return
        if action.startswith("page_"):
            page = action.removeprefix("page_")
            if page in self._registry:
                self._go(page, {})
        elif action == "new_family":
            self._new_family()
        elif action in self._own:
            self._own[action]()
        else:
            self._hand_on(action)

    def _connect(self) -> None:
        desk = self.desk
        self.rail.chosen.connect(self._on_rail_chosen)
        self.bar.search_asked.connect(self.palette_box.open)
        self.bar.crumb_chosen.connect(self._go)
        self.bar.menu_chosen.connect(self._on_menu_chosen)
        self.bar.backup_asked.connect(self._backing_up.start)
        desk.navigation_asked.connect(self._go)
        desk.toast_asked.connect(self.toast.say)
        desk.retitled.connect(self._show_title)
        desk.lock_asked.connect(self.lock_asked)
        desk.changed.connect(self._on_changed)
        desk.jobs.busy_changed.connect(self._on_busy_changed)
        desk.jobs.write_failed.connect(self._on_write_failed)

    def _go(self, page: str, args: dict[str, Any]) -> None:
        entry = self._registry[page]
        screen = self._screens.get(page)
        if screen is None:
            screen = entry.make(self.desk)
            self._screens[page] = screen
            self.pages.addWidget(screen)
        self._page, self._args[page] = page, args
        self.pages.setCurrentWidget(screen)
        fills_window = bool(getattr(screen, "fills_window", False))
        self.rail.setHidden(fills_window)
        self.bar.setHidden(fills_window)
        screen.show_for(**args)  # type: ignore[attr-defined]
        self.rail.set_current(_rail_place(page))
        self._show_title()
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # Else no key would be heard.
        self.turned.emit(page)

    def _show_title(self) -> None:
        screen = self.screen_shown
        if screen is not None:
            self.bar.set_place(getattr(screen, "title", ""), getattr(screen, "crumbs", ()))

    def _hand_on(self, action: str) -> None:
        screen = self.screen_shown
        if screen is not None and action in getattr(screen, "handles", ()):
            screen.on_action(action)  # type: ignore[attr-defined]

    def _new_family(self) -> None:
        if "new_family" not in getattr(self.screen_shown, "handles", ()):
            if "families" not in self._registry:
                return
            self._go("families", {})
        self._hand_on("new_family")

    def _show_help(self) -> None:
        shown = [one for one in SHORTCUTS if self._does_something(one)]
        body = KeysList(self.desk.theme, shown)
        self.desk.dialogs.form("What can I do here?", body, "Close", "", lambda: True)

    def _does_something(self, shortcut: Shortcut) -> bool:
        if shortcut.id.startswith("page_"):
            return shortcut.id.removeprefix("page_") in self._registry
        if shortcut.id == "new_family":
            return "families" in self._registry
        if shortcut.reach is Reach.SCREEN:
            return shortcut.id in getattr(self.screen_shown, "handles", ())
        return True

    def _undo(self) -> None:
        # The newest thing may be one that only the toast can take back.
        if self.toast.can_undo:
            self.toast.take()
        else:
            self.desk.undo_stack.undo()

    def _region_stops(self) -> Sequence[QWidget]:
        screen = self.screen_shown
        if screen is None:
            return [self.rail, self.bar]
        own = getattr(screen, "regions", None)
        return [self.rail, self.bar, *(own() if own is not None else [screen])]

    def _find(self, text: str) -> list[Found]:
        return search_everything(self.desk.session, text, limit=FOUND_AT_ONCE)

    def _palette_actions(self) -> list[PaletteRow]:
        more = [PaletteRow("Back up now", icon="hard-drive", run=self._backing_up.start)]
        if "settings" in self._registry:
            to_settings = partial(self._go, "settings", {})
            more.append(PaletteRow("Go to Settings", icon="settings", run=to_settings))
        own: Sequence[PaletteRow] = getattr(self.screen_shown, "palette_actions", tuple)()
        stack, theme = self.desk.undo_stack, self.desk.theme
        return palette_actions(self.act, self._does_something, stack, theme, own, more)

    def _read_backup_state(self) -> None:
        session = self.desk.session

        def show(state: BackupState) -> None:
            self.bar.show_backup(state, session.today)

        self.desk.jobs.read(self, lambda: backup_state(session), show)

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if kinds & {"Setting", "*"}:
            self._read_backup_state()
            self._backing_up.look()

    def _on_busy_changed(self, writing: bool) -> None:
        if writing:
            self.bar.show_saving()
        elif not self.desk.jobs.last_write_failed:
            self.bar.show_saved()

    def _on_write_failed(self, _sentence: str) -> None:
        # A method, not a lambda: it must not outlive this workspace when the window locks.
        self.bar.show_not_saved()

    def _on_rail_chosen(self, page: str) -> None:
        if page == LOCK:
            self.lock_asked.emit()
        else:
            self._go(page, {})

    def _on_menu_chosen(self, action: str) -> None:
        if action in self._registry:
            self._go(action, {})
        else:
            self.act(action)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self.rail.set_narrow(self.width() < NARROW_UNDER)
        self.toast.place()
        self.palette_box.place()


_PART_OF = {
    "week": "today",
    "plan_visit": "today",
    "family": "families",
    "new_family": "families",
    "report": "reports",
}
"""Pages of which the rail marks another."""


def _rail_place(page: str) -> str:
    if page in PAGES or page == "settings":
        return page
    return _PART_OF.get(page, "")
