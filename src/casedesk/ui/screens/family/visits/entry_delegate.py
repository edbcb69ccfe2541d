"""How an entry is painted in the timeline: a sign on the line, what, when, who, first words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from casedesk.domain.dates import short_date
from casedesk.domain.views.timeline import Snippet, TimelineEntry
from casedesk.ui.screens.family.visits.model import marks_of, who_words
from casedesk.ui.widgets.painted_item import Index, PaintedItem
from casedesk.ui.widgets.rows_model import ROW_ROLE

ROW = 80
KIND_ICONS = {
    "home visit": "house",
    "office": "briefcase",
    "school": "school",
    "phone": "phone",
    "video": "laptop",
    "meeting": "users-round",
    "no reply": "door-open",
    "other": "message-square",
}
NOTE_ICON = "notebook-pen"
MARK_LOOKS = {"Confidential": ("lock", "warnTx"), "Significant": ("star", "infoTx")}
_DISC = 32
_LEFT = 14
_GAP = 12


class EntryDelegate(PaintedItem):
    """Paints the rows of a `VisitsModel`; the words looked for are marked."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override QStyledItemDelegate::sizeHint."""
        return QSize(self._theme.px(240), self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::paint."""
        entry: TimelineEntry | None = index.data(ROW_ROLE)
        if entry is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_last = index.row() + 1 >= index.model().rowCount()
        self.paint_edge(painter, option)
        self._paint_sign(painter, option.rect, entry, first=index.row() == 0, last=is_last)
        left = _LEFT + self._theme.px(_DISC) + _GAP
        self._paint_words(painter, option.rect.adjusted(left, 0, -14, 0), entry)
        painter.restore()

    def _paint_sign(
        self, painter: QPainter, rect: QRect, entry: TimelineEntry, *, first: bool, last: bool
    ) -> None:
        theme = self._theme
        disc = theme.px(_DISC)
        round_one = QRectF(rect.left() + _LEFT, rect.top() + 12, disc, disc)
        middle = round_one.center()
        painter.setPen(QPen(theme.colour("control"), 1))
        above = middle.y() if first else rect.top()
        below = middle.y() if last else rect.bottom() + 1
        painter.drawLine(QPointF(middle.x(), above), QPointF(middle.x(), below))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(round_one.adjusted(0.5, 0.5, -0.5, -0.5))
        side = theme.px(16)
        sign = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        icon = KIND_ICONS.get(entry.record.kind or "", NOTE_ICON)
        theme.paint_icon(painter, sign, icon, "accentTx")

    def _paint_words(self, painter: QPainter, rect: QRect, entry: TimelineEntry) -> None:
        theme = self._theme
        heights = [theme.line_height(style) for style in ("sub", "small", "body")]
        top = rect.top() + max(0, (rect.height() - sum(heights)) // 2)
        first, second, third = (
            QRect(rect.left(), top + sum(heights[:n]), rect.width(), heights[n]) for n in range(3)
        )
        date_wide = self.say(painter, first, short_date(entry.on), "small", "ink2", right=True)
        first.setRight(first.right() - date_wide - 8)
        used = self.say(painter, first, entry.kind, "sub", "ink")
        self._paint_marks(painter, first.adjusted(used + 10, 0, 0, 0), marks_of(entry))
        who = who_words(entry) or (f"Written by {entry.by}" if entry.by else "Nobody listed")
        self.say(painter, second, who, "small", "ink2")
        self._paint_snippet(painter, third, entry.snippet)

    def _paint_marks(self, painter: QPainter, rect: QRect, marks: tuple[str, ...]) -> None:
        """Sign and word where there is room for the word, else the sign alone."""
        theme, side = self._theme, self._theme.px(14)
        metrics = QFontMetrics(theme.font("capb"))
        wide = sum(side + 4 + metrics.horizontalAdvance(mark) + 10 for mark in marks)
        left = rect.left()
        for mark in marks:
            sign = QRectF(left, rect.center().y() - side / 2 + 0.5, side, side)
            icon, ink = MARK_LOOKS[mark]
            theme.paint_icon(painter, sign, icon, ink)
            left += side + 4
            if wide <= rect.width():
                words = QRect(left, rect.top(), rect.right() - left, rect.height())
                left += self.say(painter, words, mark, "capb", ink) + 10

    def _paint_snippet(self, painter: QPainter, rect: QRect, snippet: Snippet) -> None:
        """The first words, or those around what was looked for, which is marked."""
        metrics = QFontMetrics(self._theme.font("body"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("mark"))
        for first, last in snippet.marks:
            left = rect.left() + metrics.horizontalAdvance(snippet.text[:first])
            wide = metrics.horizontalAdvance(snippet.text[first:last])
            wide = min(wide, rect.right() - left)
            if wide > 0:
                mark = QRectF(left - 1, rect.top(), wide + 2, rect.height())
                painter.drawRoundedRect(mark, 2, 2)
        self.say(painter, rect, snippet.text, "body", "ink")
