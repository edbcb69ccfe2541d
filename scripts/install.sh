#!/usr/bin/env bash
# Makes the virtual environment with the locked dependencies and the casedesk command.
set -euo pipefail

venv="${1:?folder of the virtual environment}"
here="$(cd "$(dirname "$0")/.." && pwd)"
cd "$here"

scripts/system-packages.sh install

if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "CaseDesk needs Python 3.11 or newer; this is $(python3 --version 2>&1)." >&2
  exit 1
fi

[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
echo "Installing the locked dependencies into $venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
