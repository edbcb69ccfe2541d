"""A short word on what was done, with Undo or Redo: eight seconds, longer while looked at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QEvent, QPropertyAnimation, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QToolButton,
    QWidget,
)

from casedesk.ui.theme.contrast import luminance
from casedesk.ui.theme.theme import Theme
from casedesk.ui.theme.tokens import DARK, LIGHT
from casedesk.ui.undo_stack import Offer
from casedesk.ui.widgets.spoken import say_aloud

SHOWN_MS = 8000
FADE_MS = 120
WIDTH, HEIGHT = 384, 48
LEFT, BOTTOM = 112, 24
UNDO = "Undo"


class Toast(QWidget):
    """The one toast of the window; a new one replaces the last.

    It keeps what it offers until the next one, also when it is no longer shown.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._theme = theme
        self._offer: Offer | None = None
        self.setAccessibleName("Done just now")
        self._picture = QLabel(self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self.undo_button = QPushButton("Undo", self)
        self.undo_button.setProperty("kind", "link")
        self.undo_button.clicked.connect(self.take)
        self.close_button = QToolButton(self)
        self.close_button.setProperty("kind", "bare")
        self.close_button.setAccessibleName("Close this message")
        self.close_button.clicked.connect(self.hide)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        row.addWidget(self.undo_button)
        row.addWidget(self.close_button)
        for button in (self.undo_button, self.close_button):
            button.installEventFilter(self)
            button.setProperty("ring", "surface")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def words(self) -> str:
        """What the toast says."""
        return self._words.text()

    @property
    def can_undo(self) -> bool:
        """Whether it offers to undo something."""
        return self._offer is not None and self._offer.words == UNDO

    @property
    def is_counting(self) -> bool:
        """Whether the toast will go by itself."""
        return self._timer.isActive()

    def say(self, words: str, offer: Callable[[], None] | None = None) -> None:
        """Shows `words`; `offer` is an `Offer`, or what takes the action back."""
        if offer is not None and not isinstance(offer, Offer):
            offer = Offer(UNDO, "Ctrl Z", offer)
        self._offer = offer
        self._words.setText(words)
        if offer is not None:
            self.undo_button.setText(offer.words)
            self.undo_button.setToolTip(f"{offer.words} ({offer.keys})")
        self.undo_button.setVisible(offer is not None)
        self.place()
        self.show()
        self.raise_()
        self._fade_in()
        self._timer.start()
        said = words if offer is None else f"{words.rstrip('.')}. {offer.words}: {offer.keys}"
        say_aloud(self._words, said)

    def take(self) -> None:
        """Takes what is offered, once."""
        offer, self._offer = self._offer, None
        self.hide()
        if offer is not None:
            offer()

    def place(self) -> None:
        """Puts the toast at the foot of the window, left; smaller windows keep it inside."""
        parent = self._over
        width = min(self._theme.px(WIDTH), parent.width() - 2 * BOTTOM)
        height = max(self._theme.px(HEIGHT), self._row.heightForWidth(width))
        left = min(LEFT, max(BOTTOM, parent.width() - width - BOTTOM))
        self.setGeometry(left, parent.height() - BOTTOM - height, width, height)

    def _fade_in(self) -> None:
        style = self.style()
        if not style.styleHint(QStyle.StyleHint.SH_Widget_Animate, None, self):
            return
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", effect)
        fade.setDuration(FADE_MS)
        fade.setStartValue(0.0)
        fade.setEndValue(1.0)
        fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        # The effect costs a picture of the widget at each repaint: only while it fades.
        fade.finished.connect(lambda: self.setGraphicsEffect(None))  # type: ignore[arg-type]
        fade.start()

    def _dress(self) -> None:
        # On the ink itself, so that it stands out in both themes: links are the other theme's.
        ink = self._theme.tokens.surface
        link = (LIGHT if luminance(ink) < 0.5 else DARK).accentTx
        self._words.setFont(self._theme.font("med"))
        self._words.setStyleSheet(f"color: {ink};")
        self.undo_button.setStyleSheet(
            f"color: {link}; background: transparent; border: none; text-decoration: underline;"
        )
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(self._theme.pixmap("circle-check", 20, "accentBg", ratio))
        self.close_button.setIcon(self._theme.icon("x", 18, "surface"))
        self.close_button.setIconSize(QSize(18, 18))
        self.close_button.setStyleSheet("background: transparent; border: none;")
        self.update()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Override QObject::eventFilter: the time stops while a button has the focus."""
        if event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._timer.start()
        return False

    def enterEvent(self, event: QEvent) -> None:
        """Override QWidget::enterEvent: the time stops while the pointer is on it."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Override QWidget::leaveEvent."""
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        # The opposite theme's ground, so that it stands out on both.
        painter.setBrush(self._theme.colour("ink"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
