"""A page that scrolls down when the window is too low, and never sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from casedesk.ui.widgets.scroll_area import ScrollArea

LEAST_MARGIN = 8


class PageArea(ScrollArea):
    """As wide as its place, as high as its words need at that width.

    `QScrollArea` alone asks for the height of wrapped words at their narrowest, and so shows a
    scroll bar where everything fits.
    """

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page.setProperty("page", True)
        self._page = page
        self._margin: int | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        page.installEventFilter(self)

    def _fit(self) -> None:
        layout = self._page.layout()
        if layout is None:
            return
        room = self.maximumViewportSize()
        wanted = _height(layout, room.width())
        if wanted > room.height():
            bar = self.verticalScrollBar().sizeHint().width()
            self._give_way(layout, bar)
            width = room.width() - bar
            self._page.resize(width, _height(layout, width))
        else:
            self._give_way(layout, 0)
            self._page.resize(room)

    def _give_way(self, layout: QLayout, bar: int) -> None:
        """The scroll bar stands in the margin, so that cards end where they do without it."""
        if self._margin is None:
            self._margin = layout.contentsMargins().right()
        if self._margin - bar >= LEAST_MARGIN:
            margins = layout.contentsMargins()
            margins.setRight(self._margin - bar)
            layout.setContentsMargins(margins)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter: the page's words changed."""
        if watched is self._page and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QScrollArea::resizeEvent."""
        super().resizeEvent(event)
        self._fit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Override QWidget::focusNextPrevChild: what gets the focus comes into sight."""
        moved = super().focusNextPrevChild(forward)
        focused = self.window().focusWidget()
        if focused is not None and self._page.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)
        return moved


def _height(layout: QLayout, width: int) -> int:
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return layout.totalSizeHint().height()
