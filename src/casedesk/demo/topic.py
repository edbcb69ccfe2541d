"""What is said and planned about one kind of trouble."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """Words about one kind of trouble.

    `{who}` is the person it is about, `{main}` the grown-up the team talks to. `worry` and
    `better` are sentences of notes, `goal` is the plan's title, `own_words` how the family
    puts it, `steps` are actions with whoever does them (`{worker}`, `{main}` or a service),
    `partner` is the kind of professional concerned (empty = none).
    """

    worry: tuple[str, ...]
    better: tuple[str, ...]
    goal: str
    own_words: str
    steps: tuple[tuple[str, str], ...]
    partner: str = ""
