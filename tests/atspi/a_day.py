"""A keyworker's day, done the way a screen reader does it: unlock, find, read, record, lock.

Runs on the system's Python beside a window that `run_a_day.sh` opened. Usage:
`a_day.py PASSPHRASE`. It prints all that it read, and ends with 1 when something cannot be
reached or is read wrong.
"""

from __future__ import annotations

import sys

from screen_reader import NotReachable, ScreenReader, in_words, role_is, shown_under

FAMILY = "Ashworth"
MISSPELT = "ashwerth"
STATES = (
    "Met – from records",
    "Confirmed by keyworker",
    "Keyworker disagrees",
    "Not met",
    "Not known",
    "Improved and sustained",
)
CRITERIA = 6
WORDS = "Kerry rang back. The school meeting is on Thursday."


def lock(reader: ScreenReader) -> None:
    """By the key, and the page that asks for the passphrase is what is left."""
    reader.key("ctrl+l")
    reader.find("password text", "Passphrase")
    left = [thing.name for thing in shown_under(reader.app) if FAMILY in (thing.name or "")]
    check(not left, f"after the lock a reader still finds {left}")
    reader.read_focused()


def unlock(reader: ScreenReader, passphrase: str) -> None:
    """First with a slip, which is announced; then with the passphrase."""
    reader.write("password text", "Passphrase", "not the passphrase", shown_as="a wrong one")
    reader.press("push button", "Unlock")
    reader.hear("That is not the passphrase")
    reader.write("password text", "Passphrase", passphrase, shown_as="the passphrase")
    reader.press("push button", "Unlock")
    reader.find("panel", "Top bar")
    reader.read_focused()


def find_family(reader: ScreenReader) -> None:
    """By a name that is spelt nearly right."""
    reader.press("check box", "Families")
    reader.write("text", "Search families", MISSPELT)
    reader.hear("No families match")
    reader.press("push button", f"Search for “{FAMILY}”")
    cell = reader.find("table cell", FAMILY)
    for one in reader.all("table cell"):
        reader.say(in_words(one))
    check(cell.name.startswith(f"{FAMILY}, CD-"), "the family's reference is read with its name")
    reader.key("Return")
    reader.find("label", f"{FAMILY} family")


def read_criteria(reader: ScreenReader) -> None:
    """Every state and every reason, as text."""
    reader.press("page tab", "Criteria")
    reader.find("panel", "How the criteria stand")
    for part in reader.all("label", "Meets "):
        reader.say(part.name)
    cards = [
        panel
        for panel in reader.all("panel")
        if any((panel.name or "").endswith(f": {state}") for state in STATES)
    ]
    check(len(cards) == CRITERIA, f"{CRITERIA} criteria are read, not {len(cards)}")
    for card in cards:
        reader.say(card.name)
        state = card.name.rpartition(": ")[2]
        words = [thing.name for thing in shown_under(card) if role_is(thing, "label")]
        reasons = [one for one in words if len(one) > len(state) and one not in card.name]
        check(bool(reasons), f"{card.name} has a reason in words")
        for reason in reasons:
            reader.say(f"    {reason}")
        strips = [thing for thing in shown_under(card) if role_is(thing, "slider")]
        check(len(strips) == 1, f"{card.name} has its months")
        check(": " in strips[0].description, "the newest month and its state are read")
        reader.say(f"    {in_words(strips[0])}")
        buttons = [thing.name for thing in shown_under(card) if role_is(thing, "push button")]
        reader.say(f"    can do: {'; '.join(name.partition(':')[0] for name in buttons)}")
    strips = [thing for thing in shown_under(cards[0]) if role_is(thing, "slider")]
    strips[0].queryComponent().grabFocus()
    before = reader.read_focused()
    reader.key("Left")
    check(reader.changed(before), "the month before is read when the arrow goes there")
    reader.read_focused()


def record_contact(reader: ScreenReader) -> None:
    """A phone call with Kerry, from the family's page."""
    reader.press("push button", "Add note")
    drawer = reader.find("dialog", "Add a note")
    reader.read_focused()
    for part in shown_under(drawer):
        if role_is(part, "text", "combo box", "check box", "push button"):
            reader.say(in_words(part))
    reader.choose("What kind of contact", "Phone call")
    reader.write("text", "What happened", WORDS)
    reader.press("check box", "Was there: Kerry")
    reader.press("push button", "Save note")
    reader.hear("Undo: Ctrl Z")
    newest = reader.find("list item", "Phone call, 24 November 2026")
    check("Kerry rang back" in newest.name, "the note is the first of the list")
    reader.say(in_words(newest))


def check(holds: bool, what: str) -> None:
    """Raises `NotReachable` for what is read wrong."""
    if not holds:
        raise NotReachable(f"Not so: {what}")


def main() -> int:
    """The whole day; 0 when all of it could be done."""
    passphrase = sys.argv[1]
    try:
        reader = ScreenReader()
        reader.find("panel", "Top bar")
        reader.focused()  # A key goes to the window that is in use, so it has to be.
    except NotReachable as error:
        print(f"FAILED: {error}", flush=True)
        return 1
    parts = (
        ("Lock", lambda: lock(reader)),
        ("Unlock", lambda: unlock(reader, passphrase)),
        ("Find a family", lambda: find_family(reader)),
        ("Read its criteria", lambda: read_criteria(reader)),
        ("Record a contact", lambda: record_contact(reader)),
        ("Lock again", lambda: lock(reader)),
    )
    for title, part in parts:
        print(f"\n{title}", flush=True)
        try:
            part()
        except NotReachable as error:
            print(f"  FAILED: {error}", flush=True)
            return 1
    read = len(reader.heard)
    print(f"\nThe whole day was done through the accessibility bus: {read} things read.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
