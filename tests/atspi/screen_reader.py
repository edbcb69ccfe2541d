"""What a screen reader has: the accessibility bus, and nothing of the program behind it.

Runs on the system's Python, because pyatspi comes from the distribution. Everything here goes
through AT-SPI: things are found by role and name, pressed through their action, written through
their text. Where AT-SPI has no action (a key of the window) the key is sent as from a keyboard.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator

import pyatspi

APP = "CaseDesk"
PATIENCE = 60.0
"""Seconds until something that should be there counts as missing."""
PAUSE = 0.1


class NotReachable(Exception):
    """A screen reader cannot find or use something."""


class ScreenReader:
    """One reader at one program; what it reads is printed, and kept in `heard`."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._listener = Announcements()
        self.app = self._until(self._find_app, f"the program “{APP}” on the accessibility bus")

    def say(self, words: str) -> None:
        """What is read out."""
        self.heard.append(words)
        print(f"  {words}", flush=True)

    def find(self, role: str, name: str, *, within: object | None = None) -> object:
        """The first thing shown with a role, whose name is `name` or begins with it.

        Raises `NotReachable` when it does not come within `PATIENCE`.
        """
        return self._until(
            lambda: next(self.all(role, name, within=within), None), f"{role} “{name}”"
        )

    def all(self, role: str, name: str = "", *, within: object | None = None) -> Iterator[object]:
        """Every thing shown with a role and a name that begins so, in reading order."""
        for thing in shown_under(self.app if within is None else within):
            if thing.getRoleName() == role and (thing.name or "").startswith(name):
                yield thing

    def wait_gone(self, role: str, name: str) -> None:
        """Until nothing of that role and name is shown."""
        self._until(
            lambda: True if next(self.all(role, name), None) is None else None,
            f"the end of {role} “{name}”",
        )

    def press(self, role: str, name: str, *, within: object | None = None) -> None:
        """Do the first action of a thing, as a reader's user does with one key."""
        thing = self.find(role, name, within=within)
        self.say(f"[press] {thing.name}, {role}")
        self._until(
            lambda: True if thing.getState().contains(pyatspi.STATE_SENSITIVE) else None,
            f"{role} “{name}”, that can be pressed",
        )
        actions = thing.queryAction()
        names = [actions.getName(number) for number in range(actions.nActions)]
        wanted = names.index("Press") if "Press" in names else 0
        if not names or not actions.doAction(wanted):
            raise NotReachable(f"{role} “{name}” has nothing to press")

    def write(self, role: str, name: str, words: str, *, shown_as: str | None = None) -> None:
        """Put words into a field through its editable text."""
        field = self.find(role, name)
        self.say(f"[write] {field.name}: {shown_as or words}")
        field.queryComponent().grabFocus()
        if not field.queryEditableText().setTextContents(words):
            raise NotReachable(f"{role} “{name}” cannot be written in")

    def choose(self, label: str, choice: str) -> None:
        """Pick from a choice whose label is `label`, by its list."""
        box = self._until(
            lambda: next(
                (one for one in self.all("combo box") if name_of(one).startswith(label)), None
            ),
            f"the choice “{label}”",
        )
        actions = box.queryAction()
        names = [actions.getName(number) for number in range(actions.nActions)]
        actions.doAction(names.index("ShowMenu"))
        self.find("list item", choice)
        # In an open list, typing the beginning of a choice goes to it.
        subprocess.run(["xdotool", "type", choice.partition(" ")[0]], check=True)
        subprocess.run(["xdotool", "key", "Return"], check=True)
        self._until(lambda: box if box.name == choice else None, f"“{choice}” in “{label}”")
        self.say(f"[choose] {in_words(box)}")

    def changed(self, before: str) -> bool:
        """Whether what has the focus comes to read otherwise than `before`."""
        self._until(
            lambda: True if in_words(self._find_focused()) != before else None,
            f"something else than “{before}”",
        )
        return True

    def key(self, keys: str) -> None:
        """A key of the window, such as "ctrl+l"."""
        self.say(f"[key] {keys}")
        subprocess.run(["xdotool", "key", keys], check=True)

    def focused(self) -> object:
        """What has the focus."""
        return self._until(self._find_focused, "something with the focus")

    def read_focused(self) -> str:
        """Role, name and description of what has the focus, as it is read on arrival."""
        words = in_words(self.focused())
        self.say(f"[focus] {words}")
        return words

    def hear(self, words: str) -> None:
        """Wait until the window announces something that has `words` in it."""
        self._until(
            lambda: next((one for one in self._listener.take() if words in one), None),
            f"an announcement of “{words}”",
            lambda said: self.say(f"[announced] {said}"),
        )

    def _find_app(self) -> object | None:
        desktop = pyatspi.Registry.getDesktop(0)
        return next((app for app in desktop if app is not None and app.name == APP), None)

    def _find_focused(self) -> object | None:
        focused = None
        for thing in shown_under(self.app):
            if thing.getState().contains(pyatspi.STATE_FOCUSED):
                focused = thing  # The last one is the innermost: a cell, not its table.
        return focused

    def _until(
        self,
        look: Callable[[], object | None],
        what: str,
        then: Callable[[object], None] | None = None,
    ) -> object:
        trouble = ""
        limit = time.monotonic() + PATIENCE
        while time.monotonic() < limit:
            self._listener.pump()
            try:
                found = look()
            except Exception as error:  # noqa: BLE001 - what is looked at may go meanwhile
                found, trouble = None, f" (last: {type(error).__name__})"
            if found is not None:
                if then is not None:
                    then(found)
                return found
            time.sleep(PAUSE)
        raise NotReachable(f"{what} did not come within {PATIENCE:.0f} seconds{trouble}")


