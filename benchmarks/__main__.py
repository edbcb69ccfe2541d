"""`make bench`: run every benchmark, print one table, write benchmarks/results/latest.json."""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
from pathlib import Path

from benchmarks import criteria, encryption, importing, reports, store, window, writing
from benchmarks.measuring import Row, table

RESULTS = Path(__file__).parent / "results" / "latest.json"
SUITES = {
    "encryption": encryption.run,
    "store": store.run,
    "criteria": criteria.run,
    "importing": importing.run,
    "reports": reports.run,
    "writing": writing.run,
    "window": window.run,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", choices=sorted(SUITES), action="append")
    parser.add_argument("--small", action="store_true", help="hundreds of families, for a try-out")
    arguments = parser.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, suite in SUITES.items():
            if arguments.only and name not in arguments.only:
                continue
            print(f"… {name}", file=sys.stderr, flush=True)
            rows.extend(suite(Path(folder), small=arguments.small))
    print(table(rows))
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(
        json.dumps(
            {
                "python": platform.python_version(),
                "machine": platform.machine(),
                "rows": [row.as_dict() for row in rows],
            },
            indent=1,
        )
    )


main()
