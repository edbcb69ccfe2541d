"""Step 2: the passphrase."""

from __future__ import annotations

from PySide6.QtCore import Qt

from casedesk.services.settings import Settings
from casedesk.ui.screens.welcome.step import Step
from casedesk.ui.shell.new_passphrase import NewPassphrase
from casedesk.ui.theme.theme import Theme


class PassphraseStep(Step):
    """Typed twice and strong enough; making the vault follows."""

    next_words = "Make my vault"

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            "Choose a passphrase",
            "You need it every time you open CaseDesk. Nobody at the council can reset it, so "
            "pick something you will remember.",
        )
        self.new = NewPassphrase(theme)
        self.column.addWidget(self.new)
        self.column.addStretch(1)
        self.new.changed.connect(self.ready_changed)
        self.new.entered.connect(self.entered)

    def set_personal(self, settings: Settings) -> None:
        """The words that would be guessed first."""
        self.new.personal = (settings.worker, settings.council, settings.team)

    @property
    def is_ready(self) -> bool:
        """Whether it is strong enough and typed the same twice."""
        return self.new.is_ready

    def focus_first(self) -> None:
        """The first field."""
        self.new.first.setFocus(Qt.FocusReason.OtherFocusReason)
