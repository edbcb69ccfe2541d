"""The look in force: light, dark, as the system, or high contrast, and the text size.

Handed to every widget that paints or tints. A change builds the style sheet again, forgets
the drawn icons and tells everybody with `changed`.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from casedesk.ui.theme.icons import Icons
from casedesk.ui.theme.palette import palette_of, tokens_of_system
from casedesk.ui.theme.stylesheet import stylesheet
from casedesk.ui.theme.tokens import DARK, LIGHT, Tokens
from casedesk.ui.theme.typography import FACTORS, font, line_height, load_fonts

MODES = ("light", "dark", "system", "contrast")
ICON_GAP = 4
"""Qt leaves 4 px between icon and text; the pictures have 8."""


class Theme(QObject):
    """Colours, type and icons of the window; `changed` when any of them is another.

    `mode` is what was asked for (light, dark, system, contrast) and `scheme` what is in
    force (light, dark, contrast). `factor` multiplies all type: 1.0, 1.15 or 1.3.
    """

    changed = Signal()

    def __init__(
        self,
        fonts: Path,
        icons: Path,
        mode: str = "system",
        factor: float = 1.0,
        parent: QObject | None = None,
    ) -> None:
        """`fonts` and `icons` are folders. Raises `ValueError` for an unknown mode or factor,
        `FileNotFoundError` when a typeface is missing. Needs a `QApplication`.
        """
        super().__init__(parent)
        load_fonts(fonts)
        self._icon_folder = icons
        self._icons = Icons(icons)
        self._fonts: dict[str, QFont] = {}
        self._app: QApplication | None = None
        self._system_palette = QPalette()
        self.mode = _known_mode(mode)
        self.factor = _known_factor(factor)
        self.scheme = self._scheme_in_force()
        self.tokens = self._tokens_in_force()

    def apply(self, app: QApplication) -> None:
        """Dress the whole application, now and whenever this theme or the system changes."""
        if self._app is None:
            self._app = app
            self._system_palette = QPalette(app.palette())
            hints = app.styleHints()
            hints.colorSchemeChanged.connect(self._on_system_changed)
        self._refresh()

    def set_mode(self, mode: str) -> None:
        """Light, dark, system or contrast. Raises `ValueError` for anything else."""
        self.mode = _known_mode(mode)
        self._refresh()

    def set_factor(self, factor: float) -> None:
        """Text size 1.0, 1.15 or 1.3. Raises `ValueError` for anything else."""
        self.factor = _known_factor(factor)
        self._refresh()

    def colour(self, name: str) -> QColor:
        """The colour of a token. Raises `KeyError` for a name not in the table."""
        return QColor(self.tokens.of(name))

    color = colour

    def font(self, style: str) -> QFont:
        """The font of a type style at the text size in force. Raises `KeyError`."""
        if style not in self._fonts:
            self._fonts[style] = font(style, self.factor)
        return QFont(self._fonts[style])

    def line_height(self, style: str) -> int:
        """The line height of a type style at the text size in force, in px."""
        return line_height(style, self.factor)

    def px(self, length: float) -> int:
        """A length that must grow with the text (a row, a column of words), in px."""
        return round(length * self.factor)

    def icon(self, name: str, size: int = 18, colour: str = "ink", *, gap: int = 0) -> QIcon:
        """An icon in the colour of a token, faded where disabled. Raises `MissingIcon`.

        `gap` 1 (words behind the icon) or -1 (before it) gives a button the 8 px between
        them of the pictures; its `iconSize` must then be (size + `ICON_GAP`, size).
        """
        tint, faded = self.tokens.of(colour), self.tokens.ink3
        return self._icons.icon(name, size, tint, faded, gap * ICON_GAP)

    def pixmap(self, name: str, size: int = 18, colour: str = "ink", ratio: float = 1.0) -> QPixmap:
        """An icon as a picture for a screen of device pixel ratio `ratio`."""
        return self._icons.pixmap(name, size, self.tokens.of(colour), ratio)

    def paint_icon(self, painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
        """Draw an icon in the colour of a token into `rect`. Raises `MissingIcon`."""
        self._icons.paint(painter, rect, name, self.tokens.of(colour))

    def _refresh(self) -> None:
        self.scheme = self._scheme_in_force()
        self.tokens = self._tokens_in_force()
        self._icons.clear()
        self._fonts.clear()
        if self._app is not None:
            contrast = self.scheme == "contrast"
            palette = self._system_palette if contrast else palette_of(self.tokens)
            self._app.setFont(self.font("body"))
            self._app.setPalette(palette)
            self._app.setStyleSheet(stylesheet(self.tokens, self.factor, self._icon_folder))
        self.changed.emit()

    def _scheme_in_force(self) -> str:
        if self.mode != "system":
            return self.mode
        hints = QApplication.styleHints()
        if _wants_contrast():
            return "contrast"
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _tokens_in_force(self) -> Tokens:
        if self.scheme == "contrast":
            return tokens_of_system(self._system_palette)
        return DARK if self.scheme == "dark" else LIGHT

    def _on_system_changed(self) -> None:
        if self.mode == "system":
            self._refresh()


def _wants_contrast() -> bool:
    """Whether the system is set to high contrast (known from Qt 6.10 on)."""
    hints = QApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    accessibility = hints.accessibility()
    return bool(accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast)


def _known_mode(mode: str) -> str:
    if mode not in MODES:
        raise ValueError(f"{mode!r} is not one of {', '.join(MODES)}")
    return mode


def _known_factor(factor: float) -> float:
    if factor not in FACTORS:
        raise ValueError(f"{factor!r} is not a text size of the settings")
    return factor
