"""The tabs of a family: with fewer words where the window has no room for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from casedesk.ui.screens.family.tabs import TabEntry


class FamilyTabBar(QTabBar):
    """A tab for each entry; aloud it always has its whole words."""

    def __init__(self, entries: Sequence[TabEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = tuple(entries)
        self._is_short = False
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setAccessibleName("Parts of this family's record")
        for place, entry in enumerate(self._entries):
            self.addTab(entry.words)
            self.setAccessibleTabName(place, entry.words)

    def minimumSizeHint(self) -> QSize:
        """Override QTabBar::minimumSizeHint: it gives up words before it asks for room."""
        return QSize(200, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QTabBar::resizeEvent."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The whole words when they fit, measured with them."""
        was = self._is_short
        self._write(short=False)
        fits = sum(self.tabSizeHint(place).width() for place in range(self.count()))
        self._write(short=fits > self.width())
        if was != self._is_short:
            self.updateGeometry()

    def _write(self, *, short: bool) -> None:
        self._is_short = short
        for place, entry in enumerate(self._entries):
            words = entry.short if short and entry.short else entry.words
            if self.tabText(place) != words:
                self.setTabText(place, words)
                self.setTabToolTip(place, entry.words if words != entry.words else "")
