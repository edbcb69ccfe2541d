"""The real program in a process of its own, in which a visit is typed: see `window_agent`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "integration" / "lock"))

import window_agent
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from casedesk.ui.screens.visit.composer import VisitComposer
from casedesk.ui.screens.visit.screen import VisitScreen


class VisitAgent(window_agent.Agent):
    """Says “kept” whenever words of the visit are on the disk."""

    def do_visit(self, family: str) -> None:
        assert self.window.workspace is not None
        self.window.workspace.desk.navigate("visit", family=family)
        screen = self.window.workspace.screen_shown
        assert isinstance(screen, VisitScreen)
        screen.presenter.begun.connect(lambda _: self._begun(screen))

    def _begun(self, screen: VisitScreen) -> None:
        assert screen.keeper is not None
        screen.keeper.kept.connect(lambda _: self._kept(screen))
        self.say("begun")

    def _kept(self, screen: VisitScreen) -> None:
        self.say("kept", words=_composer(screen).kept())

    def do_keys(self, seen: str, child: str, said: str, action: str, half: str) -> None:
        """Marks a child as seen, and types its words, the observations and actions."""
        assert self.window.workspace is not None
        screen = self.window.workspace.screen_shown
        assert isinstance(screen, VisitScreen)
        composer = _composer(screen)
        if child:
            who = next(one.id for one in composer.page.people if one.name == child)
            QTest.mouseClick(composer.who.toggles[who], Qt.MouseButton.LeftButton)
            QTest.keyClicks(composer.voice.boxes[who], said)
        QTest.keyClicks(composer.seen.box, seen)
        if action:
            QTest.keyClicks(composer.agreed.line, action)
            QTest.keyClick(composer.agreed.line, Qt.Key.Key_Return)
        QTest.keyClicks(composer.agreed.line, half)
        self.say("typed")


def _composer(screen: VisitScreen) -> VisitComposer:
    assert screen.composer is not None
    return screen.composer


if __name__ == "__main__":
    window_agent.Agent = VisitAgent  # type: ignore[misc]
    sys.exit(window_agent.main())
