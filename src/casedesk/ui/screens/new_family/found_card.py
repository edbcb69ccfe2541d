"""One person or family that may be the same: why, and the answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.dates import long_date
from casedesk.domain.views.new_family import LikelyFamily, LikelyPerson
from casedesk.ui.screens.new_family.decisions import Found
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label, Paragraph

MOST_FAMILIES = 2


class FoundCard(QFrame):
    """Signals: same(found): it is the same person; other(found): it is not; again(found):
    decide it anew; open_asked(ref): look at that family.
    """

    same = Signal(object)
    other = Signal(object)
    again = Signal(object)
    open_asked = Signal(str)

    def __init__(
        self, theme: Theme, found: Found, *, decided: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.found = found
        self._theme = theme
        self.setProperty("card", "sunken")
        self.answers: list[Button] = []
        what = found.what
        self.setAccessibleName(f"{what.name}: {what.why}")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        if decided:
            self._show_decided(column)
            return
        sign = QHBoxLayout()
        sign.setSpacing(8)
        icon = "user-round" if isinstance(what, LikelyPerson) else "users-round"
        sign.addWidget(IconLabel(theme, icon, 18))
        sign.addWidget(Label(what.name, "sub"), 1)
        column.addLayout(sign)
        column.addWidget(Paragraph(theme, _about(what), "small", "ink2"))
        why = QHBoxLayout()
        why.setSpacing(6)
        ink = "warn" if what.certain else "ink2"
        mark = "triangle-alert" if what.certain else "info"
        top = Qt.AlignmentFlag.AlignTop
        why.addWidget(IconLabel(theme, mark, 16, "warnTx" if what.certain else "ink2"), 0, top)
        why.addWidget(Paragraph(theme, _why(what), "smallb", ink), 1)
        column.addLayout(why)
        if isinstance(what, LikelyPerson):
            self._ask_person(column, what)
        else:
            self._ask_family(column, what)

    def _ask_person(self, column: QVBoxLayout, what: LikelyPerson) -> None:
        self._answer(column, "It is the same person: add them", self.same, what.name)
        self._answer(column, "It is somebody else", self.other, what.name)
        for ref in what.families[:MOST_FAMILIES]:
            words = "Open this family" if len(what.families) == 1 else f"Open {ref}"
            self._opener(column, words, ref)

    def _ask_family(self, column: QVBoxLayout, what: LikelyFamily) -> None:
        self._opener(column, "Open this family", what.ref, kind="secondary")
        self._answer(column, "It is another family", self.other, what.name)

    def _show_decided(self, column: QVBoxLayout) -> None:
        what = self.found.what
        said = "Somebody else" if isinstance(what, LikelyPerson) else "Another family"
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel(self._theme, "check", 16, "goodTx"))
        row.addWidget(Paragraph(self._theme, f"{said}: {what.name}", "small", "ink2"), 1)
        change = Button(self._theme, "Change", kind="link", tall=32)
        change.setAccessibleName(f"Decide about {what.name} again")
        change.clicked.connect(lambda: self.again.emit(self.found))
        row.addWidget(change)
        column.addLayout(row)

    def _answer(self, column: QVBoxLayout, words: str, signal: SignalInstance, name: str) -> None:
        button = Button(self._theme, words, tall=32)
        button.setAccessibleName(f"{name}: {words}")
        button.clicked.connect(lambda: signal.emit(self.found))
        self.answers.append(button)
        column.addWidget(button)

    def _opener(self, column: QVBoxLayout, words: str, ref: str, kind: str = "quiet") -> None:
        button = Button(self._theme, words, kind=kind, tall=32)
        button.setAccessibleName(f"{words}, {ref}")
        button.clicked.connect(lambda: self.open_asked.emit(ref))
        if kind != "quiet":
            self.answers.append(button)
        column.addWidget(button)


def _about(what: LikelyPerson | LikelyFamily) -> str:
    if isinstance(what, LikelyFamily):
        return " · ".join(part for part in (what.ref, (what.status or "").capitalize()) if part)
    born = f"Born {long_date(what.born)}" if what.born is not None else "Date of birth not known"
    where = f" · in {' and '.join(what.families)}" if what.families else " · in no family"
    return f"{born}{where}"


def _why(what: LikelyPerson | LikelyFamily) -> str:
    return f"{what.why[:1].upper()}{what.why[1:]}"
