"""What a screen shows while it has nothing: why, and one next step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.label import Label, Paragraph

_DISC = 64
_ICON = 26
_WIDE = 440
_LEAST = 160
_AROUND = 24


class IconDisc(QWidget):
    """An icon on a disc 64 px wide."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_DISC, _DISC)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accentBg"))
        painter.drawEllipse(QRectF(0, 0, _DISC, _DISC))
        inset = (_DISC - _ICON) / 2
        self._theme.paint_icon(painter, QRectF(inset, inset, _ICON, _ICON), self._icon, "accentTx")


class EmptyState(QWidget):
    """A disc with an icon, a title, one sentence 440 px wide, one or two buttons.

    Where there is no room for all of it, the disc is left out.
    """

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        sentence: str = "",
        actions: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        column.setSpacing(8)
        self._disc = IconDisc(theme, icon)
        self._title = Label("", "title")
        self._sentence = Paragraph(theme, "", "body", "ink2")
        self._sentence.setAlignment(middle)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._disc, 0, middle)
        column.addSpacing(8)
        column.addWidget(self._title, 0, middle)
        column.addWidget(self._sentence, 0, middle)
        column.addSpacing(8)
        column.addLayout(self._buttons)
        column.addStretch(1)
        self._buttons.addStretch(1)
        for action in actions:
            self._buttons.addWidget(action)
        self._buttons.addStretch(1)
        theme.changed.connect(self._grown)
        self.set_words(icon, title, sentence)
        self._grown()

    def set_words(self, icon: str, title: str, sentence: str) -> None:
        """Say something else."""
        self._disc.set_icon(icon)
        self._title.setText(title)
        self._sentence.set_text(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(f"{title}. {sentence}" if sentence else title)
        self._measure()

    def add_action(self, button: QWidget) -> None:
        """One more button, behind those there are."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._measure()
        layout = self.layout()
        if layout is None:
            return
        wanted = layout.minimumSize().height()
        if self._disc.isHidden():
            wanted += _DISC + layout.spacing()
        self._disc.setVisible(self.height() >= wanted)

    def _grown(self) -> None:
        self._measure()

    def _measure(self) -> None:
        """In the middle of a column, words that wrap are not asked how high they are."""
        wide = self._theme.px(_WIDE)
        if self.isVisible():
            wide = min(wide, max(_LEAST, self.width() - 2 * _AROUND))
        self._sentence.ensurePolished()
        self._sentence.setFixedSize(wide, max(0, self._sentence.heightForWidth(wide)))
