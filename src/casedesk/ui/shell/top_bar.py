"""The bar that never moves: where you are, the search, what is saved, who you are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from casedesk.domain.dates import long_date
from casedesk.services.settings import BackupState
from casedesk.ui.shell.breadcrumb import Breadcrumb, Crumb
from casedesk.ui.shell.initials import Initials
from casedesk.ui.shell.look import look_choices
from casedesk.ui.shell.palette_trigger import PaletteTrigger
from casedesk.ui.shell.status_words import StatusWords
from casedesk.ui.theme.theme import Theme

HEIGHT = 48
CRUMBS = 304
TRIGGER = 320
NARROW_TRIGGER = 240


class TopBar(QFrame):
    """The bar over every page.

    Signals:
        search_asked(): the palette's trigger was pressed.
        crumb_chosen(page, args): back to a page before this one.
        menu_chosen(action): `settings`, `help` or `lock` from the worker's menu.
        backup_asked(): the backup state was pressed.
    """

    search_asked = Signal()
    crumb_chosen = Signal(str, object)
    menu_chosen = Signal(str)
    backup_asked = Signal()

    def __init__(
        self, theme: Theme, worker: str, menu: Sequence[tuple[str, str]], parent: QWidget
    ) -> None:
        """`menu` are the (action, words) of the worker's menu."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("bar", True)
        self.setFixedHeight(max(HEIGHT, theme.px(HEIGHT - 8)))
        self.setAccessibleName("Top bar")
        self.crumbs = Breadcrumb(theme, self)
        self.crumbs.chosen.connect(self.crumb_chosen)
        self.crumbs.setFixedWidth(CRUMBS)
        self.trigger = PaletteTrigger(theme, self)
        self.trigger.clicked.connect(self.search_asked)
        self.saved = StatusWords(theme, self)
        self.backed_up = StatusWords(theme, self)
        self.backed_up.pressed.connect(self.backup_asked)
        self._divider = QFrame(self)
        self._divider.setProperty("hairline", True)
        self._divider.setFixedSize(1, 24)
        self.initials = Initials(theme, worker, self)
        # Qt leaves 4 px between words and arrow; a thin space makes it 8.
        self.worker = QPushButton(f"\u2009{worker}\u2009", self)
        self.worker.setProperty("kind", "bare-menu")
        self.worker.setAccessibleName(f"{worker}: menu")
        self.worker.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.worker.clicked.connect(self._on_worker_clicked)
        self.menu = QMenu(self)
        self._looks = self.menu.addMenu("Colours and text size")
        for action, words in menu:
            entry = QAction(words, self.menu)
            entry.triggered.connect(partial(self.menu_chosen.emit, action))
            self.menu.addAction(entry)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(16)
        row.addWidget(self.crumbs)
        row.addWidget(self.trigger)
        row.addStretch(1)
        for part in (self.saved, self.backed_up, self._divider):
            row.addWidget(part)
        row.addWidget(self.initials)
        row.addSpacing(-12)
        row.addWidget(self.worker)
        theme.changed.connect(self._dress)
        self._dress()
        self.show_saved()

    def set_place(self, title: str, crumbs: Sequence[Crumb] = ()) -> None:
        """Shows where the worker is: the pages before, then the title of this one."""
        self.crumbs.show_place(title, crumbs)

    def show_saved(self) -> None:
        """Everything is on disk."""
        self.saved.say("Saved on this laptop", "shield-check", "ink2", icon_tone="good")

    def show_saving(self) -> None:
        """Something is on its way to disk."""
        self.saved.say("Saving…", "save", "ink2")

    def show_not_saved(self) -> None:
        """Something could not be saved."""
        self.saved.say("Not saved", "circle-alert", "badTx")

    def show_backup(self, state: BackupState, today: date) -> None:
        """When the last backup was, and that one is due."""
        if state.day is None:
            self.backed_up.say("No backup yet", "hard-drive", "warnTx")
        elif state.is_old:
            words = f"Backup is {state.days_old} days old"
            self.backed_up.say(words, "hard-drive", "badTx")
        else:
            day = long_date(state.day)
            short = day.removesuffix(f" {today.year}")
            self.backed_up.say(f"Backed up {short}", "hard-drive", "ink2")

    def set_width(self, width: int) -> None:
        """Lays the bar out for a window of `width` px."""
        narrow, tight = width < 1180, width < 960
        self.trigger.setFixedWidth(NARROW_TRIGGER if narrow else TRIGGER)
        self.crumbs.setFixedWidth(CRUMBS if not tight else 224)
        self.saved.set_words_shown(not narrow)
        self.backed_up.set_words_shown(not narrow)
        self.worker.setMaximumWidth(160 if tight else 16777215)

    def _on_worker_clicked(self) -> None:
        self._looks.clear()
        for words, in_force, choose in look_choices(self._theme):
            entry = self._looks.addAction(words)
            entry.setCheckable(True)
            entry.setChecked(in_force)
            entry.triggered.connect(partial(_do, choose))
        # Shown, not run: a menu that waited would stop the lock.
        below = self.worker.mapToGlobal(QPoint(0, self.worker.height() + 4))
        self.menu.popup(below)

    def _dress(self) -> None:
        self.worker.setFont(self._theme.font("med"))
        self.worker.setStyleSheet(
            "QPushButton { background: transparent; border: none; padding: 0 4px; }"
        )
        self.worker.setIcon(self._theme.icon("chevron-down", 16, "ink2"))
        self.worker.setIconSize(QSize(16, 16))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self.set_width(self.window().width())


def _do(choose: Callable[[], None], checked: bool) -> None:
    choose()