class Announcements:
    """What the window says by itself, without the focus going there."""

    def __init__(self) -> None:
        self._said: list[str] = []
        pyatspi.Registry.registerEventListener(self._on_event, "object:announcement")

    def pump(self) -> None:
        """Let the events that came be delivered."""
        from gi.repository import GLib

        context = GLib.MainContext.default()
        while context.pending():
            context.iteration(False)

    def take(self) -> list[str]:
        """What was said since the last time."""
        self.pump()
        said, self._said = self._said, []
        return said

    def _on_event(self, event: object) -> None:
        self._said.append(str(event.any_data))


def shown_under(thing: object) -> Iterator[object]:
    """A thing and all that is shown in it, in reading order."""
    yield thing
    for number in range(thing.childCount):
        child = thing.getChildAtIndex(number)
        if child is not None and (
            child.getState().contains(pyatspi.STATE_SHOWING) or child.getRoleName() == "application"
        ):
            yield from shown_under(child)


def in_words(thing: object) -> str:
    """As a reader says it: what it is called, what it is, its states, its text, what else."""
    states = thing.getState()
    parts = [name_of(thing), thing.getRoleName()]
    for state, word in (
        (pyatspi.STATE_CHECKED, "checked"),
        (pyatspi.STATE_SELECTED, "selected"),
        (pyatspi.STATE_EXPANDED, "expanded"),
    ):
        if states.contains(state):
            parts.append(word)
    if thing.description and thing.description != thing.name:
        parts.append(thing.description)
    return ", ".join(part for part in parts if part)


def name_of(thing: object) -> str:
    """Its label and its name: on this system a choice is named by what is chosen in it."""
    labels = [
        relation.getTarget(number).name
        for relation in thing.getRelationSet()
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY
        for number in range(relation.getNTargets())
    ]
    words = [label for label in labels if label and label != thing.name]
    return ": ".join([*words, thing.name or ""]).strip(": ")


def role_is(thing: object, *roles: str) -> bool:
    """Whether a thing is one of these."""
    return thing.getRoleName() in roles
