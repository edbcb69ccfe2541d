"""Painted steps that are read one by one: the arrows and a click move over them, and say each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.painted_value import PaintedValue


class PaintedSteps(PaintedValue):
    """`cursor_at` is the step that is read; Left and Right move it, Home and End too.

    What is made of it says how many steps there are, what each is in words and where it is.
    """

    said_of_none = "Nothing yet"

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """`name` is what it is called aloud."""
        super().__init__(theme, name, parent)
        self.cursor_at = 0

    def step_count(self) -> int:
        """How many steps there are."""
        return 0

    def said_of(self, index: int) -> str:
        """A step in words; `index` is one that there is."""
        return ""

    def step_at(self, point: QPoint) -> int | None:
        """The step that is painted there, or None."""
        return None

    def read_last(self) -> None:
        """Other steps are shown: the cursor goes to the last of them."""
        self.cursor_at = max(0, self.step_count() - 1)
        self.measure_again()
        self.say_value()

    def spoken_value(self) -> str:
        """The step under the cursor."""
        return self.said_of(self.cursor_at) if self.step_count() else self.said_of_none

    def _read(self, index: int) -> None:
        self.cursor_at = max(0, min(self.step_count() - 1, index))
        self.update()
        self.say_value()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        targets = {
            Qt.Key.Key_Left: self.cursor_at - 1,
            Qt.Key.Key_Right: self.cursor_at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.step_count() - 1,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None or not self.step_count():
            super().keyPressEvent(event)
            return
        self._read(target)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override QWidget::mousePressEvent."""
        index = self.step_at(event.position().toPoint())
        if index is not None:
            self._read(index)

    def event(self, event: QEvent) -> bool:
        """Override QWidget::event: the step under the pointer as a tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.step_at(event.pos())
            QToolTip.showText(event.globalPos(), "" if index is None else self.said_of(index), self)
            return True
        return super().event(event)
