"""Every place that scrolls is one that a screen reader may read while it changes."""

from __future__ import annotations

import ast
from pathlib import Path

import casedesk

UI = Path(casedesk.__file__).parent / "ui"
OUR_OWN = "widgets/scroll_area.py"


def test_no_plain_scroll_area_is_made_or_built_upon() -> None:
    plain = []
    for path in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = [node.func] if isinstance(node, ast.Call) else getattr(node, "bases", [])
            if any(getattr(one, "id", "") == "QScrollArea" for one in named):
                plain.append(path.relative_to(UI).as_posix())
    assert plain == [OUR_OWN]
