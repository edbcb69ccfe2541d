"""Jobs measured in a process of their own, where nothing is warm yet.

`python -m benchmarks.fresh JOB ARGUMENT…` prints one number: seconds, or MB for a job whose
name ends in `memory`. Modules are imported before the clock starts but for those that a job
imports itself.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.measuring import ROUNDS

ROOT = Path(__file__).parent.parent


def fresh(job: str, *arguments: object) -> float:
    """What `job` printed, run in a new process."""
    said = subprocess.run(
        [sys.executable, "-m", "benchmarks.fresh", job, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return float(said.stdout)


def alternate_fresh(
    ours: tuple[object, ...], bare: tuple[object, ...], *, rounds: int = ROUNDS
) -> tuple[float, float]:
    """The medians of two jobs, in turns; each a job's name and its arguments."""
    pairs = [
        (fresh(str(ours[0]), *ours[1:]), fresh(str(bare[0]), *bare[1:])) for _ in range(rounds)
    ]
    mine, theirs = zip(*pairs, strict=True)
    return statistics.median(mine), statistics.median(theirs)


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _unlock(folder: str) -> float:
    from benchmarks.listing import first_list
    from benchmarks.vaults import Kept

    kept = Kept(Path(folder))

    def work() -> None:
        with kept.session() as session:
            first_list(session)

    return _timed(work)


def _bare_open(folder: str) -> float:
    from benchmarks.bare import bare_first_list, open_bare
    from benchmarks.vaults import PACK, Kept

    kept = Kept(Path(folder))
    database, key, pack = kept.database, kept.data_key, PACK.content_hash
    return _timed(lambda: bare_first_list(open_bare(database, key), pack))


def _open_memory(folder: str) -> float:
    from benchmarks.store import a_days_looking
    from benchmarks.vaults import Kept

    with Kept(Path(folder)).session() as session:
        a_days_looking(session)
    return peak_mb()


def _idle_memory() -> float:
    import benchmarks.store  # noqa: F401 - only to have the same modules

    return peak_mb()


def _report() -> float:
    from benchmarks.reports import one_family, sample_report
    from casedesk.system.resources import resources_folder

    with one_family() as session:
        report = sample_report(session)
    _require_unused("reportlab")

    def work() -> None:
        from casedesk.reports.progress import progress_pdf

        progress_pdf(report, resources_folder() / "fonts")

    return _timed(work)


def _bare_report() -> float:
    from benchmarks.bare_report import bare_pdf
    from benchmarks.reports import one_family, sample_report
    from casedesk.system.resources import resources_folder

    with one_family() as session:
        report = sample_report(session)
    _require_unused("reportlab")
    return _timed(lambda: bare_pdf(report, resources_folder() / "fonts"))


def _require_unused(module: str) -> None:
    """What a job is to import itself was not imported before the clock started."""
    if module in sys.modules:
        raise RuntimeError(f"{module} was imported before the clock started")


def peak_mb() -> float:
    """The most memory this process had at once; Linux says so in its status file.

    What `getrusage` gives would count the process that started this one.
    """
    for line in Path("/proc/self/status").read_text().splitlines():
        name, _, said = line.partition(":")
        if name == "VmHWM":
            return int(said.split()[0]) / 1024
    raise RuntimeError("this system does not say how much memory a process had")


JOBS: dict[str, Callable[..., float]] = {
    "unlock": _unlock,
    "bare-open": _bare_open,
    "open-memory": _open_memory,
    "idle-memory": _idle_memory,
    "report": _report,
    "bare-report": _bare_report,
}


def main() -> None:
    """Runs the job named on the command line and prints its number."""
    job, *arguments = sys.argv[1:]
    print(JOBS[job](*arguments))


if __name__ == "__main__":
    main()
