"""The week as columns: one Tab stop, arrows move between visits, Enter opens what can be done."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from casedesk.domain.views.diary import DayOfWeek, VisitLine
from casedesk.ui.screens.week.model import DAY_ROLE, NOTHING, VISIT_ROLE, WeekModel
from casedesk.ui.screens.week.signs import sign_of
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.painted_item import Index, PaintedItem

HEADER = 52
GAP = 4
INSET = 14
"""Words of a day begin under each other: its head, its cards, "No visits"."""
_WEEKEND = 5
_LINES = (("smallb", "ink"), ("sub", "ink"), ("small", "ink2"))


class _Header(QHeaderView):
    """The weekday above its day; today is marked with a bar and its word."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Override QHeaderView::paintSection."""
        model = self.model()
        day: DayOfWeek | None = (
            model.headerData(logicalIndex, Qt.Orientation.Horizontal, DAY_ROLE)
            if model is not None
            else None
        )
        if day is None:
            return
        theme = self._theme
        painter.save()
        painter.fillRect(rect, theme.colour("accentBg" if day.is_today else "surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("control"))
        if day.is_today:
            painter.fillRect(rect.left(), rect.top(), rect.width(), 3, theme.colour("accent"))
        weekday, _, rest = day.heading.partition(" ")
        upper, lower = theme.line_height("sub"), theme.line_height("cap")
        top = rect.top() + (rect.height() - upper - lower) // 2 + 1
        wide = rect.width() - INSET - 4
        middle = Qt.AlignmentFlag.AlignVCenter
        for words, style, ink, place in (
            (weekday, "sub", "ink", QRect(rect.left() + INSET, top, wide, upper)),
            (
                f"{rest} · today" if day.is_today else rest,
                "cap",
                "accentTx" if day.is_today else "ink3",
                QRect(rect.left() + INSET, top + upper, wide, lower),
            ),
        ):
            painter.setFont(theme.font(style))
            painter.setPen(theme.colour(ink))
            metrics = QFontMetrics(theme.font(style))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(place, middle, shown)
        painter.restore()


class _Cells(PaintedItem):
    """A visit as a small card: time and length, family, kind; an alert or that it is done."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::paint."""
        theme = self._theme
        visit: VisitLine | None = index.data(VISIT_ROLE)
        day: DayOfWeek | None = index.data(DAY_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, theme.colour("surface"))  # over the view's own selection
        card = QRectF(option.rect).adjusted(GAP, GAP / 2, -GAP, -GAP / 2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if visit is None:
            if chosen:
                self._frame(painter, card, chosen=True, filled=False)
            if day is not None and not day.visits and index.row() == 0:
                self._say(
                    painter, card.toRect().adjusted(INSET - GAP, 8, -4, 0), NOTHING, "small", "ink3"
                )
            painter.restore()
            return
        self._frame(painter, card, chosen=chosen, filled=True)
        left = card.toRect().adjusted(INSET - GAP, 7, -8, 0)
        length = f" · {visit.length_words}" if visit.length_words else ""
        words = (f"{visit.time_words}{length}", visit.family, visit.kind)
        for text, (style, ink) in zip(words, _LINES, strict=True):
            height = theme.line_height(style)
            self._say(
                painter, QRect(left.left(), left.top(), left.width(), height), text, style, ink
            )
            left.setTop(left.top() + height)
        self._say_sign(painter, left, visit)
        painter.restore()

    def _say_sign(self, painter: QPainter, below: QRect, visit: VisitLine) -> None:
        """An alert, or that it is written up: a sign with its word."""
        sign, words, ink = sign_of(visit)
        if not words:
            return
        size, height = self._theme.px(14), self._theme.line_height("smallb")
        place = QRectF(below.left(), below.top() + (height - size) / 2, size, size)
        self._theme.paint_icon(painter, place, sign, f"{ink}Tx")
        room = QRect(below.left() + size + 6, below.top(), below.width() - size - 6, height)
        self._say(painter, room, words, "smallb", f"{ink}Tx")

    def _frame(self, painter: QPainter, card: QRectF, *, chosen: bool, filled: bool) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.colour("accent" if chosen else "line"), 2 if chosen else 1))
        painter.setBrush(theme.colour("accentBg" if chosen else "canvas" if filled else "surface"))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _say(self, painter: QPainter, rect: QRect, words: str, style: str, ink: str) -> None:
        """One line, as high as its type, at the top of its room."""
        line = QRect(rect.left(), rect.top(), rect.width(), self._theme.line_height(style))
        self.say(painter, line, words, style, ink)


class WeekGrid(QTableView):
    """Signals: visit_chosen(line, point): Enter or a click on a visit; day_chosen(day): on a
    day that has none there."""

    visit_chosen = Signal(object, QPoint)
    day_chosen = Signal(object)

    def __init__(self, theme: Theme, model: WeekModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._week = model
        self.setModel(model)
        self.setProperty("bare", "true")
        self.setAccessibleName("Visits of the week")
        self.setItemDelegate(_Cells(theme, self))
        header = _Header(theme, self)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        self.setHorizontalHeader(header)
        self.verticalHeader().hide()
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_chosen)
        model.modelReset.connect(self._place)
        theme.changed.connect(self._place)
        self._place()

    def stand_on(self, index: QModelIndex) -> None:
        """Put the cursor on a cell, or on today's first."""
        if not index.isValid():
            days = (self._week.day_at(column) for column in range(self._week.columnCount()))
            today = next((n for n, day in enumerate(days) if day and day.is_today), 0)
            index = self._week.index(0, today)
        self.setCurrentIndex(index)

    def _on_chosen(self, index: QModelIndex) -> None:
        visit = self._week.visit_at(index)
        day = self._week.day_at(index.column())
        if visit is not None:
            corner = self.visualRect(index).bottomLeft()
            self.visit_chosen.emit(visit, self.viewport().mapToGlobal(corner))
        elif day is not None:
            self.day_chosen.emit(day)

    def _place(self) -> None:
        """The days share the width; a free weekend takes less of it."""
        px = self._theme.px
        self.horizontalHeader().setFixedHeight(px(HEADER))
        tall = sum(self._theme.line_height(style) for style, _ in _LINES)
        days = (self._week.day_at(column) for column in range(self._week.columnCount()))
        visits = (visit for day in days if day is not None for visit in day.visits)
        if any(sign_of(visit)[1] for visit in visits):
            tall += self._theme.line_height("smallb")
        self.verticalHeader().setDefaultSectionSize(tall + 16 + GAP)
        count = self._week.columnCount()
        if not count:
            return
        shares = [self._share(column) for column in range(count)]
        room, used = self.viewport().width(), 0
        for column, share in enumerate(shares):
            last = column == count - 1
            width = room - used if last else int(room * share / sum(shares))
            self.setColumnWidth(column, width)
            used += width

    def _share(self, column: int) -> float:
        day = self._week.day_at(column)
        return 0.6 if column >= _WEEKEND and day is not None and not day.visits else 1.0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent: Enter chooses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_chosen(self.currentIndex())
            return
        super().keyPressEvent(event)
