"""The list of sections at the left: one Tab stop, arrows move."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from casedesk.ui.theme.theme import Theme

ROW = 40


class SectionList(QListWidget):
    """Rows of (id, words, icon); `currentRowChanged` says which is chosen."""

    def __init__(
        self, theme: Theme, rows: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = tuple(rows)
        self.setProperty("bare", "true")
        self.setAccessibleName("Settings sections")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(theme.px(18), theme.px(18)))
        self.setTabKeyNavigation(False)
        for _, words, _ in self._rows:
            item = QListWidgetItem(words)
            item.setSizeHint(QSize(0, theme.px(ROW)))
            self.addItem(item)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._theme.font("med"))
        for place, (_, _, icon) in enumerate(self._rows):
            item = self.item(place)
            if item is not None:
                item.setIcon(self._theme.icon(icon, 18, "ink2"))
