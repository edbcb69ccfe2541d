"""A form in the panel at the side: fields that scroll, and its two buttons below them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from casedesk.ui.forms.form_fields import FormFields
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.scroll_area import ScrollArea


class FormPanel(FormFields):
    """What is wrong and what is offered scrolls with the fields, so that the buttons stay.

    Signals: save_asked(): the saving button; cancelled(): it is given up, and its draft gone.
    """

    save_asked = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        """`words` is what the saving button says."""
        super().__init__(theme, parent)
        self.body.setContentsMargins(4, 4, 12, 8)
        area = ScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(self.inside)
        self.inside.setAutoFillBackground(False)
        self._area = area
        self.save = Button(theme, words, kind="primary")
        self.cancel = Button(theme, "Cancel")
        self.save.clicked.connect(self.save_asked)
        self.cancel.clicked.connect(self._on_cancel)
        below = QWidget()
        around = QVBoxLayout(below)
        around.setContentsMargins(4, 8, 4, 4)
        buttons = FlowLayout()
        around.addLayout(buttons)
        self.saved_sign.setMinimumHeight(self.save.sizeHint().height())
        for part in (self.save, self.cancel, self.saved_sign):
            buttons.addWidget(part)
        self._buttons = below
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(area, 1)
        column.addWidget(below)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint: the fields scroll, the buttons stay."""
        return QSize(240, 160)

    def heightForWidth(self, width: int) -> int:
        """Override QWidget::heightForWidth: else the drawer would scroll the buttons away."""
        return -1

    def set_busy(self, busy: bool) -> None:
        """As `FormFields.set_busy`, with its button."""
        super().set_busy(busy)
        self.save.setEnabled(not busy)

    def bring_in(self, part: QWidget) -> None:
        """Scroll to a part of it."""
        self._area.ensureWidgetVisible(part)

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget::showEvent: Tab comes to the buttons after the last field."""
        super().showEvent(event)
        last = step = self.inside.nextInFocusChain()
        while step is not None and step is not self.inside:
            if self.inside.isAncestorOf(step):
                last = step
            step = step.nextInFocusChain()
        if last is not None:
            self.setTabOrder(last, self.save)
            self.setTabOrder(self.save, self.cancel)

    def _on_cancel(self) -> None:
        self.give_up()
        self.cancelled.emit()
