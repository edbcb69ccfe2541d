"""The fields of a form: what is wrong with them is said beside them, and no word is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from casedesk.domain.errors import KnownError
from casedesk.domain.field_problems import FieldProblem, InvalidFields
from casedesk.ui.desk import Desk
from casedesk.ui.forms.draft_keeper import DraftKeeper
from casedesk.ui.forms.draft_saved import DraftSaved
from casedesk.ui.forms.form_place import FormPlace
from casedesk.ui.forms.form_values import KEPT, on_change, put_value, value_of
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.date_field import DateField
from casedesk.ui.widgets.field import Field


class FormFields(QWidget):
    """Put parts into `body` and fields into `fields` (by the name a refusal gives them).

    A draft keeps the controls of `add_field` and those of `keep`, as far as they differ from
    what stood in them when the form opened. `inside` is what holds the fields.
    """

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.fields: dict[str, Field] = {}
        self.keeper: DraftKeeper | None = None
        self.saved_sign = DraftSaved(theme)
        self.trouble = Banner(theme, "bad", "Not saved yet")
        self.trouble.hide()
        self.inside = QWidget()
        self.body = QVBoxLayout(self.inside)
        self.body.setSpacing(16)
        self.body.addWidget(self.trouble)
        self._kept: dict[str, QWidget] = {}
        self._at_first: dict[str, Any] = {}
        self._had_focus: QWidget | None = None

    def add_field(self, name: str, label: str, control: QWidget, hint: str = "") -> Field:
        """A field at the end of the form."""
        field = Field(self.theme, label, control, hint=hint)
        self.fields[name] = field
        self.body.addWidget(field)
        if isinstance(control, KEPT):
            self.keep(name, control)
        return field

    def keep(self, name: str, control: QWidget) -> None:
        """The draft keeps this control too; they are put back in the order they were named."""
        self._kept[name] = control
        on_change(control, self._on_edited)

    def text_box(self, lines: int = 4) -> QPlainTextEdit:
        """A box for some sentences; Tab leaves it."""
        box = QPlainTextEdit()
        box.setTabChangesFocus(True)
        box.setFixedHeight(self.theme.px(20) * lines + 16)
        return box

    def keep_drafts(self, desk: Desk, place: FormPlace) -> None:
        """From now on every edit is kept; an older draft of this very form is offered.

        Call it once the form is filled in as it opens.
        """
        self._at_first = self.values_kept()
        keeper = DraftKeeper(
            desk,
            self,
            place.key,
            read=self.draft_contents,
            title=place.title,
            page=place.page,
            args=place.args,
        )
        self.keeper = keeper
        self.body.insertWidget(0, keeper.banner)
        self.saved_sign.watch(keeper)
        self.edited.connect(keeper.note_edit)
        keeper.offer(self.restore_draft)

    def values_kept(self) -> dict[str, Any]:
        """Everything a draft may keep, by name; a form with other parts adds them."""
        return {name: value_of(control) for name, control in self._kept.items()}

    def put_values(self, values: Mapping[str, Any]) -> None:
        """Put back what `values_kept` gave."""
        for name, control in self._kept.items():
            if name in values:
                put_value(control, values[name])

    def draft_contents(self) -> dict[str, Any] | None:
        """What was filled in since the form opened; None when nothing was.

        Dates are in it whether or not they were changed: a day that was today when it was
        typed is another one tomorrow.
        """
        now, first = self.values_kept(), self._at_first
        changed = {name: value for name, value in now.items() if value != first.get(name)}
        if not changed:
            return None
        return changed | {name: now[name] for name in now if self._is_default_day(name, now[name])}

    def restore_draft(self, contents: Mapping[str, Any]) -> None:
        """The form as it opened, with `contents` over it."""
        self.put_values({**self._at_first, **contents})

    def finishing(self, fn: Callable[[], Any]) -> Callable[[], Any]:
        """The saving call; its draft goes with what it saves."""
        return fn if self.keeper is None else self.keeper.finishing(fn)

    def put_away(self) -> None:
        """Something else takes its place: its last words are on their way to disk."""
        if self.keeper is not None:
            self.keeper.write_now()

    def give_up(self) -> None:
        """The worker does not want to save it: the draft goes, until Undo."""
        if self.keeper is not None:
            self.keeper.discard()

    def set_busy(self, busy: bool) -> None:
        """While it is being saved, it cannot be saved again or edited."""
        if busy:
            self._had_focus = QApplication.focusWidget()
        self.inside.setEnabled(not busy)
        before = self._had_focus
        if not busy and before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, error: KnownError) -> None:
        """Mark the fields a refusal names; say the rest above the form."""
        self.set_busy(False)
        problems = error.fields if isinstance(error, InvalidFields) else ()
        rest = self.show_problems(problems)
        if not problems:
            self._say(error.sentence)
        elif rest:
            self._say("; ".join(str(one) for one in rest))
        else:
            self.trouble.hide()

    def show_problems(self, problems: tuple[FieldProblem, ...]) -> tuple[FieldProblem, ...]:
        """Mark fields and go to the first; gives the problems that have no field here."""
        said: Mapping[str, str] = {one.field: str(one) for one in problems}
        for name, field in self.fields.items():
            field.set_error(said.get(name, ""))
        marked = [field for name, field in self.fields.items() if name in said]
        shown = [field for field in marked if field.isVisibleTo(self)]
        if shown:
            shown[0].control.setFocus()
            self.bring_in(shown[0])
        seen = {name for name, field in self.fields.items() if field in shown}
        return tuple(one for one in problems if one.field not in seen)

    def bring_in(self, part: QWidget) -> None:
        """Scroll to a part, where the form scrolls."""

    def _say(self, words: str) -> None:
        self.trouble.set_words("bad", "Not saved yet", words.removeprefix("Not saved yet: "))
        self.trouble.show()
        self.bring_in(self.trouble)

    def _is_default_day(self, name: str, value: Any) -> bool:
        control = self._kept.get(name)
        return isinstance(control, DateField) and bool(value) and not control.isHidden()

    def _on_edited(self, *_: object) -> None:
        self.edited.emit()
