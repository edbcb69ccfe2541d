"""A form that cannot be saved: which fields, and what each should be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casedesk.domain.errors import InvalidRecord


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One field of a form. `label` is its name on the screen; `expected` ends the sentence."""

    field: str
    label: str
    expected: str

    def __str__(self) -> str:
        return f"{self.label} {self.expected}"


class InvalidFields(InvalidRecord):
    """A record was not saved because of its fields; the sentence names each of them.

    `fields` are the problems, for a form to mark.
    """

    def __init__(self, problems: Iterable[FieldProblem]) -> None:
        self.fields = tuple(problems)
        said = "; ".join(str(problem) for problem in self.fields)
        super().__init__(f"Not saved yet: {said}.")


def refuse(problems: Iterable[FieldProblem]) -> None:
    """Raise `InvalidFields` when there are any problems."""
    found = tuple(problems)
    if found:
        raise InvalidFields(found)


def text_needed(field: str, label: str, value: str | None) -> tuple[FieldProblem, ...]:
    """The problem of a text that is blank."""
    return () if (value or "").strip() else (FieldProblem(field, label, "is needed"),)
