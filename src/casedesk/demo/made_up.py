"""Puts the caseload together: so many families, the same for the same seed."""

from __future__ import annotations

from datetime import date

from casedesk.demo.ashworth import REF, write_ashworths
from casedesk.demo.chance import Chance
from casedesk.demo.families import write_family
from casedesk.demo.home import Home, Someone
from casedesk.demo.names import HERITAGES, heritage_of
from casedesk.demo.sheets import Row, Sheets
from casedesk.demo.stories import STORIES

_FIRST_NUMBER = 351
_NAMED = {
    "CD-0351": ("Greenhalgh", "Mark Oyelaran"), "CD-0365": ("Bancroft", "Beth Lindley"),
    "CD-0372": ("Quigley", "Mark Oyelaran"), "CD-0377": ("Holroyd", "Beth Lindley"),
    "CD-0388": ("Fenwick", "Jo Hebden"), "CD-0397": ("Pemberton", "Jo Hebden"),
    "CD-0403": ("Rahman", "Mark Oyelaran"), "CD-0409": ("Begum", "Jo Hebden"),
    "CD-0422": ("Drummond", "Callum Reid"), "CD-0429": ("Lister", "Callum Reid"),
    "CD-0431": ("Okafor", "Jo Hebden"), "CD-0440": ("Tattersall", "Jo Hebden"),
}  # fmt: skip
"""Families that pictures and walk-throughs name, with their keyworkers."""


def caseload(
    seed: int = 2026, families: int = 60, today: date = date(2026, 11, 24)
) -> dict[str, list[Row]]:
    """The rows of a case workbook by sheet name (docs/interchange.md, The case workbook).

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
        name, keyworker = _NAMED.get(ref, (None, None))
        home = _home(seed, number, ref, name, today, sheets)
        home.keyworker = keyworker
        write_family(home, STORIES[(number - 1) % len(STORIES)])
        _share_people(home, homes)
        elsewhere = [one for one in home.adults if not one.at_home]
        homes.append((home, elsewhere[0] if elsewhere else None))
    return sheets.rows


def _ref(number: int) -> str:
    """CD-0412 for the first family, then CD-0351 onwards without it."""
    if number == 0:
        return REF
    counted = _FIRST_NUMBER + number - 1
    return f"CD-{counted if counted < int(REF[3:]) else counted + 1:04d}"


def _home(seed: int, number: int, ref: str, name: str | None, today: date, sheets: Sheets) -> Home:
    chance = Chance(f"{seed}:{ref}")
    heritage = heritage_of(name) if name else HERITAGES[number % len(HERITAGES)]
    return Home(
        number=number,
        ref=ref,
        name=name or chance.pick(heritage.families),
        heritage=heritage,
        chance=chance,
        today=today,
        sheets=sheets,
    )


def _share_people(home: Home, homes: list[tuple[Home, Someone | None]]) -> None:
    """In every ninth family lives a parent who left an earlier one, now this mother's partner.

    They are one person: what is recorded of them counts in both families.
    """
    if home.number % 9 != 5:
        return
    earlier, parent = homes[-5]
    if parent is None or parent.family == home.name:
        return
    here = home.add_known(parent, earlier.ref, "carer", at_home=True)
    home.relate(here, "partner", home.main, from_=home.ago(200))
