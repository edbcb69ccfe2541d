"""Nothing leaves but through the gate and the log."""

from __future__ import annotations

import ast
from pathlib import Path

import click

import casedesk
from casedesk.cli.command import casedesk as command

PACKAGE = Path(casedesk.__file__).parent

WRITES_THE_VAULT_ITSELF = {
    "storage/backup.py",
    "storage/backup_file.py",
    "storage/engine.py",
    "storage/key_file.py",
    "storage/open_vault.py",
    "storage/private_files.py",
    "storage/restore.py",
    "storage/vault_folder.py",
    "system/lockfile.py",
    "system/logs.py",
}
"""Encrypted files of the vault, its lock, and the log that takes no case text."""

THE_WAY_OUT = "services/departure.py"
SENDING = {"send_file", "send_folder", "hand_over"}
SENDERS = {
    "services/calendar_file.py": "one visit for the council's calendar: a reference and a time",
    "services/exporting.py": "the council's own case workbook",
    "services/note_printing.py": "one note, printed for the worker",
    "services/report_preview.py": "a report that was looked at first",
    "services/reporting.py": "a report, by the gate",
}
"""What sends something through it, and what that is."""
MAKES_FOLDERS_ONLY = {"cli/demo.py", "services/demonstration.py", "ui/screenshots.py"}
OPENS_NO_FILE_TO_WRITE = {
    "interchange/workbook/xlsx_writer.py",
    "interchange/workbook/zip_package.py",
    "ui/shell/window_dialogs.py",
}
"""Parts of a zip archive, one being written to bytes, one being read; a dialog being shown."""

STARTS_ITSELF_AGAIN = {"system/successor.py"}
"""At a lock: what it hands over is where the window stands, and its pipes end in nothing."""

WRITING_NAMES = {
    "open", "fdopen", "write_text", "write_bytes", "mkstemp", "mkdtemp", "NamedTemporaryFile",
    "TemporaryFile", "TemporaryDirectory", "SpooledTemporaryFile", "copyfile", "copy", "copy2",
    "copytree", "move", "rename", "symlink_to", "hardlink_to", "mkdir", "makedirs", "touch",
    "savefig", "startfile", "Popen", "system", "urlopen", "socket", "create_connection",
}  # fmt: skip

REPORTS_THAT_LEAVE = {("report", "progress"), ("export", "workbook")}
WRITES_NO_CASE_DATA = {("workbook-template",), ("vault", "backup"), ("screenshots",)}
"""A template is empty; a backup is the encrypted vault again, opened by its own keys only;
pictures of screens are of the made-up caseload."""


def calls_in(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in WRITING_NAMES and not reads_only(node, name):
                found.add(name)
    return found


ONLY_OF = {"move": "shutil", "copy": "shutil", "copy2": "shutil", "system": "os"}
"""Names that many harmless methods have too; they count as a call of this module only."""


def reads_only(node: ast.Call, name: str) -> bool:
    """`path.open()` and `open(path)` with a mode that cannot write, and harmless namesakes."""
    if name in ONLY_OF:
        base = node.func.value if isinstance(node.func, ast.Attribute) else None
        return not (isinstance(base, ast.Name) and base.id == ONLY_OF[name])
    if name != "open":
        return False
    is_method = isinstance(node.func, ast.Attribute)
    if is_method and isinstance(node.func.value, ast.Name) and node.func.value.id == "os":
        return False
    arguments = [*node.args, *(one.value for one in node.keywords if one.arg == "mode")]
    modes = arguments if is_method else arguments[1:]
    if not modes:
        return True
    mode = modes[0]
    return isinstance(mode, ast.Constant) and not set(str(mode.value)) & set("wax+")


def test_one_module_writes_outside_the_vault() -> None:
    writers = {
        path.relative_to(PACKAGE).as_posix(): calls
        for path in sorted(PACKAGE.rglob("*.py"))
        if (calls := calls_in(path))
    }
    others = {
        name: calls
        for name, calls in writers.items()
        if name not in WRITES_THE_VAULT_ITSELF and name != THE_WAY_OUT
    }
    allowed = {name: {"mkdir", "TemporaryDirectory"} for name in MAKES_FOLDERS_ONLY}
    allowed |= {name: {"open"} for name in OPENS_NO_FILE_TO_WRITE}
    allowed |= {name: {"Popen", "open"} for name in STARTS_ITSELF_AGAIN}
    bypass = {name: calls - allowed.get(name, set()) for name, calls in others.items()}
    assert {name: calls for name, calls in bypass.items() if calls} == {}


def test_what_sends_something_is_listed() -> None:
    senders = set()
    for path in PACKAGE.rglob("*.py"):
        calls = [one for one in ast.walk(ast.parse(path.read_text("utf-8")))
                 if isinstance(one, ast.Call)]  # fmt: skip
        names = {getattr(one.func, "attr", getattr(one.func, "id", "")) for one in calls}
        if names & SENDING:
            senders.add(path.relative_to(PACKAGE).as_posix())
    assert senders <= SENDERS.keys() | {THE_WAY_OUT}
    assert "services/calendar_file.py" in senders


def test_the_scan_sees_a_bypass(tmp_path: Path) -> None:
    for line in (
        "open('x', 'w')",
        "Path('x').write_bytes(b'')",
        "path.open('ab')",
        "os.open('x', os.O_WRONLY)",
        "open('x', mode=chosen)",
        "shutil.copyfile(a, b)",
        "tempfile.mkstemp()",
        "shutil.move(a, b)",
    ):
        module = tmp_path / "bypass.py"
        module.write_text(line, encoding="utf-8")
        assert calls_in(module), line


def leaves_of(group: click.Command, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], set[str]]:
    if isinstance(group, click.Group):
        found: dict[tuple[str, ...], set[str]] = {}
        context = click.Context(group)
        for name in group.list_commands(context):
            one = group.get_command(context, name)
            assert one is not None, name
            found |= leaves_of(one, (*path, name))
        return found
    return {path: {str(option.name) for option in group.params}}


def test_every_command_that_writes_a_file_is_accounted_for() -> None:
    """A new command with a place to write to must be listed here, and tested for its log entry
    in tests/integration/services/test_every_way_out.py."""
    writing = {
        path
        for path, options in leaves_of(command).items()
        if options & {"output", "folder", "file", "target", "directory"}
    }
    reads_a_file = {("import",), ("vault", "restore")}
    only_demo = {("demo",)}
    assert writing - reads_a_file - only_demo == REPORTS_THAT_LEAVE | WRITES_NO_CASE_DATA
