"""The window's own answers to the `Dialogs` port: boxes and pickers that never wait in a call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QMarginsF, QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from casedesk.ui.dialogs import FileKind, Message, Question
from casedesk.ui.shell.box import Box
from casedesk.ui.shell.shortcuts import BY_ID

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from casedesk.ui.theme.theme import Theme

CRASH_TEXT = (
    "Your saved work is safe, and nothing personal was recorded. Tell your support desk this "
    "reference: {reference}."
)


class WindowDialogs(QObject):
    """Boxes over one window. `close_all` is for the lock: what it closes never answers.

    Signals:
        lock_asked(): the lock's key was pressed in a box.
    """

    lock_asked = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window: QWidget | None = None
        self.build_only = False
        """Build boxes without showing them, for pictures."""
        self._open: list[QDialog] = []

    @property
    def shown(self) -> tuple[QDialog, ...]:
        """The boxes that are open, the last on top."""
        return tuple(self._open)

    def stand_over(self, window: QWidget) -> None:
        """The window that the boxes belong to."""
        self._window = window

    def confirm(self, question: Question, answered: Callable[[bool], None]) -> None:
        """As `Dialogs.confirm`."""
        box = Box(self._theme, question.title, self._over())
        box.add_text(question.text)
        decline = box.add_button(question.decline, lambda: box.done(0))
        agree = box.add_button(
            question.agree, lambda: box.done(1), kind="danger" if question.grave else "primary"
        )
        self._show(box, lambda code: answered(code == 1))
        (decline if question.grave else agree).setFocus()

    def tell(self, message: Message, closed: Callable[[], None] | None = None) -> None:
        """As `Dialogs.tell`."""
        box = Box(self._theme, message.title, self._over())
        box.add_text(message.text)
        if message.details:
            box.add_details(message.details)
        close = box.add_button(message.close, lambda: box.done(1), kind="primary")
        self._show(box, lambda code: closed() if closed is not None else None)
        close.setFocus()

    def form(
        self,
        title: str,
        body: QWidget,
        agree: str,
        decline: str,
        agreed: Callable[[], bool],
        declined: Callable[[], None] | None = None,
    ) -> None:
        """As `Dialogs.form`."""
        box = Box(self._theme, title, self._over())
        box.add_body(body)

        def on_agreed() -> None:
            if agreed():
                box.done(1)

        def on_declined() -> None:
            if declined is not None:
                declined()
            box.done(0)

        if decline:
            box.add_button(decline, on_declined)
        box.add_button(agree, on_agreed, kind="primary", default=True)
        self._show(box, lambda code: None)
        body.setFocus()

    def close_form(self) -> None:
        """As `Dialogs.close_form`."""
        if self._open:
            self._open[-1].done(1)

    def choose_open_file(
        self, title: str, kinds: Sequence[FileKind], chosen: Callable[[Path | None], None]
    ) -> None:
        """As `Dialogs.choose_open_file`."""
        picker = self._picker(title, kinds)
        picker.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._show_picker(picker, chosen)

    def choose_save_file(
        self,
        title: str,
        suggested: Path,
        kinds: Sequence[FileKind],
        chosen: Callable[[Path | None], None],
    ) -> None:
        """As `Dialogs.choose_save_file`."""
        picker = self._picker(title, kinds)
        picker.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        picker.setDirectory(QDir(str(suggested.parent)))
        picker.selectFile(suggested.name)
        if kinds:
            picker.setDefaultSuffix(kinds[0].endings[0])
        self._show_picker(picker, chosen)

    def choose_folder(self, title: str, chosen: Callable[[Path | None], None]) -> None:
        """As `Dialogs.choose_folder`."""
        picker = self._picker(title, ())
        picker.setFileMode(QFileDialog.FileMode.Directory)
        picker.setOption(QFileDialog.Option.ShowDirsOnly)
        self._show_picker(picker, chosen)

    def choose_printer(self, title: str, chosen: Callable[[QPrinter | None], None]) -> None:
        """As `Dialogs.choose_printer`. Printing to a file is not offered: it would be in clear."""
        from PySide6.QtGui import QPageLayout, QPageSize
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("CaseDesk")
        printer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4),
                QPageLayout.Orientation.Portrait,
                QMarginsF(15, 15, 15, 15),
                QPageLayout.Unit.Millimeter,
            )
        )
        dialog = QPrintDialog(printer, self._over())
        dialog.setWindowTitle(title)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, False)
        self._show(dialog, lambda code: chosen(printer if code else None))

    def crash(self, reference: str) -> None:
        """As `Dialogs.crash`."""
        box = Box(self._theme, "Something went wrong inside CaseDesk", self._over())
        box.add_text(CRASH_TEXT.format(reference=reference))
        box.add_copy("Copy the reference", reference)
        carry_on = box.add_button("Carry on", lambda: box.done(1), kind="primary")
        self._show(box, lambda code: None)
        carry_on.setFocus()

    def close_all(self) -> None:
        """Closes every box at once and answers none of them."""
        for dialog in reversed(self._open):
            dialog.blockSignals(True)
            dialog.hide()
            dialog.deleteLater()
        self._open.clear()

    def _over(self) -> QWidget | None:
        return self._open[-1] if self._open else self._window

    def _picker(self, title: str, kinds: Sequence[FileKind]) -> QFileDialog:
        picker = QFileDialog(self._over(), title)
        if kinds:
            picker.setNameFilters([kind.as_filter() for kind in kinds])
        return picker

    def _show_picker(self, picker: QFileDialog, chosen: Callable[[Path | None], None]) -> None:
        def ended(code: int) -> None:
            files = picker.selectedFiles() if code else []
            chosen(Path(files[0]) if files else None)

        self._show(picker, ended)

    def _show(self, dialog: QDialog, ended: Callable[[int], None]) -> None:
        def on_finished(code: int) -> None:
            if dialog in self._open:
                self._open.remove(dialog)
            dialog.deleteLater()
            ended(code)

        # A box takes the window's keys away, but the lock must work everywhere.
        for keys in BY_ID["lock"].keys:
            QShortcut(QKeySequence(keys), dialog).activated.connect(self.lock_asked)
        self._open.append(dialog)
        dialog.finished.connect(on_finished)
        if self.build_only:
            return
        # The print dialog's own `open` wants a slot by name.
        QDialog.open(dialog)
