"""What this CaseDesk is made of, and where its vault is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from casedesk.services.about import engine_version, parts, program_version
from casedesk.ui.desk import Desk
from casedesk.ui.screens.settings.section import Section
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.label import Label, Paragraph


class AboutSection(Section):
    """Versions and licences."""

    name = "about"
    heading = "About"
    icon = "info"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "CaseDesk works without a network and sends nothing anywhere.")
        vault = Card(self.theme, "Where your vault is")
        place = Paragraph(self.theme, str(desk.session.vault.folder), "body", "ink")
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        vault.body.addWidget(place)
        vault.body.addWidget(
            Paragraph(
                self.theme,
                "Copying this folder is not a backup: it may be half written. Use Backups.",
                "small",
                "ink2",
            )
        )
        self.column.addWidget(vault)
        made_of = Card(self.theme, "Versions and licences")
        made_of.body.addWidget(
            Paragraph(self.theme, f"{program_version()}, SQLite {engine_version()}", "body", "ink")
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for row, part in enumerate(parts()):
            grid.addWidget(Label(part.name, "small"), row, 0)
            grid.addWidget(Label(part.version, "small", "ink2"), row, 1)
            grid.addWidget(Label(part.licence, "small", "ink2"), row, 2)
        grid.setColumnStretch(2, 1)
        made_of.body.addLayout(grid)
        self.column.addWidget(made_of)
