"""How the saving of a form ends: saved, with its draft gone, or refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from casedesk.domain.errors import KnownError
from casedesk.domain.records import Record
from casedesk.domain.views.saved import Saved
from casedesk.ui.desk import Desk
from casedesk.ui.forms.form_fields import FormFields
from casedesk.ui.saving import save

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class FormEnd:
    """`done` closes the form that was saved; a refusal is shown in it."""

    form: FormFields
    done: Callable[[], None]

    def refused(self, error: KnownError) -> None:
        """Show why it was not saved."""
        self.form.refuse(error)


def save_form(
    desk: Desk, owner: QObject, work: Callable[[], Saved[R]], end: FormEnd | None = None
) -> None:
    """As `save`, for what a form saves; without a form a refusal is said in the toast."""
    if end is None:
        save(desk, owner, work, failed=lambda error: desk.toast(error.sentence))
        return

    def done(_: Saved[Any]) -> None:
        end.done()

    save(desk, owner, end.form.finishing(work), done, end.refused)
