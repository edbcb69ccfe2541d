"""A part is shown only once it has a place: before that it would be a window of its own for a
moment, which takes the keyboard away from whoever is typing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import casedesk.ui

UI = Path(casedesk.ui.__file__).parent
PLACES = ("add", "insert", "set")
"""How methods begin that give a part its place."""


def _made(function: ast.FunctionDef) -> set[str]:
    """The names of the widgets that a function makes without saying whose they are."""
    made = set()
    for node in ast.walk(function):
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
            continue
        call = node.value
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        whose = {key.arg for key in call.keywords} | {ast.unparse(one) for one in call.args}
        if name[:1].isupper() and not whose & {"parent", "self"}:
            made |= {ast.unparse(target) for target in node.targets}
    return made


def _placed(function: ast.FunctionDef) -> dict[str, int]:
    """On which line each part is first given to something."""
    placed: dict[str, int] = {}
    for node in ast.walk(function):
        if not isinstance(node, ast.Call):
            continue
        method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if method.startswith(PLACES):
            for part in node.args:
                words = ast.unparse(part)
                placed[words] = min(placed.get(words, node.lineno), node.lineno)
    return placed


def shown_too_early(source: str) -> Iterator[tuple[int, str]]:
    """The line and the part of every `show()` and `setVisible(...)` before there is a place."""
    for function in ast.walk(ast.parse(source)):
        if not isinstance(function, ast.FunctionDef):
            continue
        made, placed = _made(function), _placed(function)
        for node in ast.walk(function):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            part = ast.unparse(node.func.value)
            hides = [ast.unparse(one) for one in node.args] == ["False"]
            shows = node.func.attr in ("show", "setVisible") and not hides
            if shows and part in made and placed.get(part, node.lineno + 1) > node.lineno:
                yield node.lineno, part


def test_no_part_is_shown_before_it_has_a_place() -> None:
    found = [
        (path.relative_to(UI).as_posix(), line, part)
        for path in sorted(UI.rglob("*.py"))
        for line, part in shown_too_early(path.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("self.b = Button(t)\n self.b.setVisible(x)\n row.addWidget(self.b)", ["self.b"]),
        ("b = Button(t)\n b.show()", ["b"]),
        ("b = Button(t)\n row.addWidget(b)\n b.setVisible(x)", []),
        ("b = Button(t, parent=self)\n b.show()", []),
        ("b = Button(t)\n b.setVisible(False)\n b.hide()", []),
    ],
)
def test_the_rule_finds_what_it_is_for(body: str, parts: list[str]) -> None:
    found = shown_too_early(f"def make(self, row, t, x):\n {body}\n")
    assert [part for _, part in found] == parts
