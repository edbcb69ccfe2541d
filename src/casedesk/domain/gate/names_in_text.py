"""Members of the family who are named in words (docs/consent.md, Names in free text).

The gate cannot see a person who is mentioned only in words. A name counts as a whole word,
whatever its case, its accents and the kind of its apostrophe; a name that is an everyday
word as well (Will, Mark, Grace) counts only with a capital.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from casedesk.domain.people import Member
from casedesk.domain.records import Person

EVERYDAY_WORDS = frozenset((
    "april", "art", "august", "autumn", "bill", "blessing", "chance", "chase", "dawn", "don",
    "dot", "drew", "eve", "faith", "frank", "gene", "grace", "grant", "guy", "happy", "honey",
    "hope", "joy", "june", "justice", "mark", "may", "mercy", "miles", "nick", "page", "pat",
    "patience", "penny", "pip", "pleasant", "precious", "ray", "rich", "rob", "rose", "sky",
    "star", "storm", "sue", "summer", "sunny", "ward", "will", "winter",
))  # fmt: skip
"""Given names that a note may hold in small letters without meaning anybody."""


@dataclass(frozen=True, slots=True)
class NamedMember:
    """A member found in words: the person's id, and the name as it is on their record."""

    person_id: str
    name: str


def members_named(
    members: Sequence[Member], texts: Iterable[str], except_people: Collection[str] = ()
) -> tuple[NamedMember, ...]:
    """The members named in some texts who are not among `except_people`.

    By given name (whole, or its first word when it has several) or by the name they are
    known as; one entry a person, in the order of `members`. Everyone with a membership is
    looked for, whether or not it is over.
    """
    plain = _plain("\n".join(texts))
    if not plain:
        return ()
    found = []
    for member in members:
        if member.id in except_people:
            continue
        name = _first_name_found(member.person, plain)
        if name is not None:
            found.append(NamedMember(member.id, name))
    return tuple(found)


def _first_name_found(person: Person, plain: str) -> str | None:
    names = (person.given_name, person.known_as or "", _first_word(person.given_name))
    return next((name for name in names if name.strip() and _occurs(name, plain)), None)


def _first_word(given_name: str) -> str:
    """The first of several given names; empty where there is one, or the first is a letter."""
    words = given_name.split()
    return words[0] if len(words) > 1 and len(words[0].strip(".")) > 1 else ""


def _occurs(name: str, plain: str) -> bool:
    bare = _plain(name)
    everyday = bare.casefold() in EVERYDAY_WORDS or len(bare) == 1
    return any(not everyday or hit[0][:1].isupper() for hit in _pattern(bare).finditer(plain))


@lru_cache(maxsize=4096)
def _pattern(bare: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, bare.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _plain(text: str) -> str:
    """Letters without their accents, and every apostrophe straight; case is kept."""
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare.replace("’", "'").replace("‘", "'")
