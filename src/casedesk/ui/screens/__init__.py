"""The screens by name; each is loaded when it is first shown.

A folder here that is missing from the registry fails tests/ui/test_every_screen.py.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from casedesk.ui.desk import Desk


class Screen(Protocol):
    """What the shell asks of every screen besides being a widget."""

    title: str

    def show_for(self, **args: Any) -> None:
        """Shows what `args` ask for; called each time the page is turned to."""
        ...


@dataclass(frozen=True)
class ScreenEntry:
    """A screen of the workspace.

    `make` builds the widget. `pictures` are what is photographed and looked through for
    accessibility: picture name -> the arguments of `show_for`, on the made-up caseload.
    """

    make: Callable[[Desk], QWidget]
    pictures: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def _today(desk: Desk) -> QWidget:
    from casedesk.ui.screens.today.screen import TodayScreen

    return TodayScreen(desk)


def _week(desk: Desk) -> QWidget:
    from casedesk.ui.screens.week.screen import WeekScreen

    return WeekScreen(desk)


def _plan_visit(desk: Desk) -> QWidget:
    from casedesk.ui.screens.plan_visit.screen import PlanVisitScreen

    return PlanVisitScreen(desk)


def _families(desk: Desk) -> QWidget:
    from casedesk.ui.screens.families.screen import FamiliesScreen

    return FamiliesScreen(desk)


def _new_family(desk: Desk) -> QWidget:
    from casedesk.ui.screens.new_family.screen import NewFamilyScreen

    return NewFamilyScreen(desk)


def _family(desk: Desk) -> QWidget:
    from casedesk.ui.screens.family.screen import FamilyScreen

    return FamilyScreen(desk)


def _reports(desk: Desk) -> QWidget:
    from casedesk.ui.screens.reports.screen import ReportsScreen

    return ReportsScreen(desk)


def _report(desk: Desk) -> QWidget:
    from casedesk.ui.screens.report.screen import ReportScreen

    return ReportScreen(desk)


def _settings(desk: Desk) -> QWidget:
    from casedesk.ui.screens.settings.screen import SettingsScreen

    return SettingsScreen(desk)


def _visit(desk: Desk) -> QWidget:
    from casedesk.ui.screens.visit.screen import VisitScreen

    return VisitScreen(desk)


SHOWN_FAMILY = "CD-0412"

REGISTRY: dict[str, ScreenEntry] = {
    "today": ScreenEntry(_today, {"today": {}, "today-all": {"scope": "all"}}),
    "week": ScreenEntry(_week, {"week": {}, "week-all": {"scope": "all"}}),
    "plan_visit": ScreenEntry(
        _plan_visit,
        {
            "plan-visit": {},
            "plan-visit-form": {"family": SHOWN_FAMILY, "on": "2026-11-24"},
        },
    ),
    "families": ScreenEntry(
        _families,
        {
            "families": {},
            "families-searching": {"search": "ashw"},
            "families-empty": {"search": "ashwerth"},
        },
    ),
    "new_family": ScreenEntry(
        _new_family,
        {"new-family": {}, "new-family-alike": {"name": "Ashworth"}},
    ),
    "family": ScreenEntry(
        _family,
        {
            "family-overview": {"family": SHOWN_FAMILY, "tab": "overview"},
            "family-details": {"family": SHOWN_FAMILY, "tab": "overview", "edit": "details"},
            "family-criteria": {"family": SHOWN_FAMILY, "tab": "criteria"},
            "family-consent": {"family": SHOWN_FAMILY, "tab": "consent"},
            "family-visits": {"family": SHOWN_FAMILY, "tab": "visits"},
            "family-chronology": {"family": SHOWN_FAMILY, "tab": "visits", "view": "chronology"},
            "family-plan": {"family": SHOWN_FAMILY, "tab": "plan"},
            "family-documents": {"family": SHOWN_FAMILY, "tab": "documents"},
            "family-people": {"family": SHOWN_FAMILY, "tab": "people"},
            "family-around": {"family": SHOWN_FAMILY, "tab": "people", "part": "around"},
            "family-history": {"family": SHOWN_FAMILY, "tab": "history"},
        },
    ),
    "visit": ScreenEntry(_visit, {"visit": {"family": SHOWN_FAMILY}}),
    "reports": ScreenEntry(_reports, {"reports": {}, "reports-found": {"search": "oka"}}),
    "report": ScreenEntry(
        _report,
        {
            "report-choose": {"family": SHOWN_FAMILY},
            "report-school": {"family": SHOWN_FAMILY, "recipient": "schools"},
        },
    ),
    "settings": ScreenEntry(
        _settings,
        {
            "settings-you": {"section": "you"},
            "settings-look": {"section": "look"},
            "settings-lock": {"section": "lock"},
            "settings-packs": {"section": "packs"},
            "settings-words": {"section": "words"},
            "settings-backups": {"section": "backups"},
            "settings-safety": {"section": "safety"},
            "settings-keys": {"section": "keys"},
            "settings-keys-passphrase": {"section": "keys", "change": "passphrase"},
            "settings-keys-code": {"section": "keys", "change": "code"},
            "settings-keys-all": {"section": "keys", "change": "keys"},
            "settings-about": {"section": "about"},
        },
    ),
}


def load_first_screens() -> None:
    """Loads what opens a vault, and the modules of the pages a day begins with.

    For a worker while the passphrase is typed: together they take longer than the program
    took to start, which the passphrase box or the unlock would otherwise wait for.
    """
    import casedesk.services.first_run
    import casedesk.services.last_place
    import casedesk.services.unlocking
    import casedesk.ui.desk
    import casedesk.ui.saving
    import casedesk.ui.screens.families.screen
    import casedesk.ui.screens.family.screen
    import casedesk.ui.screens.today.screen
    import casedesk.ui.shell.workspace  # noqa: F401
    from casedesk.ui.screens.family.tabs import TABS

    for tab in TABS:
        tab.load()


BEFORE_UNLOCK = ("unlock", "welcome")
"""Folders of the pages that are shown while the vault is closed; the window makes them."""
