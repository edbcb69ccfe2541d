"""One backup in the list: when, how large, whether it is good, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casedesk.services.backup_places import bytes_in_words
from casedesk.services.backups import BackupLine
from casedesk.services.restoring import moment
from casedesk.ui.screens.settings.action_row import ActionRow
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.states import StateLook

CHECKED = StateLook("circle-check", "Opened and checked", "good")
NOT_LOOKED_AT = StateLook("circle-dashed", "Not opened since", "mute")
NOT_GOOD = StateLook("circle-alert", "Cannot be restored", "bad")
EARLIER = StateLook("key-round", "Earlier passphrase", "warn")


class BackupRow(ActionRow):
    """Shows a `BackupLine`.

    Signals:
        check_asked(BackupLine), restore_asked(BackupLine)
    """

    check_asked = Signal(object)
    restore_asked = Signal(object)

    def __init__(self, theme: Theme, line: BackupLine, parent: QWidget | None = None) -> None:
        when = moment(line.at)
        super().__init__(theme, when, parent)
        self.line = line
        self.show_state(look_of(line))
        self.words.set_text(bytes_in_words(line.size_bytes))
        self.check = Button(theme, "Check it", kind="quiet", tall=32)
        self.check.setAccessibleName(f"Check the backup of {when}")
        if not line.opens:
            self.check.hide()
        self.restore = Button(theme, "Restore", tall=32)
        self.restore.setAccessibleName(f"Restore the backup of {when}")
        self.add_button(self.check)
        self.add_button(self.restore)
        self.check.clicked.connect(lambda: self.check_asked.emit(self.line))
        self.restore.clicked.connect(lambda: self.restore_asked.emit(self.line))


def look_of(line: BackupLine) -> StateLook:
    """The state of a backup."""
    if not line.opens:
        return EARLIER
    if line.good is None:
        return NOT_LOOKED_AT
    return CHECKED if line.good else NOT_GOOD
