"""The card of reviews that come up: one press makes the report for the meeting."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.views.reports_page import ReviewsToReport, ReviewToReport
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Hairline
from casedesk.ui.widgets.count_badge import CountBadge
from casedesk.ui.widgets.elided_label import ElidedLabel
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.loading import LoadingRows
from casedesk.ui.widgets.states import LATE, SOON

PAD = 16
TITLE = "For your reviews"
SEE_ALL = "See all by review date"
NOTHING = "No review of your families is late or due in the next 7 days."
NOT_READ = "We could not read your reviews. Your records are safe."


class ReviewRow(QWidget):
    """One review and its button. Signals: chosen(ref): the button was pressed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, line: ReviewToReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        look = LATE if line.late else SOON
        self.setAccessibleName(line.spoken)
        self.button = Button(theme, "Make the report", kind="quiet", tall=32)
        self.button.setAccessibleName(f"Make the report for the meeting. {line.spoken}")
        self.button.clicked.connect(lambda: self.chosen.emit(self.line.family_ref))
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(ElidedLabel(line.label, "smallb", look.tone))
        words.addWidget(FlowingText(theme, f"{line.family}: {_in_a_row(line.title)}", "sub"))
        row = QHBoxLayout(self)
        row.setContentsMargins(PAD - 1, 6, 8, 6)
        row.setSpacing(12)
        sign = IconLabel(theme, look.glyph, 20, f"{look.tone}Tx")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)


class ReviewsCard(QFrame):
    """Signals: chosen(ref): a report for this family; all_asked()."""

    chosen = Signal(str)
    all_asked = Signal()
    again_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("card", "true")
        self.setAccessibleName(TITLE)
        self.rows: list[ReviewRow] = []
        self._shown: ReviewsToReport | None = None
        self._count = CountBadge(theme, 0)
        self._count.hide()
        self.see_all = Button(
            theme, SEE_ALL, kind="quiet", icon="chevron-right", icon_after=True, tall=32
        )
        self.see_all.hide()
        self.see_all.clicked.connect(self.all_asked)
        self._trouble = Banner(theme, "bad", NOT_READ, link="Try again")
        self._trouble.followed.connect(self.again_asked)
        self._trouble.hide()
        self._loading = LoadingRows(theme, "Reading your reviews…", rows=3)
        self._loading.setContentsMargins(PAD - 1, 12, PAD - 1, 0)
        self._nothing = FlowingText(theme, NOTHING, "body", "ink2")
        self._nothing.setContentsMargins(PAD - 1, 12, PAD - 1, 12)
        self._nothing.hide()
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(PAD - 1, 4, 8, 4)
        head.setSpacing(8)
        head.addWidget(Label(TITLE, "heading"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.see_all)
        # As high with the button as without.
        head.addStrut(theme.px(32))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self._trouble)
        column.addWidget(self._loading)
        column.addWidget(self._nothing)
        column.addLayout(self._body)
        column.addStretch(1)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in the order they are read."""
        return [self.see_all, *(row.button for row in self.rows)]

    def show_reviews(self, reviews: ReviewsToReport) -> None:
        """Show the first ones; what is shown already stays as it is, with the focus on it."""
        self._trouble.hide()
        self._loading.hide()
        if reviews == self._shown:
            return
        self._shown = reviews
        self._nothing.setVisible(not reviews.lines)
        self._count.set_count(reviews.total)
        self._count.setVisible(bool(reviews.total))
        self.see_all.setVisible(reviews.total > len(reviews.lines))
        self._empty_out()
        for line in reviews.lines:
            if self.rows:
                self._body.addWidget(Hairline())
            row = ReviewRow(self._theme, line)
            row.chosen.connect(self.chosen)
            self.rows.append(row)
            self._body.addWidget(row)

    def show_trouble(self) -> None:
        """Say that they could not be read; what is shown stays."""
        self._loading.hide()
        self._trouble.show()

    def _empty_out(self) -> None:
        self.rows = []
        while (item := self._body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _in_a_row(title: str) -> str:
    """The title as the words go on, with its date in one piece."""
    what, on, day = title.rpartition(" on ")
    return what[:1].lower() + what[1:] + on + day.replace(" ", "\u00a0")
