"""One of a few, side by side on a sunken ground: the chosen one has a border."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from casedesk.ui.theme.theme import Theme

HIGH = 40
_LEAST = 96


class Segment(QPushButton):
    """One of them; the arrows go to the next."""

    def __init__(self, theme: Theme, words: str, name: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._theme = theme
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Override QPushButton::sizeHint."""
        words = QFontMetrics(self._theme.font("sub")).horizontalAdvance(self.text())
        return QSize(max(self._theme.px(_LEAST), words + 28), self._theme.px(HIGH - 4))

    def minimumSizeHint(self) -> QSize:
        """Override QPushButton::minimumSizeHint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QPushButton::paintEvent."""
        theme, on = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if on:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.setFont(theme.font("sub" if on else "med"))
        painter.setPen(theme.colour("accentTx" if on else "ink2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Segments(QWidget):
    """`name` is said before each one's words, as in "The words of Ellie".

    Signals: chosen(key).
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name = theme, name
        self.buttons: dict[str, Segment] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(0)
        theme.changed.connect(self.update)

    @property
    def current(self) -> str:
        """The key of the chosen one; empty where there is none."""
        return next((key for key, one in self.buttons.items() if one.isChecked()), "")

    def set_choices(self, choices: Sequence[tuple[str, str]], current: str) -> None:
        """(key, words) of each; the focus stays where it was."""
        if [key for key, _ in choices] != list(self.buttons):
            focused = next((key for key, one in self.buttons.items() if one.hasFocus()), "")
            for one in self.buttons.values():
                self._group.removeButton(one)
                self._row.removeWidget(one)
                one.hide()
                one.deleteLater()
            self.buttons = {key: self._made(key, words) for key, words in choices}
            if focused in self.buttons:
                self.buttons[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        if current in self.buttons:
            self.buttons[current].setChecked(True)
        self.updateGeometry()

    def _made(self, key: str, words: str) -> Segment:
        one = Segment(self._theme, words, f"{self._name} {words}", self)
        self._group.addButton(one)
        self._row.addWidget(one)
        one.toggled.connect(lambda on: self.chosen.emit(key) if on else None)
        one.show()
        return one

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
