"""Runs CaseDesk: `python -m casedesk`."""

from casedesk.app import main

main()
