"""What the presenters of a family's tabs share: whose family it is, and saving."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from casedesk.domain.views.saved import Saved
from casedesk.ui.desk import Desk
from casedesk.ui.forms.form_end import FormEnd, save_form
from casedesk.ui.page_presenter import PagePresenter


class TabPresenter(PagePresenter):
    """Keeps the family (`ref`) that is shown."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.ref = ""

    def _put(self, end: FormEnd | None, service: Callable[..., Saved[Any]], *args: Any) -> None:
        """Save with a service, which takes the session first; `end` is None without a form."""
        save_form(self._desk, self, partial(service, self._desk.session, *args), end)
