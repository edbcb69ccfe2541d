"""What an import would do: records to add, change and remove, counts, warnings, errors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casedesk.domain.records import Decision, Record


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The whole of one import, ready to be carried out in one transaction.

    `adds` are new records, each after those it names, in the order of their rows;
    `changes` are pairs of the record as it is and as it will be; `removes` are a current
    address or involvement of which the file cleared everything. With any error all three
    are empty and so are the counts. `decisions_without_state` are those among `adds` whose
    `records_state` is to be filled in once everything is stored. The counts are rows by
    sheet, sheets without any left out.
    """

    adds: tuple[Record, ...] = ()
    changes: tuple[tuple[Record, Record], ...] = ()
    removes: tuple[Record, ...] = ()
    added: Mapping[str, int] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)
    unchanged: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()

    @property
    def decisions_without_state(self) -> tuple[Decision, ...]:
        return tuple(
            one for one in self.adds if isinstance(one, Decision) and one.records_state is None
        )

    def as_dict(self, *, dry_run: bool) -> dict[str, Any]:
        """What `casedesk import --json` prints (docs/interchange.md)."""
        return {
            "dry_run": dry_run,
            "added": dict(self.added),
            "changed": dict(self.changed),
            "unchanged": dict(self.unchanged),
            "warnings": list(self.warnings),
            "errors": list(self.errors),
        }
