"""The lists that the program works with: fact kinds, categories, recipients, purposes.

They are data (`resources/*.toml`), so a council can add to them; this module checks what
was read and holds it. Sources: docs/criteria.md (Facts) and docs/consent.md (Lists).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casedesk.domain.errors import PackError

SHAPES = ("event", "spell", "measure")
EXTRA_FIELDS = (
    "possible", "attended", "authorised", "days", "release_due", "benefit", "criterion",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FactKind:
    """One kind of fact.

    `shape` is event, spell or measure. `category` is None for kinds that take the
    category of the criterion they name (nomination, nothing-found). `fields` are the
    extra fields it may carry and `required` those it must; `phrase` is how a sentence
    names it.
    """

    id: str
    title: str
    phrase: str
    shape: str
    category: str | None
    needs_person: bool = False
    fields: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ask: str = "the family"


@dataclass(frozen=True, slots=True)
class Named:
    """An entry of a plain list: a category, purpose or condition."""

    id: str
    title: str
    special: bool = False


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody information may go to. `role` marks the ones with rules of their own.

    `role` is `partner`, `family`, `evaluation` (official authority for research) or `own`
    (the council itself).
    """

    id: str
    title: str
    role: str = "partner"


@dataclass(frozen=True)
class Catalogue:
    """All lists, by id, in the order of their files."""

    facts: Mapping[str, FactKind]
    categories: Mapping[str, Named]
    recipients: Mapping[str, Recipient]
    purposes: Mapping[str, Named]
    conditions: Mapping[str, Named]

    def recipient_kind(self, recipient: str) -> str:
        """`schools/Millbridge High School` is of the kind `schools`."""
        return recipient.partition("/")[0]

    def knows_recipient(self, recipient: str) -> bool:
        """Whether a recipient, narrowed to one organisation or not, is of a known kind."""
        kind, slash, organisation = recipient.partition("/")
        return kind in self.recipients and (not slash or bool(organisation.strip()))


def parse_catalogue(documents: Mapping[str, Mapping[str, Any]]) -> Catalogue:
    """Check and hold the lists, given as parsed TOML by file name without its ending.

    `documents` has `facts`, `categories`, `recipients`, `purposes` and `conditions`, each
    with one table of tables under its own name. Raises `PackError` naming the file, the
    key and the reason.
    """
    categories = _named(documents, "categories")
    facts = {key: _fact_kind(key, entry, categories) for key, entry in _entries(documents, "facts")}
    recipients = {
        key: Recipient(key, _text("recipients", key, entry, "title"), entry.get("role", "partner"))
        for key, entry in _entries(documents, "recipients")
    }
    return Catalogue(
        facts,
        categories,
        recipients,
        _named(documents, "purposes"),
        _named(documents, "conditions"),
    )


def _entries(
    documents: Mapping[str, Mapping[str, Any]], name: str
) -> list[tuple[str, Mapping[str, Any]]]:
    table = documents.get(name, {}).get(name)
    if not isinstance(table, Mapping) or not table:
        raise PackError(f"{name}.toml: the table [{name}] is missing or empty.")
    for key, entry in table.items():
        if not isinstance(entry, Mapping):
            raise PackError(f"{name}.toml: {name}.{key} should be a table.")
    return list(table.items())


def _named(documents: Mapping[str, Mapping[str, Any]], name: str) -> dict[str, Named]:
    return {
        key: Named(key, _text(name, key, entry, "title"), bool(entry.get("special", False)))
        for key, entry in _entries(documents, name)
    }


def _text(file: str, key: str, entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name)
    if not isinstance(value, str) or not value.strip():
        raise PackError(f"{file}.toml: {file}.{key}.{name} should be a piece of text.")
    return value


def _fact_kind(key: str, entry: Mapping[str, Any], categories: Mapping[str, Named]) -> FactKind:
    shape = _text("facts", key, entry, "shape")
    if shape not in SHAPES:
        raise PackError(f"facts.toml: facts.{key}.shape should be one of {', '.join(SHAPES)}.")
    category = entry.get("category")
    if category is not None and category not in categories:
        raise PackError(f"facts.toml: facts.{key}.category names no known category ({category}).")
    fields = tuple(entry.get("fields", ()))
    required = tuple(entry.get("required", ()))
    if category is None and "criterion" not in required:
        raise PackError(f"facts.toml: facts.{key}.category is missing.")
    for name in (*fields, *required):
        if name not in EXTRA_FIELDS:
            raise PackError(f"facts.toml: facts.{key} names an unknown field ({name}).")
    return FactKind(
        id=key,
        title=_text("facts", key, entry, "title"),
        phrase=_text("facts", key, entry, "phrase"),
        shape=shape,
        category=category,
        needs_person=bool(entry.get("needs_person", False)),
        fields=tuple(dict.fromkeys((*fields, *required))),
        required=required,
        choices={name: tuple(values) for name, values in entry.get("choices", {}).items()},
        ask=_text("facts", key, {"ask": "the family", **entry}, "ask"),
    )
