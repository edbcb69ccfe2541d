"""What stands where a list will be: grey rows, static, and only after 300 ms."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.label import Label

AFTER_MS = 300
_ROW = 36
_LONG = (0.78, 0.88, 0.7)


class _GreyRows(QWidget):
    def __init__(self, theme: Theme, rows: int) -> None:
        super().__init__()
        self._theme = theme
        self._rows = rows
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(320, self._rows * self._theme.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("line"))
        row = self._theme.px(_ROW)
        for index in range(self._rows):
            top = index * row + 2
            wide = (self.width() - 120) * _LONG[index % len(_LONG)]
            for bar in (
                QRectF(0, top, 96, 12),
                QRectF(0, top + 16, 64, 8),
                QRectF(120, top, wide, 12),
            ):
                painter.drawRoundedRect(bar, bar.height() / 2 - 1, bar.height() / 2 - 1)


class LoadingRows(QWidget):
    """Grey rows and a sentence ("Opening 64 families…"); nothing in the first 300 ms."""

    def __init__(
        self, theme: Theme, sentence: str, *, rows: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = _GreyRows(theme, rows)
        self._words = Label(sentence, "small", "ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._rows)
        column.addWidget(self._words)
        column.addStretch(1)
        self.setAccessibleName(sentence)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(AFTER_MS)
        self._wait.timeout.connect(self.show_now)
        self._rows.hide()
        self._words.hide()

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)

    def show_now(self) -> None:
        """Show the rows without waiting."""
        self._wait.stop()
        self._rows.show()
        self._words.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._rows.isHidden():
            self._wait.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._wait.stop()
        self._rows.hide()
        self._words.hide()
