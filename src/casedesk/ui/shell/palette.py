"""The command palette (Ctrl K): jump to a family, a person or a page, or do something."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from casedesk.services.search import Found
from casedesk.ui.jobs import Jobs
from casedesk.ui.shell.palette_delegate import PaletteDelegate
from casedesk.ui.shell.palette_rows import (
    PaletteModel,
    PaletteRow,
    action_rows,
    family_actions,
    found_rows,
)
from casedesk.ui.theme.theme import ICON_GAP, Theme
from casedesk.ui.widgets.label import Label

WIDTH, TOP = 640, 96
PAUSE_MS = 60
"""A search begins this long after the last key."""
SCRIM = QColor(10, 17, 20, 115)
HINT = "Up and down arrows to move, Enter to open, Esc to close"
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
}


class CommandPalette(QWidget):
    """A scrim over the whole window with the palette on it.

    `find` looks in the vault on a worker; `actions` are given anew each time it opens; `go`
    turns to a page.

    Signals:
        closed(): it went away, and the focus is back where it was.
    """

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        jobs: Jobs,
        find: Callable[[str], list[Found]],
        actions: Callable[[], Sequence[PaletteRow]],
        go: Callable[[str, dict[str, Any]], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._jobs = jobs
        self._find = find
        self._actions = actions
        self._go = go
        self._over = parent
        self._before: QWidget | None = None
        self._hits: list[Found] = []
        self._asked = ""
        self.box = QFrame(self)
        self.box.setProperty("raised", True)
        self.box.setAccessibleName("Search or jump")
        self.field = QLineEdit(self.box)
        self.field.setProperty("tall", "44")
        self.field.setPlaceholderText("Search or jump to…")
        self.field.setAccessibleName("Search or jump to")
        self.field.installEventFilter(self)
        self.field.addAction(
            theme.icon("search", 18, "ink2"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.model = PaletteModel(self)
        self.list = QListView(self.box)
        self.list.setProperty("bare", True)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("What was found")
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._on_clicked)
        self._hint = Label(HINT, "small", "ink2", self.box)
        column = QVBoxLayout(self.box)
        column.setContentsMargins(8, 16, 8, 12)
        column.setSpacing(8)
        field_row = QVBoxLayout()
        field_row.setContentsMargins(8, 0, 8, 0)
        field_row.addWidget(self.field)
        column.addLayout(field_row)
        column.addWidget(self.list, 1)
        line = QFrame(self.box)
        line.setProperty("hairline", True)
        line.setFixedHeight(1)
        column.addWidget(line)
        self._hint.setContentsMargins(16, 0, 0, 0)
        column.addWidget(self._hint)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.field.textChanged.connect(self._on_typed)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def open(self) -> None:
        """Shows the palette with the actions of this moment."""
        if not self.isHidden():
            self.field.selectAll()
            return
        self._before = QApplication.focusWidget()
        self._hits = []
        self.field.clear()
        self._fill()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_palette(self) -> None:
        """Hides it and gives the focus back."""
        if self.isHidden():
            return
        self._pause.stop()
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self.closed.emit()

    @property
    def hint(self) -> str:
        """What stands at the foot."""
        return self._hint.text()

    def chosen(self) -> PaletteRow | None:
        """The row that Enter would take."""
        index = self.list.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def place(self) -> None:
        """Fits scrim and box to the window."""
        self.setGeometry(self._over.rect())
        self._lay_out()

    def _on_typed(self, _: str) -> None:
        self._fill()
        self._pause.start()

    def _search(self) -> None:
        asked = self.field.text().strip()
        self._asked = asked
        if not asked:
            self._hits = []
            self._fill()
            return
        self._jobs.read(
            self, lambda: self._find(asked), lambda hits: self._on_found(asked, hits), self._no_hits
        )

    def _no_hits(self, _: Exception) -> None:
        self._hits = []
        self._fill()

    def _on_found(self, asked: str, hits: list[Found]) -> None:
        # An answer to what is no longer asked would jump about under the worker's hands.
        if asked == self._asked and not self.isHidden():
            self._hits = hits
            self._fill()

    def _fill(self) -> None:
        typed = self.field.text().strip()
        hits = found_rows(self._hits, self._go) if typed else []
        actions = [*(family_actions(self._hits, self._go) if typed else ()), *self._actions()]
        self.model.set_rows([*hits, *action_rows(actions, typed)])
        first = self.model.next_choice(-1, 1)
        if first >= 0:
            self.list.setCurrentIndex(self.model.index(first))
            # The name of the first section stands above it.
            self.list.scrollToTop()
        nothing = self.model.rowCount() == 0
        self._hint.setText(f"Nothing found for “{typed}”" if nothing else HINT)
        self._lay_out()

    def _lay_out(self) -> None:
        width = min(self._theme.px(WIDTH), self.width() - 48)
        top = TOP if self.height() > 600 else 48
        rows = sum(self.list.sizeHintForRow(row) for row in range(min(self.model.rowCount(), 40)))
        fixed = self.field.sizeHint().height() + self._hint.sizeHint().height() + 56
        height = min(fixed + rows, self.height() - top - 24)
        self.box.setGeometry((self.width() - width) // 2, top, width, max(height, fixed))

    def _on_clicked(self, index: QModelIndex) -> None:
        self._run(self.model.row_at(index.row()))

    def _run(self, row: PaletteRow | None) -> None:
        if row is None or row.run is None:
            return
        self.close_palette()
        row.run()

    def _dress(self) -> None:
        if not shiboken6.isValid(self.field):
            return  # Its workspace is just going, and the theme is another one meanwhile.
        # Asked for anew: a walk along the focus chain takes the Python side of a kept one apart.
        for glass in self.field.actions():
            if shiboken6.isValid(glass):
                glass.setIcon(self._theme.icon("search", 18, "ink2"))
        self.field.setFont(self._theme.font("note"))
        self.setProperty("gap", ICON_GAP)
        self.list.setIconSize(QSize(20, 20))
        self.update()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Override QObject::eventFilter: the field's arrows, Enter and Esc belong to the list."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            row = self.model.next_choice(self.list.currentIndex().row(), _STEPS[key])
            if row >= 0:
                self.list.setCurrentIndex(self.model.index(row))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.chosen())
            return True
        if key == Qt.Key.Key_Escape:
            self.close_palette()
            return True
        return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override QWidget::mousePressEvent: a click beside the box closes it."""
        if not self.box.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        QPainter(self).fillRect(self.rect(), SCRIM)
