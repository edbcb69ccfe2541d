"""The week as a list: each day's name and below it its visits, for narrow windows and to read."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from casedesk.domain.views.diary import DayOfWeek, VisitLine, Week
from casedesk.ui.screens.week.model import NOTHING
from casedesk.ui.screens.week.signs import sign_of
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.item_list import ItemList
from casedesk.ui.widgets.painted_item import Index, PaintedItem
from casedesk.ui.widgets.rows_model import ROW_ROLE, RowsModel

Entry = DayOfWeek | VisitLine
_TIME = 72


class DayModel(RowsModel[Entry]):
    """Days and visits, one after the other."""

    def set_week(self, week: Week) -> None:
        """Show another week."""
        self.show_rows(tuple(_in_a_row(week)))

    def place_of_today(self) -> QModelIndex:
        """Today's name, else the first line."""
        for row, entry in enumerate(self.rows):
            if isinstance(entry, DayOfWeek) and entry.is_today:
                return self.index(row)
        return self.index(0)

    def spoken_of(self, row: Entry) -> str:
        """The day and how much is in it, or the visit."""
        return row.spoken if isinstance(row, VisitLine) else _day_words(row)


def _in_a_row(week: Week) -> Iterator[Entry]:
    for day in week.days:
        yield day
        yield from day.visits


class _Lines(PaintedItem):
    """A day's name in bold on a band; a visit with its time, family, kind and who."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::paint."""
        self.paint_ground(painter, option, index)
        entry: Entry | None = index.data(ROW_ROLE)
        rect = option.rect.adjusted(12, 0, -12, 0)
        painter.save()
        if isinstance(entry, DayOfWeek):
            ink = "accentTx" if entry.is_today else "ink2"
            self.say(painter, rect, _day_words(entry), "smallb", ink)
        elif entry is not None:
            time = QRect(rect.left(), rect.top(), self._theme.px(_TIME), rect.height())
            self.say(painter, time, entry.time_words, "sub", "ink")
            rest = rect.adjusted(time.width(), 0, 0, 0)
            name = QFontMetrics(self._theme.font("sub")).horizontalAdvance(entry.family) + 12
            self.say(painter, rest, entry.family, "sub", "ink")
            rest = self._say_sign(painter, rest.adjusted(name, 0, 0, 0), entry)
            said = ", ".join(part for part in (entry.kind, entry.length_words, entry.who) if part)
            self.say(painter, rest, said, "small", "ink2")
        painter.restore()

    def _say_sign(self, painter: QPainter, rect: QRect, visit: VisitLine) -> QRect:
        """An alert, or that it is written up; the room that is left behind it."""
        sign, words, ink = sign_of(visit)
        if not words:
            return rect
        size = self._theme.px(14)
        place = QRectF(rect.left(), rect.top() + (rect.height() - size) / 2, size, size)
        self._theme.paint_icon(painter, place, sign, f"{ink}Tx")
        rect = rect.adjusted(size + 6, 0, 0, 0)
        self.say(painter, rect, words, "smallb", f"{ink}Tx")
        wide = QFontMetrics(self._theme.font("smallb")).horizontalAdvance(words)
        return rect.adjusted(wide + 12, 0, 0, 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override QStyledItemDelegate::sizeHint."""
        return QSize(200, self._theme.px(36))


class DayList(ItemList):
    """Signals: visit_chosen(line, point), day_chosen(day): Enter or a click."""

    visit_chosen = Signal(object, QPoint)
    day_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        model = DayModel()
        name = "Visits of the week, day by day"
        super().__init__(theme, model, name, bare=True, parent=parent)
        model.setParent(self)
        self.week = model
        self.paint_with(_Lines(theme, self))
        self.clicked.connect(self._on_chosen)
        self.row_entered.connect(self._on_chosen)

    def _on_chosen(self, index: QModelIndex) -> None:
        entry: Entry | None = index.data(ROW_ROLE)
        if isinstance(entry, VisitLine):
            corner = self.visualRect(index).bottomLeft()
            self.visit_chosen.emit(entry, self.viewport().mapToGlobal(corner))
        elif entry is not None:
            self.day_chosen.emit(entry)


def _day_words(day: DayOfWeek) -> str:
    count = len(day.visits)
    said = f"{count} visit{'' if count == 1 else 's'}" if count else NOTHING.lower()
    return f"{day.heading}{' (today)' if day.is_today else ''}: {said}"
