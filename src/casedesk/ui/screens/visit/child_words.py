"""The child's voice: the words of each child who was seen, in a box of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from casedesk.domain.views.visit import VisitPerson
from casedesk.ui.screens.visit.segments import HIGH, Segments
from casedesk.ui.screens.visit.writing_box import WritingBox
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.label import Label

HINT = "In their own words"
NOBODY = "Select a child you saw, and write their own words here"


class ChildWords(QWidget):
    """A child who is no longer marked as seen keeps the words that are there already.

    Signals:
        changed(): the words of a child are other ones.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        people: Sequence[VisitPerson],
        make_box: Callable[[str], WritingBox],
        parent: QWidget | None = None,
    ) -> None:
        """`make_box` makes the box of a child, given what it is called aloud."""
        super().__init__(parent)
        self._children = {one.id: one for one in people if one.is_child}
        self._seen: tuple[str, ...] = ()
        self._make_box = make_box
        self.boxes: dict[str, WritingBox] = {}
        self.segments = Segments(theme, "The words of")
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._hint = Label("", "small", "ink2")
        head = QHBoxLayout()
        head.setSpacing(14)
        self._heading = Label("The child’s &voice", "heading")
        self._heading.setBuddy(self._stack)
        head.addWidget(self._heading)
        head.addWidget(self._hint)
        head.addStretch(1)
        head.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignVCenter)
        self._strut = theme.px(HIGH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.segments.chosen.connect(self._show_box)
        self.set_seen(())

    @property
    def said(self) -> tuple[tuple[str, str], ...]:
        """(person id, words) of each child, as typed; those without words are left out."""
        return tuple(
            (key, box.toPlainText()) for key, box in self.boxes.items() if box.toPlainText().strip()
        )

    def set_seen(self, seen: Iterable[str]) -> None:
        """Offer a box for each child among those who were seen."""
        self._seen = tuple(seen)
        with_words = {key for key, _ in self.said}
        shown = [key for key in self._children if key in self._seen or key in with_words]
        current = self.segments.current
        if current not in shown:
            current = shown[0] if shown else ""
        self.segments.set_choices([(key, self._children[key].name) for key in shown], current)
        self.segments.setVisible(bool(shown))
        self._stack.setVisible(bool(shown))
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Expanding if shown else policy.Fixed)
        self._hint.setText(HINT if shown else NOBODY)
        if not self._children:
            self.hide()
        if current:
            self._show_box(current)

    def set_value(self, said: Mapping[str, str]) -> None:
        """The words as a draft has them."""
        for key in self._children:
            if said.get(key) or key in self.boxes:
                self._box_of(key).setPlainText(said.get(key, ""))
        self.set_seen(self._seen)

    def _show_box(self, key: str) -> None:
        box = self._box_of(key)
        self._stack.setCurrentWidget(box)
        self._heading.setBuddy(box)

    def _box_of(self, key: str) -> WritingBox:
        box = self.boxes.get(key)
        if box is None:
            name = self._children[key].name
            box = self._make_box(f"What {name} said")
            box.setPlaceholderText(f"What {name} said, in {name}’s own words")
            box.textChanged.connect(self.changed)
            self.boxes[key] = box
            self._stack.addWidget(box)
        return box
