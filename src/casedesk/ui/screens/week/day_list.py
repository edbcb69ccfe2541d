"""The week as a list: each day's name and below it its visits, for narrow windows and to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from casedesk.domain.views.diary import DayOfWeek, VisitLine, Week
from casedesk.ui.screens.week.model import NOTHING
from casedesk.ui.theme.theme import Theme

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
Entry = DayOfWeek | VisitLine
_TIME = 72


class DayModel(QAbstractListModel):
    """Days and visits, one after the other."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def set_week(self, week: Week) -> None:
        """Show another week."""
        self.beginResetModel()
        self._entries = tuple(_in_a_row(week))
        self.endResetModel()

    def place_of_today(self) -> QModelIndex:
        """Today's name, else the first line."""
        for row, entry in enumerate(self._entries):
            if isinstance(entry, DayOfWeek) and entry.is_today:
                return self.index(row)
        return self.index(0)

    def rowCount(self, parent: _Index | None = None) -> int:
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override QAbstractItemModel::data."""
        if not 0 <= index.row() < len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == LINE_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry.spoken if isinstance(entry, VisitLine) else _day_words(entry)
        return None


def _in_a_row(week: Week) -> Iterator[Entry]:
    for day in week.days:
        yield day
        yield from day.visits


class _Lines(QStyledItemDelegate):
    """A day's name in bold on a band; a visit with its time, family, kind and who."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Override QStyledItemDelegate::paint."""
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        entry: Entry | None = index.data(LINE_ROLE)
        rect = option.rect.adjusted(12, 0, -12, 0)
        painter.save()
        if isinstance(entry, DayOfWeek):
            ink = "accentTx" if entry.is_today else "ink2"
            self._say(painter, rect, _day_words(entry), "smallb", ink)
        elif entry is not None:
            time = QRect(rect.left(), rect.top(), self._theme.px(_TIME), rect.height())
            self._say(painter, time, entry.time_words, "sub", "ink")
            rest = rect.adjusted(time.width(), 0, 0, 0)
            name = QFontMetrics(self._theme.font("sub")).horizontalAdvance(entry.family) + 12
            self._say(painter, rest, entry.family, "sub", "ink")
            said = ", ".join(
                part
                for part in (entry.kind, entry.length_words, entry.who, entry.alert or "")
                if part
            )
            self._say(painter, rest.adjusted(name, 0, 0, 0), said, "small", "ink2")
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Override QStyledItemDelegate::sizeHint."""
        return QSize(200, self._theme.px(36))

    def _say(self, painter: QPainter, rect: QRect, words: str, style: str, ink: str) -> None:
        font = self._theme.font(style)
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class DayList(QListView):
    """Signals: visit_chosen(line, point), day_chosen(day): Enter or a click."""

    visit_chosen = Signal(object, QPoint)
    day_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bare", "true")
        self.setAccessibleName("Visits of the week, day by day")
        self.week = DayModel(self)
        self.setModel(self.week)
        self.setItemDelegate(_Lines(theme, self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_chosen)
        theme.changed.connect(self.doItemsLayout)

    def _on_chosen(self, index: QModelIndex) -> None:
        entry: Entry | None = index.data(LINE_ROLE)
        if isinstance(entry, VisitLine):
            corner = self.visualRect(index).bottomLeft()
            self.visit_chosen.emit(entry, self.viewport().mapToGlobal(corner))
        elif entry is not None:
            self.day_chosen.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_chosen(self.currentIndex())
            return
        super().keyPressEvent(event)


def _day_words(day: DayOfWeek) -> str:
    count = len(day.visits)
    said = f"{count} visit{'' if count == 1 else 's'}" if count else NOTHING.lower()
    return f"{day.heading}{' (today)' if day.is_today else ''}: {said}"
