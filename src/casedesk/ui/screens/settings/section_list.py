"""The list of sections at the left: one Tab stop, arrows move."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from casedesk.ui.theme.theme import Theme

ROW, ICON = 40, 18


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
        self.setTabKeyNavigation(False)
        for _, words, _ in self._rows:
            item = QListWidgetItem(words)
            self.addItem(item)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._theme.font("med"))
        size = self._theme.px(ICON)
        self.setIconSize(QSize(size, size))
        for place, (_, _, icon) in enumerate(self._rows):
            item = self.item(place)
            if item is not None:
                item.setSizeHint(QSize(0, self._theme.px(ROW)))
                item.setIcon(self._theme.icon(icon, size, "ink2"))
