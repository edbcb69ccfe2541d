"""Role and value for screen readers of widgets that we paint ourselves.

Qt knows a plain painted widget only by its name. A widget that is `Spoken` also has a role
and a value ("May 2026: met"), and says when the value is another.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleValueChangeEvent
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class Spoken:
    """Mixed into a `QWidget`, before it: what the widget is, and what it says."""

    spoken_role = QAccessible.Role.Indicator

    def spoken_value(self) -> str:
        """The value in words."""
        return ""

    def say_value(self) -> None:
        """Tell screen readers that the value is another."""
        if isinstance(self, QWidget):
            change = QAccessibleValueChangeEvent(self, self.spoken_value())
            QAccessible.updateAccessibility(change)


class _SpokenInterface(QAccessibleWidget):
    def __init__(self, widget: QWidget, spoken: Spoken) -> None:
        super().__init__(widget, spoken.spoken_role)
        self._spoken = spoken

    def text(self, part: QAccessible.Text) -> str:
        if part == QAccessible.Text.Value:
            return self._spoken.spoken_value()
        return super().text(part)


def _interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, QWidget) and isinstance(thing, Spoken):
        return _SpokenInterface(thing, thing)
    return None


QAccessible.installFactory(_interface)
