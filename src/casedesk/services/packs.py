"""The programme packs at hand: those shipped, and the council's own.

A pack with a mistake is refused and the others still load (docs/criteria.md, Packs).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.errors import PackError, UsageError
from casedesk.domain.programmes import Pack, parse_pack
from casedesk.system.council_packs import council_packs
from casedesk.system.resources import shipped_catalogue, shipped_packs

FIRST_PROGRAMME = "troubled-families-2015"


@dataclass(frozen=True)
class PackSet:
    """Programme packs by id. `problems` are sentences about packs that were refused."""

    packs: Mapping[str, Pack]
    problems: tuple[str, ...] = ()

    def get(self, programme: str) -> Pack:
        """One pack by id. Raises `UsageError` when there is none."""
        pack = self.packs.get(programme)
        if pack is None:
            known = ", ".join(self.packs)
            raise UsageError(f"“{programme}” is no programme CaseDesk knows; choose from: {known}.")
        return pack

    def criterion_categories(self, first: str | None = None) -> dict[str, str]:
        """The information category of every criterion id; the pack `first` has precedence."""
        ordered = sorted(self.packs.values(), key=lambda pack: pack.id != first)
        categories: dict[str, str] = {}
        for pack in ordered:
            for criterion in pack.criteria:
                categories.setdefault(criterion.id, criterion.category)
        return categories


def pack_notices(packs: PackSet, kept: Iterable[tuple[str, str, str]]) -> tuple[str, ...]:
    """Sentences for the worker: packs that were refused, and packs that are not what they were.

    `kept` are (id, version, content hash) of the packs this vault has decisions under. The
    same id and version with other contents is another pack (docs/criteria.md, Packs).
    """
    changed = [
        f"{pack.title}, version {version}, has other contents now than when decisions were made "
        "under it here: tell whoever keeps the programme packs to give it a new version."
        for programme, version, content_hash in kept
        if (pack := packs.packs.get(programme)) is not None
        and pack.version == version
        and pack.content_hash != content_hash
    ]
    return (*packs.problems, *changed)


def load_packs(texts: Iterable[tuple[str, str]], catalogue: Catalogue) -> PackSet:
    """Packs from (file name, text); a later one with the same id replaces an earlier one."""
    packs: dict[str, Pack] = {}
    problems: list[str] = []
    for file_name, text in texts:
        try:
            pack = parse_pack(text, file_name, catalogue)
        except PackError as error:
            problems.append(error.sentence)
            continue
        packs[pack.id] = pack
    return PackSet(packs, tuple(problems))


@cache
def packs_at_hand() -> PackSet:
    """The shipped packs and those in the machine-wide configuration folder."""
    return load_packs([*shipped_packs(), *council_packs()], shipped_catalogue())
