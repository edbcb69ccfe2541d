"""Every item that stays behind, and why: for the worker's eyes, never the recipient's."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.dates import long_date
from casedesk.domain.views.report_preview import LeftOutItem
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.label import Paragraph


class LeftOutList(QWidget):
    """One paragraph an item: what it is, when, about whom, and the reason."""

    def __init__(
        self, theme: Theme, items: Sequence[LeftOutItem], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for item in items:
            said = item.on is None or long_date(item.on) in item.what
            when = "" if said or item.on is None else f", {long_date(item.on)}"
            whom = f" ({', '.join(item.people)})" if item.people else ""
            column.addWidget(Paragraph(theme, f"{item.what}{when}{whom}", "med"))
            column.addWidget(Paragraph(theme, item.reason, "small", "ink2"))
            column.addSpacing(8)
        column.addStretch(1)
