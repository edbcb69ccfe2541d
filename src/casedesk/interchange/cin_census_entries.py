"""What one child's blocks say, once every error in them has been set aside.

An element with an error is left out; a fact that cannot be stated without it is left out
with it; the rest goes in (docs/interchange-census.md, Errors in the file).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from casedesk.interchange.cin_census_factors import EVENTS, SPELLS, UNMAPPED, Factor
from casedesk.interchange.cin_census_records import (
    CensusAssessment,
    CensusChild,
    CinDetails,
    Period,
    Written,
    shown,
)

PLAN_KIND = "child-in-need"
PROTECTION_KIND = "child-protection-plan"
ENQUIRY_KIND = "section-47"
CENSUS_KINDS = frozenset(
    {PLAN_KIND, PROTECTION_KIND, ENQUIRY_KIND}
    | {factor.kind for factor in (*SPELLS.values(), *EVENTS.values())}
)
"""Every kind of fact that a census can add or close."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact as the census has it, not yet anybody's.

    An event has `event` true and its day in `start`. `also_start` is the day the same
    spell began in an earlier census, if that one came before the authorisation.
    """

    kind: str
    about_child: bool
    element: str
    start: date
    end: date | None = None
    event: bool = False
    also_start: date | None = None
    codes: tuple[str, ...] = ()


@dataclass
class Findings:
    """What was found in one child: entries, warnings, codes that become no fact.

    `spoilt` are the (kind, about the child) of blocks that are there but could not be
    used: a spell they may have meant is not "no longer mentioned".
    """

    entries: list[Entry] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    unmapped: Counter[str] = field(default_factory=Counter)
    spoilt: set[tuple[str, bool]] = field(default_factory=set)


class ChildReader:
    """Goes through one child's blocks, on one day, under one reference date."""

    def __init__(self, child: CensusChild, reference: date, today: date) -> None:
        self._child = child
        self._reference = reference
        self._today = today
        self._findings = Findings()
        self._checked: dict[tuple[str, str], date | None] = {}

    def read(self) -> Findings:
        """Every usable entry of the child, and a warning for everything that is wrong."""
        for element, sentence in self._child.remarks:
            self._warn(element, sentence)
        if not self._child.child_id:
            self._warn("LAchildID", "is missing.")
        born = self._child.born
        if born.unreadable or (born.day is not None and born.day > self._today):
            self._usable(born)
        for details in self._child.details:
            self._checked.clear()
            self._read_details(details)
        return self._findings

    def _read_details(self, details: CinDetails) -> None:
        self._usable(details.referral)
        self._usable(details.closure)
        for assessment in details.assessments:
            self._read_assessment(assessment, details)
        for plan in details.plans:
            self._read_period(plan, PLAN_KIND, details)
        for enquiry in details.enquiries:
            day = self._needed(enquiry, "Section47", ENQUIRY_KIND, details)
            if day is not None:
                self._add(Entry(ENQUIRY_KIND, True, enquiry.element, day, event=True))
        for plan in details.protection_plans:
            self._read_period(plan, PROTECTION_KIND, details)

    def _read_period(self, period: Period, kind: str, details: CinDetails) -> None:
        start = self._needed(period.start, period.element, kind, details)
        end = self._usable(period.end)
        if start is None:
            return
        if period.end.unreadable:
            self._warn(period.element, "its last day cannot be read; the plan was left out.")
            self._findings.spoilt.add((kind, True))
        elif end is not None and end < start:
            self._warn(
                period.end.element,
                f"{end} is before {period.start.element} {start}; the plan was left out.",
            )
            self._findings.spoilt.add((kind, True))
        else:
            self._add(Entry(kind, True, period.element, start, end))

    def _read_assessment(self, assessment: CensusAssessment, details: CinDetails) -> None:
        authorised = self._usable(assessment.authorised)
        started = self._usable(assessment.start)
        groups = self._groups(assessment)
        if authorised and started and authorised < started:
            self._warn(
                assessment.authorised.element,
                f"{authorised} is before {assessment.start.element} {started}; "
                "the assessment was left out.",
            )
            self._spoil(groups)
            return
        start = authorised or started
        if start is None:
            if groups:
                self._warn(
                    "Assessments",
                    "it has no day that can be used; its factors were left out.",
                )
                self._spoil(groups)
            return
        used = assessment.authorised if authorised else assessment.start
        if groups:
            self._compare_with_referral(used.element, start, details)
        end = self._usable(details.closure)
        for (factor, event), codes in groups.items():
            if event:
                self._add_event(factor, authorised, codes)
            elif details.closure.unreadable:
                self._warn(
                    "AssessmentFactors",
                    f"{', '.join(codes)} left out, because CINclosureDate cannot be read.",
                )
                self._spoil({(factor, event): codes})
            elif end is not None and end < start:
                self._warn(
                    "CINclosureDate",
                    f"{end} is before {used.element} {start}; {', '.join(codes)} left out.",
                )
                self._spoil({(factor, event): codes})
            else:
                also = started if authorised and started != authorised else None
                self._add(
                    Entry(
                        factor.kind,
                        factor.about_child,
                        "AssessmentFactors",
                        start,
                        end,
                        also_start=also,
                        codes=codes,
                    )
                )

    def _add_event(self, factor: Factor, authorised: date | None, codes: tuple[str, ...]) -> None:
        if authorised is None:
            self._warn(
                "AssessmentFactors",
                f"{', '.join(codes)} left out, because the assessment has no usable "
                "AssessmentAuthorisationDate.",
            )
            return
        self._add(
            Entry(
                factor.kind,
                factor.about_child,
                "AssessmentFactors",
                authorised,
                event=True,
                codes=codes,
            )
        )

    def _groups(self, assessment: CensusAssessment) -> dict[tuple[Factor, bool], tuple[str, ...]]:
        """The codes of an assessment by what they become: one fact for each key."""
        groups: dict[tuple[Factor, bool], tuple[str, ...]] = {}
        for text in assessment.factors:
            code = "".join(text.split()).upper()
            factor = SPELLS.get(code) or EVENTS.get(code)
            if factor is not None:
                key = (factor, code in EVENTS)
                groups[key] = tuple(dict.fromkeys((*groups.get(key, ()), code)))
            elif code in UNMAPPED:
                self._findings.unmapped[code] += 1
            else:
                self._warn(
                    "AssessmentFactors", f"“{shown(text)}” is no known factor; it was left out."
                )
        return groups

    def _needed(self, written: Written, block: str, kind: str, details: CinDetails) -> date | None:
        """A day without which there is no fact; warns when it cannot be used."""
        day = self._usable(written)
        if day is None:
            if written.missing:
                self._warn(block, f"it has no {written.element}; it was left out.")
            self._findings.spoilt.add((kind, True))
        else:
            self._compare_with_referral(written.element, day, details)
        return day

    def _usable(self, written: Written) -> date | None:
        """The day, or None where it is missing or wrong; warns once for each element."""
        key = (written.element, written.text)
        if key not in self._checked:
            self._checked[key] = self._judge(written)
        return self._checked[key]

    def _judge(self, written: Written) -> date | None:
        if written.unreadable:
            self._warn(written.element, f"“{shown(written.text)}” is not a date; left out.")
            return None
        if written.day is None:
            return None
        if written.day > self._today:
            self._warn(written.element, f"{written.day} is in the future; left out.")
            return None
        if written.day > self._reference:
            self._warn(
                written.element,
                f"{written.day} is after the census's own day, {self._reference}; check it.",
            )
        return written.day

    def _compare_with_referral(self, element: str, day: date, details: CinDetails) -> None:
        referral = self._usable(details.referral)
        if referral is not None and day < referral:
            self._warn(element, f"{day} is before CINreferralDate {referral}; check it.")

    def _add(self, entry: Entry) -> None:
        self._findings.entries.append(entry)

    def _spoil(self, groups: dict[tuple[Factor, bool], tuple[str, ...]]) -> None:
        self._findings.spoilt.update((factor.kind, factor.about_child) for factor, _ in groups)

    def _warn(self, element: str, sentence: str) -> None:
        self._findings.warnings.append(f"Child {shown(self._child.label)}: {element}: {sentence}")
