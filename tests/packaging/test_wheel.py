"""The built wheel, installed elsewhere, finds its resources and does the main job."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the wheel unpacked into it."""
    place = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(place)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    (wheel,) = place.glob("*.whl")
    target = place / "installed"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target"]
    subprocess.run([*install, str(target), str(wheel)], check=True, capture_output=True)
    return target


def run(installed: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )


MAIN_JOB = """
import sys
from datetime import date
from pathlib import Path
from casedesk.demo import caseload
from casedesk.services.demonstration import demonstration
from casedesk.services.reporting import write_progress_report
with demonstration(caseload(families=2), date(2026, 11, 24)) as session:
    write_progress_report(session, "CD-0412", Path("report.pdf"), recipient="schools")
"""


def test_it_runs_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    where = run(installed, "-c", "import casedesk; print(casedesk.__file__)", cwd=tmp_path)
    assert where.stdout.strip().startswith(str(installed))
    job = run(installed, "-c", MAIN_JOB, cwd=tmp_path)
    assert (job.returncode, job.stderr) == (0, "")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    command = run(installed, "-m", "casedesk", "workbook-template", "empty.xlsx", cwd=tmp_path)
    assert (command.returncode, command.stderr) == (0, "")
    assert (tmp_path / "empty.xlsx").stat().st_size > 10_000


def test_its_resources_are_in_it(installed: Path) -> None:
    resources = installed / "casedesk" / "resources"
    assert len(list((resources / "programmes").glob("*.toml"))) == 4
    assert (resources / "fonts" / "OFL-AtkinsonHyperlegible.txt").is_file()
