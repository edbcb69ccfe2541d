"""Beside the visit: how to reach whom, open actions to tick, the last visit, consents."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.views.visit import ConsentAtHand, LastVisit, VisitPage
from casedesk.ui.screens.visit.safe_notice import SafeNotice
from casedesk.ui.screens.visit.tick_row import TickRow
from casedesk.ui.shell.page_area import PageArea
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Hairline
from casedesk.ui.widgets.count_badge import CountBadge
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label, Paragraph
from casedesk.ui.widgets.states import CONSENT_STATES

WIDE = 388
_MARGIN = 20
_EXCERPT = 84
_LOOKS = {
    "given": ("circle-check", "goodTx", "ink"),
    "expires_soon": ("hourglass", "warnTx", "warn"),
    "expired": ("circle-x", "badTx", "bad"),
    "refused": ("ban", "badTx", "ink"),
    "withdrawn": ("circle-arrow-left", "needTx", "ink"),
    "not_asked": ("circle-dashed", "ink2", "ink"),
}
"""Glyph, its colour and that of the words."""


class Side(PageArea):
    """Signals:

    changed(): an action was ticked or unticked.
    note_asked(contact id): the last visit's note is to be opened.
    consent_asked(row): a consent is to be renewed or asked for.
    """

    changed = Signal()
    note_asked = Signal(str)
    consent_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        page: VisitPage,
        clock: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        """`clock` gives the time of day as words, for what is ticked."""
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        super().__init__(inside, parent)
        self._theme, self._clock = theme, clock
        self.rows: dict[str, TickRow] = {}
        self.offers: list[Button] = []
        self.open_note: Button | None = None
        self._column.setContentsMargins(_MARGIN, 12, 24, 12)
        self._column.setSpacing(6)
        self.setAccessibleName("Actions, last visit and consents")
        self._add_safe(page)
        self._add_actions(page)
        if page.last is not None:
            self._add_line()
            self._add_last(page.last)
        if page.consents:
            self._add_line()
            self._add_consents(page)
        self._column.addStretch(1)

    @property
    def ticked(self) -> dict[str, str]:
        """When each ticked action was ticked, by its id."""
        return {key: row.done_at for key, row in self.rows.items() if row.done_at}

    def set_ticked(self, ticked: Mapping[str, str]) -> None:
        """As a draft has it."""
        for key, row in self.rows.items():
            row.set_done(str(ticked.get(key) or ""))
        self._count_open()

    def _add_safe(self, page: VisitPage) -> None:
        for name, instruction in page.safe:
            self._column.addWidget(SafeNotice(self._theme, name, instruction))
        if page.safe:
            self._column.addSpacing(6)

    def _add_actions(self, page: VisitPage) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label("Open actions", "heading"))
        self._count = CountBadge(self._theme, len(page.actions))
        head.addWidget(self._count)
        head.addStretch(1)
        self._column.addLayout(head)
        if not page.actions:
            self._column.addWidget(Label("Nothing is open", "body", "ink2"))
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for place, action in enumerate(page.actions):
            row = TickRow(self._theme, action)
            row.clicked.connect(lambda on, row=row: self._on_ticked(row, on=on))
            if place:
                rows.addWidget(Hairline())
            rows.addWidget(row)
            self.rows[action.id] = row
        self._column.addLayout(rows)

    def _add_last(self, last: LastVisit) -> None:
        head = QHBoxLayout()
        head.addWidget(Label("Last visit", "heading"))
        head.addStretch(1)
        self.open_note = Button(self._theme, "Open note", kind="link", tall=32)
        self.open_note.clicked.connect(lambda: self.note_asked.emit(last.contact_id))
        head.addWidget(self.open_note)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(Paragraph(self._theme, last.about, "small", "ink2"))
        words.addWidget(Paragraph(self._theme, _excerpt(last.text), "body", "ink2"))
        self._column.addLayout(words)

    def _add_consents(self, page: VisitPage) -> None:
        self._column.addWidget(Label("Consents", "heading"))
        for one in page.consents:
            self._column.addLayout(self._consent_row(one))

    def _consent_row(self, one: ConsentAtHand) -> QHBoxLayout:
        icon, tint, ink = _LOOKS[one.state]
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel(self._theme, icon, 18, tint), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        strong = ink in ("warn", "bad")
        said = Paragraph(self._theme, one.words, "med" if strong else "body", ink)
        said.setAccessibleName(_spoken(one))
        words.addWidget(said)
        if one.whose:
            words.addWidget(Label(f"{one.whose}’s consent", "cap", "ink2"))
        row.addLayout(words, 1)
        if one.offer:
            button = Button(self._theme, one.offer, tall=40)
            button.setAccessibleName(f"{one.offer}: {_spoken(one)}")
            button.clicked.connect(lambda: self.consent_asked.emit(one))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            self.offers.append(button)
        return row

    def _add_line(self) -> None:
        self._column.addSpacing(2)
        self._column.addWidget(Hairline())
        self._column.addSpacing(2)

    def _on_ticked(self, row: TickRow, *, on: bool) -> None:
        row.set_done(self._clock() if on else "")
        self._count_open()
        self.changed.emit()

    def _count_open(self) -> None:
        self._count.set_count(sum(not row.done_at for row in self.rows.values()))


def _spoken(one: ConsentAtHand) -> str:
    state = CONSENT_STATES.get(one.state)
    words = state.word if state is not None else ""
    whose = f", {one.whose}’s consent" if one.whose else ""
    said = f"{one.words}{whose}"
    return said if not words or words.casefold() in said.casefold() else f"{words}: {said}"


def _excerpt(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= _EXCERPT:
        return words
    return f"{words[:_EXCERPT].rsplit(' ', 1)[0]} …"
