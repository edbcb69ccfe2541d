"""The head of a family's page: who it is, how it stands, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QVBoxLayout, QWidget

from casedesk.domain.views.family_page import FamilyHeader
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button, IconButton
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import CARE, CLOSED, CLOSING, OPEN, StateLook

ADD_NOTE = "Add note"
_STATUS = {"closing": CLOSING, "closed": CLOSED}


class FamilyHead(QWidget):
    """Name, reference, status, days open, keyworker; alert and restriction.

    Signals:
        note_asked(): add a note.
        visit_asked(): start a visit.
        report_asked(): make a report.
        details_asked(): change the family's details.
        reason_asked(): why the alert is there.
    """

    note_asked = Signal()
    visit_asked = Signal()
    report_asked = Signal()
    details_asked = Signal()
    reason_asked = Signal()

    def __init__(
        self, theme: Theme, *, with_visits: bool = True, parent: QWidget | None = None
    ) -> None:
        """`with_visits` says whether a visit can be started."""
        super().__init__(parent)
        self._theme = theme
        self._name = Label("", "title")
        self._ref = Label("", "body", "ink2")
        self._status = StateBadge(theme, OPEN)
        self._days = Label("", "body", "ink2")
        self._keyworker = Label("", "body", "ink2")
        self._alert = StateBadge(theme, CARE)
        self.note = Button(theme, ADD_NOTE, icon="notebook-pen")
        self.visit = Button(theme, "Start visit", kind="primary", icon="play")
        if not with_visits:
            self.visit.hide()
        self.more = IconButton(theme, "ellipsis", "More for this family")
        self.menu = QMenu(self)
        self.report = QAction("Make a report", self.menu)
        self.details = QAction("Edit details", self.menu)
        self.menu.addActions([self.report, self.details])
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        self._pairs: list[QHBoxLayout] = []
        self._clock = IconLabel(theme, "clock", 16)
        self._person = IconLabel(theme, "user-round", 16)
        for part in (
            self._name,
            self._ref,
            self._status,
            (self._clock, self._days),
            (self._person, self._keyworker),
            self._alert,
        ):
            if isinstance(part, tuple):
                pair = _beside(*part)
                self._pairs.append(pair)
                self._row.addLayout(pair)
            else:
                self._row.addWidget(part)
        self._row.addStretch(1)
        for button in (self.note, self.visit, self.more):
            self._row.addWidget(button)
        self._banner = Banner(theme, "warn", "", "")
        self._banner.hide()
        self._alert_banner = Banner(theme, "warn", "")
        self._alert_banner.hide()
        self._alert_banner.followed.connect(self.reason_asked)
        self._is_restricted, self._tells_restricted = False, True
        self._has_alert = False
        self._is_folded = False
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(24, 10, 24, 6)
        column.setSpacing(8)
        column.addLayout(self._row)
        column.addWidget(self._alert_banner)
        column.addWidget(self._banner)
        self.note.clicked.connect(self.note_asked)
        self.visit.clicked.connect(self.visit_asked)
        self.more.clicked.connect(self._open_menu)
        self.report.triggered.connect(self.report_asked)
        self.details.triggered.connect(self.details_asked)

    def show_header(self, header: FamilyHeader) -> None:
        """Show a family."""
        self._name.setText(header.title)
        self._ref.setText(header.ref)
        look = _STATUS.get(header.status or "", OPEN)
        self._status.set_look(StateLook(look.glyph, header.status_words, look.tone))
        self._status.setVisible(bool(header.status_words))
        self._days.setText(header.days_words)
        self._keyworker.setText(f"Keyworker {header.keyworker}" if header.keyworker else "")
        self._has_alert = header.alert is not None
        self.fold_alert(folded=self._is_folded)
        if header.alert is not None:
            alert = header.alert
            link = "See reason" if alert.reason else ""
            self._alert_banner.set_words("warn", alert.title, alert.text, link=link)
            self._alert.set_look(
                StateLook(CARE.glyph, alert.title, CARE.tone), f"Alert: {alert.title}. {alert.text}"
            )
            self._alert.setToolTip(alert.text)
        self._make_room()
        self._is_restricted = bool(header.restricted)
        self._show_restricted()
        if header.restricted:
            names = " and ".join(one.name for one in header.restricted)
            sentences = " ".join(one.sentence for one in header.restricted)
            self._banner.set_words("warn", f"{names}: restricted", sentences, icon="lock")

    def tell_restricted(self, *, told: bool) -> None:
        """Whether a restriction is told here; the consent tab tells it itself, and lifts it."""
        self._tells_restricted = told
        self._show_restricted()

    def _show_restricted(self) -> None:
        self._banner.setVisible(self._is_restricted and self._tells_restricted)

    def fold_alert(self, *, folded: bool) -> None:
        """The alert as a banner (on the overview), or folded to a badge by the name."""
        self._is_folded = folded
        self._alert.setVisible(self._has_alert and folded)
        self._alert_banner.setVisible(self._has_alert and not folded)
        self._make_room()

    def _open_menu(self) -> None:
        """Under its button, ending where it ends; `popup` returns at once."""
        low = self.more.mapToGlobal(QPoint(self.more.width(), self.more.height() + 4))
        self.menu.popup(QPoint(low.x() - self.menu.sizeHint().width(), low.y()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint: the row gives up parts before it asks for room."""
        return QSize(400, super().minimumSizeHint().height())

    def _make_room(self) -> None:
        """Narrow, the keyworker goes first, the days open next, then the words of a button."""
        parts = ((self._person, self._keyworker), (self._clock, self._days))
        for sign, words in parts:
            for part in (sign, words):
                part.setVisible(bool(words.text()))
        self._fold_note(folded=False)
        self._ref.setVisible(bool(self._ref.text()))
        for pair in parts:
            if self._fits:
                return
            for part in pair:
                part.hide()
        if not self._fits:
            self._fold_note(folded=True)
        if not self._fits:
            self._ref.hide()

    @property
    def _fits(self) -> bool:
        for layout in (*self._pairs, self._row):
            layout.invalidate()
        return self._row.minimumSize().width() + 48 <= self.width()

    def _fold_note(self, *, folded: bool) -> None:
        self.note.setText("" if folded else ADD_NOTE)
        self.note.setAccessibleName(ADD_NOTE)
        self.note.setToolTip(ADD_NOTE if folded else "")


def _beside(sign: QWidget, words: QWidget) -> QHBoxLayout:
    pair = QHBoxLayout()
    pair.setSpacing(6)
    pair.addWidget(sign)
    pair.addWidget(words)
    return pair
