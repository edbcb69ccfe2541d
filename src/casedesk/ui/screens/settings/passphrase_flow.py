"""Change the passphrase: the one now, then a new one typed twice."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from casedesk.domain.errors import KnownError
from casedesk.services.keys import change_passphrase
from casedesk.services.settings import Settings
from casedesk.ui.desk import Desk
from casedesk.ui.screens.settings.saving_flow import SavingFlow
from casedesk.ui.shell.new_passphrase import NewPassphrase
from casedesk.ui.shell.secret_field import SecretField
from casedesk.ui.widgets.field import Field

DONE = "Your passphrase is changed. The old one no longer opens your vault, only older backups."


class PassphraseFlow(SavingFlow):
    """For a passphrase that nobody else knows; after a leak every key is changed instead."""

    def __init__(self, desk: Desk, settings: Settings | None) -> None:
        super().__init__(
            desk,
            "Change your passphrase",
            "The recovery code stays as it is. If somebody else may know the passphrase, use "
            "“Change every key” instead: a new passphrase alone does not keep them out of a copy.",
            "Change passphrase",
            DONE,
        )
        self.current = SecretField(desk.theme, "Passphrase now")
        personal = (settings.worker, settings.council, settings.team) if settings else ()
        self.new = NewPassphrase(desk.theme, personal)
        self.body.addWidget(Field(desk.theme, "Passphrase now", self.current))
        self.body.addWidget(self.new)
        self.current.textChanged.connect(self.allow)
        self.new.changed.connect(self.allow)
        self.new.entered.connect(self.go_on)
        self.allow()

    @property
    def is_ready(self) -> bool:
        """Whether both are typed and the new one is strong enough."""
        return bool(self.current.text()) and self.new.is_ready

    def focus_first(self) -> None:
        """The passphrase now."""
        self.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Empties the fields."""
        self.current.clear()
        self.new.forget()

    def go_on(self) -> None:
        """Changes it on a worker: stretching a passphrase takes about a second."""
        if not self.next.isEnabled():
            return
        session = self._desk.session
        current, new = self.current.text(), self.new.passphrase
        work = partial(change_passphrase, session, current, new)
        self.put("Changing your passphrase…", work)

    def _on_failed(self, error: KnownError) -> None:
        super()._on_failed(error)
        self.focus_first()
