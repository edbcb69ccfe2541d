"""Lets the tests beside this file import the made-up reports and the PDF reader by name."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
