"""The port for everything that asks the worker something: tests answer it themselves.

No dialog waits inside a call: each takes the callback that gets the answer, so the window
goes on working and may lock. A dialog that the lock closes never answers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Question:
    """A choice of two: `title` says the result, `text` what it means, buttons name the act.

    `grave` marks what cannot be undone: the button that keeps things as they are has the focus.
    """

    title: str
    text: str
    agree: str
    decline: str
    grave: bool = False


@dataclass(frozen=True)
class Message:
    """Something to read. `details` are for the support desk and fold away."""

    title: str
    text: str
    close: str = "Close"
    details: str = ""


@dataclass(frozen=True)
class FileKind:
    """A kind of file in a picker: `FileKind("PDF", ("pdf",))`."""

    words: str
    endings: tuple[str, ...]

    def as_filter(self) -> str:
        """The kind as Qt writes it: `PDF (*.pdf)`."""
        return f"{self.words} ({' '.join(f'*.{ending}' for ending in self.endings)})"


class Dialogs(Protocol):
    """What a screen may ask. Every callback is called at most once."""

    def confirm(self, question: Question, answered: Callable[[bool], None]) -> None:
        """Asks; `answered` gets True for the agreeing button."""
        ...

    def tell(self, message: Message, closed: Callable[[], None] | None = None) -> None:
        """Shows something that must be read."""
        ...

    def form(
        self,
        title: str,
        body: QWidget,
        agree: str,
        decline: str,
        agreed: Callable[[], bool],
        declined: Callable[[], None] | None = None,
    ) -> None:
        """Shows `body` with two buttons, or one when `decline` is "".

        `agreed` is called for the agreeing one and gives whether the dialog may close (False
        keeps it open, with the mistake shown in `body`). `declined` is called for the other
        one, while `body` still holds what was typed; Esc and the lock call neither.
        """
        ...

    def close_form(self) -> None:
        """Closes the form on top, for one that closes after its work is done."""
        ...

    def choose_open_file(
        self, title: str, kinds: Sequence[FileKind], chosen: Callable[[Path | None], None]
    ) -> None:
        """Asks for a file to read; None when none was chosen."""
        ...

    def choose_save_file(
        self,
        title: str,
        suggested: Path,
        kinds: Sequence[FileKind],
        chosen: Callable[[Path | None], None],
    ) -> None:
        """Asks where to write; None when the worker thought better of it."""
        ...

    def choose_folder(self, title: str, chosen: Callable[[Path | None], None]) -> None:
        """Asks for a folder; None when none was chosen."""
        ...

    def choose_printer(self, title: str, chosen: Callable[[QPrinter | None], None]) -> None:
        """Asks through the system's print dialog; the printer is ready to be painted on."""
        ...

    def crash(self, reference: str) -> None:
        """Says that CaseDesk itself went wrong, with the reference to quote."""
        ...
