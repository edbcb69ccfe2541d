"""Reads a children in need census file, in the layouts of 2019 to 2026.

Element names count whatever their namespace and case, and the blocks of a `CINdetails`
are found at any depth, because layouts and suppliers differ. Nothing is judged here but
the form: see docs/interchange-census.md.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import BinaryIO

from casedesk.domain.errors import FileProblem
from casedesk.interchange.cin_census_records import (
    Census,
    CensusAssessment,
    CensusChild,
    CinDetails,
    Period,
    Written,
    shown,
)
from casedesk.interchange.cin_census_xml import CensusFile, Element, stream_elements

_DAY = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:\d{2})?",
    re.ASCII,
)


def looks_like_xml(beginning: bytes) -> bool:
    """Whether a file beginning with these bytes (some dozens) is XML, by its first sign.

    Encodings of one byte a letter, UTF-8 and both kinds of UTF-16 are recognised.
    """
    bare = beginning.replace(b"\x00", b"")
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        bare = bare.removeprefix(mark)
    return bare.lstrip().startswith(b"<")


def read_census(path: Path) -> Census:
    """Read a census file.

    Raises `FileProblem` when it cannot be opened, is no census of children in need, is
    damaged, passes a limit, or does not say which day it describes.
    """
    try:
        with path.open("rb") as file:
            return read_census_stream(file)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise FileProblem(f"The file {path.name} could not be read ({reason}).") from error


def read_census_stream(file: BinaryIO) -> Census:
    """Read a census from an open binary file; raises as `read_census` does."""
    learned = CensusFile()
    warnings: list[str] = []
    children: list[CensusChild] = []
    reference: date | None = None
    header_seen = False
    for element in stream_elements(file, learned):
        if element.name.lower() == "child":
            children.append(_child(element, len(children) + 1))
        elif not header_seen:
            header_seen = True
            reference = _reference_date(element, warnings)
    if reference is None:
        raise FileProblem(
            "The census does not say which day it describes: its header has no readable "
            "ReferenceDate. Ask for the file again."
        )
    warnings += [f"Stray text in the file: “{shown(text)}”." for text in learned.stray]
    if not children:
        warnings.append("The census holds no children.")
    return Census(reference, tuple(children), tuple(warnings))


def _reference_date(header: Element, warnings: list[str]) -> date | None:
    collection = _only(header, "Collection")
    if collection and collection.upper() != "CIN":
        raise FileProblem(
            f"This is a return of another kind ({shown(collection)}), not the children in "
            "need census (CIN)."
        )
    written = _written(header, "ReferenceDate")
    if written.day is not None:
        return written.day
    year = _only(header, "Year")
    if not re.fullmatch(r"(19|20)\d\d", year, re.ASCII):
        return None
    warnings.append(
        f"Header: ReferenceDate is missing or unreadable; 31 March {year} was taken, from Year."
    )
    return date(int(year), 3, 31)


def _child(child: Element, position: int) -> CensusChild:
    remarks: list[tuple[str, str]] = []
    _find_stray_text(child, remarks)
    identifiers = child.first("ChildIdentifiers")
    if identifiers is None:
        remarks.append(("ChildIdentifiers", "the block is missing."))
    if child.first("ChildCharacteristics") is None:
        remarks.append(("ChildCharacteristics", "the block is missing."))
    details = child.named("CINdetails")
    if not details:
        remarks.append(("CINdetails", "the block is missing; nothing can be read from it."))
    known = identifiers or Element("ChildIdentifiers")
    return CensusChild(
        position=position,
        child_id=_only(known, "LAchildID", remarks),
        upn=_only(known, "UPN", remarks),
        former_upns=tuple(one.text for one in known.named("FormerUPN") if one.text),
        born=_written(known, "PersonBirthDate", remarks),
        details=tuple(_details(one, remarks) for one in details),
        remarks=tuple(remarks),
    )


def _details(block: Element, remarks: list[tuple[str, str]]) -> CinDetails:
    if not block.inside:
        remarks.append(("CINdetails", "the block is empty."))
    return CinDetails(
        referral=_written(block, "CINreferralDate", remarks),
        closure=_written(block, "CINclosureDate", remarks),
        assessments=tuple(_assessment(one, remarks) for one in block.named("Assessments")),
        plans=tuple(
            Period(
                one.name,
                _written(one, "CINPlanStartDate", remarks),
                _written(one, "CINPlanEndDate", remarks),
            )
            for one in block.named("CINPlanDates")
        ),
        enquiries=tuple(
            _written(one, "S47ActualStartDate", remarks) for one in block.named("Section47")
        ),
        protection_plans=tuple(
            Period(
                one.name,
                _written(one, "CPPstartDate", remarks),
                _written(one, "CPPendDate", remarks),
            )
            for one in block.named("ChildProtectionPlans")
        ),
    )


def _assessment(block: Element, remarks: list[tuple[str, str]]) -> CensusAssessment:
    factors = tuple(one.text for one in block.named("AssessmentFactors") if one.text)
    authorised = _written(block, "AssessmentAuthorisationDate", remarks)
    if not factors:
        if block.first("FactorsIdentifiedAtAssessment") is not None:
            remarks.append(("FactorsIdentifiedAtAssessment", "the block is empty."))
        elif not authorised.missing:
            remarks.append(
                ("FactorsIdentifiedAtAssessment", "an authorised assessment has no such block.")
            )
    return CensusAssessment(
        _written(block, "AssessmentActualStartDate", remarks), authorised, factors
    )


def _find_stray_text(element: Element, remarks: list[tuple[str, str]]) -> None:
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if one.inside and one.text:
            remarks.append((one.name, f"stray text “{shown(one.text)}” was left out."))
        waiting.extend(reversed(one.inside))


def _only(block: Element, name: str, remarks: list[tuple[str, str]] | None = None) -> str:
    """The text of the first such element, with a remark when others differ from it."""
    texts = [one.text for one in block.named(name) if one.text]
    if remarks is not None and len(set(texts)) > 1:
        remarks.append((name, f"is given {len(texts)} times; “{shown(texts[0])}” was used."))
    return texts[0] if texts else ""


def _written(block: Element, name: str, remarks: list[tuple[str, str]] | None = None) -> Written:
    text = _only(block, name, remarks)
    return Written(name, text, _day(text))


def _day(text: str) -> date | None:
    """An XML date, with or without a time of day and zone; None when it is no such date."""
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None
