"""Words in at most so many lines; the whole is in the tooltip and aloud."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from casedesk.ui.theme.theme import Theme


class ClampedText(QLabel):
    """`lines` lines of body text, the last one ending in … when there is more."""

    def __init__(
        self, theme: Theme, text: str = "", *, lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show other words."""
        self.setText(" ".join(text.split()))
        self.setAccessibleName(text)
        self.updateGeometry()

    def _laid_out(self, width: int) -> list[str]:
        """The lines as they are shown in `width` px."""
        font = self._theme.font("body")
        layout = QTextLayout(self.text(), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        starts = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 40))
            starts.append(line.textStart())
        layout.endLayout()
        ends = [*starts[1:], len(self.text())]
        pieces = [self.text()[a:b] for a, b in zip(starts, ends, strict=True)]
        if len(pieces) > self._lines:
            rest = self.text()[starts[self._lines - 1] :]
            metrics = self.fontMetrics()
            last = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, max(width, 40))
            pieces = [*pieces[: self._lines - 1], last]
        return pieces

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(1, len(self._laid_out(width))) * self._theme.line_height("body")

    def sizeHint(self) -> QSize:
        return QSize(240, self._lines * self._theme.line_height("body"))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._theme.line_height("body"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour("ink2"))
        shown = self._laid_out(self.width())
        high = self._theme.line_height("body")
        ascent = painter.fontMetrics().ascent()
        lead = (high - painter.fontMetrics().height()) / 2
        for number, words in enumerate(shown):
            painter.drawText(QPointF(0, number * high + lead + ascent), words.rstrip())
        cut = bool(shown) and shown[-1].endswith("…") and not self.text().endswith("…")
        self.setToolTip(self.text() if cut else "")
