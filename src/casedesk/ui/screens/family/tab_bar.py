"""The tabs of a family: with fewer words where the window has no room for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from casedesk.ui.screens.family.tabs import TabEntry
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.count_badge import CountBadge

_SIDE = QTabBar.ButtonPosition.RightSide
_MARGIN = 30
"""Between two tabs, as in the style sheet; Qt puts what stands in a tab at the end of it."""


class _TabCount(CountBadge):
    """A count that stands beside the words of its tab."""

    def moveEvent(self, event: QMoveEvent) -> None:
        """Override QWidget::moveEvent."""
        super().moveEvent(event)
        if not self._is_moving:
            self._is_moving = True
            self.move(self.x() - _MARGIN, self.y())
            self._is_moving = False

    _is_moving = False


class FamilyTabBar(QTabBar):
    """A tab for each entry; aloud it always has its whole words."""

    def __init__(
        self, theme: Theme, entries: Sequence[TabEntry], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries = tuple(entries)
        self._is_short = False
        self._badges: dict[int, _TabCount] = {}
        self._counts: dict[int, int] = {}
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setAccessibleName("Parts of this family's record")
        for place, entry in enumerate(self._entries):
            self.addTab(entry.words)
            self.setAccessibleTabName(place, entry.words)

    def set_count(self, name: str, count: int) -> None:
        """How many there are behind a tab, beside its words; nothing for none."""
        place = [entry.name for entry in self._entries].index(name)
        badge = self._badges.get(place)
        if badge is None:
            badge = self._badges[place] = _TabCount(self._theme, count, self)
            badge.hide()
        badge.set_count(count)
        self._counts[place] = count
        words = self._entries[place].words
        self.setAccessibleTabName(place, f"{words}, {count}" if count else words)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """Override QTabBar::minimumSizeHint: it gives up words before it asks for room."""
        return QSize(200, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QTabBar::resizeEvent."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The whole words and the counts when they fit, measured with them."""
        was = self._is_short
        self._write(short=False)
        wide = sum(self.tabSizeHint(place).width() for place in range(self.count()))
        for place, badge in self._badges.items():
            if self._counts[place] and self.tabButton(place, _SIDE) is None:
                wide += badge.sizeHint().width() + 4
        self._write(short=wide > self.width())
        for place, badge in self._badges.items():
            shown = badge if self._counts[place] and not self._is_short else None
            if self.tabButton(place, _SIDE) is not shown:
                self.setTabButton(place, _SIDE, shown)
        if was != self._is_short:
            self.updateGeometry()

    def _write(self, *, short: bool) -> None:
        self._is_short = short
        for place, entry in enumerate(self._entries):
            words = entry.short if short and entry.short else entry.words
            if self.tabText(place) != words:
                self.setTabText(place, words)
                self.setTabToolTip(place, entry.words if words != entry.words else "")
