"""S8: from whatever asks and over whatever is open, the lock blanks the screen in a second.

And it loses nothing: the words typed a moment before are in the draft, the vault is closed,
and another program may open it.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torture_apart
from torture_apart import Found, apart
from torture_laptop import (
    DRAWER,
    LEFT_STANDING,
    OVER,
    STANDING,
    TRIGGERS,
    Around,
    Laptop,
    until,
    waited_for_processor,
)
from torture_outcome import Control, Outcome
from torture_vault import add_shared_family, copied, new_vault, numbers_saved, opened

from casedesk.domain.errors import KnownError
from casedesk.services.drafts import all_drafts
from casedesk.services.unlocking import is_open
from casedesk.ui.shell.lock_trigger import ASLEEP, SESSION_LOCKED

LONGEST = 1.0
"""Seconds from the trigger to a screen on which nothing is left."""
PROGRAMS = 2


def run(place: Path, locks: int, control_tries: int = 6, seed: int = 8) -> Outcome:
    """Locks so many times, by every trigger over everything in turn."""
    found = apart(__file__, place, locks, control_tries, seed, programs=min(PROGRAMS, locks))
    return Outcome(
        "S8",
        f"locks by {', '.join(TRIGGERS)}; over {', '.join(OVER)}",
        locks,
        found.failures,
        Control("a lock that lets dialogs stand", found.tries, found.caught),
        {
            "longest until blank, ms": round(found.longest.get("blank", 0.0) * 1_000),
            "with what the machine was busy with beside it, ms": round(
                found.longest.get("by the clock", 0.0) * 1_000
            ),
        },
    )


def rounds(place: Path, locks: int, tries: int, seed: int) -> Found:
    """The rounds of one program."""
    chance = random.Random(seed)
    template = place / "template"
    new_vault(template)
    with opened(template) as session:
        add_shared_family(session)
    around = Around()
    pairs = [(how, over) for how in TRIGGERS for over in OVER]
    found = Found()
    for number in range(locks):
        if number % len(pairs) == 0:
            chance.shuffle(pairs)
        how, over = pairs[number % len(pairs)]
        wrong = _round(around, copied(template, place / "vault"), how, over, found)
        found.failures += [f"{how}, over {over}: {one}" for one in wrong]
    for number in range(tries):
        over, how = STANDING[number % len(STANDING)], chance.choice((ASLEEP, SESSION_LOCKED))
        folder = copied(template, place / "vault")
        found.tries += 1
        wrong = _round(around, folder, how, over, Found(), broken=True)
        found.caught += any(LEFT_STANDING in one for one in wrong)
    around.jobs.close()
    return found


def _round(
    around: Around, folder: Path, how: str, over: str, found: Found, *, broken: bool = False
) -> list[str]:
    desk = Laptop(around, folder)
    words = f"Seen with Nadia before {over}"
    try:
        desk.unlock()
        desk.write(words)
        desk.open(over, words)
        seen = desk.look_at_cover(broken=broken)
        session = desk.window.session
        asked, waited = time.monotonic(), waited_for_processor()
        desk.pull(how)
        until(lambda: desk.locked)
    except AssertionError as error:
        return [str(error)]
    finally:
        desk.go()
    assert session is not None
    # What other programs took of a crowded machine is no time of ours.
    took = seen.at - asked - (seen.waited - waited)
    found.measure("blank", took)
    found.measure("by the clock", seen.at - asked)
    wrong = seen.wrong
    if took > LONGEST:
        wrong.append(f"it was blank after {took:.2f} s")
    if is_open(session):
        wrong.append("the vault is still open")
    wrong += desk.wrong_on_the_unlock_page(how)
    wrong += _lost(folder, words)
    wrong += [f"{type(one).__name__}: {one}" for one in around.bugs]
    around.bugs.clear()
    return wrong


def _lost(folder: Path, words: str) -> Iterator[str]:
    """What of the words typed a moment before is not in a draft."""
    try:
        with opened(folder) as session:
            numbers_saved(session)
            kept = [json.dumps(dict(one.contents)) for one in all_drafts(session)]
    except (KnownError, AssertionError) as error:
        yield str(error)
        return
    if not any(f'"{words}"' in one for one in kept):
        yield "the words of the visit are lost"
    if DRAWER in words and not any(f"{words}, in a note" in one for one in kept):
        yield "the words of the note are lost"


if __name__ == "__main__":
    torture_apart.main(rounds)
