"""Words that wrap on a page that scrolls: as high as they are at the width they get."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.label import Paragraph


class FlowingText(Paragraph):
    """A `Paragraph` that asks for no more height than its lines need.

    Only for layouts that ask for the height at a width (every layout inside a scrolling page).
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        style: str = "body",
        ink: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, style, ink, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
