"""S3: nothing in clear on the disk after use, lock, kill and crash."""

from __future__ import annotations

import base64
import faulthandler
import os
import random
import sqlite3
import tempfile
import urllib.parse
import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from torture_child import READY, Say, finished, killed
from torture_outcome import Control, Outcome
from torture_vault import CHEAP, PASSPHRASE, WORKER, opened

from casedesk.domain.views.new_family import NewFamily, NewPerson
from casedesk.services import vaults
from casedesk.services.drafts import DraftKey, keep_draft
from casedesk.services.new_family import create_family, look_for_same
from casedesk.services.notes import NoteEntry, add_note
from casedesk.services.search import search_everything

ENDINGS = ("used and locked", "killed", "crashed")
SYLLABLES = [
    "bar",
    "dov",
    "fen",
    "gim",
    "hul",
    "jor",
    "kel",
    "lim",
    "nar",
    "pov",
    "quil",
    "rast",
    "sem",
    "tuv",
    "wex",
    "yab",
    "zor",
]


def run(place: Path, planted: int, seed: int = 3) -> Outcome:
    """Plants so many names and notes, ends the program in three ways, and looks for each."""
    chance = random.Random(seed)
    failures: list[str] = []
    looked = files = 0
    for ending in ENDINGS:
        home = place / ending.replace(" ", "-")
        words = [_rare_word(chance) for _ in range(planted)]
        _use(home, words, ending)
        found, seen = _found(home, words)
        failures += [f"{ending}: {one}" for one in found]
        looked += len(words)
        files += seen
    home = place / "plain"
    home.mkdir()
    words = [_rare_word(chance) for _ in range(planted)]
    with sqlite3.connect(home / "plain.db") as connection:
        connection.execute("CREATE TABLE notes (words TEXT)")
        connection.executemany("INSERT INTO notes VALUES (?)", [(one,) for one in words])
    connection.close()
    caught, _ = _found(home, words)
    return Outcome(
        "S3",
        f"names and notes looked for in every file after it was {', '.join(ENDINGS)}",
        looked,
        failures,
        Control("plain SQLite", len(words), len({one.split(" ")[0] for one in caught})),
        {"files looked through": files},
    )


def _rare_word(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(5)).capitalize()


def _use(home: Path, words: Sequence[str], ending: str) -> None:
    """A day's use, with the home and temporary folders of its own."""

    def work(say: Say) -> None:
        for name in ("HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            folder = home / name.lower()
            folder.mkdir(parents=True, exist_ok=True)
            os.environ[name] = str(folder)
        tempfile.tempdir = None
        os.chdir(home)
        _day(home, words, say, crash=ending == "crashed")

    if ending == "used and locked":
        finished(work)
    else:
        killed(work, 0.04)


def _day(home: Path, words: Sequence[str], say: Say, *, crash: bool) -> None:
    folder = home / "vault"
    vaults.create(
        folder, name=WORKER, role="keyworker", passphrase=PASSPHRASE, use_keyring=False, cost=CHEAP
    )
    with opened(folder) as session:
        half = len(words) // 2
        for number, name in enumerate(words[:half]):
            entry = NewFamily(
                name=name,
                ref=f"CD-{number}",
                address=f"{number} {name} Street",
                people=(
                    NewPerson(
                        given_name=name, family_name=name, date_of_birth=date(1990, 1, 1),
                        role="parent",
                    ),
                ),
            )  # fmt: skip
            create_family(session, entry, look_for_same(session, entry))
            add_note(session, entry.ref or "", NoteEntry(text=f"{words[half + number]} said so"))
            key = DraftKey("note", entry.ref or "")
            keep_draft(session, key, {"text": f"{name} and {words[half + number]}"},
                       title="Note", page="family", args={"family": entry.ref})  # fmt: skip
            search_everything(session, name)
            if number == half // 2:
                vaults.backup(session, home / "backups")
                say(READY)
        if crash:
            faulthandler.disable()
            os.abort()


def _found(folder: Path, words: Sequence[str]) -> tuple[list[str], int]:
    """Every word that stands in a file there, in clear or thinly wrapped; and how many files."""
    found: list[str] = []
    seen = 0
    wrapped = {word: list(_forms(word)) for word in words}
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        seen += 1
        for content in (path.read_bytes(), path.name.encode()):
            for stretch in (content, *_unpacked(content)):
                for word, forms in wrapped.items():
                    for how, form in forms:
                        if form in stretch:
                            found.append(f"{word} in {how}, in {path.relative_to(folder)}")
    return found, seen


def _forms(word: str) -> Iterator[tuple[str, bytes]]:
    for spelling in {word, word.lower(), word.upper()}:
        plain = spelling.encode()
        yield "UTF-8", plain
        yield "UTF-16", spelling.encode("utf-16-le")
        yield "UTF-16 the other way", spelling.encode("utf-16-be")
        yield "reversed", plain[::-1]
        yield "percent", "".join(f"%{byte:02X}" for byte in plain).encode()
        yield "hexadecimal", plain.hex().encode()
        for skip in range(3):  # wherever it falls among the threes
            yield "base64", base64.b64encode(b"\0" * skip + plain)[4 if skip else 0 : -4]
        yield "a web address", urllib.parse.quote(f"{spelling}'").encode()


def _unpacked(content: bytes) -> Iterator[bytes]:
    """Every stretch in it that unpacks by zlib."""
    start = content.find(b"x")
    while start >= 0:
        if content[start + 1 : start + 2] in (b"\x01", b"\x5e", b"\x9c", b"\xda"):
            unpacking = zlib.decompressobj()
            try:
                unpacked = unpacking.decompress(content[start:], 10_000_000)
            except zlib.error:
                unpacked = b""
            if unpacked:
                yield unpacked
        start = content.find(b"x", start + 1)
