"""Dynamic properties that the style sheet reads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_look(widget: QWidget, **looks: object) -> None:
    """Set properties the style sheet reads (`kind="primary"`) and dress the widget again.

    A widget that was never dressed is not dressed now: it will be before it is first shown.
    """
    for name, value in looks.items():
        widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
