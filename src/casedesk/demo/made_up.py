"""Puts the caseload together: so many families, the same for the same seed."""

from __future__ import annotations

from datetime import date

from casedesk.demo.around import beside_the_sheets
from casedesk.demo.ashworth import REF, write_ashworths
from casedesk.demo.chance import Chance
from casedesk.demo.diary import HEADING, planned_visits
from casedesk.demo.families import write_family
from casedesk.demo.home import Home
from casedesk.demo.names import HERITAGES, heritage_of
from casedesk.demo.sheets import Caseload, Sheets
from casedesk.demo.someone import Someone
from casedesk.demo.stories import STORIES

_NAMED = (
    ("CD-0431", "Okafor", "Jo Hebden"), ("CD-0388", "Fenwick", "Jo Hebden"),
    ("CD-0429", "Lister", "Callum Reid"), ("CD-0409", "Begum", "Jo Hebden"),
    ("CD-0377", "Holroyd", "Beth Lindley"), ("CD-0422", "Drummond", "Callum Reid"),
    ("CD-0397", "Pemberton", "Jo Hebden"), ("CD-0351", "Greenhalgh", "Mark Oyelaran"),
    ("CD-0372", "Quigley", "Mark Oyelaran"), ("CD-0365", "Bancroft", "Beth Lindley"),
    ("CD-0440", "Tattersall", "Jo Hebden"), ("CD-0403", "Rahman", "Mark Oyelaran"),
)  # fmt: skip
"""Families that pictures and walk-throughs name, in the order of the stories."""

_FIRST_NUMBER = 351
_TAKEN = sorted(int(ref[3:]) for ref, _, _ in (*_NAMED, (REF, "", "")))


def caseload(seed: int = 2026, families: int = 60, today: date = date(2026, 11, 24)) -> Caseload:
    """The rows of a case workbook by sheet name (docs/interchange.md, The case workbook), and
    beside them what it has no sheet for: planned visits, people around the families, documents.

    Values are text, dates, dates with a time, yes/no as bool, whole numbers and Decimal
    (days of an exclusion); lists are text separated by `;`; blank cells are left out. All
    dates are counted from `today`. A family is the same however many others there are.
    Raises ValueError below one family or above 50,000.
    """
    if not 1 <= families <= 50_000:
        raise ValueError("the made-up caseload has 1 to 50,000 families")
    sheets = Sheets()
    homes: list[tuple[Home, Someone | None]] = []
    for number in range(families):
        ref = _ref(number)
        if number == 0:
            home = _home(seed, number, ref, "Ashworth", today, sheets)
            homes.append((home, write_ashworths(home).darren))
            continue
        name, keyworker = _named(number)
        home = _home(seed, number, ref, name, today, sheets)
        home.keyworker = keyworker
        story = STORIES[(number - 1) % len(STORIES)]
        write_family(home, story)
        if "shares-parent" in story.marks:
            _share_a_parent(home, homes)
        elsewhere = [one for one in home.adults if not one.at_home and one.role == "parent"]
        homes.append((home, elsewhere[0] if elsewhere else None))
    made = [home for home, _ in homes]
    beside = {HEADING: planned_visits(made, today), **beside_the_sheets(made, today)}
    return Caseload(sheets.rows, beside)


def _ref(number: int) -> str:
    """CD-0412 for the first family, then those with names, then CD-0352 onwards."""
    if number == 0:
        return REF
    if number <= len(_NAMED):
        return _NAMED[number - 1][0]
    counted = _FIRST_NUMBER + number - len(_NAMED) - 1
    for taken in _TAKEN:
        if taken <= counted:
            counted += 1
    return f"CD-{counted:04d}"


def _named(number: int) -> tuple[str, str | None]:
    """A family's name, and its keyworker where that is part of the name's story."""
    if number <= len(_NAMED):
        return _NAMED[number - 1][1:]
    turn, place = divmod(number, len(HERITAGES))
    heritage = HERITAGES[place]
    earlier = turn * HERITAGES.count(heritage) + HERITAGES[:place].count(heritage)
    used = {name for _, name, _ in _NAMED}
    free = [name for name in heritage.families if name not in used]
    return free[earlier % len(free)], None


def _home(seed: int, number: int, ref: str, name: str, today: date, sheets: Sheets) -> Home:
    return Home(
        number=number,
        ref=ref,
        name=name,
        heritage=heritage_of(name),
        chance=Chance(f"{seed}:{ref}"),
        today=today,
        sheets=sheets,
    )


def _share_a_parent(home: Home, homes: list[tuple[Home, Someone | None]]) -> None:
    """A parent who lives apart from an earlier family is this mother's partner.

    They are one person: what is recorded of them counts in both families.
    """
    for earlier, parent in reversed(homes):
        if parent is not None and parent.sex == "male":
            here = home.add_known(parent, earlier.ref, "other", at_home=False)
            home.relate(here, "partner", home.main, from_=home.ago(200))
            return
