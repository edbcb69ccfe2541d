"""A panel that comes in at the right, over the page, when the window is narrow or for a list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import IconButton
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.scroll_area import ScrollArea
from casedesk.ui.widgets.spoken import Spoken

WIDTH = 360
_KEPT_FREE = 48


class _Scrim(QWidget):
    """The page behind, dimmed; a click on it closes the drawer."""

    clicked = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, 90))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()


class Drawer(Spoken, QFrame):
    """A panel over `host`. Esc, the cross or a click beside it close it (`closed`).

    Focus goes in when it opens, stays in it, and goes back where it was.
    """

    spoken_role = QAccessible.Role.Dialog
    closed = Signal()

    def __init__(self, theme: Theme, host: QWidget, *, width: int = WIDTH) -> None:
        super().__init__(host)
        self._theme = theme
        self._host = host
        self._wide = width
        self._came_from: QWidget | None = None
        self._scrim = _Scrim(host)
        self._scrim.clicked.connect(self.close_drawer)
        self._scrim.hide()
        self.setProperty("panel", "true")
        self.setAutoFillBackground(True)
        self._title = Label("", "heading")
        self.close_button = IconButton(theme, "x", "Close", bare=True, ink="ink2")
        self.close_button.clicked.connect(self.close_drawer)
        head = QHBoxLayout()
        # What is shown keeps 4 px for the focus ring: the title begins where its fields do.
        head.setContentsMargins(4, 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        self._area = ScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        host.installEventFilter(self)
        theme.changed.connect(self._place)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it is over the page now."""
        return not self.isHidden()

    def slide_in(self, title: str, content: QWidget) -> None:
        """Show `content` under `title`. The drawer owns it until something else is shown."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self._area.setWidget(content)
        content.setAutoFillBackground(False)
        if not self.is_open:
            self._came_from = QApplication.focusWidget()
        self._place()
        self._scrim.show()
        self._scrim.raise_()
        self.show()
        self.raise_()
        inside = self._stops(content)
        first = inside[0] if inside else self.close_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    open = slide_in

    def take_content(self) -> QWidget | None:
        """Give the content back, to be shown somewhere else."""
        return self._area.takeWidget()

    def close_drawer(self) -> None:
        """Close it and give focus back."""
        if not self.is_open:
            return
        came_from, self._came_from = self._came_from, None
        if came_from is not None and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scrim.hide()
        self.hide()
        self.closed.emit()

    def spoken_value(self) -> str:
        return self._title.text()

    def _stops(self, part: QWidget) -> list[QWidget]:
        """Where Tab stops inside `part`, in order."""
        found: list[QWidget] = []
        step = part.nextInFocusChain()
        while step is not None and step is not part:
            takes = bool(step.focusPolicy() & Qt.FocusPolicy.TabFocus) and step.isEnabled()
            if takes and part.isAncestorOf(step) and step.isVisible():
                found.append(step)
            step = step.nextInFocusChain()
        return found

    def _place(self) -> None:
        wide = min(self._theme.px(self._wide), max(240, self._host.width() - _KEPT_FREE))
        self._scrim.setGeometry(self._host.rect())
        self.setGeometry(self._host.width() - wide, 0, wide, self._host.height())

    def focusNextPrevChild(self, forward: bool) -> bool:
        inside = self._stops(self)
        if not inside:
            return super().focusNextPrevChild(forward)
        at = QApplication.focusWidget()
        if at is None or at not in inside:
            return super().focusNextPrevChild(forward)
        # What is shown here may stand among the page's own parts in the order of the window.
        place = (inside.index(at) + (1 if forward else -1)) % len(inside)
        why = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        inside[place].setFocus(why)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.fillRect(0, 0, 1, self.height(), self._theme.colour("line"))
