"""Reading one table of a pack, key by key, and refusing what is wrong with it.

Every refusal is a `PackError` that names the file, the key and the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NoReturn

from casedesk.domain.errors import PackError

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MOST_MONTHS = 1200
MOST_PLACES = 6


@dataclass
class Table:
    """One table of a pack being read.

    `file` and `key` say where it is. Every key that is asked for is ticked off; `finish`
    refuses the rest.
    """

    file: str
    key: str
    values: Mapping[str, Any]
    asked: set[str] = field(default_factory=set)

    def refuse(self, name: str, reason: str) -> NoReturn:
        """Raise a `PackError` about one key of this table."""
        where = ".".join(part for part in (self.key, name) if part)
        raise PackError(f"{self.file}: {where} {reason}.")

    def finish(self) -> None:
        """Refuse any key that nothing asked for."""
        for name in self.values:
            if name not in self.asked:
                known = ", ".join(sorted(self.asked))
                self.refuse(str(name), f"is not a key that belongs here (known here: {known})")

    def has(self, name: str) -> bool:
        """Whether the key is there; counts as asking for it."""
        self.asked.add(name)
        return name in self.values

    def _value(self, name: str) -> Any:
        if not self.has(name):
            self.refuse(name, "is missing")
        return self.values[name]

    def text(self, name: str, default: str | None = None) -> str:
        """A piece of text that is not blank."""
        if default is not None and not self.has(name):
            return default
        value = self._value(name)
        if not isinstance(value, str) or not value.strip():
            self.refuse(name, f"should be a piece of text (it is {value!r})")
        return value.strip()

    def identifier(self, name: str) -> str:
        """Lower-case words and figures joined by hyphens."""
        value = self.text(name)
        if not _ID.fullmatch(value):
            self.refuse(name, f"should be lower-case words joined by hyphens (it is {value!r})")
        return value

    def choice(self, name: str, allowed: Mapping[str, Any] | tuple[str, ...]) -> str:
        """One of the words in `allowed`."""
        value = self.text(name)
        if value not in allowed:
            self.refuse(name, f"should be one of {', '.join(allowed)} (it is {value!r})")
        return value

    def whole(
        self, name: str, least: int, most: int | None = None, default: int | None = None
    ) -> int:
        """A whole number from `least` to `most`."""
        if default is not None and not self.has(name):
            return default
        value = self._value(name)
        if (
            isinstance(value, bool)
            or not isinstance(value, int)
            or value < least
            or (most is not None and value > most)
        ):
            span = f"of {least} or more" if most is None else f"from {least} to {most}"
            self.refuse(name, f"should be a whole number {span} (it is {_shown(value)})")
        return value

    def optional_whole(self, name: str, least: int, most: int) -> int | None:
        """A whole number, or None where the key is not there."""
        return self.whole(name, least, most) if self.has(name) else None

    def months(self, name: str = "months") -> int:
        """A window or period in months: at least one."""
        return self.whole(name, 1, MOST_MONTHS)

    def number(self, name: str, check: Callable[[Decimal], bool], expected: str) -> Decimal:
        """A figure, exact, for which `check` holds; `expected` says so in words."""
        value = self._value(name)
        figure = Decimal(value) if isinstance(value, (int, Decimal)) else None
        if isinstance(value, bool) or figure is None or not figure.is_finite():
            self.refuse(name, f"should be {expected} (it is {_shown(value)})")
        exponent = figure.as_tuple().exponent
        if isinstance(exponent, int) and abs(exponent) > MOST_PLACES:
            self.refuse(name, f"should have no more than {MOST_PLACES} decimal places")
        if not check(figure):
            self.refuse(name, f"should be {expected} (it is {_shown(value)})")
        return figure

    def percent(self, name: str = "percent") -> Decimal:
        """A percentage above 0, up to 100."""
        return self.number(name, lambda it: 0 < it <= 100, "a percentage above 0, up to 100")

    def flag(self, name: str, default: bool | None = None) -> bool:
        """true or false."""
        if default is not None and not self.has(name):
            return default
        value = self._value(name)
        if not isinstance(value, bool):
            self.refuse(name, f"should be true or false (it is {_shown(value)})")
        return value

    def day(self, name: str) -> date:
        """A date without a time."""
        value = self._value(name)
        if not isinstance(value, date) or isinstance(value, datetime):
            self.refuse(name, f"should be a date such as 2026-11-24 (it is {_shown(value)})")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of pieces of text: at least one, none twice."""
        value = self._value(name)
        if (
            not isinstance(value, list)
            or not value
            or not all(isinstance(one, str) for one in value)
        ):
            self.refuse(name, f"should be a list of names (it is {_shown(value)})")
        if len(set(value)) != len(value):
            self.refuse(name, "names something twice")
        return tuple(value)

    def table(self, name: str) -> Table:
        """A table under this one."""
        value = self._value(name)
        if not isinstance(value, Mapping):
            self.refuse(name, f"should be a table (it is {_shown(value)})")
        return self.under(name, value)

    def tables(self, name: str) -> list[Table]:
        """A list of tables under this one: at least one. Each is called by its number."""
        value = self._value(name)
        if (
            not isinstance(value, list)
            or not value
            or not all(isinstance(one, Mapping) for one in value)
        ):
            self.refuse(name, f"should be a list of tables, at least one (it is {_shown(value)})")
        return [self.under(f"{name}[{place}]", one) for place, one in enumerate(value, 1)]

    def under(self, name: str, values: Mapping[str, Any]) -> Table:
        """A table at a key below this one's."""
        return Table(self.file, ".".join(part for part in (self.key, name) if part), values)


def _shown(value: object) -> str:
    if isinstance(value, (Decimal, date)):
        return str(value)
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
