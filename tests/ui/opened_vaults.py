"""The day and the passphrase of the vaults that the tests of the window open."""

from __future__ import annotations

from datetime import date

TODAY = date(2026, 11, 24)
PASSPHRASE = "wonky kettle orbit sandal 41"
