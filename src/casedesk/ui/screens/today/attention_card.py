"""The card of what needs attention: overdue, due soon, later; the first of each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.views.today import GROUPS, Attention, AttentionItem
from casedesk.ui.screens.today.attention_looks import look_of
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Hairline
from casedesk.ui.widgets.count_badge import CountBadge
from casedesk.ui.widgets.elided_label import ElidedLabel
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label, Paragraph
from casedesk.ui.widgets.loading import LoadingRows

PAD = 16
NOTHING = "Nothing is late and nothing is due in the next 7 days."


class AttentionRow(QWidget):
    """One thing, and the one button it has. Signals: done(item): the button was pressed."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, item: AttentionItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        look = look_of(item)
        self.setAccessibleName(item.spoken)
        self.button = Button(theme, item.do, kind="quiet", tall=32)
        self.button.setAccessibleName(f"{item.do}: {item.spoken}")
        self.button.clicked.connect(lambda: self.chosen.emit(self.item))
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(ElidedLabel(item.label, "smallb", look.tone))
        words.addWidget(Paragraph(theme, item.title, "sub"))
        words.addWidget(Paragraph(theme, item.detail, "small", "ink2"))
        row = QHBoxLayout(self)
        row.setContentsMargins(PAD - 1, 7, 4, 7)
        row.setSpacing(0)
        sign = IconLabel(theme, look.glyph, 20, f"{look.tone}Tx")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(12)
        row.addLayout(words, 1)
        row.addSpacing(4)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)


class _GroupHead(QFrame):
    """The name of a group and how many it has."""

    def __init__(self, words: str, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("band", "true")
        row = QHBoxLayout(self)
        row.setContentsMargins(PAD - 1, 5, PAD, 4)
        row.addWidget(Label(f"{words} ({count:,})", "capb", "ink3"))
        row.addStretch(1)


class AttentionCard(QFrame):
    """Signals: chosen(item), everything_asked()."""

    chosen = Signal(object)
    everything_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("card", "true")
        self.setAccessibleName("Needs attention")
        self.rows: list[AttentionRow] = []
        self._shown: Attention | None = None
        self._count = CountBadge(theme, 0)
        self._count.hide()
        head = QHBoxLayout()
        head.setContentsMargins(PAD - 1, 9, PAD - 1, 9)
        head.setSpacing(8)
        head.addWidget(Label("Needs attention", "heading"))
        head.addWidget(self._count)
        head.addStretch(1)
        self._loading = LoadingRows(theme, "Reading what needs attention…", rows=6)
        self._nothing = Label(NOTHING, "body", "ink2")
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(PAD - 1, 12, PAD - 1, 12)
        self._nothing.hide()
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self.everything = Button(
            theme, "See all", kind="quiet", icon="chevron-right", icon_after=True, tall=32
        )
        self.everything.hide()
        self.everything.clicked.connect(self.everything_asked)
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 4, 4, 4)
        foot.addWidget(self.everything)
        foot.addStretch(1)
        self._line = Hairline()
        self._line.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self._loading)
        column.addWidget(self._nothing)
        column.addLayout(self._body)
        column.addStretch(1)
        column.addWidget(self._line)
        column.addLayout(foot)

    def show_attention(self, attention: Attention) -> None:
        """Show the first things, each group under its name.

        What is shown already stays as it is, with the focus on it.
        """
        if attention == self._shown:
            return
        self._shown = attention
        focused = next((one.item for one in self.rows if one.button.hasFocus()), None)
        self._empty_out()
        self._loading.hide()
        self._nothing.setVisible(not attention.items)
        self._count.set_count(attention.total)
        self._count.setVisible(bool(attention.total))
        group = ""
        for item in attention.items:
            if item.group != group:
                if group:
                    self._body.addWidget(Hairline())
                group = item.group
                self._body.addWidget(_GroupHead(GROUPS[group], attention.by_group[group]))
            else:
                self._body.addWidget(Hairline())
            row = AttentionRow(self._theme, item)
            row.chosen.connect(self.chosen)
            self.rows.append(row)
            self._body.addWidget(row)
            if item == focused:
                row.button.setFocus()
        is_more = attention.total > len(attention.items)
        self.everything.setText(f"See all {attention.total:,}")
        self.everything.setVisible(is_more)
        self._line.setVisible(is_more)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in the order they are read."""
        return [*(row.button for row in self.rows), self.everything]

    def _empty_out(self) -> None:
        self.rows = []
        while (entry := self._body.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
