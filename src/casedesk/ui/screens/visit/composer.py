"""The form of a visit: everything that is written down while it lasts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import time
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.field_problems import FieldProblem, InvalidFields
from casedesk.domain.records.work import CONTACT_KINDS
from casedesk.domain.views.diary import PlanEntry
from casedesk.domain.views.visit import VisitEntry, VisitPage
from casedesk.services.visits import AGREED, NEXT
from casedesk.ui.desk import Desk
from casedesk.ui.forms.note_spelling import spelling_for
from casedesk.ui.screens.visit.agreed import AgreedActions
from casedesk.ui.screens.visit.body import VisitBody
from casedesk.ui.screens.visit.child_words import ChildWords
from casedesk.ui.screens.visit.clock import VisitClock
from casedesk.ui.screens.visit.head import VisitHead
from casedesk.ui.screens.visit.kept_visit import (
    agreed_as_kept,
    agreed_from,
    day_from,
    ids_from,
    texts_from,
    time_from,
)
from casedesk.ui.screens.visit.kinds import InformationKinds
from casedesk.ui.screens.visit.next_visit import NextVisit
from casedesk.ui.screens.visit.observations import Observations
from casedesk.ui.screens.visit.side import Side
from casedesk.ui.screens.visit.who_seen import WhoSeen
from casedesk.ui.screens.visit.writing_box import WritingBox

_CHILD_LINES, _SEEN_LINES = 2, 3
_HALF_HOUR = 30


class VisitComposer(QWidget):
    """One visit to one family. `body` is the part below the bar, for the offer of a draft.

    Signals:
        changed(): something that is worth keeping is another.
    """

    changed = Signal()

    def __init__(self, desk: Desk, page: VisitPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.page, self.kind = desk, page, page.kind
        theme, session = desk.theme, desk.session
        self.clock = VisitClock(session.clock.now)
        self.on = page.on
        self._planned = page.planned.id if page.planned is not None else ""
        self.started = session.clock.time_of_day().replace(second=0, microsecond=0, tzinfo=None)
        self.head = VisitHead(theme, page, self.clock)
        self._spelling = spelling_for(desk, self, page.ref)
        self.who = WhoSeen(theme, page.people)
        self.voice = ChildWords(theme, page.people, lambda name: self._box(name, _CHILD_LINES))
        self.seen = Observations(theme, self._box("What did you see and hear?", _SEEN_LINES))
        self.agreed = AgreedActions(theme, page.known, page.owners, lambda: session.today)
        self.next = NextVisit(
            theme, lambda: session.today, page.at_time or self._near_start(), page.planned_next
        )
        self.kinds = InformationKinds(theme, page.categories)
        self.side = Side(theme, page, lambda: f"{session.clock.time_of_day():%H:%M}")
        parts = [
            (self.who, 0), (self.voice, 2), (self.seen, 3),
            (self.agreed, 0), (self.next, 0), (self.kinds, 0),
        ]  # fmt: skip
        self.body = VisitBody(theme, page, parts, self.side)
        self.trouble, self.area = self.body.trouble, self.body.area
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.body, 1)
        self._connect()
        self.head.say_started(self.on, self.started)
        self.who.set_value((), (), page.also_present)
        self.voice.set_seen(())
        self._make_room()

    def goes_on_as(self, planned: str | None) -> bool:
        """Whether a visit that is asked for is this one: something is written already, or it is
        the same plan. A plan that is named now is the one this visit was.
        """
        if self.kept() is None:
            return (planned or "") == self._planned
        self._planned = self._planned or planned or ""
        return True

    def regions(self) -> list[QWidget]:
        """The stops of F6."""
        return [self.head, *self.body.regions()]

    def kept(self) -> dict[str, Any] | None:
        """Everything, for the draft; None where nothing was written or marked yet."""
        seen, said = self.who.seen, dict(self.voice.said)
        agreed, half = self.agreed.agreed, self.agreed.line.text()
        also = self.who.also.text().strip()
        touched = (
            seen, said, self.seen.words.strip(), agreed, half.strip(), self.side.ticked,
            self.next.choice, self.kinds.value(), also != self.page.also_present.strip(),
            self.kind != self.page.kind,
        )  # fmt: skip
        if not any(touched):
            return None
        return {
            "planned": self._planned,
            "kind": self.kind,
            "on": self.on.isoformat(),
            "started": f"{self.started:%H:%M}",
            "timer": self.clock.as_kept(),
            "seen": list(seen),
            "alone": list(self.who.alone),
            "also": also,
            "voice": said,
            "text": self.seen.words,
            "agreed": agreed_as_kept(agreed),
            "half": half,
            "ticked": self.side.ticked,
            "next": self.next.kept(),
            "kinds": list(self.kinds.value()),
        }

    def take_up(self, kept: Mapping[str, Any]) -> None:
        """Go on with a draft: every word, who was seen, and the timer."""
        if kept.get("kind") in CONTACT_KINDS:
            self.set_kind(str(kept["kind"]))
        self._planned = str(kept.get("planned") or self._planned)
        self.on = day_from(kept.get("on")) or self.on
        self.started = time_from(kept.get("started")) or self.started
        self.head.say_started(self.on, self.started)
        timer, following = kept.get("timer"), kept.get("next")
        if isinstance(timer, Mapping):
            self.clock.take_up(timer)
        self.head.show_timer()
        seen, alone = ids_from(kept.get("seen")), ids_from(kept.get("alone"))
        self.who.set_value(seen, alone, str(kept.get("also") or ""))
        self.voice.set_value(texts_from(kept.get("voice")))
        self.seen.set_words(str(kept.get("text") or ""))
        self.agreed.set_value(agreed_from(kept.get("agreed")), str(kept.get("half") or ""))
        self.side.set_ticked(texts_from(kept.get("ticked")))
        self.kinds.set_value(ids_from(kept.get("kinds")))
        if isinstance(following, Mapping):
            self.next.take_up(following)

    def entry(self) -> VisitEntry:
        """The visit as it is to be saved. Raises `InvalidFields` for what is missing."""
        self.agreed.take_line()
        wrong = []
        if not self.seen.words.strip():
            said = "is needed: a sentence is enough"
            wrong.append(FieldProblem("text", "What you saw and heard", said))
        if problem := self.next.problem():
            wrong.append(FieldProblem(NEXT, problem, ""))
        if wrong:
            raise InvalidFields(wrong)
        return VisitEntry(
            text=self.seen.words,
            planned_id=self._planned or None,
            on=self.on,
            kind=self.kind,
            started=self.started,
            minutes=self.clock.minutes,
            seen=self.who.seen,
            alone=self.who.alone,
            also_present=self.who.also.text(),
            child_voice=self.voice.said,
            categories=self.kinds.value(),
            done=tuple(self.side.ticked),
            agreed=self.agreed.agreed,
            next_visit=self._next_visit(),
        )

    def refuse(self, error: InvalidFields) -> None:
        """Say at the fields what is missing; the first of them has the focus."""
        fields = {one.field: str(one).strip() for one in error.fields}
        self.seen.set_error(fields.pop("text", ""))
        self.agreed.set_error(fields.pop(AGREED, ""))
        following = fields.pop(NEXT, "")
        if following:
            self.next.set_error(following)
        if fields:
            self.trouble.say("; ".join(fields.values()))
        self.body.tabs.setCurrentIndex(0)
        if self.seen.error:
            self.seen.box.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(self.seen.box)
        elif following:
            self.area.ensureWidgetVisible(self.next)

    def whole_text(self) -> str:
        """All that was written, to be copied."""
        names = {one.id: one.name for one in self.page.people}
        parts = [
            f"{self.head.title.text()}, {self.head.when.text()}",
            self.seen.words.strip(),
            *(f"{names.get(who, '')}: {words.strip()}" for who, words in self.voice.said),
            *(f"Action: {one.title}" for one in self.agreed.agreed),
        ]
        return "\n\n".join(part for part in parts if part)

    def set_kind(self, kind: str) -> None:
        """It is another kind of contact."""
        self.kind = kind
        self.head.show_kind(kind)

    def _box(self, name: str, least: int) -> WritingBox:
        return WritingBox(self._desk.theme, self._spelling, name, least=least)

    def _near_start(self) -> time:
        """The half hour at which it began, to be offered for the next one."""
        minutes = self.started.hour * 60 + self.started.minute
        near = round(minutes / _HALF_HOUR) * _HALF_HOUR % (24 * 60)
        return time(near // 60, near % 60)

    def _next_visit(self) -> PlanEntry | None:
        day = self.next.on
        if day is None:
            return None
        entry = PlanEntry(on=day, at_time=self.next.at_time)
        plan = self.page.planned
        if plan is None:
            return entry
        return replace(entry, kind=plan.kind, minutes=plan.minutes, place=plan.place)

    def _connect(self) -> None:
        self.who.changed.connect(self._on_who)
        self.seen.changed.connect(lambda: self.seen.set_error(""))
        self.agreed.changed.connect(lambda: self.agreed.set_error(""))
        parts = (self.who, self.voice, self.seen, self.agreed, self.next, self.kinds, self.side)
        for part in parts:
            part.changed.connect(self.changed)
        self.head.paused.connect(self.changed)
        self.head.kind_chosen.connect(self._on_kind)
        self.body.warning.followed.connect(self.head.reason_asked)

    def _on_who(self) -> None:
        self.voice.set_seen(self.who.seen)

    def _on_kind(self, kind: str) -> None:
        self.set_kind(kind)
        self.changed.emit()

    def _make_room(self) -> None:
        was_narrow = self.body.is_narrow
        self.body.make_room(self.width(), warns=not self.head.make_room(self.width()))
        if self.body.is_narrow != was_narrow:
            self.head.lend_saved(self.body.tab_row if self.body.is_narrow else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._make_room()
