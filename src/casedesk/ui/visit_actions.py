"""What can be done with a planned visit, on whatever page it stands."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from casedesk.domain.errors import KnownError
from casedesk.domain.views.diary import VisitLine
from casedesk.services.calendar_file import ENDING, file_name, save_calendar_file
from casedesk.services.planned_visits import cancel_planned
from casedesk.ui.desk import Desk
from casedesk.ui.dialogs import FileKind
from casedesk.ui.saving import save

VISIT_PAGE = "visit"


class VisitActions(QObject):
    """Start, change, cancel, save for a calendar, open the family.

    `back` is the page to come back to after a change; `can_start` says whether there is a page
    to make a visit on.
    """

    def __init__(self, desk: Desk, back: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._back = back
        self.can_start = has_page(VISIT_PAGE)

    def start(self, line: VisitLine) -> None:
        """Begin the visit."""
        if self.can_start and not line.done:
            self._desk.navigate(VISIT_PAGE, family=line.family_ref, planned=line.record.id)

    def change(self, line: VisitLine) -> None:
        """Open the form of the visit."""
        self._desk.navigate(
            "plan_visit", family=line.family_ref, planned=line.record.id, back=self._back
        )

    def cancel(self, line: VisitLine) -> None:
        """Call it off; the toast offers the way back."""
        work = partial(cancel_planned, self._desk.session, line.record.id, line.record.version)
        save(self._desk, self, work, failed=self._on_refused)

    def open_family(self, line: VisitLine) -> None:
        """Turn to the family."""
        self._desk.navigate("family", family=line.family_ref)

    def save_for_calendar(self, line: VisitLine) -> None:
        """Ask where to, and write one visit to a calendar file."""

        def chosen(target: Path | None) -> None:
            if target is not None:
                work = partial(save_calendar_file, self._desk.session, line.record.id, target)
                self._desk.jobs.write(self, work, self._on_file_saved)

        self._desk.dialogs.choose_save_file(
            "Save this visit for a calendar",
            Path.home() / file_name(line.family_ref, line.record),
            [FileKind("Calendar", (ENDING.removeprefix("."),))],
            chosen,
        )

    def menu(self, line: VisitLine, parent: QWidget, *, with_start: bool = False) -> QMenu:
        """All of it as a menu; what is written up is neither changed nor called off."""
        menu = QMenu(parent)
        menu.setAccessibleName(f"{line.family}, {line.time_words}")
        rows = [
            ("play", "Start visit", self.start, with_start and self.can_start and not line.done),
            ("pencil", "Change visit", self.change, not line.done),
            ("calendar-x", "Cancel visit", self.cancel, not line.done),
            ("calendar-plus", "Save for a calendar", self.save_for_calendar, True),
            ("folder", "Open family", self.open_family, True),
        ]
        for icon, words, act, is_offered in rows:
            if is_offered:
                action = menu.addAction(self._desk.theme.icon(icon, 18, "ink2"), words)
                action.triggered.connect(lambda _=False, do=act: do(line))
        return menu

    def _on_file_saved(self, target: Path) -> None:
        self._desk.toast(f"Saved {target.name}: the reference and the time, no names")
        self._desk.say_changed("Disclosure")

    def _on_refused(self, error: KnownError) -> None:
        self._desk.toast(error.sentence)
        self._desk.say_changed("PlannedVisit")


def has_page(name: str) -> bool:
    """Whether there is such a page. The registry is loaded by the first screen, not by this."""
    from casedesk.ui.screens import REGISTRY

    return name in REGISTRY
