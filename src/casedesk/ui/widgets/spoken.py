"""Role and value for screen readers of widgets that we paint ourselves.

Qt knows a plain painted widget only by its name. A widget that is `Spoken` also has a role
and a value ("May 2026: met"), and says when the value is another.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleValueChangeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAccessibleWidget,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

_VALUE_IS_NOT_READ = sys.platform.startswith("linux")
"""AT-SPI knows a value only as a number, so there the words are the description as well."""
_ALERTS_ARE_NOT_HEARD = sys.platform.startswith("linux")
"""Qt passes an alert on to the readers of Windows only."""


def say_aloud(widget: QWidget, words: str) -> None:
    """Have a screen reader say words that appeared on `widget` without the focus going there."""
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
    if _ALERTS_ARE_NOT_HEARD and words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


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
            if _VALUE_IS_NOT_READ:
                told = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
                QAccessible.updateAccessibility(told)


class _SpokenInterface(QAccessibleWidget):
    def __init__(self, widget: QWidget, spoken: Spoken) -> None:
        super().__init__(widget, spoken.spoken_role)
        self._spoken = spoken

    def text(self, part: QAccessible.Text) -> str:
        """Override QAccessibleInterface::text."""
        try:
            return self._said(part)
        except (AttributeError, LookupError, RuntimeError):
            # A reader may ask while the widget is made or taken down; what is raised out of
            # here would end the process.
            return ""

    def _said(self, part: QAccessible.Text) -> str:
        if not isValid(self._spoken):
            return ""
        if part == QAccessible.Text.Value:
            return self._spoken.spoken_value()
        said = super().text(part)
        if part == QAccessible.Text.Description and not said and _VALUE_IS_NOT_READ:
            value = self._spoken.spoken_value()
            return "" if value == super().text(QAccessible.Text.Name) else value
        return said


class _ScrollAreaInterface(QAccessibleWidget):
    """A place that scrolls, with all its parts, also the bars that are hidden.

    Qt's own counts the bars that are seen, and takes the part asked for without looking whether
    there are as many: when a bar went since they were counted, that ends the process.
    """

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area, QAccessible.Role.Client)


_WITH_PARTS_OF_THEIR_OWN = (QAbstractItemView, QPlainTextEdit, QTextEdit)


def _interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, QWidget) and isinstance(thing, Spoken):
        return _SpokenInterface(thing, thing)
    if isinstance(thing, QAbstractScrollArea) and not isinstance(thing, _WITH_PARTS_OF_THEIR_OWN):
        return _ScrollAreaInterface(thing)
    return None


QAccessible.installFactory(_interface)
