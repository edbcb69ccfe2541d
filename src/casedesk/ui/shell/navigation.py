"""The rail on the left: where you are, where you can go, and the lock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from casedesk.ui.shell.brand_mark import BrandMark
from casedesk.ui.theme.theme import Theme
from casedesk.ui.theme.tokens import DARK

WIDE, NARROW = 88, 64
ITEM_HEIGHT = 56
ICON = 22
LOCK = "lock"


@dataclass(frozen=True)
class RailItem:
    """A place to go: the page's name, its icon, its word, its keys for the tooltip."""

    page: str
    icon: str
    words: str
    keys: str = ""


PLACES = (
    RailItem("today", "calendar-days", "Today", "Ctrl 1"),
    RailItem("families", "users-round", "Families", "Ctrl 2"),
    RailItem("reports", "file-text", "Reports", "Ctrl 3"),
    RailItem("team", "chart-column", "Team", "Ctrl 4"),
)
SETTINGS = RailItem("settings", "settings", "Settings")
LOCK_ITEM = RailItem(LOCK, "lock", "Lock", "Ctrl L")


class RailButton(QToolButton):
    """One place on the rail, painted: tile and left bar when it is the current one."""

    def __init__(self, theme: Theme, item: RailItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.item = item
        self.setText(item.words)
        self.setAccessibleName(item.words)
        self.setToolTip(f"{item.words} ({item.keys})" if item.keys else item.words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ring", "railOnTx")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Override QWidget::sizeHint."""
        return QSize(WIDE, max(ITEM_HEIGHT, self._theme.px(ITEM_HEIGHT - 8)))

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint."""
        return QSize(NARROW, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        tile = QRectF(self.rect()).adjusted(8, 0, -8, 0)
        if on or self.underMouse() or self.isDown():
            colour = self._theme.colour("railOn")
            colour.setAlphaF(1.0 if on else 0.6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(tile, 6, 6)
        if on:
            painter.setBrush(QColor(DARK.accent))
            painter.drawRoundedRect(QRectF(0, self.height() / 2 - 14, 4, 28), 2, 2)
        ink = "railOnTx" if on else "railTx"
        with_words = self.width() > NARROW
        top = 8.0 if with_words else (self.height() - ICON) / 2
        place = QRectF((self.width() - ICON) / 2, top, ICON, ICON)
        self._theme.paint_icon(painter, place, self.item.icon, ink)
        if with_words:
            painter.setFont(self._theme.font("capb"))
            painter.setPen(self._theme.colour(ink))
            words = QRectF(0, top + ICON + 2, self.width(), self._theme.line_height("capb") + 2)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())


class NavRail(QWidget):
    """The rail. Arrow keys move the focus, Enter or Space goes there.

    Signals:
        chosen(page): a page's name, or `lock`.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, pages: Sequence[str], parent: QWidget | None = None) -> None:
        """`pages` are those there are; places without a page are not shown."""
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        self.setAccessibleName("Pages")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 16)
        column.setSpacing(8)
        mark = BrandMark(theme, 32, self)
        column.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        for item in PLACES:
            if item.page in pages:
                column.addWidget(self._button(item))
        column.addStretch(1)
        if SETTINGS.page in pages:
            column.addWidget(self._button(SETTINGS))
        column.addWidget(self._button(LOCK_ITEM))
        self.setFixedWidth(WIDE)
        theme.changed.connect(self.update)

    @property
    def buttons(self) -> dict[str, RailButton]:
        """The buttons by page."""
        return dict(self._buttons)

    def set_current(self, page: str) -> None:
        """Marks where you are; a page that is not on the rail leaves no mark."""
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == page)
        self._group.setExclusive(True)

    def set_narrow(self, narrow: bool) -> None:
        """Without words, for windows under 1180 px."""
        self.setFixedWidth(NARROW if narrow else WIDE)

    def _button(self, item: RailItem) -> RailButton:
        button = RailButton(self._theme, item, self)
        if item.page != LOCK:
            button.setCheckable(True)
            self._group.addButton(button)
        button.clicked.connect(lambda: self._on_clicked(item.page))
        button.installEventFilter(self)
        self._buttons[item.page] = button
        return button

    def _on_clicked(self, page: str) -> None:
        self.chosen.emit(page)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Override QObject::eventFilter: arrows move between the places."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            places = list(self._buttons.values())
            if step and watched in places:
                place = places.index(watched) + step
                if 0 <= place < len(places):
                    places[place].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and watched in places:
                watched.click()
                return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("rail"))
