"""Consent and sharing of a family: the matrix, what is behind a cell, and the decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casedesk.domain.consent_matrix import MatrixCell
from casedesk.domain.records import Consent, SharingDecision


@dataclass(frozen=True, slots=True)
class MatrixPerson:
    """A row of the matrix: a member, and who decides ("9, Kerry decides")."""

    person_id: str
    name: str
    under: str
    restricted: bool


@dataclass(frozen=True, slots=True)
class MatrixRecipient:
    """A column; `short` is its heading. `evaluation`: informed, objected or not told yet."""

    id: str
    title: str
    short: str
    evaluation: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentPage:
    """The matrix for one purpose as at a day; `cells[row][column]`."""

    purpose: str
    purpose_title: str
    as_at: date
    people: tuple[MatrixPerson, ...]
    recipients: tuple[MatrixRecipient, ...]
    cells: tuple[tuple[MatrixCell, ...], ...]
    purposes: tuple[tuple[str, str], ...]
    categories: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CategoryState:
    """How one kind of information stands for a cell; `words` in the matrix's own."""

    category: str
    title: str
    state: str
    words: str
    consent_ref: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentLine:
    """One consent as the panel and its history show it.

    `state` is given, refused, withdrawn, expired or in_error as at the day; `headline` reads
    "Given, 6 months"; `flags` are what a lead should look at. `can_withdraw`: given and
    neither withdrawn nor marked in error.
    """

    record: Consent
    state: str
    headline: str
    on: date
    recorded_by: str
    recipients: tuple[str, ...]
    categories: tuple[str, ...]
    purposes: tuple[str, ...]
    given_by: str
    how: str
    ends_words: str
    flags: tuple[str, ...]
    can_withdraw: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentDetail:
    """What is behind one cell.

    `current` is the newest consent about this recipient and purpose, `history` all of them,
    newest first. `decisions` are sharing decisions in force that cover person and recipient.
    `objection` is a sentence, for the evaluation; its id and version are for ending it.
    """

    person_id: str
    person: str
    recipient: str
    recipient_title: str
    purpose: str
    cell: MatrixCell
    ends_words: str
    categories: tuple[CategoryState, ...]
    current: ConsentLine | None
    history: tuple[ConsentLine, ...]
    decisions: tuple[SharingDecision, ...]
    objection: str | None
    objection_id: str | None
    objection_version: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingDecisionLine:
    """A sharing decision in words; `warnings` say where it falls short."""

    record: SharingDecision
    headline: str
    people: tuple[str, ...]
    recipients: tuple[str, ...]
    categories: tuple[str, ...]
    basis: str
    in_force: bool
    warnings: tuple[str, ...]
