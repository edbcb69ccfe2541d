"""The people around a family, as a part of a page: two cards, side by side or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.views.around_page import AroundPage, ProfessionalLine, SafeContactLine
from casedesk.ui.desk import Desk
from casedesk.ui.forms.form_end import FormEnd
from casedesk.ui.forms.form_place import place_in_family
from casedesk.ui.forms.side_panel import SidePanel
from casedesk.ui.screens.family.around.presenter import AroundPresenter
from casedesk.ui.screens.family.around.professional_form import ProfessionalForm
from casedesk.ui.screens.family.around.professionals_card import ProfessionalsCard
from casedesk.ui.screens.family.around.safe_card import SafeContactCard
from casedesk.ui.screens.family.around.safe_form import SafeContactForm
from casedesk.ui.widgets.banner import Banner

BESIDE_FROM = 900
WIDE = 480
PROFESSIONAL, SAFE = "professional", "safe-contact"
FORMS = (PROFESSIONAL, SAFE)
"""What a form of this part is called in `open_named`."""


class AroundSection(QWidget):
    """`tab` is the page it is a part of: its forms open over it."""

    def __init__(self, desk: Desk, tab: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme = desk.theme
        self._wanted: tuple[str, str] = ("", "")
        self.page: AroundPage | None = None
        self.presenter = AroundPresenter(desk, self)
        self.trouble = Banner(
            theme, "bad", "We could not read the people around the family", link="Try again"
        )
        self.trouble.hide()
        self.professionals = ProfessionalsCard(theme)
        self.safe = SafeContactCard(theme)
        self.panel = SidePanel(desk, tab, width=WIDE)
        self._today = lambda: desk.session.today
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(16)
        self._cards.addWidget(self.professionals, 1)
        self._cards.addWidget(self.safe, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.trouble)
        column.addLayout(self._cards)
        self.presenter.answered.connect(self._on_answered)
        self.presenter.failed.connect(self._on_failed)
        self.trouble.followed.connect(lambda: self.presenter.read(self.presenter.ref))
        self.professionals.add_asked.connect(lambda: self._professional(None))
        self.professionals.change_asked.connect(self._professional)
        self.safe.add_asked.connect(lambda: self._safe_contact(None))
        self.safe.change_asked.connect(self._safe_contact)
        theme.changed.connect(self._make_room)
        self.hide()

    def show_family(self, ref: str) -> None:
        """Show a family; what was shown of the one before goes at once."""
        if ref != self.presenter.ref:
            self.panel.close()
            self.page = None
            self.hide()
        self.presenter.read(ref)

    def open_named(self, form: str, record: str) -> None:
        """Open a form of `FORMS` once the page is read, as when its draft is taken up again."""
        self._wanted = (form, record)
        if self.page is not None:
            self._open_wanted(self.page)

    def stops(self) -> Iterator[QWidget]:
        """Where Tab stops, as it is read."""
        yield from (self.professionals.add, *self.professionals.buttons.values())
        yield from (self.safe.add, *self.safe.buttons.values())

    def _on_answered(self, page: AroundPage) -> None:
        self.page = page
        self.trouble.hide()
        self.professionals.show_page(page)
        self.safe.show_page(page)
        self.safe.setVisible(bool(page.safe_contacts))
        self.show()
        self._open_wanted(page)

    def _on_failed(self, sentence: str) -> None:
        self.trouble.set_words(
            "bad", "We could not read the people around the family", sentence, link="Try again"
        )
        self.trouble.show()
        self.show()

    def _open_wanted(self, page: AroundPage) -> None:
        (form, record), self._wanted = self._wanted, ("", "")
        if form == PROFESSIONAL:
            lines = {one.record.id: one for one in page.professionals}
            if not record or record in lines:
                self._professional(lines.get(record))
        elif form == SAFE:
            people = {one.person_id: one for one in page.safe_contacts}
            if not record or record in people:
                self._safe_contact(people.get(record))

    def _professional(self, line: ProfessionalLine | None) -> None:
        if self.page is None:
            return
        record = line.record if line is not None else None
        form = ProfessionalForm(self._theme, self.page, self._today, record=record)

        def save(end: FormEnd) -> None:
            if record is None:
                self.presenter.add(form.entry(), end)
            else:
                self.presenter.change(form.changed(record), end)

        def remove(end: FormEnd) -> None:
            if record is not None:
                self.presenter.remove(record, end)

        def look(text: str) -> None:
            self.presenter.look(form, text, form.known.show_known)

        form.look_asked.connect(look)
        form.remove_asked.connect(partial(self.panel.submit, form, remove))
        title = "Add a professional" if line is None else line.title
        self._open(title, form, save, PROFESSIONAL, record.id if record is not None else "")

    def _safe_contact(self, line: SafeContactLine | None) -> None:
        if self.page is None:
            return
        lines = self.page.safe_contacts
        form = SafeContactForm(self._theme, lines, self._today, chosen=line)

        def save(end: FormEnd) -> None:
            self.presenter.set_safe(form.entry(), end)

        def remove(end: FormEnd) -> None:
            if line is not None and line.record is not None:
                self.presenter.remove_safe(line.record, end)

        form.remove_asked.connect(partial(self.panel.submit, form, remove))
        title = "Safe contact" if line is None else f"Safe contact: {line.name}"
        self._open(title, form, save, SAFE, line.person_id if line is not None else "")

    def _open(
        self,
        title: str,
        form: ProfessionalForm | SafeContactForm,
        save: Callable[[FormEnd], None],
        name: str,
        record: str,
    ) -> None:
        place = place_in_family(self.presenter.ref, "people", name, record, title, record=record)
        self.panel.open_form(title, form, save, place)

    def _make_room(self) -> None:
        way = QBoxLayout.Direction
        beside = self.width() >= self._theme.px(BESIDE_FROM)
        self._cards.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._make_room()
