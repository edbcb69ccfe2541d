"""Words on the screen in a style of the type table."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.theme.typography import STYLES
from casedesk.ui.widgets.properties import set_look


class Label(QLabel):
    """One line of words, never read as HTML: what stands in a record stays what it is.

    `style` is a style of the type table, `ink` a text colour (`ink`, `ink2`, `ink3`,
    `accentTx`) or a tone (`need`, `bad` …).
    """

    def __init__(
        self, text: str = "", style: str = "body", ink: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        if style not in STYLES:
            raise ValueError(f"{style!r} is not a type style")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", style)
        self.setProperty("ink", ink)
        self.setText(text)

    def set_ink(self, ink: str) -> None:
        """Change the colour."""
        set_look(self, ink=ink)

    def set_style(self, style: str) -> None:
        """Change the type style."""
        set_look(self, type=style)


class Paragraph(QLabel):
    """Words that wrap, with the line height of their style.

    `set_text` takes plain words, `set_strong` words in which some parts stand out: a list
    of (text, strong) pieces. Neither is read as HTML.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        style: str = "body",
        ink: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if style not in STYLES:
            raise ValueError(f"{style!r} is not a type style")
        self._theme = theme
        self._style = style
        self._pieces: list[tuple[str, bool]] = [(text, False)]
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setProperty("type", style)
        self.setProperty("ink", ink)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._write)
        self._write()

    def set_text(self, text: str) -> None:
        """Show plain words; line breaks are kept."""
        self.set_strong([(text, False)])

    def set_strong(self, pieces: list[tuple[str, bool]]) -> None:
        """Show words of which the pieces marked True stand out."""
        self._pieces = list(pieces)
        self._write()

    def set_ink(self, ink: str) -> None:
        """Change the colour."""
        set_look(self, ink=ink)

    def plain(self) -> str:
        """The words without any mark-up."""
        return "".join(text for text, _ in self._pieces)

    def _write(self) -> None:
        inner = "".join(
            f'<span style="font-weight:600">{_kept(text)}</span>' if strong else _kept(text)
            for text, strong in self._pieces
        )
        height = self._theme.line_height(self._style)
        self.setText(f'<p style="margin:0;line-height:{height}px">{inner}</p>' if inner else "")
        self.setAccessibleName(self.plain())


def _kept(text: str) -> str:
    return escape(text).replace("\n", "<br>")
