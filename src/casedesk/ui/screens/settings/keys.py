"""Keys and recovery: the ways into the vault, and how each is changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from casedesk.domain.errors import KnownError
from casedesk.services.backups import back_up, remove_backups
from casedesk.services.keys import WaysIn, earlier_backups, ways_in
from casedesk.services.session import Session
from casedesk.services.settings import Settings, read_settings
from casedesk.ui.desk import Desk
from casedesk.ui.dialogs import Question
from casedesk.ui.screens.settings.action_row import ActionRow
from casedesk.ui.screens.settings.code_flow import CodeFlow
from casedesk.ui.screens.settings.flow import Flow
from casedesk.ui.screens.settings.passphrase_flow import PassphraseFlow
from casedesk.ui.screens.settings.rotation_flow import RotationFlow
from casedesk.ui.screens.settings.section import Section
from casedesk.ui.shell.hint_line import HintLine
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Card, Hairline
from casedesk.ui.widgets.states import StateLook

CHANGES = (
    ("passphrase", "Passphrase", "Change passphrase"),
    ("code", "Recovery code", "Make a new code"),
    ("keys", "If a passphrase got out", "Change every key"),
)
NO_PLACE = "Choose a place for backups first: Settings, Backups."


@dataclass(frozen=True)
class KeysShown:
    """What the page shows."""

    ways: WaysIn
    settings: Settings
    earlier: tuple[Path, ...]


class KeysSection(Section):
    """Three changes; each takes the page's place until it is done."""

    name = "keys"
    heading = "Keys and recovery"
    icon = "key-round"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Nobody at the council can open your vault or reset these for you.")
        self.said = HintLine(self.theme)
        self.said.hide()
        self.older = Banner(self.theme, "warn", "")
        self.older.hide()
        self.older.followed.connect(self._ask_fresh)
        self.column.addWidget(self.said)
        self.column.addWidget(self.older)
        self.overview = Card(self.theme, "")
        self.overview.setAccessibleName(self.heading)
        self.buttons: dict[str, Button] = {}
        self.rows: dict[str, ActionRow] = {}
        for place, (key, title, words) in enumerate(CHANGES):
            if place:
                self.overview.body.addWidget(Hairline())
            self.overview.body.addWidget(self._row(key, title, words))
        self.column.addWidget(self.overview)
        self._place = QVBoxLayout()
        self.column.addLayout(self._place)
        self.flow: Flow | None = None
        self._shown: KeysShown | None = None

    def look(self) -> None:
        """Reads the ways in anew."""
        session = self.desk.session
        self.desk.jobs.read(self, lambda: _look(session), self._show)

    def put_away(self) -> None:
        """Takes what was typed, and a code on its way to paper, off the screen."""
        if self.flow is not None:
            self.flow.forget()

    def begin(self, key: str) -> None:
        """Opens the change: passphrase, code or keys."""
        settings = self._shown.settings if self._shown else None
        leads = self._shown.ways.leads if self._shown else 0
        if self.flow is not None:
            return
        flow: Flow
        if key == "passphrase":
            flow = PassphraseFlow(self.desk, settings)
        elif key == "code":
            flow = CodeFlow(self.desk)
        else:
            flow = RotationFlow(self.desk, settings, leads)
        self.flow = flow
        flow.ended.connect(self._on_ended)
        self.set_head_shown(False)
        self.overview.hide()
        self.older.hide()
        self.said.hide()
        self._place.addWidget(flow)
        flow.show()
        flow.focus_first()

    def _row(self, key: str, title: str, words: str) -> ActionRow:
        row = ActionRow(self.theme, title)
        button = Button(self.theme, words, tall=36)
        button.clicked.connect(partial(self._on_button, key))
        row.add_button(button)
        self.buttons[key] = button
        self.rows[key] = row
        return row

    def _on_button(self, key: str, _: bool = False) -> None:
        self.begin(key)

    def _on_ended(self, sentence: str) -> None:
        flow, self.flow = self.flow, None
        if flow is not None:
            flow.hide()
            flow.deleteLater()
        self.set_head_shown(True)
        self.overview.show()
        self._say(sentence, good=True)
        self.look()

    def _say(self, sentence: str, *, good: bool) -> None:
        self.said.say(sentence, "good" if good else "bad")
        self.said.setVisible(bool(sentence))

    def _show(self, shown: KeysShown) -> None:
        self._shown = shown
        ways = shown.ways
        bound = (
            "It opens the vault on this laptop only: a copy of the files is of no use elsewhere."
            if ways.bound
            else "It opens a copy of the vault on any computer, because this laptop has no keyring."
        )
        self.rows["passphrase"].words.set_text(bound)
        self._badge(
            "passphrase",
            "lock",
            "This laptop only" if ways.bound else "Any computer",
            "good" if ways.bound else "warn",
        )
        paper = ways.recovery and ways.code_on_paper
        self.rows["code"].words.set_text(
            "It opens the vault anywhere when the passphrase is forgotten or the laptop is lost. "
            "A new one makes the old paper worthless."
        )
        self._badge(
            "code",
            "circle-check" if paper else "circle-alert",
            "On paper" if paper else "Not on paper",
            "good" if paper else "bad",
        )
        leads = f" Team leads who can open it now: {ways.leads}." if ways.leads else ""
        self.rows["keys"].words.set_text(
            "Writes the whole vault again under a new key, so that whoever knows the old "
            f"passphrase or code is kept out.{leads}"
        )
        self._show_older(len(shown.earlier))

    def _badge(self, key: str, glyph: str, word: str, tone: str) -> None:
        self.rows[key].show_state(StateLook(glyph, word, tone))

    def _show_older(self, count: int) -> None:
        shown = bool(count) and self.flow is None
        if count:
            which = "1 older backup opens" if count == 1 else f"{count} older backups open"
            self.older.set_words(
                "warn",
                f"{which} with an earlier passphrase",
                "Make a fresh one, and remove those.",
                link="Back up and remove",
            )
        self.older.setVisible(shown)

    def _ask_fresh(self) -> None:
        shown = self._shown
        if shown is None or not shown.earlier:
            return
        folder = shown.settings.backup_folder
        if folder is None:
            self._say(NO_PLACE, good=False)
            return
        names = len(shown.earlier)
        question = Question(
            "Remove the backups that open with an earlier passphrase?",
            f"First a fresh backup is made, opened and checked. Then {names} older "
            f"{'file goes' if names == 1 else 'files go'} for good. Copies on other sticks stay: "
            "remove those yourself.",
            "Back up and remove",
            "Keep them",
            grave=True,
        )

        def answered(agreed: bool) -> None:
            if agreed:
                self._fresh(folder, shown.earlier)

        self.desk.dialogs.confirm(question, answered)

    def _fresh(self, folder: Path, earlier: tuple[Path, ...]) -> None:
        session = self.desk.session

        def work() -> int:
            back_up(session, folder)
            return remove_backups(session, earlier)

        def done(gone: int) -> None:
            self._say(f"A fresh backup is made and checked. Removed: {gone}.", good=True)
            self.look()

        def failed(error: KnownError) -> None:
            self._say(f"{error.sentence} The older backups are still there.", good=False)
            self.look()

        self.desk.write(self, work, done, failed, kinds=("Setting",))


def _look(session: Session) -> KeysShown:
    return KeysShown(ways_in(session), read_settings(session), earlier_backups(session))
