"""Boxes to choose from, whose first answer is that nobody has said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit

NOT_SAID = "Not said"
_MOST = 120


def choice_box(
    choices: Iterable[tuple[str, Any]], value: Any, *, or_none: bool = True
) -> QComboBox:
    """A box of (words, value); `or_none` puts "Not said" (None) first."""
    box = QComboBox()
    # Long words are cut in the box and whole in its list: a form is no wider for them.
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    if or_none:
        box.addItem(NOT_SAID, None)
    for words, one in choices:
        box.addItem(words, one)
    values = [box.itemData(place) for place in range(box.count())]
    if value is not None and value not in values:
        box.addItem(str(value), value)
        values.append(value)
    box.setCurrentIndex(values.index(value) if value in values else 0)
    return box


def yes_no_box(value: bool | None) -> QComboBox:
    """Yes, No or not said."""
    return choice_box((("Yes", True), ("No", False)), value)


def words_box(values: Iterable[str], value: str | None) -> QComboBox:
    """Codes that are words already: "not known" reads "Not known"."""
    return choice_box(((one.capitalize(), one) for one in values), value)


def text_line(value: str | None = None) -> QLineEdit:
    """A line to type in."""
    line = QLineEdit(value or "")
    line.setMaxLength(_MOST)
    return line


def typed(line: QLineEdit) -> str | None:
    """What is typed; None for nothing."""
    return line.text().strip() or None
