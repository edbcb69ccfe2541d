"""What is behind one cell of the matrix, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.dates import long_date
from casedesk.domain.views.consents_page import ConsentDetail, ConsentLine
from casedesk.ui.screens.family.consent.facts_grid import FactsGrid
from casedesk.ui.screens.family.consent.history_row import HistoryRow, nothing_yet
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Hairline
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.scroll_area import ScrollArea
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import CONSENT_STATES, StateLook

_EVALUATION = ("informed", "objected", "not_told")
_OFFICIAL = (
    "The study uses data under official authority: nobody is asked for consent. People are told, "
    "and may object."
)


class CellPanel(QWidget):
    """Made anew for every detail.

    Signals, each with the detail, and for a single consent with its line: record_asked,
    renew_asked, informed_asked, objection_asked, end_objection_asked; withdraw_asked(line),
    error_asked(line).
    """

    record_asked = Signal(object)
    renew_asked = Signal(object)
    informed_asked = Signal(object)
    objection_asked = Signal(object)
    end_objection_asked = Signal(object)
    withdraw_asked = Signal(object)
    error_asked = Signal(object)

    def __init__(
        self, theme: Theme, detail: ConsentDetail, short: str, parent: QWidget | None = None
    ) -> None:
        """`short` is the recipient as its column is headed."""
        super().__init__(parent)
        self._theme = theme
        self.detail = detail
        self.buttons: list[Button] = []
        self._is_study = detail.cell.state in _EVALUATION
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 10, 4)
        self._column.setSpacing(8)
        self.title = f"{detail.person} to {short}"
        self.heading = FlowingText(theme, self.title, "title")
        self._column.addWidget(self.heading)
        self._add_state()
        self._add_facts()
        self._add_history()
        self._column.addStretch(1)
        area = ScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(inside)
        inside.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(area, 1)
        outer.addWidget(Hairline())
        self._actions = QVBoxLayout()
        self._actions.setSpacing(8)
        outer.addLayout(self._actions)
        self._add_actions()
        self.setAccessibleName(self.title)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint: the text scrolls, the buttons stay."""
        return QSize(220, 160)

    def _add_state(self) -> None:
        detail = self.detail
        row = QHBoxLayout()
        row.setSpacing(8)
        cell = detail.cell
        given = cell.state in ("given", "some_given")
        look = CONSENT_STATES["expires_soon" if given and cell.expires_soon else cell.state]
        word = look.word if cell.expires_soon else cell.words
        row.addWidget(StateBadge(self._theme, StateLook(look.glyph, word, look.tone)))
        if detail.ends_words and given:
            row.addWidget(
                Label(detail.ends_words, "small", look.tone if cell.expires_soon else "ink2")
            )
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addWidget(Hairline())

    def _add_facts(self) -> None:
        detail, theme = self.detail, self._theme
        if self._is_study:
            self._column.addWidget(FlowingText(theme, _OFFICIAL, "small", "ink2"))
            if detail.objection:
                self._column.addWidget(FlowingText(theme, detail.objection))
        line = detail.current
        if line is not None and not self._is_study:
            self._column.addWidget(FactsGrid(theme, _facts(line, detail)))
        elif line is not None:
            record = line.record
            told = (
                ("Notice", record.notice_version or "", "ink"),
                ("Told by", record.explained_by or "", "ink"),
                ("Date", long_date(record.decided_on), "ink"),
            )
            self._column.addWidget(FactsGrid(theme, told))
        if not self._is_study and 0 < detail.cell.given < detail.cell.total:
            self._head("By kind of information")
            by_words: dict[str, list[str]] = {}
            for one in detail.categories:
                by_words.setdefault(one.words, []).append(one.title)
            grid = [(words, ", ".join(titles), "ink") for words, titles in by_words.items()]
            self._column.addWidget(FactsGrid(theme, grid))
        for decision in detail.decisions:
            self._head("Sharing decision in force")
            words = f"{decision.decision.capitalize()}: {decision.reason}"
            self._column.addWidget(FlowingText(theme, words))

    def _add_history(self) -> None:
        self.rows: list[HistoryRow] = []
        if self.detail.objection and not self.detail.history:
            return
        self._head("History")
        for line in self.detail.history:
            row = HistoryRow(self._theme, line, told=self._is_study and line.state == "given")
            row.withdraw_asked.connect(self.withdraw_asked)
            row.error_asked.connect(self.error_asked)
            self._column.addWidget(row)
            self.rows.append(row)
        if not self.rows:
            self._column.addWidget(nothing_yet(self._theme))

    def _add_actions(self) -> None:
        detail = self.detail
        if self._is_study:
            if detail.cell.state == "not_told":
                self._action("Record that they were told", "check", "primary", self.informed_asked)
            if detail.objection_id is not None:
                self._action(
                    "End the objection", "refresh-cw", "secondary", self.end_objection_asked
                )
            elif detail.cell.state != "objected":
                self._action("Record an objection", "ban", "secondary", self.objection_asked)
            return
        line = detail.current
        if line is None or line.record.decision != "given":
            self._action("Record consent", "plus", "primary", self.record_asked)
        else:
            self._action("Renew consent", "refresh-cw", "primary", self.renew_asked)
        standing = next((one for one in detail.history if one.can_withdraw), None)
        if standing is not None:
            button = self._action("Withdraw", "circle-arrow-left", "danger", None)
            button.clicked.connect(lambda: self.withdraw_asked.emit(standing))

    def _action(self, words: str, icon: str, kind: str, asked: object) -> Button:
        button = Button(self._theme, words, icon=icon, kind=kind)
        button.setAccessibleDescription(self.title)
        if asked is not None:
            button.clicked.connect(lambda: asked.emit(self.detail))  # type: ignore[attr-defined]
        self._actions.addWidget(button)
        self.buttons.append(button)
        return button

    def _head(self, words: str) -> None:
        last = self._column.itemAt(self._column.count() - 1)
        if last is None or not isinstance(last.widget(), Hairline):
            self._column.addWidget(Hairline())
        self._column.addWidget(Label(words, "sub"))


def _facts(line: ConsentLine, detail: ConsentDetail) -> list[tuple[str, str, str]]:
    record = line.record
    covers_all = len(line.categories) == len(detail.categories)
    soon = detail.cell.expires_soon and record.expires_on is not None
    ends = long_date(record.expires_on) if record.expires_on is not None else ""
    if not ends and record.decision == "given":
        ends = "No end"
    return [
        ("Information", "All kinds" if covers_all else ", ".join(line.categories), "ink"),
        ("Goes to", ", ".join(line.recipients), "ink"),
        ("Purpose", "; ".join(line.purposes), "ink"),
        ("Said by", line.given_by, "ink"),
        ("How", line.how, "ink"),
        ("Explained by", record.explained_by or "", "ink"),
        ("Notice", record.notice_version or "", "ink"),
        ("Competence", record.competence or "", "ink"),
        ("Date", long_date(record.decided_on), "ink"),
        ("Ends", ends, "warn" if soon else "ink"),
    ]
