"""The report page of one family."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from casedesk.domain.views.report_preview import ReportLook, SentReport
from casedesk.services.note_printing import Paper
from casedesk.ui.desk import Desk
from casedesk.ui.dialogs import FileKind, Message
from casedesk.ui.screens.report.left_out import LeftOutList
from casedesk.ui.screens.report.pages import PageView
from casedesk.ui.screens.report.panel import WIDTH, ReportPanel
from casedesk.ui.screens.report.presenter import DOTS, ReportPresenter
from casedesk.ui.screens.report.rendering import render_pages
from casedesk.ui.screens.report.thumbnails import Thumbnails
from casedesk.ui.widgets.button import Button, IconButton
from casedesk.ui.widgets.drawer import Drawer
from casedesk.ui.widgets.elided_label import ElidedLabel
from casedesk.ui.widgets.empty_state import EmptyState
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.loading import LoadingRows

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PRINT_DOTS = 300.0
NARROW_UNDER = 1000
LEAST_OF_PAGES = 240
MOST_OF_IT = 0.45
"""The part of a narrow page that the side may take."""


class ReportScreen(QWidget):
    """Choose who it is for, look at the real pages, save or print."""

    handles = frozenset({"report"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self.title = "Progress report"
        self.crumbs: list[tuple[str, str, dict[str, Any]]] = []
        self._look: ReportLook | None = None
        self._count = 0
        self._presenter = ReportPresenter(desk, self)
        self.back = Button(theme, "Back", kind="quiet", icon="chevron-left")
        self._heading = ElidedLabel("Progress report", "title")
        self._smaller = IconButton(theme, "zoom-out", "Smaller")
        self._fit = Button(theme, "Page width", kind="quiet")
        self._larger = IconButton(theme, "zoom-in", "Larger")
        self._page = Label("", "body", "ink2")
        self._page.setContentsMargins(8, 0, 8, 0)
        self.print = Button(theme, "Print", icon="printer")
        self.save = Button(theme, "Save PDF", kind="primary", icon="save")
        self.thumbnails = Thumbnails(theme)
        self.pages = PageView(DOTS)
        self.panel = ReportPanel(desk)
        self._empty = EmptyState(
            theme, "file-text", "Choose who it is for", "What may be shared depends on the reader."
        )
        self._loading = LoadingRows(theme, "Making the pages…")
        self._middle = QStackedWidget()
        self._middle.setProperty("gutter", "true")
        self._middle.setMinimumWidth(LEAST_OF_PAGES)
        self._outline = _page_outline(self._loading)
        for page in (self._empty, self._outline, self.pages):
            self._middle.addWidget(page)
        self._drawer = Drawer(theme, self, width=theme.px(440))
        self._lay_out()
        self._connect()
        self._allow(False)

    def show_for(
        self,
        family: str,
        recipient: str = "",
        note: str = "",
        chronology: bool = False,
        **_: Any,
    ) -> None:
        """Begin a report about a family; `recipient` chooses one straight away.

        With `note` (a contact's id) it is that note, with `chronology` the chronology.
        """
        self._wanted = recipient
        self.crumbs = [
            ("Families", "families", {}),
            (family, "family", {"family": family}),
        ]
        self._look = None
        self._show_pages([])
        self._presenter.begin(family, Paper(note or None) if note or chronology else None)
        self.title = self._presenter.maker.title
        self._heading.setText(f"{self.title}: {family}")
        self._middle.setCurrentWidget(self._empty)
        self._allow(False)
        self.panel.show_sections(self._presenter.maker.has_sections)
        self._desk.retitled.emit()

    def regions(self) -> list[QWidget]:
        """The stops of F6."""
        return [self.back, self.thumbnails, self.pages, self.panel.recipient]

    def on_action(self, action: str) -> None:
        """A shortcut of the table of shortcuts."""
        if action == "report" and self.print.isEnabled():
            self._on_print()

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint."""
        return QSize(720, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent: narrow, the thumbnails give way to the page."""
        super().resizeEvent(event)
        theme = self._desk.theme
        self.panel.setFixedWidth(min(theme.px(WIDTH), round(self.width() * MOST_OF_IT)))
        self._place_thumbnails()
        self._fit.setVisible(self.width() >= NARROW_UNDER)

    def _lay_out(self) -> None:
        top = QFrame()
        top.setProperty("bar", "true")
        row = QHBoxLayout(top)
        row.setContentsMargins(16, 8, 24, 8)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(self._heading, 1)
        for widget in (self._smaller, self._fit, self._larger, self._page, self.print, self.save):
            row.addWidget(widget)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.thumbnails)
        below.addWidget(self._middle, 1)
        below.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addLayout(below, 1)

    def _connect(self) -> None:
        presenter, panel = self._presenter, self.panel
        self.back.clicked.connect(self._on_back)
        self._smaller.clicked.connect(lambda: self.pages.step_zoom(-1))
        self._larger.clicked.connect(lambda: self.pages.step_zoom(1))
        self._fit.clicked.connect(self.pages.fit_width)
        self.thumbnails.chosen.connect(self.pages.show_page)
        self.pages.page_shown.connect(self._on_page_shown)
        self.print.clicked.connect(self._on_print)
        self.save.clicked.connect(self._on_save)
        panel.recipient_chosen.connect(self._on_recipient)
        panel.reader_chosen.connect(lambda ref: presenter.choose(reader=ref or None))
        panel.day_chosen.connect(lambda day: presenter.choose(as_at=day))
        panel.sections_chosen.connect(lambda ids: presenter.choose(sections=ids))
        panel.let_go.connect(lambda item, go: presenter.let_go(item, go=go))
        panel.all_asked.connect(self._on_all_asked)
        presenter.offered.connect(self._on_offered)
        presenter.looked.connect(self._on_looked)
        presenter.drawn.connect(self._on_drawn)
        presenter.sent.connect(self._on_sent)
        presenter.refused.connect(self._on_refused)

    def _allow(self, ready: bool) -> None:
        for widget in (self.print, self.save, self._smaller, self._fit, self._larger):
            widget.setEnabled(ready)

    def _on_offered(self, family: str, recipients: Any, readers: Any) -> None:
        if self._look is None:
            self._name(family)
        self.panel.offer(recipients, readers)
        if self._wanted:
            place = self.panel.recipient.findData(self._wanted)
            self.panel.recipient.setCurrentIndex(max(place, 0))
        else:
            self.panel.recipient.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_recipient(self, recipient: str) -> None:
        needed = recipient in self._presenter.needs_reader
        self.panel.ask_reader(needed=needed)
        if not recipient:
            return
        self._allow(False)
        self._middle.setCurrentWidget(self._outline)
        reader = self.panel.reader.currentData() if needed else None
        self._presenter.choose(recipient=recipient, reader=reader, let_go=frozenset())

    def _name(self, family: str) -> None:
        """Call the family by its name, in the title and in the way back."""
        self._heading.setText(f"{self.title}: {family}")
        self.crumbs[-1] = (family, *self.crumbs[-1][1:])
        self._desk.retitled.emit()

    def _on_looked(self, look: ReportLook) -> None:
        self._look = look
        self.panel.show_look(look)
        if look.refusal is not None:
            self._empty.set_words("file-text", "No report", look.refusal)
            self._middle.setCurrentWidget(self._empty)
            self._allow(False)
        else:
            self._middle.setCurrentWidget(self._outline)

    def _show_pages(self, pages: list[QImage]) -> None:
        self._count = len(pages)
        self.thumbnails.set_pages(pages)
        self.pages.set_pages(pages)
        self._page.setText(f"Page 1 of {len(pages)}" if pages else "")
        self._place_thumbnails()

    def _place_thumbnails(self) -> None:
        """Beside the pages where both fit; without pages there is nothing to jump by."""
        self.thumbnails.setVisible(bool(self._count) and self.width() >= NARROW_UNDER)

    def _on_drawn(self, pages: list[QImage]) -> None:
        self._show_pages(pages)
        if pages:
            self._middle.setCurrentWidget(self.pages)
            self._allow(True)

    def _on_page_shown(self, number: int) -> None:
        self._page.setText(f"Page {number + 1} of {self._count}")
        self.thumbnails.blockSignals(True)
        self.thumbnails.setCurrentRow(number)
        self.thumbnails.blockSignals(False)

    def _on_all_asked(self) -> None:
        if self._look is not None:
            content = LeftOutList(self._desk.theme, self._look.left_out)
            self._drawer.slide_in("Left out for this recipient", content)

    def _on_save(self) -> None:
        if self._look is None:
            return
        suggested = Path.home() / f"{self._look.family_ref} {self.title.lower()}.pdf"
        kinds = [FileKind("PDF", ("pdf",))]
        words = f"Save the {self.title.lower()}"
        self._desk.dialogs.choose_save_file(words, suggested, kinds, self._on_target)

    def _on_target(self, target: Path | None) -> None:
        if target is not None:
            self._presenter.save(target)

    def _on_print(self) -> None:
        self._desk.dialogs.choose_printer(f"Print the {self.title.lower()}", self._on_printer)

    def _on_printer(self, printer: QPrinter | None) -> None:
        if printer is not None:
            self._presenter.print(lambda pdf: _paint(pdf, printer))

    def _on_sent(self, report: SentReport) -> None:
        self._desk.toast(report.sentence)

    def _on_refused(self, sentence: str) -> None:
        self._desk.dialogs.tell(Message(f"The {self.title.lower()} did not leave", sentence))

    def _on_back(self) -> None:
        tab = {} if self._presenter.maker.has_sections else {"tab": "visits"}
        self._desk.navigate("family", family=self._presenter.ref, **tab)


def _page_outline(inside: QWidget) -> QWidget:
    """A sheet of paper around `inside`, where the pages will be."""
    sheet = QFrame()
    sheet.setProperty("card", "true")
    rows = QVBoxLayout(sheet)
    rows.setContentsMargins(56, 56, 56, 24)
    rows.addWidget(inside)
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(72, 16, 72, 0)
    column.addWidget(sheet)
    return around


def _paint(pdf: bytes, printer: QPrinter) -> None:
    """The pages on paper; the same ones that were looked at, without the watermark."""
    painter = QPainter(printer)
    try:
        for number, page in enumerate(render_pages(pdf, PRINT_DOTS)):
            if number:
                printer.newPage()
            room = QRectF(painter.viewport())
            scale = min(room.width() / page.width(), room.height() / page.height())
            painter.drawImage(QRectF(0, 0, page.width() * scale, page.height() * scale), page)
    finally:
        painter.end()
