"""Whatever bytes come, reading and planning end in a plan or in one plain sentence."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from crafted_xlsx import BOOK, PARTS, SHEET, STRINGS, book, craft, sheet, strings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.errors import FileProblem
from casedesk.interchange.workbook import KnownLists, parse_rows, plan_import, read_workbook
from casedesk.interchange.workbook.schema import SHEETS
from casedesk.system.resources import shipped_catalogue

quickly = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return shipped_catalogue()


@pytest.fixture
def survive(catalogue: Catalogue) -> Callable[[Path], str]:
    """Reads and plans a file; answers `planned`, `errors` or `refused`."""
    lists = KnownLists(
        catalogue, {"troubled-families-2015": ("1", ("crime", "work"))}, date(2026, 11, 24)
    )
    numbers = iter(range(10**9))

    def run(path: Path) -> str:
        try:
            raw = read_workbook(path)
        except FileProblem as problem:
            assert path.name in problem.sentence or "csv" in problem.sentence
            return "refused"
        plan = plan_import(
            parse_rows(raw, lists), {}, lambda: f"id-{next(numbers)}",
            lambda prefix: f"{prefix}-{next(numbers)}",
        )  # fmt: skip
        return "errors" if plan.errors else "planned"

    return run


PLACES = st.integers(0, 10**6)


@given(
    at=PLACES,
    flips=st.lists(st.tuples(PLACES, st.integers(1, 255)), min_size=1, max_size=8),
    cut=st.booleans(),
)
@quickly
def test_changed_bytes_of_an_excel_file(
    survive: Callable[[Path], str], tmp_path: Path, at: int, flips: list[tuple[int, int]], cut: bool
) -> None:
    path = craft(tmp_path / "a.xlsx", compression=zipfile.ZIP_STORED)
    content = bytearray(path.read_bytes())
    for place, change in flips:
        content[place % len(content)] ^= change
    path.write_bytes(content[: at % len(content)] if cut else content)
    survive(path)


@given(
    part=st.sampled_from(sorted(PARTS)),
    flips=st.lists(st.tuples(PLACES, st.binary(max_size=6)), min_size=1, max_size=5),
)
@quickly
def test_changed_parts_of_an_excel_file(
    survive: Callable[[Path], str], tmp_path: Path, part: str, flips: list[tuple[int, bytes]]
) -> None:
    content = str(PARTS[part]).encode()
    for place, put in flips:
        at = place % (len(content) + 1)
        content = content[:at] + put + content[at + len(put) :]
    survive(craft(tmp_path / "a.xlsx", {part: content}))


CELLS = st.one_of(
    st.sampled_from(
        ["", "CD-1", "P-1", "P-2", "yes", "(clear)", "2026-05-09", "9/5/2026", "crime", "offence",
         "custody", "met", "given", "share", "schools; nhs", "health", "support", "CD-1/P-1",
         "parent", "troubled-families-2015", "7", "P-1: hello", "P-1; P-2", "improved", "objection"]
    ),
    st.text(max_size=8),
)  # fmt: skip


@st.composite
def tables(draw: st.DrawFn) -> dict[str, list[list[str]]]:
    found = {}
    for schema in draw(st.lists(st.sampled_from(SHEETS), min_size=1, max_size=5, unique=True)):
        names = [column.name for column in schema.columns]
        width = len(names)
        rows = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=5))
        found[schema.name] = [names, *rows]
    return found


@given(tables())
@quickly
def test_any_cells_in_every_sheet(
    survive: Callable[[Path], str], tmp_path: Path, found: dict[str, list[list[str]]]
) -> None:
    """Rows of all sheets, of likely and of any words, as CSV with every cell quoted."""
    folder = tmp_path / "in"
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for name, lines in found.items():
        text = "\n".join(
            ",".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines
        )
        (folder / (name.lower().replace(" ", "-") + ".csv")).write_bytes(
            text.encode("utf-8", errors="replace")
        )
    survive(folder)


@given(st.binary(max_size=300))
@quickly
def test_any_bytes_as_csv(survive: Callable[[Path], str], tmp_path: Path, content: bytes) -> None:
    folder = tmp_path / "in"
    folder.mkdir(exist_ok=True)
    (folder / "families.csv").write_bytes(b"family_ref,name\n" + content)
    survive(folder)


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"<", b"\xd0\xcf\x11\xe0"]))
@quickly
def test_any_bytes_as_a_file(
    survive: Callable[[Path], str], tmp_path: Path, content: bytes, begins: bytes
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(begins + content)
    assert survive(path) == "refused"


def test_the_control_a_sound_file_is_planned(
    survive: Callable[[Path], str], tmp_path: Path
) -> None:
    assert survive(craft(tmp_path / "a.xlsx")) == "planned"
    changed = {BOOK: book("Facts"), SHEET: sheet(), STRINGS: strings(*["family_ref"] * 9)}
    assert survive(craft(tmp_path / "b.xlsx", changed)) == "errors"
