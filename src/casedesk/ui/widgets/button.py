"""Buttons: primary, secondary, quiet, danger and link, 32, 36, 40 or 44 px high."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from casedesk.ui.theme.sheet_buttons import LINK_AFTER
from casedesk.ui.theme.theme import ICON_GAP, Theme
from casedesk.ui.widgets.properties import set_look

_INK = {
    "primary": "onAccent",
    "secondary": "ink",
    "quiet": "accentTx",
    "danger": "badTx",
    "link": "accentTx",
}
KINDS = tuple(_INK)
ICON_SIZE = 18


class Button(QPushButton):
    """A button that starts with a verb. One primary a screen: what to do next.

    `icon` is the name of an icon before the words, `icon_after` puts it behind them ("See
    all >"). `tall` is the height at 100% text; it grows with the text.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        kind: str = "secondary",
        icon: str | None = None,
        icon_after: bool = False,
        tall: int = 36,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        if kind not in KINDS:
            raise ValueError(f"{kind!r} is not a kind of button")
        self._theme = theme
        self._icon_name = icon
        self._icon_after = icon_after
        self.kind = kind
        self._ink_name = _INK[kind]
        self.setProperty("kind", kind)
        self.setProperty("tall", str(tall))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if icon_after:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        theme.changed.connect(self._tint)
        self._tint()

    def set_kind(self, kind: str) -> None:
        """Change what kind of button it is. Raises `KeyError` for an unknown kind."""
        self.kind = kind
        self._ink_name = _INK[kind]
        self._tint()
        set_look(self, kind=kind)

    def set_tone(self, tone: str) -> None:
        """Give a link the text colour of a tone, as inside a banner."""
        self._ink_name = f"{tone}Tx"
        self._tint()
        set_look(self, tone=tone)

    def set_icon(self, icon: str | None) -> None:
        """Change the icon, or take it away."""
        self._icon_name = icon
        self._tint()

    def _tint(self) -> None:
        if self._icon_name is None:
            if not self.icon().isNull():
                self.setIcon(QIcon())
            return
        size = self._theme.px(ICON_SIZE)
        self.setIconSize(QSize(size + ICON_GAP, size))
        self.setIcon(
            self._theme.icon(
                self._icon_name, size, self._ink_name, gap=-1 if self._icon_after else 1
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Outside dialogs Qt presses a button only with Space.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.kind != "link":
            return
        # A link is told by its line, not only by its colour.
        painter = QPainter(self)
        colour = self._theme.colour(self._ink_name if self.isEnabled() else "ink3")
        painter.setPen(QPen(colour, 1))
        width = self.fontMetrics().horizontalAdvance(self.text())
        left = (self.width() - LINK_AFTER - width) / 2
        y = round((self.height() + self.fontMetrics().height()) / 2) + 2.5
        painter.drawLine(QPointF(left, y), QPointF(left + width, y))


class IconButton(QToolButton):
    """A button that is only an icon; `name` is what it is called aloud and in its tooltip.

    `bare` leaves out the border, for inside fields and toasts (32 px all the same).
    """

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        bare: bool = False,
        tall: int = 36,
        ink: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        self._ink = ink
        self._tall = 32 if bare else tall
        self.setProperty("kind", "bare" if bare else "icon")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._tint)
        self._tint()

    def set_icon(self, icon: str, name: str) -> None:
        """Change the icon and what it is called."""
        self._icon_name = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._tint()

    def _tint(self) -> None:
        size = self._theme.px(ICON_SIZE)
        self.setIconSize(QSize(size, size))
        self.setIcon(self._theme.icon(self._icon_name, size, self._ink))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        side = self._theme.px(self._tall)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
