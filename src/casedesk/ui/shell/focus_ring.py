"""The focus ring: 2 px of colour with a 2 px gap, around whatever has the focus.

On fields always, on buttons only for the keyboard (a click does not need to be told where it
was).
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from casedesk.ui.shell.input_watch import InputWatch
from casedesk.ui.theme.theme import Theme

RING = 2
MARGIN = 4
"""2 px of gap and 2 px of ring."""
RADIUS = 8
"""A field's 6 px and 2 more."""
DEFAULT_COLOUR = "focus"
_ACROSS = QStyle.PixelMetric.PM_FocusFrameHMargin
_DOWN = QStyle.PixelMetric.PM_FocusFrameVMargin
_DOTTED = QStyle.PrimitiveElement.PE_FrameFocusRect


class RingStyle(QProxyStyle):
    """Fusion with room for the ring (words in lists keep off their edge as far), and without
    the dotted rectangles of its own; for the whole program.

    It overrides no more than that: what Qt asks of a style it asks thousands of times a page.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Override QStyle::pixelMetric."""
        if metric is _ACROSS or metric is _DOWN:
            return MARGIN
        return super().pixelMetric(metric, option, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Override QStyle::drawPrimitive."""
        if element is not _DOTTED:
            super().drawPrimitive(element, option, painter, widget)


class FrameStyle(RingStyle):
    """The style of the frame alone, which also gives it a place above the page."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        """Override QStyle::styleHint: over the page, as beside the field its group cuts it off."""
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returnData)


class Ring(QFocusFrame):
    """The frame itself, drawn in the token that the widget names in its property `ring`."""

    def __init__(self, theme: Theme, style: FrameStyle) -> None:
        super().__init__()
        self._theme = theme
        self.setStyle(style)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QFocusFrame::paintEvent."""
        widget = self.widget()
        if widget is None:
            return
        token = widget.property("ring") or DEFAULT_COLOUR
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(token), RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = RING / 2
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(box, RADIUS, RADIUS)


class FocusRing(QObject):
    """Moves the one ring of the program to where the focus is.

    A widget may name another token for it in its property `ring` (the rail is dark in both
    themes), or have none with `ring` = "".
    """

    def __init__(self, theme: Theme, app: QApplication, watch: InputWatch) -> None:
        super().__init__(app)
        self._theme = theme
        self._watch = watch
        self._frame: Ring | None = None
        self._style: FrameStyle | None = None
        app.focusChanged.connect(self._on_focus_changed)
        watch.mouse_pressed.connect(self._on_mouse_pressed)

    @property
    def frame(self) -> Ring:
        """The frame. Qt puts it on the page, so it goes when a page goes: made anew."""
        if self._frame is None or not shiboken6.isValid(self._frame):
            self._style = self._style or FrameStyle()
            self._frame = Ring(self._theme, self._style)
        return self._frame

    @property
    def widget(self) -> QWidget | None:
        """The widget that has the ring."""
        return self.frame.widget()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        wanted = new if new is not None and self._belongs(new) else None
        self.frame.setWidget(wanted)  # type: ignore[arg-type]
        if wanted is not None:
            self.frame.raise_()

    def _on_mouse_pressed(self) -> None:
        # A button that the keyboard had reached needs no ring once it is clicked.
        self._on_focus_changed(None, QApplication.focusWidget())

    def _belongs(self, widget: QWidget) -> bool:
        if widget.property("ring") == "":
            return False
        if isinstance(widget, QAbstractButton):
            return self._watch.last_was_key
        return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not widget.isWindow()
