"""Any text may be stored and typed: search finds what a plain reading of the rule finds."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from case_file_kit import ACTOR, DEVICE, contact, family, make_case_file, member, person

from casedesk.storage.store import CaseStore

NAUGHTY = (
    "O'Brien", "Smith-Jones", "D’Souza-O'Neill", "Mary Ann", "McDonald", "Mc Donald",
    "07700 900123", "+44 7700 900123", "BA1 1AA", "QQ 12 34 56 C", "a", "I", "x y z", "-", "",
    "AND", "OR", "NOT", "NEAR(a b, 5)", "a AND b OR c NOT d", "title : x", "title:obrien",
    "{title other} : x", "^obrien", "obrien*", "* * *", '"', '""', '"obrien', "'", "''", "`",
    "'; DROP TABLE contacts; --", "1; DELETE FROM families", "' OR '1'='1", "\\", "\\'", "\\x00",
    "a\x00b", "\x00", "a\tb\nc\rd", "%", "_", "%25", "a_b", "$1", "?", "?1", ":words", "@p", "#",
    "(", ")", "((", "a(b)c", "[x]", "{y}", "<script>alert(1)</script>", "&amp;", "{{7*7}}",
    "Zoë", "zoe", "ZOE\u0308", "Łukasz", "lukasz", "Ægir", "aegir", "Đặng Thị", "dang thi",
    "ß", "STRASSE", "straße", "ﬁnance", "finance", "ｆｕｌｌ", "①②③", "½ term", "x²", "İstanbul",
    "istanbul", "Σίσυφος", "ΣΊΣΥΦΟΣ", "Иванов", "иванов", "田中さん", "田中", "홍길동",
    "مرحبا", "שלום", "हिन्दी", "ไทย", "😀 smile", "👨‍👩‍👧", "e\u0301\u0301\u0301", "\u0301",
    "\u200bzero\u200bwidth", "\u202eright\u202c", "0044 7700 900123", "1234567890123456",
    "\ufeffbom", "\uffff", "\U0010ffff", "a" * 300, "long " * 60, "12-34-56", "1.2.3", "3,141",
    "2026-05-04", "C:\\temp", "/etc/passwd", "http://example.org/?q=a&b=c", "zoe@example.org",
    "half-term", "half - term", "-half", "half-", "semi‐detached", "don't", "rock'n'roll", "l’été",
    "null", "None", "undefined", "NaN", "true", "0", "00", "-1", "1e5", "CD-7K-0041", "P-1",
)  # fmt: skip

LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"}


def plain(text: str) -> list[str]:
    """The words, letter by letter: no case, no accents; what is no letter or digit is a gap."""
    said = ""
    for one in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()):
        if not unicodedata.combining(one):
            said += LETTERS.get(one, one) if one.isalnum() else " "
    return said.split()


def of_a_note(text: str) -> list[str]:
    """A note's words, then those that apostrophes, hyphens or digits hold together."""
    held = re.findall(r"[^\W_]+(?:['’‐‑-][^\W_]+)+", text)
    numbers = re.findall(r"\d+(?:[ -]\d+)+|\d{10,}", text)
    joined = ["".join(plain(one)) for one in held]
    return plain(text) + joined + [form for number in numbers for form in phones(number)]


def phones(number: str) -> list[str]:
    """A number as long as a phone's has two forms."""
    digits = "".join(plain(number))
    if not 10 <= len(digits) <= 14:
        return [digits]
    digits = digits.removeprefix("00")
    if digits.startswith("44"):
        return [digits, "0" + digits[2:]]
    return [digits, "44" + digits[1:]] if digits.startswith("0") else [digits]


def of_a_name(text: str) -> list[str]:
    """A name's words, then all of it without gaps."""
    words = plain(text)
    return words + ["".join(words)] * (len(words) > 1)


def stands_in(row: list[str], words: list[str], half_typed: bool) -> bool:
    """Whether words stand in a row somewhere, the last of them perhaps half typed."""
    for at in range(len(words) - len(row) + 1):
        here = words[at : at + len(row)]
        ends = here[-1].startswith(row[-1]) if half_typed else here[-1] == row[-1]
        if here[:-1] == row[:-1] and ends:
            return True
    return False


def should_find(words: list[str], typed: str, single_letters: bool) -> bool:
    """The rule: every word typed, joined up or apart, each perhaps half typed."""
    rows = [row for part in typed[:200].split() if (row := plain(part))]

    def found(row: list[str]) -> bool:
        return stands_in(row, words, single_letters or len(row[-1]) > 1)

    def found_either_way(row: list[str]) -> bool:
        return found(row) or found(["".join(row)])

    if not rows:
        return False
    everything = ["".join(word for row in rows for word in row)]
    return all(map(found_either_way, rows)) or (len(rows) > 1 and found(everything))


def queries() -> list[str]:
    """What to type: the texts themselves, their pieces, and mixtures of them."""
    pick = random.Random(7)
    typed = [*NAUGHTY, "\ud800", "a\udfff b", "\ud83d", " ".join(NAUGHTY), '"' * 999]
    while len(typed) < CASES:
        one, two = pick.choice(NAUGHTY), pick.choice(NAUGHTY)
        start = pick.randrange(len(one) + 1)
        piece = one[start : start + pick.randint(1, 8)]
        typed.append(pick.choice([piece, f"{piece} {two[:4]}", piece.upper(), f"{two}{piece}"]))
    return typed


CASES = 520


class Naughty(NamedTuple):
    store: CaseStore
    notes: dict[str, str]
    names: dict[str, str]


@pytest.fixture(scope="module")
def naughty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Naughty]:
    """A family in which every text stands in a note and in somebody's name."""
    engine = make_case_file(tmp_path_factory.mktemp("naughty") / "case.db")
    store = CaseStore(engine, DEVICE)
    home = family("~", "~")
    notes, names = {}, {}
    with store.unit_of_work(ACTOR) as unit:
        unit.add(home)
        for number, text in enumerate(NAUGHTY):
            note, somebody = contact(home, "~" * number, text), person(text, "")
            unit.add_all([note, somebody, member(home, somebody, "~" * number)])
            notes[note.id] = names[somebody.id] = text
    yield Naughty(store, notes, names)
    engine.dispose()


@pytest.mark.parametrize("typed", queries(), ids=range(CASES))
def test_search_finds_what_the_rule_says(naughty: Naughty, typed: str) -> None:
    expected = {
        *(id_ for id_, text in naughty.notes.items() if should_find(of_a_note(text), typed, False)),
        *(id_ for id_, text in naughty.names.items() if should_find(of_a_name(text), typed, True)),
    }
    with naughty.store.read() as reading:
        found = reading.search(typed, 10_000)
    assert {hit.record_id for hit in found} == expected
    assert len(found) == len(expected)


def test_most_of_them_find_something(naughty: Naughty) -> None:
    with naughty.store.read() as reading:
        assert sum(bool(reading.search(typed)) for typed in queries()) > CASES // 2


def test_the_texts_come_back_unharmed(naughty: Naughty) -> None:
    with naughty.store.read() as reading:
        (case,) = reading.case_files()
    assert {one.id: one.text for one in case.contacts} == naughty.notes
    assert {one.id: one.given_name for one in case.people} == naughty.names
