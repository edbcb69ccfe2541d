"""Visit mode: the whole window for one visit, until it is finished or put aside."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QSpinBox, QStackedWidget, QVBoxLayout, QWidget

from casedesk.domain.errors import KnownError
from casedesk.domain.field_problems import InvalidFields
from casedesk.domain.records import Contact
from casedesk.domain.views.drafts import DraftKey
from casedesk.domain.views.saved import Saved
from casedesk.domain.views.visit import ConsentAtHand, VisitPage
from casedesk.services.notes import LONGEST_MINUTES
from casedesk.ui.desk import Desk
from casedesk.ui.dialogs import Message, Question
from casedesk.ui.forms.draft_keeper import DraftKeeper
from casedesk.ui.screens.visit.blank import BlankPage
from casedesk.ui.screens.visit.composer import VisitComposer
from casedesk.ui.screens.visit.presenter import VisitPresenter
from casedesk.ui.undo_stack import Offer
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.empty_state import EmptyState
from casedesk.ui.widgets.loading import LoadingRows

KEEP = Question(
    "Keep the draft?",
    "Your words are saved on this laptop. They are offered when you start a visit to this "
    "family again.",
    "Keep draft and leave",
    "Go on with the visit",
)


class VisitScreen(QWidget):
    """`show_for(family=ref, planned=id)` begins a visit, or goes on with the one under way."""

    fills_window = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = "Visit"
        self.presenter = VisitPresenter(desk, self)
        self.composer: VisitComposer | None = None
        self.keeper: DraftKeeper | None = None
        self._is_saving = False
        self._before: QWidget | None = None
        self._written_in: QWidget | None = None
        self.blank = BlankPage(desk.theme)
        self.blank.back_asked.connect(self._toggle_blank)
        self._loading = LoadingRows(desk.theme, "Reading the family…")
        self._again = Button(desk.theme, "Try again")
        self._back = Button(desk.theme, "Go back to the family")
        self._failed = EmptyState(
            desk.theme,
            "circle-alert",
            "We could not open the family",
            "",
            [self._again, self._back],
        )
        self.stack = QStackedWidget()
        for page in (self._loading, self._failed, self.blank):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.presenter.begun.connect(self._on_begun)
        self.presenter.failed.connect(self._on_failed)
        self._again.clicked.connect(self._begin_again)
        self._back.clicked.connect(self._go_back)

    @property
    def handles(self) -> frozenset[str]:
        """Shortcuts that this page answers now."""
        if self.is_blank:
            return frozenset({"blank_page"})
        return frozenset({"blank_page", "finish_visit", "save_now"})

    @property
    def is_blank(self) -> bool:
        """Whether nothing is shown."""
        return self.stack.currentWidget() is self.blank

    def show_for(self, family: str, planned: str | None = None, **_: Any) -> None:
        """Begin a visit to a family; one that is under way there goes on."""
        composer = self.composer
        if composer is not None and self.presenter.ref == family and composer.goes_on_as(planned):
            if self.is_blank:
                self._toggle_blank()
            return
        self._put_aside()
        self.stack.setCurrentWidget(self._loading)
        self.presenter.begin(family, planned or "")

    def whereabouts(self) -> dict[str, Any]:
        """The way back here after the lock."""
        return {"family": self.presenter.ref, "planned": self.presenter.planned}

    def regions(self) -> list[QWidget]:
        """The stops of F6."""
        if self.composer is None or self.is_blank:
            return [self.stack]
        return self.composer.regions()

    def on_action(self, action: str) -> None:
        """A shortcut of the table of shortcuts."""
        if action == "blank_page":
            self._toggle_blank()
        elif action == "finish_visit":
            self.finish()
        elif action == "save_now" and self.keeper is not None:
            self.keeper.write_now()

    def finish(self) -> None:
        """Save the visit, if nothing is missing."""
        composer, keeper = self.composer, self.keeper
        if composer is None or keeper is None or self._is_saving:
            return
        try:
            entry = composer.entry()
        except InvalidFields as error:
            composer.refuse(error)
            return
        self._set_saving(True)
        composer.trouble.hide()
        self.presenter.finish(entry, keeper, self._on_saved, self._on_refused)

    def leave(self) -> None:
        """Back to the family; with something written only after asking about the draft."""
        if self.composer is None or self.composer.kept() is None:
            self._put_aside()
            self._go_back()
        elif not self._is_saving:
            self._desk.dialogs.confirm(KEEP, self._on_leave)

    def _on_begun(self, page: VisitPage) -> None:
        self._put_aside()
        composer = VisitComposer(self._desk, page)
        keeper = DraftKeeper(
            self._desk,
            composer.body,
            DraftKey("visit", page.ref),
            read=composer.kept,
            title=f"Visit: {page.family}",
            page="visit",
            args={"family": page.ref, "planned": self.presenter.planned},
        )
        self.composer, self.keeper = composer, keeper
        self.title = page.title
        composer.head.saved.watch(keeper)
        composer.changed.connect(keeper.note_edit)
        head = composer.head
        head.back_asked.connect(self.leave)
        head.finish_asked.connect(self.finish)
        head.blank_asked.connect(self._toggle_blank)
        head.reason_asked.connect(self._tell_reason)
        head.length_asked.connect(self._ask_length)
        composer.trouble.again_asked.connect(self.finish)
        composer.trouble.copy_asked.connect(self._copy)
        composer.side.note_asked.connect(self._open_note)
        composer.side.consent_asked.connect(self._open_consent)
        self.stack.addWidget(composer)
        self.stack.setCurrentWidget(composer)
        composer.body.setFocus(Qt.FocusReason.OtherFocusReason)
        keeper.offer(composer.take_up)
        self._desk.retitled.emit()

    def _on_failed(self, sentence: str) -> None:
        self._failed.set_words("circle-alert", "We could not open the family", sentence)
        self.stack.setCurrentWidget(self._failed)

    def _begin_again(self) -> None:
        self.stack.setCurrentWidget(self._loading)
        self.presenter.begin(self.presenter.ref, self.presenter.planned)

    def _set_saving(self, saving: bool) -> None:
        self._is_saving = saving
        composer = self.composer
        if composer is None:
            return
        if saving:
            self._written_in = self.window().focusWidget()
        # What was typed now would be in nothing that is saved.
        composer.body.setEnabled(not saving)
        composer.head.finish.setEnabled(not saving)
        if not saving and self._written_in is not None and not self.is_blank:
            self._written_in.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_saved(self, saved: Saved[Contact]) -> None:
        self._is_saving, self._written_in = False, None
        self._put_aside()
        self._desk.navigate(
            "family", family=saved.family_ref, tab="visits", contact=saved.record.id
        )

    def _on_refused(self, error: KnownError) -> None:
        self._set_saving(False)
        composer = self.composer
        if composer is None:
            return
        if isinstance(error, InvalidFields):
            composer.refuse(error)
            return
        composer.trouble.say(error.sentence)
        composer.head.saved.say_not_kept(self._desk.session.clock.now())

    def _on_leave(self, leaves: bool) -> None:
        if leaves:
            if self.composer is not None and self.keeper is not None:
                # Who goes away is not there any more; a lock in the middle of it is no leaving.
                self.composer.clock.pause()
                self.keeper.note_edit()
            self._put_aside()
            self._go_back()

    def _put_aside(self) -> None:
        """The form goes; its words are on disk, or on their way there."""
        composer, keeper, self.composer, self.keeper = self.composer, self.keeper, None, None
        if composer is None:
            return
        if keeper is not None:
            keeper.write_now()
        self.stack.removeWidget(composer)
        composer.hide()
        composer.deleteLater()

    def _go_back(self) -> None:
        self._desk.navigate("family", family=self.presenter.ref)

    def _step_out(self, words: str) -> None:
        """To another page for a moment: the visit goes on, and a way back is offered."""
        if self.keeper is not None:
            self.keeper.write_now()
        back = partial(self._desk.navigate, "visit", **self.whereabouts())
        self._desk.toast(words, Offer("Go back", "", back))

    def _open_note(self, contact_id: str) -> None:
        self._step_out("Your visit is kept")
        ref = self.presenter.ref
        self._desk.navigate("family", family=ref, tab="visits", contact=contact_id)

    def _open_consent(self, one: ConsentAtHand) -> None:
        self._step_out("Your visit is kept")
        where = {"person": one.person_id, "recipient": one.recipient}
        self._desk.navigate("family", family=self.presenter.ref, tab="consent", **where)

    def _tell_reason(self) -> None:
        page = self.composer.page if self.composer is not None else None
        if page is not None and page.alert_reason:
            self._desk.dialogs.tell(Message(page.alert, page.alert_reason))

    def _ask_length(self) -> None:
        composer, keeper = self.composer, self.keeper
        if composer is None or keeper is None:
            return
        minutes = QSpinBox()
        minutes.setRange(1, LONGEST_MINUTES)
        minutes.setValue(composer.clock.minutes)
        minutes.setSuffix(" minutes")
        minutes.setAccessibleName("How long the visit took, in minutes")

        def take() -> bool:
            composer.clock.set_to(minutes.value())
            composer.head.show_timer()
            keeper.note_edit()
            return True

        title = "How long did the visit take?"
        self._desk.dialogs.form(title, minutes, "Set the time", "Keep it as it is", take)

    def _copy(self) -> None:
        if self.composer is not None:
            QGuiApplication.clipboard().setText(self.composer.whole_text())
            self._desk.toast("Note copied")

    def _toggle_blank(self) -> None:
        if self.is_blank:
            shown: QWidget = self.composer or self._loading
            self.stack.setCurrentWidget(shown)
            if self._before is not None and self.composer is not None:
                self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._before = None
        else:
            self._before = self.window().focusWidget()
            self.stack.setCurrentWidget(self.blank)
            self.blank.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent: Esc leaves, after asking; a blank page stays blank."""
        if event.key() == Qt.Key.Key_Escape and not self.is_blank:
            self.leave()
            return
        super().keyPressEvent(event)
