"""Sentences made of our words and case text, kept in parts so that each keeps its direction."""

from __future__ import annotations

from collections.abc import Iterable

from casedesk.reports.lines import Span
from casedesk.reports.style import Type


def joined(parts: Iterable[str | None], kind: Type, between: str = " · ") -> list[Span]:
    """The parts that say something, with `between` between them."""
    spans: list[Span] = []
    for part in parts:
        if part:
            spans += [(between, kind)] * bool(spans) + [(part, kind)]
    return spans


def names(people: Iterable[str], kind: Type, before: str = "") -> list[Span]:
    """`Ellie`, `Ellie and Sam`, `Ellie, Sam and Tyler`, after `before`; nothing for nobody."""
    named = [name for name in people if name]
    if not named:
        return []
    spans: list[Span] = [(before, kind)] if before else []
    for at, name in enumerate(named):
        if at:
            spans.append((" and " if at == len(named) - 1 else ", ", kind))
        spans.append((name, kind))
    return spans
