"""The words of a banner: a bold title and a sentence that wraps behind it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.label import Paragraph


class BannerWords(Paragraph):
    """One paragraph, so that a narrow window or large text wraps it and never cuts it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", "body", "ink", parent)
        # Line height stands above the words; the same below puts them in the middle.
        self.setContentsMargins(0, 0, 0, 3)

    def set_words(self, title: str, text: str, tone: str) -> None:
        """The title and the sentence, in the text colour of `tone`."""
        self.set_strong([(title, True), (f"\u00a0\u00a0 {text}" if text else "", False)])
        self.set_ink(tone)
