"""Each child in the note: seen, seen alone, and what the child said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.label import Label

Said = tuple[tuple[str | None, str], ...]


class ChildRow(QWidget):
    """One child. Seen alone is seen as well.

    Signals: seen_changed(on).
    """

    seen_changed = Signal(bool)

    def __init__(self, theme: Theme, name: str, under: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seen = QCheckBox("Seen")
        self.seen.setAccessibleName(f"{name} was seen")
        self.alone = QCheckBox("Seen alone")
        self.alone.setAccessibleName(f"{name} was seen alone")
        self.said = QLineEdit()
        self.said.setPlaceholderText(f"What {name} said, in {name}'s own words")
        self.said.setAccessibleName(f"What {name} said")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(name, "med"))
        row.addWidget(Label(under, "small", "ink2"))
        row.addStretch(1)
        row.addWidget(self.seen)
        row.addSpacing(8)
        row.addWidget(self.alone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.said)
        self.seen.toggled.connect(self._on_seen)
        self.alone.toggled.connect(self._on_alone)

    def _on_seen(self, on: bool) -> None:
        if not on:
            self.alone.setChecked(False)
        self.seen_changed.emit(on)

    def _on_alone(self, on: bool) -> None:
        if on:
            self.seen.setChecked(True)


class ChildRows(QWidget):
    """`children` are (person id, name, age in words).

    Signals:
        seen(person id): a child was ticked as seen.
        changed(): anything was.
    """

    seen = Signal(str)
    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        children: Sequence[tuple[str, str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows: Mapping[str, ChildRow] = {
            key: ChildRow(theme, name, under) for key, name, under in children
        }
        self._unnamed: Said = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for key, row in self.rows.items():
            column.addWidget(row)
            row.seen_changed.connect(lambda on, one=key: self.seen.emit(one) if on else None)
            row.seen_changed.connect(self.changed)
            row.alone.toggled.connect(self.changed)
            row.said.textChanged.connect(self.changed)
        if self.rows:
            self.setFocusProxy(next(iter(self.rows.values())).seen)

    def seen_ids(self) -> tuple[str, ...]:
        """The children seen."""
        return tuple(key for key, row in self.rows.items() if row.seen.isChecked())

    def alone_ids(self) -> tuple[str, ...]:
        """The children seen alone."""
        return tuple(key for key, row in self.rows.items() if row.alone.isChecked())

    def said(self) -> Said:
        """What each child said, and the lines of nobody in the list, as they were."""
        typed = ((key, row.said.text().strip()) for key, row in self.rows.items())
        return (*((key, words) for key, words in typed if words), *self._unnamed)

    def set_value(self, seen: Sequence[str], alone: Sequence[str], said: Said) -> None:
        """Fill it in."""
        for key, row in self.rows.items():
            row.seen.setChecked(key in seen)
            row.alone.setChecked(key in alone)
            row.said.setText(" ".join(words for who, words in said if who == key))
        self._unnamed = tuple(one for one in said if one[0] not in self.rows)

    def kept(self) -> dict[str, list[object]]:
        """What a draft keeps: by person, whether seen, seen alone, and the words as typed."""
        return {
            key: [row.seen.isChecked(), row.alone.isChecked(), row.said.text()]
            for key, row in self.rows.items()
        }

    def put_back(self, kept: object) -> None:
        """What `kept` gave; who is not here any more is passed over."""
        if not isinstance(kept, dict):
            return
        for key, row in self.rows.items():
            values = kept.get(key)
            if isinstance(values, list) and len(values) == 3:
                row.seen.setChecked(values[0] is True)
                row.alone.setChecked(values[1] is True)
                row.said.setText(values[2] if isinstance(values[2], str) else "")
