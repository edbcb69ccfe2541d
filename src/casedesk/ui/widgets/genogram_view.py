"""The household drawing on the screen: Tab or arrows walk the people, Enter opens one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from casedesk.domain.genogram import HouseholdDrawing
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.genogram_person import PersonItem
from casedesk.ui.widgets.genogram_scene import GenogramScene
from casedesk.ui.widgets.spoken import Spoken

_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class GenogramView(Spoken, QGraphicsView):
    """Shows a `HouseholdDrawing`; `person_chosen` has the id of a person clicked or entered."""

    spoken_role = QAccessible.Role.Graphic
    person_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        drawing: HouseholdDrawing | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._at: int | None = None
        self.drawing = drawing or HouseholdDrawing((), (), (), 0.0, 0.0, ())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setBackgroundBrush(Qt.BrushStyle.NoBrush)
        self.setStyleSheet("QGraphicsView { background: transparent; border: none; }")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "")  # It paints its own, around what the cursor is on.
        self.viewport().setAccessibleName("Household drawing")
        self.setAccessibleName("Household drawing")
        theme.changed.connect(self._draw)
        self._draw()

    def set_drawing(self, drawing: HouseholdDrawing) -> None:
        """Show another drawing. The person under the cursor stays, where still there."""
        self.drawing = drawing
        self._draw()

    def print_scene(self) -> GenogramScene:
        """The same scene, for printing: `scene.render(painter)`."""
        return self._scene

    @property
    def current_person(self) -> str | None:
        """The id of the person under the cursor."""
        return None if self._at is None else self._scene.people[self._at].node.person_id

    def spoken_value(self) -> str:
        """The person under the cursor, else the whole drawing in words."""
        if self._at is not None:
            return self._scene.people[self._at].spoken
        return self.drawing.as_text()

    def _draw(self) -> None:
        before = self.current_person if hasattr(self, "_scene") else None
        self._scene = GenogramScene(self._theme, self.drawing)
        self.setScene(self._scene)
        ids = [person.node.person_id for person in self._scene.people]
        self._at = None
        self.setAccessibleDescription(self.drawing.as_text())
        self._fit()
        self.updateGeometry()
        if before in ids:
            self._go_to(ids.index(before))

    def _fit(self) -> None:
        whole, room = self._scene.sceneRect(), self.viewport().rect()
        if whole.isEmpty() or room.isEmpty():
            return
        part = min(room.width() / whole.width(), room.height() / whole.height(), 1.0)
        self.resetTransform()
        # Shrunk at most to the words of 100% text (12 px); a larger drawing scrolls.
        part = max(part, 1 / self._theme.factor)
        self.scale(part, part)

    def _go_to(self, index: int | None) -> None:
        for number, person in enumerate(self._scene.people):
            person.current = number == index and self.hasFocus()
            person.update()
        self._at = index
        if index is not None:
            self.ensureVisible(self._scene.people[index], 16, 16)
            self.say_value()

    def _neighbour(self, way: QPointF) -> int | None:
        """The nearest person in a direction; left and right stay in the row where they can."""
        if self._at is None:
            return 0 if self._scene.people else None
        here = self._scene.people[self._at].pos()
        weight = 4 if way.x() else 1
        best: tuple[float, int] | None = None
        for index, person in enumerate(self._scene.people):
            step = person.pos() - here
            ahead = step.x() * way.x() + step.y() * way.y()
            aside = abs(step.x() * way.y()) + abs(step.y() * way.x())
            if ahead > 1 and (best is None or ahead + weight * aside < best[0]):
                best = (ahead + weight * aside, index)
        return None if best is None else best[1]

    def sizeHint(self) -> QSize:
        return self._scene.sceneRect().size().toSize()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self._scene.people:
            return
        back = event.reason() == Qt.FocusReason.BacktabFocusReason
        first = len(self._scene.people) - 1 if back else 0
        self._go_to(first if self._at is None else self._at)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._go_to(None)

    def focusNextPrevChild(self, forward: bool) -> bool:
        step = 1 if forward else -1
        if self._at is not None and 0 <= self._at + step < len(self._scene.people):
            self._go_to(self._at + step)
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            found = self._neighbour(_ARROWS[key])
            if found is not None:
                self._go_to(found)
        elif (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at is not None
        ):
            self.person_chosen.emit(self._scene.people[self._at].node.person_id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if isinstance(item, PersonItem):
            self._go_to(self._scene.people.index(item))
            self.person_chosen.emit(item.node.person_id)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
