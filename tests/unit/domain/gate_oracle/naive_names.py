"""Members named only in words, letter by letter (docs/consent.md, Names in free text)."""

from __future__ import annotations

import unicodedata

from casedesk.domain.records import CaseFile, Person
from gate_oracle.naive_items import Thing

ORDINARY = {"sunny", "will"}
"""Names among the invented ones that are everyday words: they need a capital."""


def names_unlisted(case: CaseFile, thing: Thing) -> tuple[str, ...]:
    """The names of members that its words hold and its people don't, each once."""
    text = _bare(" ".join(words for words in thing.words if words))
    found = []
    for membership in case.memberships:
        if membership.person_id not in thing.names:
            found += _first_found(case.person_by_id[membership.person_id], text)
    return tuple(dict.fromkeys(found))


def _first_found(person: Person, text: str) -> list[str]:
    first, *more = person.given_name.split()
    names = [person.given_name, person.known_as or ""]
    if more and len(first) > 1:  # Reading: an initial alone means nobody.
        names.append(first)
    return [name for name in names if name and _holds(text, _bare(name))][:1]


def _bare(text: str) -> str:
    letters = unicodedata.normalize("NFD", text)
    bare = "".join(one for one in letters if unicodedata.category(one) != "Mn")
    return bare.replace("’", "'")


def _holds(text: str, name: str) -> bool:
    for start in range(len(text) - len(name) + 1):
        end = start + len(name)
        part = text[start:end]
        if part.lower() != name.lower():
            continue
        whole = not (text[:start][-1:].isalnum() or text[end:][:1].isalnum())
        if whole and (name.lower() not in ORDINARY or part[0].isupper()):
            return True
    return False
