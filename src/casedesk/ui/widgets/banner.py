"""A banner: something to know before going on, with at most one link."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner_words import BannerWords
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.spoken import Spoken, say_aloud

_ICONS = {
    "warn": "triangle-alert",
    "bad": "circle-alert",
    "good": "circle-check",
    "info": "info",
    "need": "info",
    "mute": "info",
}
_BAR = 4
_RADIUS = 6


class Banner(Spoken, QFrame):
    """A tone bar, an icon, a bold title, a sentence, a link (`followed`). 40 px or taller.

    Screen readers are told when it appears.
    """

    spoken_role = QAccessible.Role.AlertMessage
    followed = Signal()

    def __init__(
        self,
        theme: Theme,
        tone: str,
        title: str,
        text: str = "",
        *,
        link: str = "",
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_BAR + 12, 4, 12, 4)
        self._row.setSpacing(10)
        self._icon = IconLabel(theme, icon or _ICONS[tone], 18, f"{tone}Tx")
        self._words = BannerWords(theme)
        self._link = Button(theme, link, kind="link", tall=32)
        self._link.clicked.connect(self.followed)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._link, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._grown)
        self._grown()
        self.set_words(tone, title, text, link=link, icon=icon)

    def set_words(
        self, tone: str, title: str, text: str = "", *, link: str = "", icon: str | None = None
    ) -> None:
        """Show something else. Raises `KeyError` for an unknown tone."""
        sign = icon or _ICONS[tone]
        self._icon.set_icon(sign, f"{tone}Tx")
        self.tone = tone
        self._words.set_words(title, text, tone)
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self._link.set_tone(tone)
        self.setAccessibleName(f"{title}. {text}" if text else title)
        self.update()

    def spoken_value(self) -> str:
        return self.accessibleName()

    def _grown(self) -> None:
        self.setMinimumHeight(self._theme.px(40))
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        say_aloud(self, self.accessibleName())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), self._theme.colour(f"{self.tone}Bg"))
        painter.fillRect(0, 0, _BAR, self.height(), self._theme.colour(self.tone))
