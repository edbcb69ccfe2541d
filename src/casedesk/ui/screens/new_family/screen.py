"""A new family: entered once, looked up as it is typed, created when all is decided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.errors import KnownError
from casedesk.domain.records import Family
from casedesk.domain.views.new_family import LikelyPerson
from casedesk.domain.views.saved import Saved
from casedesk.services.drafts import DraftKey
from casedesk.services.settings import programmes
from casedesk.ui.desk import Desk
from casedesk.ui.forms.draft_keeper import DraftKeeper
from casedesk.ui.forms.draft_saved import DraftSaved
from casedesk.ui.screens.new_family.decisions import Decisions, Found
from casedesk.ui.screens.new_family.form import NewFamilyForm
from casedesk.ui.screens.new_family.found_panel import NOBODY, WAITING, FoundPanel
from casedesk.ui.screens.new_family.presenter import NewFamilyPresenter
from casedesk.ui.screens.new_family.side import FoundSide
from casedesk.ui.shell.hint_line import HintLine
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.label import Label

MARGIN = 24
FORM = "new family"
LOOKING = "Looking for the same people and families…"
NAME_FIRST = "Type the name of the family first."
READY = "You can create the family now."


class NewFamilyScreen(QWidget):
    """The form with its side; what is typed stays until it is created or cancelled."""

    title = "New family"
    handles = frozenset({"new_family"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self.crumbs: list[tuple[str, str, dict[str, Any]]] = [("Families", "families", {})]
        self._presenter = NewFamilyPresenter(desk, self)
        self._decisions = Decisions()
        self._wants_to_create = False
        self.form = NewFamilyForm(theme, programmes(), lambda: desk.session.today)
        self.found = FoundPanel(theme, self._decisions, self._called)
        self.side = FoundSide(theme, self.found, self._decisions, self)
        self.state = HintLine(theme, NAME_FIRST)
        self._draft_saved = DraftSaved(theme)
        self.cancel = Button(theme, "Cancel")
        self.make = Button(theme, "Create family", kind="primary", icon="plus")
        self._keeper = DraftKeeper(
            desk,
            self,
            DraftKey(FORM),
            read=self.form.kept,
            title="New family",
            page="new_family",
            args={},
        )
        self._draft_saved.watch(self._keeper)
        self._lay_out()
        self.setFocusProxy(self.form)
        self._start_anew()
        self._connect()

    def show_for(self, name: str = "", **_: Any) -> None:
        """Go on with what is typed, or offer what was typed before a lock or a crash.

        `name` is a family name to begin with.
        """
        if self.form.is_blank:
            self._keeper.offer(self._put_back)
            if name:
                self.form.family.name.setText(name)
                self._look_again()
        self._focus_name()

    def regions(self) -> list[QWidget]:
        """The stops of F6."""
        return [self.form, self.found] if self.side.is_beside else [self.form]

    def on_action(self, action: str) -> None:
        """A shortcut of the table of shortcuts."""
        if action == "new_family":
            self._focus_name()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.form, 1)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 4, 0, 4)
        beside.addWidget(self.side.card)
        middle.addLayout(beside)
        bar = QFrame()
        bar.setProperty("card", "true")
        foot = QHBoxLayout(bar)
        foot.setContentsMargins(16, 10, 12, 10)
        foot.setSpacing(12)
        foot.addWidget(self.state, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.side.opener, self.cancel, self.make):
            foot.addWidget(button)
        heading, held = QHBoxLayout(), QHBoxLayout()
        heading.addWidget(Label("New family", "display"))
        heading.addStretch(1)
        heading.addWidget(self._draft_saved)
        held.addWidget(bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, 12)
        column.setSpacing(8)
        column.addLayout(heading)
        column.addLayout(middle, 1)
        column.addLayout(held)

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.form.edited.connect(self._keeper.note_edit)
        self._presenter.looked.connect(self._on_looked)
        self._presenter.look_failed.connect(self._refuse)
        self.found.same.connect(self._on_same)
        self.found.decided.connect(self._on_decided)
        self.found.open_asked.connect(lambda ref: self._desk.navigate("family", family=ref))
        self.cancel.clicked.connect(self._on_cancel)
        self.make.clicked.connect(self._on_create)

    def _start_anew(self) -> None:
        self._wants_to_create = False
        session = self._desk.session
        self.form.start_anew(session.programme, session.worker)
        self._look_again()

    def _focus_name(self) -> None:
        self.form.family.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _called(self, number: int) -> str:
        row = self.form.row_of(number)
        return row.called if row is not None else "this person"

    def _on_edited(self) -> None:
        self._wants_to_create = False
        self._look_again()

    def _look_again(self) -> None:
        if self.form.is_blank:
            self._presenter.forget()
            self._decisions.forget()
            self.found.say(WAITING)
            self.found.show_found()
        else:
            self._presenter.take(*self.form.entry())
        self._show_state()

    def _on_looked(self) -> None:
        looked = self._presenter.looked_up
        if looked is None:
            return
        self._decisions.take(looked, self._presenter.rows)
        self.found.say(NOBODY if looked.nothing_found else "")
        self.found.show_found()
        self._show_state()
        if self._wants_to_create:
            self._create_looked_up()

    def _on_same(self, found: Found) -> None:
        row = self.form.row_of(found.row)
        if row is not None and isinstance(found.what, LikelyPerson):
            self.side.close()
            row.link(found.what)
            row.controls["role"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_decided(self) -> None:
        self._show_state()
        if not self._decisions.open:
            self.side.close()
            self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_create(self) -> None:
        try:
            self.form.check()
        except KnownError as error:
            self._refuse(error)
            return
        self._wants_to_create = True
        self._presenter.take(*self.form.entry())
        self._show_state()
        self._presenter.look_now()

    def _create_looked_up(self) -> None:
        self._wants_to_create = False
        if self._decisions.open:
            self.side.slide_in()
            return
        self.form.accept()
        self.make.setEnabled(False)
        self.state.say("Creating the family…")
        self._presenter.create(self._keeper.finishing, self._on_created, self._refuse)

    def _on_created(self, saved: Saved[Family]) -> None:
        self.make.setEnabled(True)
        self._start_anew()
        self._desk.navigate("family", family=saved.family_ref)

    def _refuse(self, error: KnownError) -> None:
        self._wants_to_create = False
        self.make.setEnabled(True)
        self.form.refuse(error)
        self._show_state()

    def _show_state(self) -> None:
        """What is still to be done before it can be created, in a sentence."""
        still = len(self._decisions.open)
        if self._presenter.is_looking:
            self.state.say(LOOKING)
        elif still:
            self.state.say(f"{still} to decide: say for each whether it is the same.", "warn")
        elif not self.form.family.name.text().strip():
            self.state.say(NAME_FIRST)
        else:
            self.state.say(READY if self._decisions.found else f"{NOBODY} {READY}", "good")
        self.side.show_count()

    def _on_cancel(self) -> None:
        self._keeper.discard()
        self._start_anew()
        self._desk.navigate("families")

    def _put_back(self, kept: Mapping[str, Any]) -> None:
        self.form.put_back(kept)
        self._focus_name()

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint."""
        return QSize(600, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent: narrow, those found come in a drawer."""
        super().resizeEvent(event)
        self.side.fit(self.width())
