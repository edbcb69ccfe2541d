"""The programme packs: versions, dates, and the figures that nobody at the council checked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.services.pack_list import PackCard, pack_cards, pack_problems
from casedesk.services.settings import Settings
from casedesk.ui.desk import Desk
from casedesk.ui.screens.settings.saver import SettingsSaver
from casedesk.ui.screens.settings.section import Section
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.field import Field
from casedesk.ui.widgets.label import Paragraph
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import StateLook

FIELD_WIDE = 560
CHECKED = StateLook("circle-check", "All figures checked", "good")


class PacksSection(Section):
    """The vault's own programme, and a card for each pack."""

    name = "packs"
    heading = "Programme packs"
    icon = "list-checks"

    def __init__(self, desk: Desk, saver: SettingsSaver) -> None:
        super().__init__(
            desk,
            "A pack holds the criteria and figures of a programme. Figures marked as not checked "
            "were not compared with your council's own outcome plan.",
        )
        self._saver = saver
        self.programme = QComboBox()
        self.programme.setMaximumWidth(self.theme.px(FIELD_WIDE))
        self._cards = pack_cards(desk.session)
        for card in self._cards:
            self.programme.addItem(card.title, card.id)
        own = Card(self.theme, "")
        own.setAccessibleName("This vault's programme")
        hint = "Families are looked at under it first, from the next unlock."
        own.body.addWidget(Field(self.theme, "This vault's programme", self.programme, hint=hint))
        self.column.addWidget(own)
        for sentence in pack_problems(desk.session):
            self.column.addWidget(Banner(self.theme, "warn", "A pack needs a look", sentence))
        self.packs = [PackBox(desk, card) for card in self._cards]
        for box in self.packs:
            self.column.addWidget(box)
        self.programme.activated.connect(self._on_chosen)
        saver.read.connect(self._show)

    def look(self) -> None:
        """Reads the settings anew."""
        self._saver.look()

    def _on_chosen(self) -> None:
        words = "Programme saved. It counts from the next unlock"
        self._saver.change(words, programme=self.programme.currentData())

    def _show(self, settings: Settings) -> None:
        self.programme.setCurrentIndex(max(0, self.programme.findData(settings.programme)))


class PackBox(Card):
    """One pack; its unchecked figures fold out."""

    def __init__(self, desk: Desk, pack: PackCard) -> None:
        # The title of a pack may take two lines.
        super().__init__(desk.theme, "")
        self.setAccessibleName(pack.title)
        theme = desk.theme
        title = Paragraph(theme, "", "heading")
        title.set_strong([(pack.title, True)])
        self.body.addWidget(title)
        version = f"Version {pack.version}. {pack.dates}."
        own = " This vault's programme." if pack.is_own else ""
        self.body.addWidget(Paragraph(theme, f"{version}{own}", "small", "ink2"))
        count = len(pack.unchecked)
        look = CHECKED
        if count:
            look = StateLook("triangle-alert", f"{count} of {pack.figures} not checked", "warn")
        self.badge = StateBadge(theme, look)
        row = QHBoxLayout()
        row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.body.addLayout(row)
        self.fold = Button(theme, "See which figures", kind="quiet", icon="chevron-down", tall=32)
        self.fold.setAccessibleName(f"See which figures of {pack.title} are not checked")
        self.fold.setCheckable(True)
        row.addWidget(self.fold)
        self.fold.setVisible(bool(count))
        self._theme, self._pack = theme, pack
        self._list: QWidget | None = None
        self.fold.toggled.connect(self._on_fold)

    def _on_fold(self, shown: bool) -> None:
        if self._list is None:
            # Some sixty lines: made when they are first asked for.
            self._list = self._figures()
            self.body.addWidget(self._list)
        self._list.setVisible(shown)
        self.fold.setText("Hide the figures" if shown else "See which figures")
        self.fold.set_icon("chevron-up" if shown else "chevron-down")

    def _figures(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for figure in self._pack.unchecked:
            line = Paragraph(self._theme, "", "small", "ink2")
            line.set_strong([(f"{figure.where}. ", True), (figure.source, False)])
            column.addWidget(line)
        return holder
