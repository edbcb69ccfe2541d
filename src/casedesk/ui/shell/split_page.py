"""A page of two parts, for while the vault is closed: the dark panel and the work beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.ui.shell.brand_panel import BrandPanel
from casedesk.ui.theme.theme import Theme

NARROW_UNDER = 1180
SMALL_UNDER = 960
NARROW_PANEL, SMALL_PANEL = 320, 224


class SplitPage(QWidget):
    """`panel` px of dark panel at full width; less in smaller windows."""

    def __init__(
        self,
        theme: Theme,
        heading: str,
        facts: Sequence[tuple[str, str]],
        panel: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._canvas_theme = theme
        self._panel_width = panel
        self.panel = BrandPanel(theme, heading, facts, self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.panel)
        theme.changed.connect(self.update)

    def set_work(self, work: QWidget) -> None:
        """What stands beside the panel."""
        self._row.addWidget(work, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        QPainter(self).fillRect(self.rect(), self._canvas_theme.colour("canvas"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self.panel.set_width(panel_width(self._canvas_theme, self.width(), self._panel_width))


def panel_width(theme: Theme, width: int, panel: int) -> int:
    """The dark panel's width in a window `width` px wide, where it is `panel` at full width."""
    if width < SMALL_UNDER:
        return theme.px(SMALL_PANEL)
    return NARROW_PANEL if width < NARROW_UNDER else panel
