"""Plans what a census adds to the case file and what it changes. Nothing is written here.

The rules are in docs/interchange-census.md: reading a census twice adds nothing, a newer
one may close a spell that was open, an older one never opens one again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.records import Fact
from casedesk.interchange.cin_census_entries import CENSUS_KINDS, ChildReader, Findings
from casedesk.interchange.cin_census_lines import Line, lines_of, merged
from casedesk.interchange.cin_census_matching import (
    Doubt,
    KnownPerson,
    Match,
    match_children,
)
from casedesk.interchange.cin_census_records import Census, CensusChild, shown

SOURCE = "Children's social care"
MOST_WARNINGS = 2_000

_SOURCE_REF = re.compile(r"(\d{4}-\d{2}-\d{2}) (.*)", re.DOTALL)


@dataclass(frozen=True)
class CensusPlan:
    """What reading a census would do: facts to add, facts to change (old, new), warnings."""

    matched: tuple[Match, ...]
    doubtful: tuple[Doubt, ...]
    unmatched: tuple[CensusChild, ...]
    adds: tuple[Fact, ...]
    changes: tuple[tuple[Fact, Fact], ...]
    warnings: tuple[str, ...]

    def as_dict(self) -> dict[str, object]:
        """What `casedesk import --json` prints; children are named by their ids."""
        return {
            "matched": len(self.matched),
            "doubtful": [doubt.child.label for doubt in self.doubtful],
            "unmatched": [child.label for child in self.unmatched],
            "facts_added": len(self.adds),
            "facts_changed": len(self.changes),
            "warnings": list(self.warnings),
        }


def source_ref(reference: date, child_label: str) -> str:
    """The source reference of a fact from a census: its reference date and the child's id."""
    return f"{reference.isoformat()} {shown(child_label)}"


def census_of(fact: Fact) -> tuple[date, str] | None:
    """The reference date and child id of the census a fact came from, None for others."""
    if fact.source != SOURCE:
        return None
    match = _SOURCE_REF.fullmatch(fact.source_ref or "")
    if match is None:
        return None
    try:
        return date.fromisoformat(match[1]), match[2]
    except ValueError:
        return None


def plan_census(
    census: Census,
    people: Sequence[KnownPerson],
    facts: Iterable[Fact],
    catalogue: Catalogue,
    today: date,
    new_id: Callable[[], str],
    new_ref: Callable[[str], str],
) -> CensusPlan:
    """Compare a census with the case file.

    `people` is everybody in the vault. `facts` are theirs and their families' own of the
    kinds in `CENSUS_KINDS` (others are passed over), marked in error or not. `new_id`
    makes a record id, `new_ref("F")` a reference of a fact. Raises nothing: whatever is
    wrong is a warning.
    """
    matching = match_children(census.children, people)
    notes = list(census.warnings)
    if census.reference_date > today:
        notes.append(
            f"Header: ReferenceDate {census.reference_date} is in the future; it is used only "
            "to tell newer from older censuses."
        )
    lines: list[Line] = []
    unmapped: Counter[str] = Counter()
    spoilt: set[tuple[str, str]] = set()
    for match in matching.matched:
        findings = ChildReader(match.child, census.reference_date, today).read()
        placed, remarks = lines_of(match, findings, today)
        notes += [*findings.warnings, *remarks]
        lines += placed
        unmapped += findings.unmapped
        spoilt |= _spoilt_keys(match, findings)
    for doubt in matching.doubtful:
        notes.append(f"Child {shown(doubt.child.label)}: doubtful match: {doubt.reason}")
        notes += ChildReader(doubt.child, census.reference_date, today).read().warnings
    for child in matching.unmatched:
        notes += ChildReader(child, census.reference_date, today).read().warnings
    if unmapped:
        codes = ", ".join(f"{code}: {count}" for code, count in sorted(unmapped.items()))
        notes.append(f"Not mapped: {unmapped.total()} factors that become no fact ({codes}).")
    lines, missing = _known_kinds(merged(lines), catalogue)
    notes += missing
    comparison = _Comparison(census.reference_date, facts, new_id, new_ref)
    for line in lines:
        comparison.place(line)
    for line in lines:
        comparison.settle(line)
    notes += comparison.warnings
    notes += comparison.no_longer_mentioned(people, matching.doubtful, spoilt)
    return CensusPlan(
        matching.matched,
        matching.doubtful,
        matching.unmatched,
        tuple(comparison.adds),
        tuple(comparison.changes),
        _capped(notes),
    )


def _spoilt_keys(match: Match, findings: Findings) -> set[tuple[str, str]]:
    """(person or family, kind) of what the census has but could not be used."""
    families = {known.membership.family_id for known in match.found}
    return {
        (owner, kind)
        for kind, about_child in findings.spoilt
        for owner in ({match.person.id} if about_child else families)
    }


def _known_kinds(lines: list[Line], catalogue: Catalogue) -> tuple[list[Line], list[str]]:
    """Without the kinds that the council took out of the list of facts."""
    unknown = sorted({line.entry.kind for line in lines} - set(catalogue.facts))
    kept = [line for line in lines if line.entry.kind in catalogue.facts]
    return kept, [
        f"The list of facts has no kind “{kind}”; such facts were left out." for kind in unknown
    ]


