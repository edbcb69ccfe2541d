"""The rules of the house that a machine can keep."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import casedesk

PACKAGE = Path(casedesk.__file__).parent
ROOT = Path(__file__).parents[2]
LONGEST = 320
MIGRATIONS = "versions"
"""A migration is one idea however many columns it has."""
VAGUE_NAMES = {"utils.py", "helpers.py", "misc.py", "common.py", "manager.py"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def test_one_idea_a_file() -> None:
    lengths = {
        path.relative_to(PACKAGE).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in MODULES
        if path.parent.name != MIGRATIONS
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_no_vague_module_names() -> None:
    assert [path.name for path in MODULES if path.name in VAGUE_NAMES] == []


@pytest.mark.parametrize(
    "word", ["pickle", "shelve", "marshal", "eval(", "exec(", "urllib.request"]
)
def test_nothing_that_runs_data_or_reaches_out(word: str) -> None:
    pattern = re.compile(rf"(?<![\w.]){re.escape(word)}")
    assert [path.name for path in MODULES if pattern.search(path.read_text("utf-8"))] == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        path.relative_to(PACKAGE).as_posix()
        for path in MODULES
        if path.stat().st_size and not path.read_text("utf-8").lstrip().startswith('"""')
    ]
    assert silent == []


def test_the_requirements_name_no_index() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text("utf-8")
        assert "://" not in text
        assert "--hash=sha256:" in text
