"""Spelling of what is written: British English, offline, with the worker's own list.

The list is kept in the vault (docs/user-guide/notes.md, Spelling). Names of the family and of
the people around it count as known. Nothing that is checked is stored or sent.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from casedesk.domain.errors import InvalidRecord
from casedesk.domain.records import CaseFile, Person
from casedesk.domain.records.around import Professional
from casedesk.domain.spelling.words import LONGEST_WORD, folded_words, plain_word, words_in
from casedesk.services.session import COUNCIL, Session
from casedesk.system.dictionary import gently, shipped_dictionary

PERSONAL_LIST = "spelling_words"
_TEAM = "team"


@dataclass(frozen=True, slots=True)
class CheckedWords:
    """The words of a text, each once in the order they stand; and those newly looked up that
    nothing knows."""

    words: tuple[str, ...]
    misspelt: frozenset[str]


def make_ready() -> None:
    """Read the dictionary, so that the first note need not wait; a tenth of a second.

    Raises `FileProblem` when it is missing.
    """
    shipped_dictionary()


def check_spelling(text: str, known: frozenset[str], seen: Container[str] = ()) -> CheckedWords:
    """Look up the words of a text, but for those in `seen`; slow, for a worker thread.

    `known` is as `known_words` gives it. Raises `FileProblem` when the dictionary is missing.
    """
    dictionary = shipped_dictionary()
    with gently():
        words = tuple(dict.fromkeys(one.word for one in words_in(text)))
        misspelt = frozenset(
            word
            for word in words
            if word not in seen
            and plain_word(word).casefold() not in known
            and not dictionary.knows(plain_word(word))
            and not dictionary.knows(word.replace("’", "'"))
        )
    return CheckedWords(words, misspelt)


def suggestions_for(word: str) -> tuple[str, ...]:
    """What may have been meant, likeliest first; with the word's own kind of apostrophe."""
    plain = word.replace("’", "'")
    found = shipped_dictionary().suggestions(plain)
    return tuple(one.replace("'", "’") for one in found) if plain != word else found


def known_words(session: Session, ref: str | None = None) -> frozenset[str]:
    """The worker's own list, and the names of one family and of whoever works with it.

    Folded as `check_spelling` takes them. Raises `NotFound`.
    """
    with session.store.read() as reading:
        texts = [*reading.setting(PERSONAL_LIST, []), session.worker]
        texts += [reading.setting(name, None) or "" for name in (COUNCIL, _TEAM)]
        if ref is not None:
            family_id = reading.family_by_ref(ref).id
            texts += _names(reading.case_file(family_id))
            for one in reading.records_of(Professional, family_id):
                texts += [one.name or "", one.organisation or ""]
    return folded_words(texts)


def personal_words(session: Session) -> tuple[str, ...]:
    """The worker's own list, by the alphabet."""
    with session.store.read() as reading:
        return tuple(reading.setting(PERSONAL_LIST, []))


def add_personal_word(session: Session, word: str) -> tuple[str, ...]:
    """Put a word on the worker's own list; the list as it is then.

    Raises `InvalidRecord` for what is not one word.
    """
    word = plain_word(word.strip())
    if not word or len(word) > LONGEST_WORD or folded_words([word]) != {word.casefold()}:
        raise InvalidRecord("That is not one word: choose a single word for your list.")
    return _put_list(session, {*personal_words(session), word})


def remove_personal_word(session: Session, word: str) -> tuple[str, ...]:
    """Take a word off the worker's own list; the list as it is then."""
    return _put_list(session, set(personal_words(session)) - {word})


def _put_list(session: Session, words: set[str]) -> tuple[str, ...]:
    kept = sorted(words, key=str.casefold)
    with session.store.unit_of_work(session.worker) as uow:
        uow.set_setting(PERSONAL_LIST, kept)
    return tuple(kept)


def _names(case: CaseFile) -> Iterator[str]:
    yield case.family.name
    for person in case.people:
        yield from _names_of(person)
    for address in case.addresses:
        yield address.address
    for involvement in case.involvements:
        yield involvement.keyworker or ""


def _names_of(person: Person) -> Iterator[str]:
    for text in (person.given_name, person.family_name, person.known_as, person.school):
        yield text or ""
