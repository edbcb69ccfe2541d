"""A fact in the words of a row: what it is, and when it was."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.dates import long_date
from casedesk.domain.facts import MEASURE, SPELL
from casedesk.domain.programmes.attendance import ATTENDANCE
from casedesk.domain.records import Fact
from casedesk.domain.views.progress import shown_percent


def fact_title(fact: Fact, catalogue: Catalogue) -> str:
    """The kind in words; its id where the catalogue no longer has it."""
    kind = catalogue.facts.get(fact.kind)
    return kind.title if kind is not None else fact.kind


def fact_words(fact: Fact, catalogue: Catalogue) -> str:
    """What happened: its detail, else its kind, with the figures it carries."""
    said = (fact.detail or "").strip()
    if fact.kind == ATTENDANCE and fact.possible and fact.attended is not None:
        percent = shown_percent(Fraction(100 * fact.attended, fact.possible), Fraction(90))
        return f"{percent} attendance{f', {said}' if said else ''}"
    words = said or fact_title(fact, catalogue)
    if fact.days is not None:
        words += f", {fact.days.normalize():f} day{'' if fact.days == 1 else 's'}"
    return words


def fact_day(fact: Fact, catalogue: Catalogue) -> date | None:
    """The day a fact is listed under: an event's, a spell's first, a measure's last."""
    kind = catalogue.facts.get(fact.kind)
    if kind is not None and kind.shape == MEASURE:
        return fact.to_on
    return fact.on or fact.from_on


def fact_when(fact: Fact, catalogue: Catalogue) -> str:
    """When it was: a day, or from when until when."""
    kind = catalogue.facts.get(fact.kind)
    day = fact_day(fact, catalogue)
    if day is None:
        return ""
    if kind is not None and kind.shape == SPELL:
        until = f" to {long_date(fact.to_on)}" if fact.to_on is not None else ""
        return f"{'' if until else 'since '}{long_date(day)}{until}"
    return long_date(day)
