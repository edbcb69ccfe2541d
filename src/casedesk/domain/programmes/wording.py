"""Small pieces of plain English that reasons and questions are put together from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from casedesk.domain.dates import long_date

# What follows the noun that takes the plural: "police call-outs for domestic abuse".
_AFTER_NOUN = re.compile(r" (?:for|by|of|at|on|in|caused|with|that)\b")


def plural(phrase: str) -> str:
    """The plural of a fact kind's phrase: "section 47 enquiries", "nominations by …"."""
    match = _AFTER_NOUN.search(phrase)
    noun, rest = (phrase[: match.start()], phrase[match.start() :]) if match else (phrase, "")
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies{rest}"
    return f"{noun}{'es' if noun.endswith(('s', 'x', 'ch', 'sh')) else 's'}{rest}"


def counted(number: int, phrase: str) -> str:
    """A number and what it counts: "1 proven offence", "2 proven offences"."""
    return f"{number} {phrase if number == 1 else plural(phrase)}"


def period(number: int, unit: str) -> str:
    """A length of time: "1 month", "12 months"."""
    return f"{number} {unit}{'' if number == 1 else 's'}"


def last(number: int, unit: str) -> str:
    """The last so many: "the last month", "the last 12 months"."""
    return f"the last {unit}" if number == 1 else f"the last {number} {unit}s"


def figure(value: Decimal) -> str:
    """A figure without needless noughts: "10", "2.5"."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def listed(parts: Iterable[str], word: str = "and") -> str:
    """Things in a row: "a", "a and b", "a, b and c"."""
    ordered = list(parts)
    if len(ordered) < 2:
        return "".join(ordered)
    return f"{', '.join(ordered[:-1])} {word} {ordered[-1]}"


def sentence(text: str) -> str:
    """The text with a capital at the front and a full stop at the end."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '!', '?')) else '.'}"


def on_days(days: Iterable[date]) -> str:
    """One or several days: "on 4 May 2026 and 9 June 2026"."""
    return f"on {listed(long_date(day) for day in days)}"
