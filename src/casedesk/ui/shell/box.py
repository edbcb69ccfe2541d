"""A box over the window: a title that says the result, words, and one or two buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.label import Paragraph

WIDTH = 480


class Box(QDialog):
    """Built by adding parts from top to bottom; the buttons stand right, the act last."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setMinimumWidth(min(theme.px(WIDTH), 640))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 20)
        self._column.setSpacing(12)
        # Its own size is asked for below: wrapped words would make the box far too high.
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._column.addWidget(Paragraph(theme, title, "title", "ink", self))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.setContentsMargins(0, 12, 0, 0)
        self._buttons.addStretch(1)
        self._column.addLayout(self._buttons)

    def add_text(self, text: str) -> None:
        """Words over the buttons."""
        self._insert(Paragraph(self._theme, text, "body", "ink2", self))

    def add_body(self, body: QWidget) -> None:
        """A form over the buttons."""
        self._insert(body)

    def add_details(self, details: str) -> None:
        """Words for the support desk, folded away."""
        words = Paragraph(self._theme, details, "small", "ink3", self)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.hide()
        fold = Button(self._theme, "Details for support", kind="quiet", parent=self)
        fold.setCheckable(True)
        fold.toggled.connect(words.setVisible)
        fold.toggled.connect(lambda _: self.adjustSize())
        self._insert(fold)
        self._column.setAlignment(fold, Qt.AlignmentFlag.AlignLeft)
        self._insert(words)

    def add_copy(self, words: str, text: str) -> None:
        """A button at the left that copies `text` (never case data)."""
        button = Button(self._theme, words, icon="copy", parent=self)
        button.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        self._buttons.insertWidget(0, button)

    def add_button(
        self,
        words: str,
        pressed: Callable[[], None],
        *,
        kind: str = "secondary",
        default: bool = False,
    ) -> Button:
        """A button at the right; `default` is pressed by Enter in a field."""
        button = Button(self._theme, words, kind=kind, parent=self)
        button.clicked.connect(pressed)
        button.setDefault(default)
        self._buttons.addWidget(button)
        return button

    def sizeHint(self) -> QSize:
        """Override QWidget::sizeHint: as high as the words need at this width."""
        width = max(self.minimumWidth(), self._column.totalMinimumSize().width())
        return QSize(width, self._column.totalHeightForWidth(width))

    def _insert(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)
