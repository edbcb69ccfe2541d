"""The banner over every page when there is no backup that could be relied on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.services.backup_warnings import BackupWarning
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner


class BackupBanner(QWidget):
    """Hidden while all is well.

    Signals:
        followed(action): choose_place or back_up.
    """

    followed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = ""
        self.banner = Banner(theme, "warn", "")
        self.banner.followed.connect(lambda: self.followed.emit(self._action))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 0)
        column.addWidget(self.banner)
        self.hide()

    def show_warning(self, warning: BackupWarning | None) -> None:
        """Says what is wrong and offers the one thing to do; None takes it away."""
        if warning is None:
            self.hide()
            return
        self._action, words = warning.action
        self.banner.set_words(warning.tone, warning.title, warning.sentence, link=words)
        self.show()
