"""The rows of the command palette: sections, what was found, what can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from casedesk.services.search import Found

ROW_ROLE = Qt.ItemDataRole.UserRole
MOST_A_SECTION = 4
PLAN = "plan_visit"
_NO_PARENT = QModelIndex()
_WHERE: Mapping[str, Mapping[str, str]] = {
    "goal": {"tab": "plan"},
    "action": {"tab": "plan"},
    "review": {"tab": "plan"},
    "document": {"tab": "documents"},
    "contact": {"tab": "visits"},
    "professional": {"tab": "people", "part": "around"},
    "safe contact": {"tab": "people", "part": "around"},
}
"""Where in a family a record that was found stands, by its kind; others: wherever it was left."""


@dataclass(frozen=True)
class PaletteRow:
    """One line: `run` is what Enter does; None makes it the name of a section."""

    words: str
    more: str = ""
    icon: str = ""
    keys: str = ""
    run: Callable[[], None] | None = None


def found_rows(
    hits: Sequence[Found], go: Callable[[str, dict[str, Any]], None]
) -> list[PaletteRow]:
    """The rows for what a search found, in sections: families, people, notes and records."""
    families: dict[str, PaletteRow] = {}
    people: list[PaletteRow] = []
    others: list[PaletteRow] = []
    for hit in hits:
        to_family = _opener(go, hit.family)
        if hit.kind == "family":
            families[hit.family] = PaletteRow(
                hit.family_name, hit.family, "users-round", run=to_family
            )
        elif hit.kind == "person":
            people.append(
                PaletteRow(
                    hit.title, f"in the {hit.family_name} family", "user-round", run=to_family
                )
            )
        else:
            where = f"{hit.family_name} {hit.family}"
            run = _opener(go, hit.family, _WHERE.get(hit.kind, {}))
            others.append(PaletteRow(hit.snippet or hit.title, where, "file-text", run=run))
    return [
        *_section("Families", families.values()),
        *_section("People", people),
        *_section("In the records", others),
    ]


def family_actions(
    hits: Sequence[Found], go: Callable[[str, dict[str, Any]], None]
) -> list[PaletteRow]:
    """What can be done with the family that was found first; nothing where none was."""
    hit = next((one for one in hits if one.kind == "family"), None)
    if hit is None:
        return []
    name, to = hit.family_name, {"family": hit.family}
    return [
        PaletteRow(f"Start a visit with {name}", "", "play", run=partial(go, "visit", to)),
        PaletteRow(f"Plan a visit to {name}", "", "calendar-plus", run=partial(go, PLAN, to)),
        PaletteRow(
            f"Make a progress report for {name}", "", "file-text", run=partial(go, "report", to)
        ),
    ]


def action_rows(actions: Iterable[PaletteRow], typed: str) -> list[PaletteRow]:
    """The actions whose words start with what was typed, every word of it."""
    wanted = typed.casefold().split()
    fitting = [one for one in actions if all(_has(one.words, word) for word in wanted)]
    return _section("Things you can do", fitting, most=8)


def _has(words: str, start: str) -> bool:
    return any(word.startswith(start) for word in words.casefold().split())


def _section(name: str, rows: Iterable[PaletteRow], most: int = MOST_A_SECTION) -> list[PaletteRow]:
    shown = list(rows)[:most]
    return [PaletteRow(name), *shown] if shown else []


def _opener(
    go: Callable[[str, dict[str, Any]], None], family: str, where: Mapping[str, str] | None = None
) -> Callable[[], None]:
    return lambda: go("family", {"family": family, **(where or {})})


class PaletteModel(QAbstractListModel):
    """The rows in order. Sections cannot be chosen."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._rows: list[PaletteRow] = []

    def set_rows(self, rows: Sequence[PaletteRow]) -> None:
        """Replaces every row."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, row: int) -> PaletteRow:
        """One row."""
        return self._rows[row]

    def next_choice(self, row: int, step: int) -> int:
        """The next row up or down that can be chosen; `row` itself at the ends, -1 for none."""
        place = row + step
        while 0 <= place < len(self._rows):
            if self._rows[place].run is not None:
                return place
            place += step
        return row

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        """Override QAbstractListModel::rowCount."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Override QAbstractItemModel::flags."""
        if not index.isValid() or self._rows[index.row()].run is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        """Override QAbstractItemModel::data."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.words, row.more, row.keys) if part)
        if role == ROW_ROLE:
            return row
        return None
