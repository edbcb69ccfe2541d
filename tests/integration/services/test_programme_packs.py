"""Councils' packs: a bad one is refused by name, the rest load, and a changed one says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from casedesk.domain.errors import UsageError
from casedesk.services.packs import load_packs, pack_notices
from casedesk.services.session import Session, session_of
from casedesk.system.council_packs import council_packs
from casedesk.system.resources import shipped_catalogue, shipped_packs

FOUR = {
    "troubled-families-2015",
    "bnes-connecting-families",
    "supporting-families-2022",
    "families-first-2025",
}


def test_the_four_shipped_packs_load() -> None:
    packs = load_packs(shipped_packs(), shipped_catalogue())
    assert set(packs.packs) == FOUR
    assert packs.problems == ()


def test_a_bad_pack_is_refused_and_the_others_load(tmp_path: Path) -> None:
    good = dict(shipped_packs())["troubled-families-2015.toml"]
    (tmp_path / "bad.toml").write_text(good.replace('"offence"', '"ofence"'), encoding="utf-8")
    (tmp_path / "broken.toml").write_bytes(b"\xff\xfe not toml")
    packs = load_packs([*shipped_packs(), *council_packs(tmp_path)], shipped_catalogue())
    assert set(packs.packs) == FOUR
    assert len(packs.problems) == 2
    assert "bad.toml" in packs.problems[0]
    assert "ofence" in packs.problems[0]
    assert "broken.toml" in packs.problems[1]


def test_an_unknown_programme_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="no programme"):
        load_packs(shipped_packs(), shipped_catalogue()).get("nope")


def test_the_same_version_with_other_contents_says_so(session: Session) -> None:
    pack = session.packs.get("troubled-families-2015")
    with session.store.unit_of_work("Sam Okoro") as uow:
        uow.keep_pack(pack.id, pack.version, pack.content_hash, pack.text)
    assert session_of(session.vault).notices == ()
    other = load_packs(
        [("council.toml", pack.text.replace("at_least = 3", "at_least = 4", 1))],
        session.catalogue,
    )
    assert other.packs[pack.id].content_hash != pack.content_hash
    kept = [(pack.id, pack.version, pack.content_hash)]
    assert "has other contents now" in pack_notices(other, kept)[0]
    assert session_of(session.vault, packs=other).notices == pack_notices(other, kept)
