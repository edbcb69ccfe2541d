"""Who a record or a question names: a kind of recipient, or one organisation of it.

`schools` is every school; `schools/Millbridge High School` is that one. Kinds and names of
organisations match whatever their case and spacing (docs/consent.md, Lists).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecipientName:
    """A recipient in the form in which two of them are compared.

    `organisation` is None for the whole kind. An empty one (`schools/`) names nobody we
    know: it is never the whole kind, so that a slip of the pen cannot widen a consent.
    """

    kind: str
    organisation: str | None = None

    @property
    def wide(self) -> bool:
        """Whether this is every organisation of the kind."""
        return self.organisation is None


def read_recipient(text: str) -> RecipientName:
    """The comparable form of `kind` or `kind/Organisation`."""
    kind, slash, organisation = text.partition("/")
    return RecipientName(_plain(kind), _plain(organisation) if slash else None)


def covers(listed: Iterable[str], asked: RecipientName) -> bool:
    """Whether a record's recipients include the one asked about.

    The whole kind includes each organisation of it; an organisation includes only itself,
    so a question about the whole kind is covered by the whole kind alone.
    """
    return any(
        name.kind == asked.kind and (name.wide or name.organisation == asked.organisation)
        for name in map(read_recipient, listed)
    )


def organisations_of(listed: Iterable[str], kind: str) -> tuple[RecipientName, ...]:
    """The single organisations of a kind that a record names, in the order it names them."""
    names = (read_recipient(text) for text in listed)
    return tuple(dict.fromkeys(name for name in names if name.kind == kind and not name.wide))


def organisation_in(text: str) -> str:
    """The organisation as it was written, without outer spaces; empty for a whole kind."""
    return " ".join(text.partition("/")[2].split())


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
