"""The panel at the side of a page: what it shows, and forms that close it once they are saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from casedesk.domain.errors import KnownError
from casedesk.ui.desk import Desk
from casedesk.ui.forms.form_end import FormEnd
from casedesk.ui.forms.form_fields import FormFields
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.forms.form_place import FormPlace
from casedesk.ui.widgets.drawer import Drawer

Start = Callable[[FormEnd], None]


class SidePanel(QObject):
    """Opens over `host`, `width` px wide at 100% text.

    Closed by the cross, Esc or a click beside it, a form keeps its draft.
    """

    def __init__(self, desk: Desk, host: QWidget, *, width: int) -> None:
        super().__init__(host)
        self._desk = desk
        self.drawer = Drawer(desk.theme, host, width=width)
        self.content: QWidget | None = None

    def close(self) -> None:
        """Close it, whatever it shows."""
        self.drawer.close_drawer()

    def show_part(self, title: str, content: QWidget) -> None:
        """Show something."""
        before = self.content
        if isinstance(before, FormFields) and shiboken6.isValid(before):
            before.put_away()
        self.content = content
        self.drawer.slide_in(title, content)

    def open_form(
        self, title: str, form: FormPanel, start: Start, place: FormPlace | None = None
    ) -> None:
        """Show a form. Its saving button calls `start`, which saves it or raises `KnownError`.

        With a `place` what is typed is kept as a draft.
        """
        form.save_asked.connect(partial(self.submit, form, start))
        form.cancelled.connect(self.close)
        if place is not None:
            form.keep_drafts(self._desk, place)
        self.show_part(title, form)

    def submit(self, form: FormPanel, start: Start) -> None:
        """Save a form that is shown."""
        form.set_busy(True)
        try:
            start(FormEnd(form, partial(self._done, form)))
        except KnownError as error:
            form.refuse(error)

    def _done(self, form: FormPanel) -> None:
        if self.content is form:
            self.close()
