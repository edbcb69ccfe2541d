"""The plain cover that a lock puts over everything before it does anything else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from casedesk.ui.shell.split_page import panel_width
from casedesk.ui.theme.theme import Theme

PANEL = 480
"""As on the unlock page."""
WORDS = "Locked"


class Cover(QWidget):
    """Over all of `window`, in the colours of the unlock page, which follows it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self.setAccessibleName(WORDS)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        window.installEventFilter(self)
        self.hide()

    def put_on(self) -> None:
        """Blanks the window and every other one of the program, on the screen by the return."""
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        # At once, not with the next round of events: what follows may take its time.
        self.repaint()
        for other in QApplication.topLevelWidgets():
            if other is not self._window and other.isVisible():
                # What a lock closes never answers.
                other.blockSignals(True)
                other.hide()
                other.blockSignals(False)

    def take_off(self) -> None:
        """Shows what is under it."""
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter: it stays as large as the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        painter = QPainter(self)
        panel = panel_width(self._theme, self.width(), PANEL)
        painter.fillRect(self.rect(), self._theme.colour("canvas"))
        painter.fillRect(QRect(0, 0, panel, self.height()), self._theme.colour("rail"))
        middle = QRectF(panel, 0, self.width() - panel, self.height())
        side = 32.0
        icon = QRectF(0, 0, side, side)
        icon.moveCenter(middle.center())
        self._theme.paint_icon(painter, icon, "lock", "ink2")
        painter.setFont(self._theme.font("heading"))
        painter.setPen(self._theme.colour("ink2"))
        words = QRectF(middle.left(), icon.bottom() + 12, middle.width(), 40)
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, WORDS)
