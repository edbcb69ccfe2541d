"""Who is under a restriction, or objects: a banner each, with the way to end it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.views.restrictions import RestrictionLine
from casedesk.services.consent_page import EVALUATE
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner


class RestrictionBanners(QWidget):
    """Signals, each with its line: lift_asked, end_asked (of an objection)."""

    lift_asked = Signal(object)
    end_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.banners: list[Banner] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def show_lines(self, lines: tuple[RestrictionLine, ...]) -> None:
        """Show other ones, but for objections to the study, which has its own column."""
        for banner in self.banners:
            banner.hide()
            banner.deleteLater()
        shown = [one for one in lines if one.record.purposes != (EVALUATE,)]
        self.banners = [self._made(line) for line in shown]
        self.setVisible(bool(shown))

    def _made(self, line: RestrictionLine) -> Banner:
        tone, icon = ("info", "ban") if line.is_objection else ("warn", "lock")
        link = "End objection" if line.is_objection else "Lift restriction"
        banner = Banner(self._theme, tone, f"{line.headline}.", line.sentence, link=link, icon=icon)
        asked = self.end_asked if line.is_objection else self.lift_asked
        banner.followed.connect(partial(asked.emit, line))
        self._column.addWidget(banner)
        return banner
