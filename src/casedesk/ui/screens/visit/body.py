"""The part of visit mode below its bar: the form, and what stands beside it or behind a tab."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from casedesk.domain.views.visit import VisitPage
from casedesk.ui.screens.visit.side import WIDE, Side
from casedesk.ui.screens.visit.trouble import Trouble
from casedesk.ui.shell.page_area import PageArea
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner

NARROW_UNDER = 960
TABS = ("Visit", "Actions and consents")
MARGIN = 24
_ANY_WIDTH = 16_777_215


class VisitBody(QWidget):
    """`parts` are those of the form with the share of the spare height that each gets.

    `is_narrow`: what stands beside has become a tab; `tab_row` then has room at its end.
    """

    def __init__(
        self,
        theme: Theme,
        page: VisitPage,
        parts: Sequence[tuple[QWidget, int]],
        side: Side,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_alert = bool(page.alert)
        self.side = side
        self.is_narrow = False
        self.trouble = Trouble(theme)
        why = "Show the reason" if page.alert_reason else ""
        self.warning = Banner(theme, "warn", page.alert, link=why)
        inside = QWidget()
        form = QVBoxLayout(inside)
        form.setContentsMargins(MARGIN, 10, MARGIN, 10)
        form.setSpacing(12)
        for part, share in parts:
            form.addWidget(part, share)
        self.area = PageArea(inside)
        self.area.setAccessibleName("The visit note")
        self._beside = QFrame()
        self._beside.setProperty("panel", "true")
        held = QVBoxLayout(self._beside)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(side)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.area, 1)
        row.addWidget(self._beside)
        self.tabs = QTabBar()
        for words in TABS:
            self.tabs.addTab(words)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName("Parts of the visit")
        self._bar = QFrame()
        self._bar.setProperty("bar", "true")
        self.tab_row = QHBoxLayout(self._bar)
        self.tab_row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.tab_row.addWidget(self.tabs)
        self.tab_row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.trouble)
        column.addWidget(self.warning)
        column.addWidget(self._bar)
        column.addLayout(row, 1)
        self.setFocusProxy(parts[0][0] if parts else self.area)
        self.tabs.currentChanged.connect(self._show_tab)

    def regions(self) -> list[QWidget]:
        """What of it is shown, for F6."""
        return [one for one in (self.area, self.side) if one.isVisibleTo(self)]

    def make_room(self, width: int, *, warns: bool) -> None:
        """Fit into a window of `width`; `warns`: the warning has no place in the bar."""
        self.warning.setVisible(warns and self._has_alert)
        self.is_narrow = width < NARROW_UNDER * self._theme.factor
        self._bar.setVisible(self.is_narrow)
        self._beside.setMinimumWidth(0 if self.is_narrow else self._theme.px(WIDE))
        self._beside.setMaximumWidth(_ANY_WIDTH if self.is_narrow else self._theme.px(WIDE))
        self._show_tab()

    def _show_tab(self) -> None:
        second = self.is_narrow and self.tabs.currentIndex() == 1
        self.area.setVisible(not second)
        self._beside.setVisible(second or not self.is_narrow)
