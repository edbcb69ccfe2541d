"""Dynamic properties that the style sheet reads."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def set_look(widget: QWidget, **looks: object) -> None:
    """Set properties the style sheet reads (`kind="primary"`) and dress the widget again."""
    for name, value in looks.items():
        widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
