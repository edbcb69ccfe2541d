"""How CaseDesk looks on this computer: colours and text size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QRadioButton

from casedesk.ui.desk import Desk
from casedesk.ui.screens.settings.section import Section
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.label import Paragraph

MODES = (
    ("light", "Light"),
    ("dark", "Dark"),
    ("system", "Same as Windows"),
    ("contrast", "High contrast"),
)
SIZES = ((1.0, "100%"), (1.15, "115%"), (1.3, "130%"))


class LookSection(Section):
    """Takes hold at once, on this computer only."""

    name = "look"
    heading = "Colours and text size"
    icon = "contrast"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Takes hold at once, on this computer only.")
        self.modes = self._choices("Colours", MODES, desk.theme.set_mode)
        self.sizes = self._choices("Text size", SIZES, desk.theme.set_factor)
        self.column.addWidget(
            Paragraph(
                self.theme,
                "Printed reports always use the light colours.",
                "small",
                "ink3",
            )
        )
        desk.theme.changed.connect(self.look)

    def look(self) -> None:
        """Shows what is in force."""
        for group, value in ((self.modes, self.theme.mode), (self.sizes, self.theme.factor)):
            for button in group.buttons():
                if button.property("value") == value:
                    button.setChecked(True)

    def _choices(
        self, title: str, choices: Sequence[tuple[object, str]], choose: Callable[..., None]
    ) -> QButtonGroup:
        card = Card(self.theme, title)
        group = QButtonGroup(self)
        for value, words in choices:
            button = QRadioButton(words)
            button.setProperty("value", value)
            button.setAccessibleName(f"{title}: {words}")
            button.clicked.connect(partial(_do, choose, value))
            group.addButton(button)
            card.body.addWidget(button)
        self.column.addWidget(card)
        return group


def _do(choose: Callable[..., None], value: object, _: bool = False) -> None:
    # Once the click is over: every widget is dressed anew, the one that was clicked too.
    QTimer.singleShot(0, partial(choose, value))
