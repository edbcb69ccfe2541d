"""Hostile and broken CSV folders: one sentence that names the file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from casedesk.domain.errors import FileProblem
from casedesk.interchange.workbook import looks_like, read_workbook

HEAD = b"family_ref,name\n"
GOOD = HEAD + "CD-1,Zoë\n".encode()


def folder_with(tmp_path: Path, content: bytes, name: str = "families.csv") -> Path:
    folder = tmp_path / "in"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)
    return folder


def refused(folder: Path, names: str = "families.csv") -> str:
    with pytest.raises(FileProblem) as caught:
        read_workbook(folder)
    sentence = caught.value.sentence
    assert names in sentence
    assert "\n" not in sentence
    assert len(sentence) < 400
    return sentence


@pytest.mark.parametrize(
    "content",
    [
        GOOD.decode().encode("utf-16"), GOOD.decode().encode("utf-16-le"),
        GOOD.decode().encode("utf-16-be"), GOOD.decode().encode("utf-32"),
        GOOD.decode().encode("latin-1"), GOOD.decode().encode("cp1252"), HEAD + b"CD-1,\x80\x81\n",
        HEAD + b"CD-1,\x00\n", HEAD + b"CD-1,\xed\xa0\x80\n", b"\xff\xfe", bytes(range(256)),
    ],
)  # fmt: skip
def test_anything_but_utf_8(tmp_path: Path, content: bytes) -> None:
    assert "UTF-8" in refused(folder_with(tmp_path, content))


@pytest.mark.parametrize(
    "content",
    [HEAD + b'CD-1,"open\n', HEAD + b'CD-1,"Ash"x\n', HEAD + b'"CD-1" ,Ash\n',
     HEAD + b'CD-1,"' + b"x" * 200_000 + b'"\n', HEAD + b"x" * 200_000],
)  # fmt: skip
def test_quotation_marks_that_do_not_match(tmp_path: Path, content: bytes) -> None:
    assert "row 2" in refused(folder_with(tmp_path, content))


def test_cells_with_more_characters_than_a_cell_can_hold(tmp_path: Path) -> None:
    assert "32,767" in refused(folder_with(tmp_path, HEAD + b"CD-1," + b"x" * 40_000))


@pytest.mark.parametrize("content", [b"x," * 10_000 + b"\n", HEAD + b"x," * 300 + b"\n"])
def test_too_many_columns(tmp_path: Path, content: bytes) -> None:
    assert "256 columns" in refused(folder_with(tmp_path, content))


def test_too_many_rows(tmp_path: Path) -> None:
    assert "200,000 rows" in refused(folder_with(tmp_path, HEAD + b"CD-1,Ash\n" * 200_001), "in")


def test_a_million_blank_rows(tmp_path: Path) -> None:
    found = read_workbook(folder_with(tmp_path, GOOD + b",\n" * 1_000_000))
    assert len(found.sheets["Families"].rows) == 1
    assert "row 202" in found.log.warnings[0]


def test_a_file_larger_than_the_limit(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, HEAD)
    with (folder / "families.csv").open("r+b") as file:
        file.truncate(101 * 1024 * 1024)
    assert "100 MiB" in refused(folder)


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n\n", b",,,\n"])
def test_a_file_with_nothing_in_it_is_a_sheet_with_no_rows(tmp_path: Path, content: bytes) -> None:
    found = read_workbook(folder_with(tmp_path, content))
    assert found.sheets["Families"].rows == []


def test_line_ends_of_old_machines(tmp_path: Path) -> None:
    found = read_workbook(folder_with(tmp_path, b"family_ref,name\rCD-1,Ash\r"))
    assert found.sheets["Families"].rows == [(2, ["CD-1", "Ash"])]


def test_folders_without_a_sheet(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    assert "none of the workbook's sheets" in refused(folder, "in")
    (folder / "families.csv").mkdir()
    assert "none of the workbook's sheets" in refused(folder, "in")


def test_pipes_and_loops_of_links_do_not_hang(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, GOOD)
    os.mkfifo(folder / "people.csv")
    (folder / "facts.csv").symlink_to(folder / "facts.csv")
    assert list(read_workbook(folder).sheets) == ["Families"]
    assert looks_like(folder / "people.csv") == "special"
    refused(folder / "people.csv", "people.csv")
