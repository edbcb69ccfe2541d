"""Who belongs to the family, as a drawing that can be walked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from casedesk.domain.views.family_page import Overview
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Card, Hairline
from casedesk.ui.widgets.empty_state import EmptyState
from casedesk.ui.widgets.genogram_legend import GenogramLegend
from casedesk.ui.widgets.genogram_view import GenogramView

_DRAWING_MIN = 230


class HouseholdCard(Card):
    """Signals: edit_asked(): the people's forms; person_chosen(id); first_asked()."""

    edit_asked = Signal()
    person_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Household", parent=parent)
        self._theme = theme
        self.edit = Button(theme, "Edit", kind="quiet", icon="pencil", tall=32)
        self.edit.setAccessibleName("Edit the household")
        self.edit.clicked.connect(self.edit_asked)
        self.add_action(self.edit)
        self.drawing = GenogramView(theme)
        self.drawing.person_chosen.connect(self.person_chosen)
        self.add_first = Button(theme, "Add the first person", icon="user-round-plus")
        self.add_first.clicked.connect(self.edit_asked)
        self._empty = EmptyState(theme, "users-round", "Nobody yet", "", actions=(self.add_first,))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.drawing)
        self._stack.addWidget(self._empty)
        self._legend = GenogramLegend(theme)
        self._line = Hairline()
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._line)
        self.body.addWidget(self._legend)

    def show_overview(self, view: Overview) -> None:
        """Draw a family's household."""
        drawing = view.household
        self._stack.setCurrentWidget(self._empty if drawing is None else self.drawing)
        for part in (self._legend, self._line, self.edit):
            part.setVisible(drawing is not None)
        if drawing is not None and drawing != self.drawing.drawing:
            self.drawing.set_drawing(drawing)
        self._fit()

    def _fit(self) -> None:
        high = self.drawing.sizeHint().height() if self._stack.currentIndex() == 0 else 0
        # The drawing shrinks to the words of 100% text before it scrolls.
        wanted = round(high / self._theme.factor) + 4
        self._stack.setMinimumHeight(max(self._theme.px(_DRAWING_MIN), wanted))
