"""Icons: Lucide line drawings, tinted, crisp at the ratio of the screen, kept once drawn."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_THIN_FROM = 21
"""Strokes are 2 px up to 20 px, and lighter above."""


class MissingIcon(LookupError):
    """No icon of that name ships with CaseDesk: a bug of ours, never of the user."""


class Icons:
    """Draws the icons of one folder. Colours are `#RRGGBB`, sizes in logical px."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, str] = {}
        self._renderers: dict[tuple[str, str, bool], QSvgRenderer] = {}
        self._pixmaps: dict[tuple[str, int, str, float, int], QPixmap] = {}
        self._icons: dict[tuple[str, int, str, str | None, int, tuple[float, ...]], QIcon] = {}

    def clear(self) -> None:
        """Forget everything drawn, for a change of theme."""
        self._renderers.clear()
        self._pixmaps.clear()
        self._icons.clear()

    def paint(self, painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
        """Draw an icon into `rect` (vector, at any size). Raises `MissingIcon`."""
        self._renderer(name, colour, thin=rect.width() >= _THIN_FROM).render(painter, rect)

    def pixmap(
        self, name: str, size: int, colour: str, ratio: float = 1.0, gap: int = 0
    ) -> QPixmap:
        """A picture of `size` px for a screen of device pixel ratio `ratio`.

        `gap` leaves so many px empty on the right (on the left when negative), because
        style sheets cannot set the distance of icon and text. Raises `MissingIcon`.
        """
        key = (name, size, colour, ratio, gap)
        if key not in self._pixmaps:
            renderer = self._renderer(name, colour, thin=size >= _THIN_FROM)
            picture = QPixmap(QSize(size + abs(gap), size) * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            renderer.render(painter, QRectF(max(0, -gap), 0, size, size))
            painter.end()
            self._pixmaps[key] = picture
        return self._pixmaps[key]

    def icon(
        self, name: str, size: int, colour: str, disabled: str | None = None, gap: int = 0
    ) -> QIcon:
        """An icon for a button, crisp on every screen there is. Raises `MissingIcon`."""
        ratios = sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()})
        key = (name, size, colour, disabled, gap, tuple(ratios))
        if key not in self._icons:
            made = QIcon()
            for ratio in ratios:
                made.addPixmap(self.pixmap(name, size, colour, ratio, gap))
                if disabled is not None:
                    faded = self.pixmap(name, size, disabled, ratio, gap)
                    made.addPixmap(faded, QIcon.Mode.Disabled)
            self._icons[key] = made
        return QIcon(self._icons[key])

    def _renderer(self, name: str, colour: str, *, thin: bool) -> QSvgRenderer:
        key = (name, colour, thin)
        if key not in self._renderers:
            text = self._source(name).replace("currentColor", colour)
            if thin:
                text = text.replace('stroke-width="2"', 'stroke-width="1.75"')
            self._renderers[key] = QSvgRenderer(QByteArray(text.encode()))
        return self._renderers[key]

    def _source(self, name: str) -> str:
        if name not in self._sources:
            path = self._folder / f"{name}.svg"
            if not path.is_file():
                raise MissingIcon(f"no icon is called {name!r}")
            self._sources[name] = path.read_text(encoding="utf-8")
        return self._sources[name]
