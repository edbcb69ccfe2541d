"""What a person does wrong gets one sentence, the right exit status and no traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented_family import REF, ROWS


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["criteria"], 2, "Name one family"),
        (["criteria", REF, "--all"], 2, "Name one family"),
        (["criteria", REF, "--as-at", "yesterday"], 2, "is not a date"),
        (["criteria", REF, "--programme", "nope"], 2, "is no programme"),
        (["criteria", "CD-9"], 1, "no family with the reference"),
        (["gate", REF, "--for", "martians", "--purpose", "support"], 2, "is no recipient"),
        (["gate", REF, "--for", "schools", "--purpose", "fun"], 2, "is no purpose"),
        (["gate", REF, "--for", "family", "--purpose", "support"], 2, "needs the person"),
        (["gate", REF, "--for", "family", "--purpose", "support", "--reader", "P-9"], 1, "P-9"),
        (["report", "progress", REF, "--for", "schools", "-o", "no/such/place.pdf"], 1, "place"),
        (["report", "team"], 1, "not in this version"),
        (["report", "claim", REF], 1, "not in this version"),
        (["export", "subject-access", REF, "P-1"], 1, "not in this version"),
        (["export", "impact-study", "-o", "x"], 1, "not in this version"),
        ([], 1, "There is no screen here"),
        (["screenshots", "folder", "--theme", "purple"], 2, "is not one of"),
        (["import", "nothing.xlsx"], 1, "was not found"),
        (["vault", "create", "--name", "A", "--role", "keyworker"], 1, "already holds"),
        (["frobnicate"], 2, "No such command"),
        (["families", "--wibble"], 2, "No such option"),
    ],
)
def test_one_sentence_and_a_status(desk, csv_folder, here: Path, arguments, status, says) -> None:
    desk("import", csv_folder(ROWS))
    answer = desk(*arguments)
    assert answer.status == status
    assert says in answer.err
    assert len(answer.err.strip().splitlines()) == 1
    assert "Traceback" not in answer.err + answer.out


def test_a_wrong_passphrase_then_the_right_one(desk, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("wonky kettle orbit sandal 42\n", encoding="utf-8")
    answer = desk("families", "--passphrase-file", wrong)
    assert (answer.status, answer.out) == (1, "")
    assert desk("families").status == 0


def test_no_vault(desk, tmp_path: Path) -> None:
    answer = desk("families", "--vault", tmp_path / "nowhere")
    assert answer.status == 1
    assert "There is no vault" in answer.err


def test_a_file_with_errors_imports_nothing(desk, csv_folder) -> None:
    rows = {**ROWS, "facts": [dict(one) for one in ROWS["facts"]]}
    rows["facts"][0]["kind"] = "wizardry"
    rows["facts"][1]["to"] = "31/02/2022"
    answer = desk("import", csv_folder(rows), "--json")
    assert answer.status == 1
    assert len(answer.json["errors"]) == 2
    assert all("Facts, row" in error for error in answer.json["errors"])
    assert desk("families").out == ""