def _capped(notes: list[str]) -> tuple[str, ...]:
    notes = list(dict.fromkeys(notes))
    if len(notes) <= MOST_WARNINGS:
        return tuple(notes)
    rest = len(notes) - MOST_WARNINGS
    return (*notes[:MOST_WARNINGS], f"And {rest:,} more warnings.")


class _Comparison:
    """Sets the lines of a census against the facts that are there."""

    def __init__(
        self,
        reference: date,
        facts: Iterable[Fact],
        new_id: Callable[[], str],
        new_ref: Callable[[str], str],
    ) -> None:
        self.adds: list[Fact] = []
        self.changes: list[tuple[Fact, Fact]] = []
        self.warnings: list[str] = []
        self._reference = reference
        self._new_id = new_id
        self._new_ref = new_ref
        self._by_key: dict[tuple[str, str, date], list[Fact]] = {}
        for fact in facts:
            start = fact.on or fact.from_on
            if fact.kind in CENSUS_KINDS and start is not None:
                owner = fact.person_id or fact.family_id
                self._by_key.setdefault((owner, fact.kind, start), []).append(fact)
        self._claimed: set[str] = set()
        self._found: dict[tuple[str, str, date], Fact] = {}

    def place(self, line: Line) -> None:
        """Claims the fact that begins on the very day, so that no other line takes it."""
        fact = self._choose(self._by_key.get(line.key, ()), line.entry.end)
        if fact is not None:
            self._claim(line, fact)

    def settle(self, line: Line) -> None:
        """Adds the line, or closes the fact it is, or leaves everything as it is."""
        fact = self._found.get(line.key) or self._before_authorisation(line)
        if fact is None:
            self.adds.append(self._new_fact(line))
        elif not line.entry.event and not fact.in_error and fact.to_on != line.entry.end:
            self._compare_ends(line, fact)

    def no_longer_mentioned(
        self,
        people: Sequence[KnownPerson],
        doubtful: Sequence[Doubt],
        spoilt: set[tuple[str, str]],
    ) -> list[str]:
        """A warning for each spell an older census left open and this one is silent about."""
        names = {known.person.id: known.label for known in people}
        unsure = {known.person.id for doubt in doubtful for known in doubt.found}
        unsure_labels = {shown(doubt.child.label) for doubt in doubtful}
        warnings = []
        for (owner, kind, start), facts in self._by_key.items():
            for fact in facts:
                census = census_of(fact)
                if (
                    census is None
                    or census[0] >= self._reference
                    or fact.on is not None
                    or fact.to_on is not None
                    or fact.in_error
                    or fact.id in self._claimed
                    or (owner, kind) in spoilt
                    or owner in unsure
                    or census[1] in unsure_labels
                ):
                    continue
                who = f" of {names[owner]}" if owner in names else ""
                warnings.append(
                    f"Child {census[1]}: the {kind} spell{who} from {start} is left open; "
                    f"the census of {self._reference} no longer mentions it."
                )
        return warnings

    def _before_authorisation(self, line: Line) -> Fact | None:
        """The spell an earlier census began when the assessment was not yet authorised."""
        also = line.entry.also_start
        if also is None:
            return None
        candidates = [
            fact
            for fact in self._by_key.get((*line.key[:2], also), ())
            if fact.id not in self._claimed and census_of(fact) is not None
        ]
        fact = self._choose(candidates, line.entry.end)
        if fact is not None:
            self._claim(line, fact)
        return fact

    def _choose(self, facts: Sequence[Fact], end: date | None) -> Fact | None:
        """Of facts that begin on one day: not in error, of the same end, open, in that order."""
        return min(
            facts,
            key=lambda fact: (fact.in_error, fact.to_on != end, fact.to_on is not None),
            default=None,
        )

    def _claim(self, line: Line, fact: Fact) -> None:
        self._found[line.key] = fact
        self._claimed.add(fact.id)

    def _compare_ends(self, line: Line, fact: Fact) -> None:
        census = census_of(fact)
        older = census is not None and census[0] > self._reference
        end = line.entry.end
        if older:
            return
        if fact.to_on is None and end is not None:
            changed = replace(fact, to_on=end)
            if census is not None:
                changed = replace(changed, source_ref=source_ref(self._reference, line.child_label))
            self.changes.append((fact, changed))
            return
        said = f"ends on {end}" if end is not None else "has no end"
        self.warnings.append(
            f"Child {shown(line.child_label)}: {line.entry.element}: the {fact.kind} spell from "
            f"{fact.from_on} {said} in the census but ended on {fact.to_on} in the case file; "
            "it was left as it is."
        )

    def _new_fact(self, line: Line) -> Fact:
        entry = line.entry
        codes = f"Factors at assessment: {', '.join(entry.codes)}." if entry.codes else None
        detail = " ".join(part for part in (codes, line.note) if part) or None
        return Fact(
            id=self._new_id(),
            family_id=line.family_id,
            person_id=line.person_id,
            ref=self._new_ref("F"),
            kind=entry.kind,
            on=entry.start if entry.event else None,
            from_on=None if entry.event else entry.start,
            to_on=entry.end,
            detail=detail,
            source=SOURCE,
            source_ref=source_ref(self._reference, line.child_label),
        )
