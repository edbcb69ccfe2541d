"""What else is on the day that a visit is being planned for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.views.diary import DayPlan, VisitLine
from casedesk.services.diary import day_words
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.card import Hairline
from casedesk.ui.widgets.elided_label import ElidedLabel
from casedesk.ui.widgets.label import Label, Paragraph

PAD = 16
NO_DAY = "Type the day, and the visits that are on it already are shown here."
FREE = "Nothing else is planned for this day."


class DayCard(QFrame):
    """The day's name and its visits by time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("card", "true")
        self._title = Label("That day", "heading")
        self._words = Paragraph(theme, NO_DAY, "body", "ink2")
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD - 1, 11, PAD - 1, PAD - 1)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addLayout(self._body)
        column.addStretch(1)
        self.setAccessibleName("That day")

    def show_nothing(self) -> None:
        """There is no day yet."""
        self._empty_out()
        self._title.setText("That day")
        self._words.set_text(NO_DAY)
        self._words.show()

    def show_plan(self, plan: DayPlan) -> None:
        """Show a day."""
        self._empty_out()
        self._title.setText(day_words(plan.on))
        self._words.set_text("" if plan.visits else FREE)
        self._words.setVisible(not plan.visits)
        for line in plan.visits:
            self._body.addWidget(Hairline())
            self._body.addWidget(self._row(line))

    def _row(self, line: VisitLine) -> QWidget:
        row = QWidget()
        row.setAccessibleName(line.spoken)
        time = Label(line.time_words, "sub")
        time.setFixedWidth(self._theme.px(72))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(line.family, "sub"))
        said = ", ".join(part for part in (line.kind, line.length_words) if part)
        words.addWidget(ElidedLabel(said, "small", "ink2"))
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 8, 0, 8)
        inside.setSpacing(0)
        inside.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(words, 1)
        return row

    def _empty_out(self) -> None:
        while (item := self._body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
