"""A form in the panel at the side: fields that scroll, and its two buttons below them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from casedesk.domain.errors import KnownError
from casedesk.domain.field_problems import FieldProblem, InvalidFields
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.field import Field


class FormPanel(QWidget):
    """Put parts into `body` and fields into `fields` (by the name a refusal gives them).

    Signals: save_asked(): the saving button; cancelled().
    """

    save_asked = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        """`words` is what the saving button says."""
        super().__init__(parent)
        self.theme = theme
        self.fields: dict[str, Field] = {}
        self.trouble = Banner(theme, "bad", "Not saved yet")
        self.trouble.hide()
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(4, 4, 12, 8)
        self.body.setSpacing(16)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._area = area
        self.save = Button(theme, words, kind="primary")
        self.cancel = Button(theme, "Cancel")
        self.save.clicked.connect(self.save_asked)
        self.cancel.clicked.connect(self.cancelled)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(4, 8, 4, 4)
        buttons.setSpacing(8)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.trouble)
        column.addWidget(area, 1)
        column.addLayout(buttons)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint: the fields scroll, the buttons stay."""
        return QSize(240, 160)

    def add_field(self, name: str, label: str, control: QWidget, hint: str = "") -> Field:
        """A field at the end of the form."""
        field = Field(self.theme, label, control, hint=hint)
        self.fields[name] = field
        self.body.addWidget(field)
        return field

    def text_box(self, lines: int = 4) -> QPlainTextEdit:
        """A box for some sentences; Tab leaves it."""
        box = QPlainTextEdit()
        box.setTabChangesFocus(True)
        box.setFixedHeight(self.theme.px(20) * lines + 16)
        return box

    def set_busy(self, busy: bool) -> None:
        """While it is being saved, it cannot be saved again."""
        self.save.setEnabled(not busy)

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
            self._area.ensureWidgetVisible(shown[0])
        seen = {name for name, field in self.fields.items() if field in shown}
        return tuple(one for one in problems if one.field not in seen)

    def _say(self, words: str) -> None:
        self.trouble.set_words("bad", "Not saved yet", words.removeprefix("Not saved yet: "))
        self.trouble.show()
