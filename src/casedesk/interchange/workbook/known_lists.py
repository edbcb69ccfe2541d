"""The lists that cells of the workbook are checked against."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from casedesk.domain.catalogue import Catalogue

Programmes = Mapping[str, tuple[str, Collection[str]]]
"""The loaded packs: version and criterion ids, by pack id."""


@dataclass(frozen=True)
class KnownLists:
    """Catalogue, loaded programmes and today's date, as one import sees them."""

    catalogue: Catalogue
    programmes: Programmes
    today: date

    @cached_property
    def criteria(self) -> frozenset[str]:
        """Every criterion id of every loaded pack."""
        return frozenset(
            criterion for _version, criteria in self.programmes.values() for criterion in criteria
        )

    @cached_property
    def benefits(self) -> tuple[str, ...]:
        """Every benefit that a kind of fact may name."""
        return tuple(
            dict.fromkeys(
                choice
                for kind in self.catalogue.facts.values()
                for choice in kind.choices.get("benefit", ())
            )
        )

    def loaded_version(self, programme: str) -> str:
        """The version of a loaded pack. Raises KeyError for another."""
        return self.programmes[programme][0]


def by_folded(names: Iterable[str]) -> dict[str, str]:
    """Each name by its form without case, to find it however it was written."""
    return {name.casefold(): name for name in names}
