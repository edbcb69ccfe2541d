"""The dialogs' port as tests answer it: what was asked is kept, the answers come in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from casedesk.ui.dialogs import FileKind, Message, Question


class FakeDialogs:
    """Put what should be answered into `answers`: True, a path, a printer, None.

    An answer comes a moment later, as a real one would. Asking without an answer at hand is a
    mistake of the test and raises.
    """

    def __init__(self) -> None:
        self.answers: deque[Any] = deque()
        self.questions: list[Question] = []
        self.messages: list[Message] = []
        self.pickers: list[str] = []
        self.forms: list[tuple[str, QWidget]] = []
        self.agreed: Callable[[], bool] | None = None
        self.declined: Callable[[], None] | None = None
        self.crashes: list[str] = []

    def confirm(self, question: Question, answered: Callable[[bool], None]) -> None:
        self.questions.append(question)
        self._answer(answered)

    def tell(self, message: Message, closed: Callable[[], None] | None = None) -> None:
        self.messages.append(message)
        if closed is not None:
            QTimer.singleShot(0, closed)

    def form(
        self,
        title: str,
        body: QWidget,
        agree: str,
        decline: str,
        agreed: Callable[[], bool],
        declined: Callable[[], None] | None = None,
    ) -> None:
        """The test fills `body` in and calls `agree_form`."""
        body.setWindowTitle(title)
        body.show()
        self.forms.append((title, body))
        self.agreed, self.declined = agreed, declined

    def agree_form(self) -> bool:
        """Presses the agreeing button of the last form; gives whether it closed."""
        assert self.agreed is not None, "no form is open"
        closed = self.agreed()
        if closed:
            self.close_form()
        return closed

    def decline_form(self) -> None:
        """Presses the other button of the last form."""
        declined = self.declined
        if declined is not None:
            declined()
        self.close_form()

    def close_form(self) -> None:
        if self.forms:
            self.forms[-1][1].hide()
        self.agreed = self.declined = None

    def choose_open_file(
        self, title: str, kinds: Sequence[FileKind], chosen: Callable[[Path | None], None]
    ) -> None:
        self.pickers.append(title)
        self._answer(chosen)

    def choose_save_file(
        self,
        title: str,
        suggested: Path,
        kinds: Sequence[FileKind],
        chosen: Callable[[Path | None], None],
    ) -> None:
        self.pickers.append(title)
        self._answer(chosen)

    def choose_folder(self, title: str, chosen: Callable[[Path | None], None]) -> None:
        self.pickers.append(title)
        self._answer(chosen)

    def choose_printer(self, title: str, chosen: Callable[[QPrinter | None], None]) -> None:
        self.pickers.append(title)
        self._answer(chosen)

    def crash(self, reference: str) -> None:
        self.crashes.append(reference)

    def _answer(self, callback: Callable[[Any], None]) -> None:
        assert self.answers, "the test has no answer for this dialog"
        answer = self.answers.popleft()
        QTimer.singleShot(0, lambda: callback(answer))
